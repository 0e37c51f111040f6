#!/bin/sh
# Without MNIST and without the internet: the built-in strokes are there to train on.
# Usage: offline.sh PROGRAM
. "$(dirname "$0")/lib.sh"

reads_no_3() {
    ! answer_is 3
}

start_screen 1280x800
start_quietly
draw 1 8 6 14 4 19 7 17 11 12 13 18 15 19 20 14 24 8 22
keys ctrl+r
check 'random weights do not read a 3' reads_no_3
xdotool mousemove 184 17 click 1 mousemove 204 60 click 1 mousemove 380 50
check 'Network > Train begins without MNIST' is_running
check 'and teaches the network to read it' answer_is 3
keys ctrl+period
check 'Ctrl+. stops' is_idle
quit 'the program ends with exit status 0'
finish
