#!/bin/sh
# Drawing with the mouse: the ink, the answer, undo, the eraser, the brush.
# Usage: draw.sh PROGRAM
. "$(dirname "$0")/lib.sh"

three='120 236 200 206 270 246 240 316 170 336 260 366 280 436 200 486 120 456'
edit='76 17' edit_undo='106 60' edit_redo='106 88' edit_clear='106 116'
pen_button='48 591' eraser_button='108 591' undo_button='338 591' clear_button='392 591'

# choose MENU-TITLE ITEM: by mouse; both are places
choose() {
    # shellcheck disable=SC2086
    xdotool mousemove $1 click 1 mousemove $2 click 1 mousemove 380 50
}

# press PLACE: a button of the window
press() {
    # shellcheck disable=SC2086
    xdotool mousemove $1 click 1 mousemove 380 50
}

is_read_as() {
    convert "xwd:$screen" -crop 392x392+24+168 +repage -filter point -resize 28x28 "$place/drawn.png"
    "$program" classify "$place/drawn.png" | grep -q ": $1 "
}

clipboard_has_picture() {
    xclip -selection clipboard -target TARGETS -out 2>/dev/null | grep -q image/png
}

start_screen 1280x800
start_quietly
check 'an empty sheet is blank' sheet_is_empty
check 'an empty sheet has no answer' answer_is none

# shellcheck disable=SC2086
press_and_move 1 $three
check 'a 3 is read while the pen is still on the sheet' answer_is 3
xdotool mouseup 1 mousemove 380 50
check 'a 3 is read by the command, too' is_read_as 3

keys ctrl+z
check 'Ctrl+Z takes the stroke back' sheet_is_empty
check 'and its answer' answer_is none
keys ctrl+shift+z
check 'Ctrl+Shift+Z brings it back' answer_is 3
keys ctrl+z
wait_until sheet_is_empty
keys ctrl+y
check 'so does Ctrl+Y' answer_is 3
keys Delete
check 'Delete clears the sheet' sheet_is_empty
keys ctrl+z
check 'and is undone' answer_is 3
press "$clear_button"
check 'the button Clear clears the sheet' sheet_is_empty
press "$undo_button"
check 'and the button Undo undoes that' answer_is 3
choose "$edit" "$edit_clear"
check 'Edit > Clear clears the sheet' sheet_is_empty
choose "$edit" "$edit_undo"
check 'Edit > Undo undoes that' answer_is 3
choose "$edit" "$edit_redo"
check 'Edit > Redo clears it again' sheet_is_empty
# shellcheck disable=SC2086
xdotool mousemove $edit mousedown 1 mousemove 106 76 mousemove $edit_undo mouseup 1 mousemove 380 50
check 'a menu also works with the button held' answer_is 3

choose "$edit" "$edit_clear"
wait_until sheet_is_empty
draw 1 2 2 25 25 25 2 2 25
gapless='1'
for i in 3 6 9 12 15 18 21 24; do
    gapless="$gapless && c[$i, $i] == 255 && c[25, $i] == 255 && c[$i, 27 - $i] == 255"
done
check 'a stroke of few, far motions has no gap' cells_are "$gapless"

keys Delete
wait_until sheet_is_empty
draw 1 4 10 24 10
draw 1 4 20 24 20
wait_until cells_are 'c[24, 10] == 255 && c[24, 20] == 255'
keys ctrl+z
check 'undo takes one stroke at a time' cells_are 'c[14, 10] == 255 && c[14, 20] == 0'
draw 3 14 5 14 15
check 'the right button erases' cells_are 'c[14, 10] == 0 && c[10, 10] == 255 && c[18, 10] == 255'
keys ctrl+z
check 'erasing is undone' cells_are 'c[14, 10] == 255'
press "$eraser_button"
draw 1 10 5 10 15
check 'so does the left one with the eraser' cells_are 'c[10, 10] == 0 && c[14, 10] == 255'
press "$pen_button"
draw 1 10 8 10 12
check 'the button Pen brings the pen back' cells_are 'c[10, 10] == 255'
keys e
draw 1 20 5 20 15
check 'the key E takes the eraser' cells_are 'c[20, 10] == 0'
keys p
draw 1 20 8 20 12
check 'the key P takes the pen' cells_are 'c[20, 10] == 255'

keys Delete
wait_until sheet_is_empty
draw 1 5 5 5 -2 20 -2 20 5
check 'a stroke may leave the sheet and come back' \
    cells_are 'c[5, 0] == 255 && c[20, 0] == 255 && c[20, 5] == 255 && c[12, 0] == 0'
draw 1 26 20 26 30
check 'a stroke that ends over a button does not press it' \
    cells_are 'c[26, 27] == 255 && c[5, 0] == 255'

# brush_is CELLS NAME: a dot is that wide
brush_is() {
    keys Delete
    wait_until sheet_is_empty
    draw 1 14 14
    check "$2" cells_are "wide > $1 - 0.02 && wide < $1 + 0.02"
}
brush_is 2 'the brush is 2 cells wide'
wheel 8 4
brush_is 4 'a notch of the wheel makes it a quarter of a cell wider'
wheel 4 5
brush_is 3 'or narrower'
keys bracketleft bracketleft
brush_is 2.5 'the key [ makes it narrower'
keys bracketright bracketright bracketright bracketright
brush_is 3.5 'and ] wider'
drag 1 230 591 240 591 180 591
brush_is 0.25 'the slider makes it a quarter of a cell wide at its left end'
drag 1 230 591 240 591 304 591
brush_is 8 'and 8 cells at its right end'

keys Delete
wheel 24 5
# shellcheck disable=SC2086
drag 1 $three

# The whole stroke has arrived once the input has not changed for a while.
stands_still() {
    seen=$(area 440 306 84 84)
    sleep 0.3
    [ "$(area 440 306 84 84)" = "$seen" ]
}
wait_until stands_still
keys f
check 'F shows the drawing as it lies to the network' looks_unlike "$seen" 440 306 84 84
keys f
check 'and F fits and centres it again' looks_like "$seen" 440 306 84 84
quit 'the program ends with exit status 0'

start_inkling "$place/drawn.png"
check 'a picture that is named at the start is read' answer_is 3
draw 1 4 4 4 24
check 'the pen draws on it' cells_are 'c[4, 14] > 0 && c[14, 14] > 0'
keys ctrl+z
if command -v xclip >/dev/null; then
    keys ctrl+c
    wait_until clipboard_has_picture
    keys Delete
    wait_until sheet_is_empty
    keys ctrl+v
    check 'what Ctrl+C has copied Ctrl+V pastes' answer_is 3
fi
quit 'the program ends with exit status 0 again'
finish
