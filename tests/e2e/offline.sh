#!/bin/sh
# Without MNIST and without the internet: the built-in strokes are there to train on.
# Usage: offline.sh PROGRAM
. "$(dirname "$0")/lib.sh"

# Figures of the last epoch: they are dashes until there is one.
figures='1200 652 60 130'

figures_are_new() {
    # shellcheck disable=SC2086
    looks_unlike "$no_figures" $figures
}

start_screen 1280x800
start_quietly
# shellcheck disable=SC2086
no_figures=$(area $figures)
xdotool mousemove 180 17 click 1 mousemove 200 54 click 1 mousemove 700 50
check 'Network > Train begins without MNIST' is_running
check 'and gets through an epoch' figures_are_new
keys ctrl+period
check 'Ctrl+. stops' is_idle
draw 1 8 6 14 4 19 7 17 11 12 13 18 15 19 20 14 24 8 22
check 'the network that the strokes taught reads a 3' answer_is 3
quit 'the program ends with exit status 0'
finish
