#!/bin/sh
# The first window on screens of many sizes and densities: whole, and as large as it should be.
# Usage: screens.sh PROGRAM; SHOTS names a folder for pictures of them.
. "$(dirname "$0")/lib.sh"
command -v xprop >/dev/null || skip_all 'The program xprop is not installed.'

# on_screen WxH [DPI]: a screen, with what a desktop has set as dots an inch
on_screen() {
    [ -z "$screen_pid" ] || {
        kill "$screen_pid"
        wait "$screen_pid"
    }
    start_screen "$1"
    [ -z "${2-}" ] ||
        xprop -root -f RESOURCE_MANAGER 8s -set RESOURCE_MANAGER "Xft.dpi: $2"
}

# start_as_it_comes: where it wants to be and as large as it wants to be
start_as_it_comes() {
    "$program" >"$place/out" 2>"$place/err" &
    inkling_pid=$!
    wait_until window_is_there || give_up 'The window does not open.'
}

window_lies_at() {
    geometry=$(xdotool getwindowgeometry --shell "$window" | sed -nE 's/^(X|Y|WIDTH|HEIGHT)=//p' | xargs)
    [ "$geometry" = "$1" ]
}

# button_lies_at X Y: Pen, which has the colour of the accent, begins there, in the window
button_lies_at() {
    is_colour $((left + $1 + 3)) $((top + $2 + 9)) $accent &&
        is_not_colour $((left + $1 - 2)) $((top + $2 + 9)) $accent
}

# first_window SCREEN DPI 'X Y WIDTH HEIGHT' PEN-X PEN-Y: where it comes up, and Pen in it
first_window() {
    rm -rf "$home"
    not_the_first
    on_screen "$1" "$2"
    start_as_it_comes
    check "$1 ${2:-no} dpi: the window is $3" window_lies_at "$3"
    # shellcheck disable=SC2086
    set -- "$1" "$2" "$4" "$5" $3
    left=$5 top=$6
    check "$1 ${2:-no} dpi: what is in it has its size" button_lies_at "$3" "$4"
    check "$1 ${2:-no} dpi: it is drawn up to its last corner" \
        is_colour $((left + $7 - 1)) $((top + $8 - 1)) $panel_dark
    xdotool windowfocus "$window" mousemove $((left + $7 / 2)) $((top + 3))
    [ -z "${SHOTS-}" ] || {
        sleep 2
        convert "xwd:$screen" "$SHOTS/$1${2:+-dpi-$2}.png"
    }
    quit "$1 ${2:-no} dpi: it ends with exit status 0"
}

first_window 800x480 '' '0 0 800 480' 19 371
first_window 1024x600 '' '0 0 1024 600' 24 464
first_window 1366x768 '' '43 0 1280 768' 24 604
first_window 1920x1080 96 '240 135 1440 810' 24 653
first_window 2560x1600 192 '0 0 2560 1600' 48 1240
first_window 2560x1600 96 '320 200 1920 1200' 24 932
first_window 2560x1600 '' '320 200 1920 1200' 36 930

on_screen 800x480
start_as_it_comes
check 'a size that no longer fits is made to fit' window_lies_at '0 0 800 480'
xdotool windowsize "$window" 700 450
wait_until window_lies_at '0 0 700 450'
quit 'it ends with exit status 0'
start_as_it_comes
check 'and a size that fits is kept' window_lies_at '50 15 700 450'
quit 'it ends with exit status 0 again'
finish
