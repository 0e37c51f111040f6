#!/bin/sh
# The ink lies exactly under the cursor, whatever the size of the window and of what is in it.
# Usage: scale.sh PROGRAM
. "$(dirname "$0")/lib.sh"

# sheet_lies_at X Y CELL: its frame is where it should be, and paper inside
sheet_lies_at() {
    sheet_x=$1 sheet_y=$2 cell_px=$3
    side=$((28 * cell_px))
    is_colour $((sheet_x - 1)) $((sheet_y + 3)) 2b323c &&
        is_colour $((sheet_x + side)) $((sheet_y + side - 3)) 2b323c &&
        is_colour $((sheet_x + 3)) $((sheet_y - 1)) 2b323c &&
        is_colour $((sheet_x + 1)) $((sheet_y + 1)) $paper
}

blank() {
    keys Delete
    wait_until sheet_is_empty
}

# A dot in the middle of a cell is alike on all sides, where a pixel is in the middle.
even_dot() {
    blank
    draw 1 "$1" "$2"
    check "$3: a dot in the middle of cell $1, $2 is alike on all sides" cells_are \
        "inked == 9 && c[$1, $2] == 255 && even(c[$1 - 1, $2], c[$1 + 1, $2]) && \
        even(c[$1, $2 - 1], c[$1, $2 + 1]) && even(c[$1 - 1, $2], c[$1, $2 - 1])"
}

# Anywhere else, its centre of mass is where the middle of the pixel under the cursor is.
odd_dot() {
    blank
    drag 1 "$1" "$2"
    check "$3: a dot at $1, $2 has its centre there" cells_are "inked > 0 && \
        near(mean_x, ($1 + 0.5 - $sheet_x) / $cell_px) && \
        near(mean_y, ($2 + 0.5 - $sheet_y) / $cell_px)"
}

# A window's corner cells, its middle, and places that are no middles of cells.
dots() {
    for at in '1 1' '26 1' '1 26' '26 26' '14 14'; do
        # shellcheck disable=SC2086
        if [ $((cell_px % 2)) -eq 1 ]; then
            even_dot $at "$1"
        else
            odd_dot "$(x_of ${at% *})" "$(y_of ${at#* })" "$1"
        fi
    done
    odd_dot $((sheet_x + 5 * cell_px + 1)) $((sheet_y + 9 * cell_px - 2)) "$1"
    odd_dot $((sheet_x + 21 * cell_px - 1)) $((sheet_y + 18 * cell_px + 3)) "$1"
}

start_screen 2000x1400
start_quietly
check '1280x800: the sheet has cells of 14 pixels' sheet_lies_at 24 168 14
dots 1280x800
xdotool windowsize "$window" 900 600
check '900x600: the sheet has cells of 8 pixels' sheet_lies_at 24 156 8
dots 900x600
xdotool windowsize "$window" 2000 1400
wait_until is_colour 1995 3 $panel_dark # a small window is not made twice as large
keys ctrl+plus ctrl+plus ctrl+plus ctrl+plus
check 'double scale: the sheet has cells of 20 pixels' sheet_lies_at 48 356 20
dots 'double scale'
keys ctrl+minus ctrl+minus
check 'Ctrl+- makes all smaller' is_not_colour 48 355 2b323c
keys ctrl+0
check 'Ctrl+0 brings back the normal size' sheet_lies_at 24 342 23
quit 'the program ends with exit status 0'
finish
