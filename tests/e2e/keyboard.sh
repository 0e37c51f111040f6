#!/bin/sh
# All of the window by keyboard alone: focus, menus, pages, dialogs, drawing.
# Usage: keyboard.sh PROGRAM
. "$(dirname "$0")/lib.sh"

sheet='24 168' pen='24 576' eraser='78 576' size='182 576' undo='314 576' clear='368 576'
straighten='440 416' fit='440 436' view='524 88' all_edges='1152 49'
step='68 684' resume='172 687' scratch='264 687' speed='64 732' fold='988 680'

# focus_is_on PLACE: the ring around a control, 3 pixels away from its corner
focus_is_on() {
    is_colour $((${1% *} - 3)) $((${1#* } - 3)) $accent
}

# tabs NAME KEY PLACE...: a press of the key leads from each control to the next
tabs() {
    tabs_name=$1 tab=$2 status=0
    shift 2
    for at in "$@"; do
        keys "$tab"
        wait_until focus_is_on "$at" || status=1
    done
    verdict "$tabs_name" $status
}

eraser_is_on() {
    is_colour 86 582 $accent
}

pen_is_on() {
    is_colour 32 582 $accent
}

straighten_is_on() {
    is_colour 444 428 $accent
}

# The menu File is open, its row marked; row 0 is Open, row 11 Quit
file_row_is_marked() {
    is_colour 22 $((60 + 28 * $1 + 9 * (($1 > 5) + ($1 > 10) + ($1 > 11)))) $accent
}

file_is_closed() {
    is_colour 22 60 12151a
}

start_screen 1280x800
start_quietly
tabs 'Tab goes through all that can be used' Tab \
    "$sheet" "$pen" "$eraser" "$size" "$straighten" "$fit" "$view" "$all_edges" \
    "$step" "$resume" "$scratch" "$speed" "$fold" "$sheet"
tabs 'Shift+Tab goes back' shift+Tab "$fold" "$speed" "$scratch" "$resume" "$step" "$all_edges" "$view" "$fit" "$straighten"
check 'straightening is on' straighten_is_on
keys space
wait_until is_not_colour 444 428 $accent
verdict 'Space turns it off' $?
keys space
check 'and on' straighten_is_on
keys shift+Tab shift+Tab Return
check 'Enter presses a button' eraser_is_on
keys shift+Tab space
check 'so does Space' pen_is_on

keys shift+Tab
wait_until focus_is_on "$sheet"
keys space Right Right Right Right Right Right Right Right Right Right
check 'Space puts the pen onto the sheet, and arrows draw' \
    cells_are 'c[15, 13] == 255 && c[17, 14] == 255 && c[11, 14] == 0'
keys space Down Down Down Down Down Down Down Down space
check 'Space lifts it, and arrows move it' \
    cells_are 'c[18, 15] == 0 && c[18, 16] == 0 && c[18, 17] > 0 && c[19, 18] > 0'
keys space
tabs 'with ink on the sheet, Tab also goes to Undo and Clear' Tab \
    "$pen" "$eraser" "$size" "$undo" "$clear"
keys space
check 'Clear by Space' sheet_is_empty
keys Tab
tabs 'from Clear, which is of no use now, Shift+Tab goes on' shift+Tab "$undo" "$size"
keys Right Right
draw 1 14 14
check 'arrows move the slider, a quarter of a cell each' cells_are 'wide > 2.48 && wide < 2.52'
keys Delete

keys F10
check 'F10 opens the first menu' file_row_is_marked 0
keys Down
check 'an arrow marks the next row' file_row_is_marked 1
keys Up Up
check 'over the end, the last one' file_row_is_marked 12
keys Escape
check 'Escape closes the menu' file_is_closed
keys alt+f
check 'Alt+F opens File' file_row_is_marked 0
keys F10
check 'F10 closes it' file_is_closed
keys Alt_L
check 'Alt alone opens File' file_row_is_marked 0
keys Alt_L
check 'and closes it' file_is_closed
keys alt+e Down Down Down Return
check 'Alt+E passes Redo, Clear and Copy over, which are of no use: Down thrice, Enter is Eraser' eraser_is_on
keys F10 Right Down Down Down space
check 'F10, Right, Down thrice, Space is Pen' pen_is_on
keys alt+v Down Down Down Down Down Down Down Down Down Down Down Return
check 'Alt+V, Down eleven times, Enter is the light theme' is_colour 5 3 $panel_light
keys ctrl+d
check 'Ctrl+D is the dark theme again' is_colour 5 3 $panel_dark

keys F1
check 'F1 opens the page of keys' page_is_open
keys e F1
check 'F1 closes it' page_is_closed
check 'and keys do nothing behind it' pen_is_on
keys F1
wait_until page_is_open
keys Escape
check 'so does Escape' page_is_closed
keys alt+h Up Return
check 'Help > About opens its page' page_is_open
keys Return
check 'Enter closes it' page_is_closed

keys ctrl+o
check 'Ctrl+O opens the dialog' page_is_open
keys Tab Tab space
check 'Tab, Tab, Space is Cancel' page_is_closed
keys ctrl+shift+s
wait_until page_is_open
type_name "$place/one"
keys Return
check 'Ctrl+Shift+S, a name and Enter save the network' test -s "$place/one.safetensors"
check 'and the title is its name' title_is one.safetensors
check 'and a notice says so' notice_is $hairline
keys Escape
check 'Escape closes the notice' notice_is_closed
keys ctrl+shift+s
wait_until page_is_open
type_name two
keys Tab Tab Tab
keys shift+Tab space
check 'Tab leads to Save, Space presses it' test -s "$place/two.safetensors"
keys ctrl+n
check 'Ctrl+N makes a new network' title_is '*784-16-16-10'
keys ctrl+b
check 'Ctrl+B brings the previous one back' title_is two.safetensors

before=$(cksum <"$place/one.safetensors")
keys ctrl+r ctrl+shift+s
wait_until page_is_open
type_name "$place/one"
keys Return
check 'saving over a file asks first' page_is_open
[ "$(cksum <"$place/one.safetensors")" = "$before" ]
verdict 'and has not touched it' $?
keys Return
check 'Enter again saves' title_is one.safetensors
[ "$(cksum <"$place/one.safetensors")" != "$before" ]
verdict 'over it' $?

keys ctrl+o
wait_until page_is_open
keys End Return
check 'Ctrl+O, End, Enter opens the last network of the list' title_is two.safetensors
keys ctrl+o
wait_until page_is_open
keys End Up Return
check 'Up is the one before' title_is one.safetensors
head -c 1000 "$place/two.safetensors" >"$place/cut.safetensors"
keys ctrl+o
wait_until page_is_open
dialog=$(area 380 160 520 480)
xdotool type --delay 5 cut.safetensors
keys Return
check 'a damaged file leaves the dialog open, with a sentence' looks_unlike "$dialog" 380 160 520 480
check 'and open it stays' page_is_open
keys Escape
check 'until Escape' page_is_closed
check 'the network is the one before' title_is one.safetensors

keys alt+f Up Return
ended_with 0 && [ ! -s "$place/err" ]
verdict 'File > Quit by arrows ends the program with exit status 0' $?
finish
