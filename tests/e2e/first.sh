#!/bin/sh
# The first start: a ghost on a large sheet, the first stroke, and no second time.
# Usage: first.sh PROGRAM
. "$(dirname "$0")/lib.sh"

usual_y=$sheet_y usual_cell=$cell_px
large_y=140 large_cell=16

# sheet_is Y CELL: as large as that, its frame right of it
sheet_is() {
    sheet_y=$1 cell_px=$2
    is_colour $((sheet_x + 28 * cell_px)) $((sheet_y + 14 * cell_px)) $hairline
}

# window_stands_still: no frame is drawn for longer than the ghost rests between two rounds
window_stands_still() {
    frames=$(wc -l <"$place/frames")
    sleep 3
    [ "$(wc -l <"$place/frames")" -eq "$frames" ]
}

ghost_moves() {
    seen=$(area 30 130 430 430)
    wait_until looks_unlike "$seen" 30 130 430 430
}

start_screen 1280x800
export INKLING_FRAME_LOG="$place/frames"
mkdir -p "$home" # with no session in it
start_quietly
check 'the first start has a large sheet' sheet_is $large_y $large_cell
check 'and a ghost that writes on it' ghost_moves
press_and_move 1 "$(x_of 14)" "$(y_of 4)" "$(x_of 14)" "$(y_of 24)"
check 'a pen draws on it where it is' cells_are 'c[14, 14] == 255 && c[10, 14] == 0'
check 'and is answered' answer_is 1
xdotool mouseup 1 mousemove 380 50
check 'after the stroke the sheet has its usual size' sheet_is $usual_y $usual_cell
check 'the ink is where it was' cells_are 'c[14, 4] == 255 && c[14, 24] == 255 && c[10, 14] == 0'
check 'then the window stands still' window_stands_still
keys Delete
check 'an empty sheet is as large' sheet_is_empty
check 'and stands still, too' window_stands_still
quit 'the program ends with exit status 0'

start_quietly
check 'the second start has the usual sheet' sheet_is $usual_y $usual_cell
check 'and no ghost' window_stands_still
keys alt+h Down Down Return
check 'Help > First start again brings the large one' sheet_is $large_y $large_cell
check 'and the ghost' ghost_moves
keys alt+v Down Down Down Down Down Down Down Down Down Down Down Down Return
check 'with less motion it stands still' window_stands_still
check 'but is there' is_not_colour 330 400 $paper
quit 'the program ends with exit status 0 again'
finish
