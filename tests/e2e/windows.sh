#!/bin/sh
# The program for Windows, under wine: its commands, names in UTF-8, a drawing, training, saving, and
# the same again after a second start.
# Usage: windows.sh inkling.exe, beside what comes with it; more is tried with the MNIST of INKLING_DATA
. "$(dirname "$0")/lib.sh"

for tool in wine wineserver; do
    command -v $tool >/dev/null || skip_all "The program $tool is not installed."
done
export WINEPREFIX="$place/wine" WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
home="$WINEPREFIX/drive_c/users/$(id -un)/AppData/Roaming/inkling"
windows_program=$program console_program=${program%.exe}.com program=$place/inkling
printf '#!/bin/sh\nexec wine "%s" "$@"\n' "$windows_program" >"$program"
chmod +x "$program"
trap 'wineserver -k; clean_up' EXIT

in_console() {
    wine "$console_program" "$@" 2>&1
}

says() {
    wanted=$1
    shift
    in_console "$@" | grep -qF "$wanted"
}

tests=$(cd "$(dirname "$0")" && pwd)
start_screen 1400x900 # Windows lets no window be much larger than the screen, its frame included
wineboot -i >/dev/null 2>&1 || give_up 'wine does not start.'
cd "$place" || exit 1
check 'the program says its version' says 'inkling 0.1.0' --version
convert -size 280x280 xc:white -stroke black -strokewidth 22 -draw 'line 140,40 140,240' 'Zähl 七.png'
check 'a picture whose name has letters of other languages is read' says 'Zähl 七.png: 1 ' classify 'Zähl 七.png'
if [ -n "$real_mnist" ]; then
    INKLING_DATA=$real_mnist
    check 'an epoch of training is said and saved' says 'Saved as Nëtz.safetensors.' train --epochs 1 --out 'Nëtz.safetensors'
    check 'what it has saved can be opened' says '"accuracy":0.9' eval --json 'Nëtz.safetensors'
    wine "$console_program" train --epochs 1000 --out stopped.safetensors >"$place/out" 2>&1 &
    inkling_pid=$!
    wait_until grep -q '^Epoch   1' "$place/out"
    kill -INT $inkling_pid # as Ctrl+C does in a console
    check 'Ctrl+C ends the training' ended_with 0
    check 'and saves what it has learned' grep -q 'Saved as stopped.safetensors' "$place/out"
fi

# A mirror of this machine; the notice that MNIST is missing has a button for it.
if [ -n "$real_mnist" ]; then
    INKLING_DATA=$place/no-mnist
    python3 "$tests/mirror.py" "$real_mnist" "$place/port" "$place/hold" >/dev/null 2>&1 &
    mirror_pid=$!
    wait_until test -s "$place/port" || give_up 'The mirror does not start.'
    INKLING_MIRROR=http://127.0.0.1:$(cat "$place/port")/
    export INKLING_MIRROR no_proxy='*'
fi

press_in_notice() {
    xdotool mousemove 1108 622 click 1 mousemove 380 50
}

can_be_read() {
    identify "$1" >/dev/null 2>&1
}

start_inkling
if [ -n "$real_mnist" ]; then
    check 'a notice says that MNIST is missing' notice_is $accent
    press_in_notice
    check 'its button downloads all of it' test -e "$INKLING_DATA/train-images-idx3-ubyte.gz"
    check 'and training can begin' is_idle
    keys Escape
fi
press_and_move 1 "$(x_of 14)" "$(y_of 4)" "$(x_of 14)" "$(y_of 14)" "$(x_of 14)" "$(y_of 24)"
check 'a pen draws on the sheet' cells_are 'c[14, 14] == 255 && c[10, 14] == 0'
xdotool mouseup 1 mousemove 380 50
check 'and the network answers' answer_is 1
drawn=$(cells)
keys ctrl+shift+e
wait_until page_is_open
type_name "Z:$place/view.png"
keys Return
check 'a picture of the view is exported' test -s "$place/view.png"
check 'which can be read' can_be_read "$place/view.png"
keys Escape
if [ -n "$real_mnist" ]; then
    keys ctrl+t
    check 'training begins' is_running
    keys ctrl+period
    check 'and stops' is_idle
fi
quit 'the program ends with exit status 0'
check 'the session is in the folder of the user' test -s "$home/session.json"

cells_are_as_drawn() {
    [ "$(cells)" = "$drawn" ]
}

start_inkling
check 'the second start has the drawing of the first' cells_are_as_drawn
quit 'and ends with exit status 0, too'
finish
