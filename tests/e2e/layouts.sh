#!/bin/sh
# Keys on eleven layouts, each pressed as who has that layout does: by symbol, and where the layout
# lacks it, by place. And Alt, which opens the menu where it is pressed alone.
# Usage: layouts.sh PROGRAM
. "$(dirname "$0")/lib.sh"
for tool in setxkbmap xwininfo; do
    command -v $tool >/dev/null || skip_all "The program $tool is not installed."
done

# The knob of the size slider, which ] moves to the right.
size_is_not() {
    looks_unlike "$1" 176 574 126 34
}

# The row of digits of the person, which a label adds to.
labels() {
    cat "$home"/digits* 2>/dev/null | cksum
}

labels_are_not() {
    [ "$(labels)" != "$1" ]
}

# The first row of File is marked, as it is where the keyboard has opened it.
menu_is_open() {
    is_colour 22 60 $accent
}

menu_is_closed() {
    is_colour 22 60 $dark
}

dark=12151a

# on_layout LAYOUT UNDO THICKER STOP DIGIT: what to press there, as xdotool names keys; numbers are
# places: 52 has Z on a US keyboard, 35 ], 60 the full stop, 12 the 3
on_layout() {
    setxkbmap "$1"
    draw 1 14 4 14 24
    wait_until answer_is 1
    before=$(labels)
    keys "$5"
    check "$1: $5 labels the drawing" labels_are_not "$before"
    keys "$2" "$2" "$2"
    check "$1: $2 takes back the label and the stroke" sheet_is_empty
    before=$(area 176 574 126 34)
    keys "$3"
    check "$1: $3 makes the brush thicker" size_is_not "$before"
    xdotool mousemove 86 702 click 1 mousemove 380 50
    wait_until is_paused
    keys "$4"
    check "$1: $4 stops the training" is_idle
}

alt_stays_closed() {
    sleep 0.3
    menu_is_closed
}

start_screen 1280x800
start_quietly
on_layout us ctrl+52 35 ctrl+60 12
on_layout de ctrl+z bracketright ctrl+period 3
on_layout de ctrl+29 35 ctrl+60 12
on_layout fr ctrl+z bracketright ctrl+period 3
on_layout fr ctrl+25 35 ctrl+60 12
on_layout ru ctrl+52 35 ctrl+period 12
on_layout ua ctrl+52 bracketright ctrl+60 12
on_layout gr ctrl+52 bracketright ctrl+period 12
on_layout il ctrl+52 bracketright ctrl+60 12
on_layout ara ctrl+52 bracketright ctrl+period 12
on_layout bg ctrl+52 35 ctrl+period 12
on_layout es ctrl+z bracketright ctrl+period 12
on_layout jp ctrl+z bracketright ctrl+period 12

# AltGr, and Alt on the way to another window and back.
setxkbmap de
keys ISO_Level3_Shift
alt_stays_closed
verdict 'AltGr alone opens no menu' $?
keys EuroSign at
alt_stays_closed
verdict 'nor do letters with AltGr' $?
root=$(xwininfo -root | sed -n 's/.*Window id: \([^ ]*\).*/\1/p')
xdotool keydown Alt_L windowfocus "$root" sleep 0.2 keyup Alt_L windowfocus "$window"
alt_stays_closed
verdict 'Alt on the way to another window opens no menu' $?
xdotool windowfocus "$root" sleep 0.2 keydown Alt_L sleep 0.2 windowfocus "$window" sleep 0.1 \
    keyup Alt_L
alt_stays_closed
verdict 'Alt on the way back opens no menu' $?
sleep 0.2
keys Alt_L
check 'Alt alone opens the menu' menu_is_open
keys Alt_L
check 'and closes it' menu_is_closed
quit 'the program ends with exit status 0'
finish
