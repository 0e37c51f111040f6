#!/bin/sh
# Training in the window, saving what it learned, opening it, and coming back to it.
# Usage: train.sh PROGRAM; needs the MNIST of INKLING_DATA
. "$(dirname "$0")/lib.sh"

[ -n "$real_mnist" ] || skip_all 'INKLING_DATA names no folder of MNIST.'
INKLING_DATA=$real_mnist

# Parts of the window: bars with their numbers, the curve of the cost, figures, what is over the strip.
bars='952 100 304 500' curve='560 700 60 62' figures='1200 684 60 50' tested='1112 760 144 24' all='0 0 1280 664'

# remember PART: for changed and same
remember() {
    part=$1
    # shellcheck disable=SC2086
    remembered=$(area $part)
}

changed() {
    # shellcheck disable=SC2086
    looks_unlike "$remembered" $part
}

same() {
    # shellcheck disable=SC2086
    looks_like "$remembered" $part
}

stands_still() {
    remember "$bars"
    sleep 0.3
    same
}

is_right_to_nine_tenths() {
    "$program" eval --json "$1" | awk -F '"accuracy":' '{ exit !($2 + 0 > 0.9) }'
}

start_screen 1280x800
start_inkling
check 'MNIST is loaded, and training can begin' is_idle
draw 1 8 6 14 4 19 7 17 11 12 13 18 15 19 20 14 24 8 22
check 'the network that ships reads a 3' answer_is 3

# MNIST alone, as it is: an epoch is soon over, with sanitizers too.
keys ctrl+4 ctrl+6
check 'built-in strokes and augmentation can be left out' is_idle

remember "$bars"
xdotool mousemove 184 17 click 1 mousemove 204 60 click 1 mousemove 380 50
check 'Network > Train begins' is_running
check 'bars of the drawing change while it trains' changed
remember "$bars"
check 'and change again' changed
keys ctrl+t
check 'Ctrl+T pauses' is_paused
check 'and the bars stand still' stands_still
keys ctrl+t
check 'Ctrl+T resumes' is_running
keys ctrl+period
check 'Ctrl+. stops' is_idle

remember "$bars"
keys ctrl+r
check 'Ctrl+R resets to random weights' changed
remember "$bars"
keys ctrl+shift+t
check 'Ctrl+Shift+T is one step from there' is_paused
check 'which changes the bars' changed
check 'and no more' stands_still
keys ctrl+r
check 'Ctrl+R drops the run' is_idle
keys ctrl+b
check 'Ctrl+B brings the trained network back' title_is 'Default network'

# shellcheck disable=SC2086
no_figures=$(area $figures)
remember "$curve"
keys ctrl+t
check 'the curve of the cost begins with the first minibatches' changed
for epoch in 0 1 2; do
    remember "$tested"
    check "epoch $epoch is tested" changed
done
# shellcheck disable=SC2086
check 'the figures are shown' looks_unlike "$no_figures" $figures
keys ctrl+period
wait_until is_idle
keys ctrl+shift+s
wait_until page_is_open
type_name "$place/mine"
keys Return
check 'Ctrl+Shift+S, a name and Enter save the network' test -s "$place/mine.safetensors"
check 'a notice says that it is saved' notice_is $hairline
check 'that reads more than nine tenths of the test images' \
    is_right_to_nine_tenths "$place/mine.safetensors"
keys Escape ctrl+d
check 'the theme is light' is_colour 5 3 $panel_light
wait_until notice_is_closed
remember "$all"
quit 'the program ends with exit status 0'

start_inkling
check 'the next start has the same drawing, network, answer and theme' same
keys ctrl+d
check 'the theme is dark again' is_colour 5 3 $panel_dark
remember "$bars"
keys ctrl+n
check 'Ctrl+N has other weights' changed
keys alt+f Return
wait_until page_is_open
xdotool type --delay 5 "$place/mine.safetensors"
keys Return
check 'File > Open by keyboard opens what was saved' same
keys ctrl+t
check 'it is trained again' is_running
quit 'the program ends with exit status 0 while it trains'
finish
