#!/bin/sh
# Every way in which the program ends, and what comes back of the drawing and the network; two
# windows; a disk that takes nothing. Usage: endings.sh PROGRAM
. "$(dirname "$0")/lib.sh"

# A shell ignores some signals for what it starts in the background; a terminal does not.
real_program=$program program=$place/inkling
cat >"$program" <<END
#!/bin/sh
trap '' XFSZ
exec env --default-signal=INT,QUIT,HUP "$real_program" "\$@"
END
chmod +x "$program"
env --default-signal=HUP true 2>/dev/null || skip_all 'The program env has no --default-signal.'

horizontal='c[8, 14] > 200 && c[20, 14] > 200 && c[14, 5] == 0 && c[14, 23] == 0'
vertical='c[14, 6] > 200 && c[14, 22] > 200 && c[5, 14] == 0 && c[23, 14] == 0'

# has FILE TEXT...: a session has all of that
has() {
    has_file=$home/$1
    shift
    for text; do
        grep -q "$text" "$has_file" 2>/dev/null || return 1
    done
}

clear_and_draw() {
    keys Escape Delete
    wait_until sheet_is_empty
    wait_until has session.json '"strokes":\[\]'
    draw "$@"
    wait_until has session.json '"points":'
}

# comes_back NAME: the next start has the drawing
comes_back() {
    start_inkling
    check "$1: the drawing comes back" cells_are "$horizontal"
    title_is '*784-16-16-10'
    verdict "$1: and the network" $?
}

# ends NAME COMMAND...: draw, have it ended so, and look what comes back
ends() {
    end_name=$1
    shift
    clear_and_draw 1 4 14 24 14
    "$@"
    wait_until inkling_has_ended
    verdict "$end_name: the program ends" $?
    wait "$inkling_pid" 2>/dev/null
    end_status=$? inkling_pid=''
}

# The next one draws on another screen.
kill_screen() {
    kill "$screen_pid"
    wait "$screen_pid" 2>/dev/null
    screen_pid=''
}

start_screen 1280x800
start_quietly
keys ctrl+n
check 'a new network is saved unasked' has session.json '"fresh":true'
for signal in TERM HUP INT; do
    ends "SIG$signal" kill -$signal "$inkling_pid"
    [ $end_status -eq 0 ] && [ ! -s "$place/err" ]
    verdict "SIG$signal: its exit status is 0" $?
    comes_back "SIG$signal"
done
for signal in QUIT KILL ABRT; do
    ends "SIG$signal" kill -$signal "$inkling_pid"
    comes_back "SIG$signal"
done
ends 'a killed window' xdotool windowkill "$window"
comes_back 'a killed window'
ends 'a screen that dies' kill_screen
start_screen 1280x800
comes_back 'a screen that dies'

# Two windows: the second lies over the first.
clear_and_draw 1 4 14 24 14
"$program" >/dev/null 2>&1 &
second_pid=$!
check 'a second window keeps a session of its own' has session.2.json '"strokes":\[\]'
wait_until sheet_is_empty
check 'and says so' notice_is $hairline
draw 1 14 4 14 24
check 'what is drawn in it is kept' has session.2.json '"points":'
kill -KILL $second_pid
wait $second_pid 2>/dev/null
kill -KILL "$inkling_pid"
wait "$inkling_pid" 2>/dev/null
comes_back 'the first of two windows'
"$program" >/dev/null 2>&1 &
second_pid=$!
check 'the drawing of the second comes back in a second one' cells_are "$vertical"
kill -TERM $second_pid
wait $second_pid
verdict 'which ends with exit status 0' $?
xdotool windowfocus "$window" # which the second has taken with it
quit 'and so does the first'

# A disk that takes nothing: no file may have a byte.
if command -v prlimit >/dev/null; then
    start_inkling
    clear_and_draw 1 4 14 24 14
    prlimit --pid "$inkling_pid" --fsize=0:unlimited
    draw 1 14 4 14 24
    keys ctrl+q
    check 'with a full disk the window stays and asks' page_is_open
    keys ctrl+q Escape
    check 'asked again it still does, and Escape goes on' page_is_closed
    keys ctrl+q
    wait_until page_is_open
    prlimit --pid "$inkling_pid" --fsize=unlimited:unlimited
    keys Return
    ended_with 0
    verdict 'with room on it, Enter tries again and ends with exit status 0' $?
    start_inkling
    check 'all of the drawing is there' cells_are 'c[8, 14] > 200 && c[14, 6] > 200'
    prlimit --pid "$inkling_pid" --fsize=0:unlimited
    keys Delete
    kill -TERM "$inkling_pid"
    ended_with 1
    verdict 'a signal asks nobody: exit status 1' $?
fi
finish
