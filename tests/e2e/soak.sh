#!/bin/sh
# A window that is used for long: it trains and is drawn in, all views, dialogs and files come and go,
# and what it takes of the machine stays bounded. Not a test of the suites.
# Usage: soak.sh PROGRAM [SECONDS]
. "$(dirname "$0")/lib.sh"

whole_s=${2:-600}
[ "$whole_s" -ge 60 ] 2>/dev/null || give_up 'It takes 60 seconds or more.'
[ -e "/proc/$$/smaps_rollup" ] || skip_all 'What a program takes is read from /proc, which is not here.'
[ ! -e "$real_mnist/train-images-idx3-ubyte.gz" ] || INKLING_DATA=$real_mnist

# What the program takes now: kB of its own memory, threads, open files
takes() {
    awk '/^Pss_Anon:/ { kb = $2 } END { printf "%d ", kb }' "/proc/$inkling_pid/smaps_rollup"
    awk '/^Threads:/ { printf "%d ", $2 }' "/proc/$inkling_pid/status"
    find "/proc/$inkling_pid/fd" -mindepth 1 2>/dev/null | wc -l
}

# Each is a round of use, that leaves no dialog open.
use() {
    case $(($1 % 8)) in
    0) draw 1 14 4 14 24 && keys 1 ;;
    1) draw 1 8 6 20 6 12 24 && keys ctrl+z ctrl+y 7 ;;
    2) draw 1 18 4 9 14 20 18 9 22 && keys ctrl+d Escape ctrl+d Escape ;;
    3) keys F3 Right Down F4 Right Right F5 ;;
    4) keys F6 Down Down Return F7 Right F8 F2 ;;
    5) keys F5 && click 1075 587 && click 1198 75 && keys F2 ;;
    6) keys ctrl+s && sleep 0.3 && type_name "soak-$1" && keys Return && sleep 0.3 && keys Escape ;;
    7) keys F9 && draw 1 10 8 20 20 && keys F9 ctrl+plus ctrl+minus ctrl+t ;;
    esac
    # The pointer goes over everything: what is under it explains itself.
    xdotool mousemove $((30 + $1 * 67 % 1200)) $((60 + $1 * 41 % 700))
    sleep 0.2
    keys Escape
}

cd "$place" || exit 1 # where the networks go that are saved
start_screen 1280x800
start_inkling
wait_until is_drawn
keys ctrl+t
began=$(date +%s) round=0 noted=0
: >"$place/took"
while
    now=$(($(date +%s) - began))
    [ $now -lt "$whole_s" ] && ! inkling_has_ended
do
    use $round
    round=$((round + 1))
    if [ $now -ge $noted ]; then
        echo "$now $(takes)" >>"$place/took"
        noted=$((now + whole_s / 60))
    fi
done
! inkling_has_ended
verdict "it runs for $whole_s s, $round rounds of use" $?

# The most of the middle third against the most of the last one: what only grows shows there.
awk -v whole="$whole_s" -v program="$program" '
    { third = int(3 * $1 / whole); third = third > 2 ? 2 : third
      for (i = 2; i <= 4; i++) { if ($i > most[third, i]) { most[third, i] = $i } } }
    END { for (i = 2; i <= 4; i++) { print most[0, i], most[1, i], most[2, i] } }' \
    "$place/took" >"$place/thirds"
{
    read -r _ kb_before kb_after
    read -r _ threads_before threads_after
    read -r _ files_before files_after
} <"$place/thirds"
sed 's/^/# second, kB, threads, files: /' "$place/took"
[ "$kb_after" -le $((kb_before + kb_before / 20 + 1024)) ]
verdict "memory of its own is bounded: at most $kb_before kB, then $kb_after kB" $?
[ "$threads_after" -le "$threads_before" ]
verdict "threads are bounded: at most $threads_before, then $threads_after" $?
[ "$files_after" -le "$files_before" ]
verdict "open files are bounded: at most $files_before, then $files_after" $?
keys Escape Escape
quit 'it ends as asked'
finish
