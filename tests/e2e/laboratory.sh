#!/bin/sh
# Every view of the laboratory, by keyboard alone and by mouse alone, while the network trains.
# Usage: laboratory.sh PROGRAM
. "$(dirname "$0")/lib.sh"

chosen=49505b # the ground of the way that is chosen
views='Forward Neuron Backward Learning Examples Dreams'

# place_x NUMBER: the middle of its tab, which the first three share; Forward is 0
place_x() {
    case $1 in
    0 | 1 | 2) echo 496 ;;
    *) echo $((496 + 84 * ($1 - 2))) ;;
    esac
}

# mode_left NUMBER: where one of the first three begins in its row; each is as wide as its name
mode_left() {
    case $1 in
    0) echo 0 ;;
    1) echo 72 ;;
    2) echo 138 ;;
    esac
}

# mode_x NUMBER: a place on one of them, in a row that begins at the view's left
mode_x() {
    if view_is 0 || view_is 2; then
        echo $((440 + $(mode_left "$1") + 33))
    else
        echo $((412 + $(mode_left "$1") + 33))
    fi
}

# view_is NUMBER: its place is the one underlined, and it the way to look at the network
view_is() {
    is_colour "$(place_x "$1")" 38 $accent || return 1
    case $1 in
    0 | 2) is_colour $((440 + $(mode_left "$1") + 6)) 64 $chosen ;;
    1) is_colour $((412 + $(mode_left 1) + 6)) 65 $chosen ;;
    esac
}

# What stands right of the sheet.
view_area() {
    area 412 76 844 530
}

view_differs() {
    [ "$(view_area)" != "$1" ]
}

hint_is_shown() {
    differs=$(area 412 76 844 540)
    [ "$differs" != "$1" ]
}

# walk HOW COMMAND: `COMMAND NUMBER` brings up each view in turn; each looks like no other, and
# follows the pen
walk() {
    number=0 seen=''
    for view in $views; do
        "$2" $number
        wait_until view_is $number
        verdict "$1: the view $view comes up" $?
        sleep 0.1
        look=$(view_area)
        case " $seen " in
        *" $look "*) verdict "$1: $view looks like no other view" 1 ;;
        *) verdict "$1: $view looks like no other view" 0 ;;
        esac
        seen="$seen $look"
        number=$((number + 1))
    done
}

by_key() {
    keys "F$((2 + $1))"
}

by_mouse() {
    click "$(place_x "$1")" 20
    case $1 in
    1 | 2)
        wait_until is_colour 496 38 $accent
        sleep 0.2
        click "$(mode_x "$1")" 64
        ;;
    esac
}

start_screen 1280x800
start_quietly
draw 1 9 6 18 6 13 13 19 19 9 23
walk 'by keyboard' by_key
walk 'by mouse' by_mouse

# Views that answer the pen do so at once.
for number in 0 1 2 5; do
    by_key $number
    wait_until view_is $number
    xdotool mousemove 700 20
    sleep 0.2
    look=$(view_area)
    draw 1 5 5 5 20
    check "view $number follows the pen" view_differs "$look"
    keys ctrl+z
    sleep 0.1
done

by_key 0
wait_until view_is 0
look=$(area 412 76 844 540)
keys x
check 'X explains the first number' hint_is_shown "$look"
look=$(area 412 76 844 540)
keys Down
check 'an arrow leads to the next one' hint_is_shown "$look"
keys Escape

# Each view is used, by mouse and then by keyboard; what is changed is taken back.
# changes_by NAME COMMAND...: it makes the view look otherwise
changes_by() {
    what=$1 look=$(view_area)
    shift
    "$@"
    check "$what" view_differs "$look"
}

by_key 1
wait_until view_is 1
changes_by 'Neuron, by mouse: a press on the wall looks closer' click 468 204
changes_by 'the bias is dragged' drag 1 500 267 560 267
changes_by 'and Ctrl+U takes that back' keys ctrl+u
changes_by 'a sibling is pressed' click 786 410
changes_by 'Numbers come up' click 1224 634
changes_by 'where the pen paints weights' drag 1 790 236 830 266
changes_by 'and Ctrl+U takes that back' keys ctrl+u
changes_by 'Escape goes a step out' keys Escape
changes_by 'Neuron, by keyboard: an arrow leads to another neuron' keys Down
changes_by 'and Escape to the wall' keys Escape
changes_by 'Enter looks closer' keys Return
by_key 2
wait_until view_is 2
changes_by 'Backward, by mouse: a digit is picked' click 1058 64
changes_by 'Apply one step changes the cost' click 1198 64
changes_by 'and Ctrl+U takes that back' keys ctrl+u
by_key 2
changes_by 'Backward, by keyboard: a digit is picked' keys 7
changes_by 'Enter applies one step' keys Return
keys ctrl+u
by_key 3
wait_until view_is 3
changes_by 'Learning, by mouse: the experiments come up' click 1075 635
changes_by 'and make room for the settings' click 1198 123
changes_by 'a layer comes' click 1226 544
changes_by 'and goes' click 1158 544
by_key 4
wait_until view_is 4
sheet=$(area 24 80 364 364)
click 514 234
check 'Examples, by mouse: a press puts an image on the sheet' looks_unlike "$sheet" 24 80 364 364
sheet=$(area 24 80 364 364)
keys Right Return
check 'by keyboard: an arrow and Enter put the next one there' looks_unlike "$sheet" 24 80 364 364
changes_by 'the confusion matrix comes up' click 711 64
changes_by 'and goes' click 711 64
by_key 5
wait_until view_is 5
changes_by 'Dreams, by mouse: noise comes up' click 741 64
changes_by 'two drawings are compared' click 1008 64
card_is_up() {
    is_colour 100 54 $accent
}

card_is_down() {
    ! card_is_up
}

by_key 0
wait_until view_is 0
keys ctrl+z
click 808 20
check 'Tour, by mouse: the card comes up' card_is_up
changes_by 'by keyboard: Page Down is the next step' keys Next
keys F8
check 'F8 leads to the list of its steps' card_is_down
keys F8
check 'and back' card_is_up
keys Escape
check 'Escape ends the tour' card_is_down
keys F9
check 'F9 begins presenting' is_not_colour 5 3 $panel_dark
keys Escape
check 'Escape ends it' is_colour 5 3 $panel_dark

# All of it while the network trains on the built-in strokes.
wait_until is_idle
keys ctrl+t
check 'training begins' is_running
for number in 0 1 2 3; do
    by_key $number
    wait_until view_is $number
    look=$(view_area)
    check "view $number shows the training" view_differs "$look"
done
walk 'while it trains' by_key
keys ctrl+period
check 'training stops' is_idle

# Tab reaches everything in every view, and nothing holds the focus captive.
number=0
for view in $views; do
    by_key $number
    wait_until view_is $number
    xdotool key --delay 2 --repeat 40 Tab
    by_key $(((number + 1) % 6))
    check "Tab leads through $view and out again" view_is $(((number + 1) % 6))
    number=$((number + 1))
done
quit 'Ctrl+Q ends the program'
finish
