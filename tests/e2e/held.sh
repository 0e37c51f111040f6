#!/bin/sh
# The file of the user's own digits is held by another program; a disk that does not answer. The
# window goes on, and what was made is in its file once it can be.
# Usage: held.sh PROGRAM [LIBRARY THAT STALLS THE DISK]
. "$(dirname "$0")/lib.sh"
stall=${2-}
command -v flock >/dev/null || skip_all 'The program flock is not installed.'

vertical='c[14, 6] > 200 && c[14, 22] > 200 && c[8, 14] == 0'
horizontal='c[8, 14] > 200 && c[20, 14] > 200 && c[14, 5] == 0'
diagonal='c[8, 8] > 200 && c[20, 20] > 200 && c[8, 14] == 0'

# moves: how many frames were drawn of a pointer that moved
moves() {
    awk '$2 > 0 { n++ } END { print n + 0 }' "$place/frames"
}

moved_on() {
    xdotool mousemove 100 150 mousemove 150 200 mousemove 380 50
    [ "$(moves)" -gt "$before" ]
}

# answers NAME: the pointer moves and frames are drawn of it
answers() {
    before=$(moves)
    check "$1" moved_on
}

# label_is DIGIT...: the file has these, in that order
label_is() {
    [ "$(awk '{ print $1 }' "$home/digits" | xargs)" = "$*" ]
}

start_screen 1280x800
export INKLING_FRAME_LOG="$place/frames"
start_quietly
wait_until test -d "$home"
exec 9>>"$home/digits"
flock 9
draw 1 14 4 14 24
wait_until cells_are "$vertical"
keys 7
answers 'with the digits held by another program the window answers'
check 'it says that they are' notice_is $warning
draw 1 4 14 24 14
check 'and the pen draws' cells_are "$horizontal"
keys 3
answers 'after a second label, too'
[ ! -s "$home/digits" ]
verdict 'the file is untouched' $?
keys ctrl+q
check 'the window does not close over them' page_is_open
answers 'and answers'
keys Escape
wait_until page_is_closed
flock -u 9
check 'once let go, both are in the file' label_is 7 3
check 'and nothing is said any more' notice_is_closed
quit 'the window ends with exit status 0'

if [ -n "$stall" ]; then
    real_program=$program program=$place/inkling
    cat >"$program" <<END
#!/bin/sh
exec env LD_PRELOAD="$(realpath "$stall")" STALL="$place/stalled" "$real_program" "\$@"
END
    chmod +x "$program"
    start_quietly
    keys Delete ctrl+shift+s
    wait_until page_is_open
    type_name "$place/one"
    keys Return
    check 'a network is saved' test -s "$place/one.safetensors"
    check 'and its title says so' title_is one.safetensors
    rm "$place/one.safetensors"
    : >"$place/stalled"
    keys ctrl+s
    answers 'with a disk that stalls, Ctrl+S does not hold the window up'
    draw 1 4 4 24 24
    check 'and the pen draws' cells_are "$diagonal"
    keys 7
    draw 1 4 14 24 14
    check 'nor does a label' cells_are "$horizontal"
    answers 'and it still answers'
    [ ! -e "$place/one.safetensors" ]
    verdict 'no network is there before the disk has taken it' $?
    rm "$place/stalled"
    check 'once it goes on the network is in its file' test -s "$place/one.safetensors"
    check 'the digit, too' label_is 7 3 7
    quit 'the window ends with exit status 0'
fi
finish
