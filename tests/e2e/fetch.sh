#!/bin/sh
# Without MNIST: the notice, and File > Get MNIST from mirrors that are good, slow or wrong.
# Usage: fetch.sh PROGRAM; the good mirror has the files of INKLING_DATA
. "$(dirname "$0")/lib.sh"

command -v python3 >/dev/null || skip_all 'The program python3 is not installed.'
[ -e "$real_mnist/train-images-idx3-ubyte.gz" ] ||
    skip_all 'INKLING_DATA names no folder with the files of MNIST as they are downloaded.'

# choose_get: File > Get MNIST, or Cancel the download, by mouse
choose_get() {
    xdotool mousemove 34 17 click 1 mousemove 68 386 click 1 mousemove 380 50
}

press_in_notice() {
    xdotool mousemove 1108 622 click 1 mousemove 380 50
}

nothing_is_left() {
    [ -z "$(ls -A "$INKLING_DATA")" ]
}

all_files_are_there() {
    [ "$(ls -A "$INKLING_DATA")" = "$(cd "$place/right" && ls)" ]
}

# What the strip says of the images: it has come to rest; a download is in its place; it is back.
says='24 757 376 20'

has_settled() {
    # shellcheck disable=SC2086
    settled=$(area $says)
    sleep 3
    shows_no_progress
}

shows_progress() {
    # shellcheck disable=SC2086
    looks_unlike "$settled" $says
}

shows_no_progress() {
    # shellcheck disable=SC2086
    looks_like "$settled" $says
}

mkdir "$place/right" "$place/wrong" "$place/empty"
for kind in train-images-idx3 train-labels-idx1 t10k-images-idx3 t10k-labels-idx1; do
    ln -s "$(cd "$real_mnist" && pwd)/$kind-ubyte.gz" "$place/right/$kind-ubyte.gz"
    echo "These are no images." >"$place/wrong/$kind-ubyte.gz"
done
touch "$place/hold"
python3 "$(dirname "$0")/mirror.py" "$place" "$place/port" "$place/hold" >/dev/null 2>&1 &
mirror_pid=$!
wait_until test -s "$place/port" || give_up 'The mirror does not start.'
mirror=http://127.0.0.1:$(cat "$place/port")
export no_proxy='*'

start_screen 1280x800
INKLING_MIRROR=$mirror/empty/
export INKLING_MIRROR
start_inkling
check 'a notice says that MNIST is missing' notice_is $accent
keys Escape
check 'Escape closes it' notice_is_closed
choose_get
check 'a mirror without the files is a notice' notice_is $warning
check 'nothing is left of it' nothing_is_left
quit 'the program ends with exit status 0'

INKLING_MIRROR=$mirror/wrong/
start_quietly
choose_get
check 'a mirror with other contents is a notice' notice_is $warning
check 'nothing is left of them' nothing_is_left
quit 'it ends with exit status 0 again'

INKLING_MIRROR=$mirror/right/
start_inkling
wait_until notice_is $accent
wait_until has_settled
press_in_notice
check 'the button in the notice downloads, and the strip says how far it is' shows_progress
choose_get
check 'File > Cancel the download says that it is cancelled' notice_is $hairline
check 'the strip says so no longer' shows_no_progress
check 'nothing is left of the download' nothing_is_left
keys alt+f Down Down Down Down Down Down Return
wait_until shows_progress
rm "$place/hold"
check 'File > Get MNIST by keyboard puts all four files in place' all_files_are_there
check 'and a notice says so' notice_is $accent
press_in_notice
check 'its button trains' is_running
quit 'the program ends with exit status 0 while it trains'
finish
