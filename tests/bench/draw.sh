#!/bin/sh
# How the window keeps up with a fast pen while it trains: 1,000 motions a second for 8 seconds, with
# the network that ships and with a larger one. Fails where a motion is lost; times are only printed,
# as they depend on what else the machine does.
# Usage: draw.sh PROGRAM PEN; MNIST is looked for as always
pen=$2
. "$(dirname "$0")/../e2e/lib.sh"

if [ -n "$real_mnist" ]; then
    INKLING_DATA=$real_mnist
else
    unset INKLING_DATA
fi
export INKLING_FRAME_LOG="$place/frames"

# The points of the last drawing's strokes: a pair of numbers each.
count_points() {
    grep -o '"points":\[[^]]*' "$home/session.json" | tr -cd ',\n' | awk '{ n += (length + 1) / 2 }
        END { print n + 0 }'
}

# measure NAME SHAPE-KEY: draw while the network trains, again from the start where a run ends
measure() {
    rm -rf "$home"
    start_inkling
    wait_until step_is_enabled || give_up 'There is no MNIST to train on: set INKLING_DATA.'
    keys "$2" ctrl+t
    wait_until is_running || give_up 'The training does not begin.'
    "$pen" 1000 8 60 110 360 410 >"$place/sent" &
    pen_pid=$!
    while kill -0 "$pen_pid" 2>/dev/null; do
        ! is_idle || keys ctrl+t
        sleep 0.2
    done
    keys ctrl+q
    ended_with 0 || give_up 'The program does not end well.'
    points=$(count_points)
    awk '$2 > 0 { print $3 }' "$place/frames" | sort -n |
        awk -v name="$1" -v sent="$(cat "$place/sent")" -v points="$points" '
            { ms[NR] = $1; within += $1 < 16.7 }
            function at(share) { return ms[int((NR - 1) * share) + 1] }
            END {
                printf "%s: %d motions sent, %d points drawn, in %d frames\n", name, sent, points, NR
                printf "  under 16.7 ms: %.1f %%; median %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms\n",
                    100 * within / NR, at(0.5), at(0.95), at(0.99), ms[NR]
                exit points < sent
            }' || failed=1
}

start_screen 1280x800
measure 784-16-16-10 ctrl+n
measure 784-128-64-10 ctrl+shift+n
uptime
exit $failed
