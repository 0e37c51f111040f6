#!/bin/sh
# Starting and ending: signals, no display, damaged files of the last session, no work when idle.
# Usage: start.sh PROGRAM
. "$(dirname "$0")/lib.sh"

start_screen 1280x800

start_quietly
draw 1 14 4 14 24
check 'a 1 is drawn' answer_is 1
kill -TERM "$inkling_pid"
ended_with 0 && [ ! -s "$place/err" ]
verdict 'SIGTERM ends the program with exit status 0' $?
start_quietly
check 'and kept the drawing' answer_is 1
quit 'it ends with exit status 0'

# Libraries have words of their own to say here; the program has one sentence.
env -u DISPLAY timeout "$guard_s" "$program" >"$place/out" 2>"$place/err"
[ $? -eq 1 ] && [ ! -s "$place/out" ] && [ "$(grep -Ec '^inkling: .+\.$' "$place/err")" -eq 1 ]
verdict 'without a display there is one sentence and exit status 1' $?
: >"$place/err"

# ticks: the processor time the program has used, in hundredths of a second
ticks() {
    awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$inkling_pid/stat"
}

# The program has come to rest once it has used nothing for a while.
is_at_rest() {
    before=$(ticks)
    sleep 0.5
    [ "$(ticks)" -eq "$before" ]
}

start_quietly
if ! grep -aq '__[at]san_init' "$program"; then # a sanitizer works on its own account
    wait_until is_at_rest
    before=$(ticks)
    sleep 3
    [ $(($(ticks) - before)) -le 6 ]
    verdict 'at rest it uses less than 2 % of a processor' $?
fi
quit 'and ends with exit status 0'

notice_is_there() {
    ! notice_is_closed
}

# survives NAME: whatever the last session left, the window opens, draws, answers and ends
survives() {
    start_inkling
    check "$1: a sentence is in the window" notice_is_there
    keys Escape Delete
    wait_until sheet_is_empty
    draw 1 14 4 14 24
    check "$1: the window opens and answers" answer_is 1
    quit "$1: and ends with exit status 0"
}

cp -r "$home" "$place/whole"
network=$(basename "$home"/session-*.safetensors)
size=$(wc -c <"$home/$network")
# damage NAME FILE CONTENTS-COMMAND...: what the command makes of the whole file is in its place
damage() {
    damage_name=$1 damaged=$2
    shift 2
    rm -rf "$home"
    cp -r "$place/whole" "$home"
    rm -f "$home/$damaged"
    "$@" <"$place/whole/$damaged" >"$home/$damaged"
    cp "$home/$damaged" "$place/damaged"
    survives "$damage_name"
    cmp -s "$place/damaged" "$home/$damaged.damaged-1"
    verdict "$damage_name: and the file is kept" $?
}

damage 'an empty session.json' session.json true
damage 'half a session.json' session.json head -c 200
damage 'a session.json of random bytes' session.json head -c 5000 /dev/urandom
damage 'a session.json with absurd values' session.json echo '{"brush":1e300,"zoom":-1,
    "window_w":1e9,"window_h":"no","tool":7,"network":[],"dark":null,"strokes":[{"points":[1]},
    {"points":["a","b"]},{"width":-5,"points":[1e308,-1e308,0,0]},7,{"points":{"x":1}}]}'
damage 'an empty network' "$network" true
damage 'half a network' "$network" head -c $((size / 2))
damage 'a network of random bytes' "$network" head -c 5000 /dev/urandom
damage 'a network with a wrong header' "$network" sed '1s/F32/F64/'

rm -rf "$home"
mkdir -p "$home"
echo '{"strokes":[{"points":[5,5,9,9]}]}' >"$home/session.json"
survives 'a session.json with strokes only'

rm -rf "$home"
mkdir -p "$home/session.json" "$home/session.safetensors"
survives 'folders in the places of both files'
[ -d "$home/session.json.damaged-1" ] && [ -d "$home/session.safetensors.damaged-1" ]
verdict 'and both folders are kept' $?
finish
