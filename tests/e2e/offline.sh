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

# Of the digits that the strokes are tested on, the network on file reads nine in ten.
has_learned() {
    [ -e "$1" ] && "$program" digits --json >/dev/null 2>&1
    "$program" replay --json --model "$1" "$2" | awk -F '"accuracy":' '{ exit !($2 + 0 > 0.8) }'
}

unset INKLING_MIRROR
start_screen 1280x800
start_quietly
# shellcheck disable=SC2086
no_figures=$(area $figures)
xdotool mousemove 180 17 click 1 mousemove 200 54 click 1 mousemove 700 50
check 'Network > Train begins without MNIST' is_running
check 'and gets through epochs' figures_are_new
finish
