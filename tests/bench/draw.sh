#!/bin/sh
# How the window keeps up with a pen while it trains on all processors, with the network that ships
# and with a larger one: 1,000 motions a second for 8 seconds, and how long the frames take; then
# single motions 30 ms apart, and how long it takes from each to its ink on the screen; and frames
# again with each view of the laboratory open. Fails where a motion is lost; times are only printed, as they depend on what else the machine does.
# Usage: draw.sh PROGRAM PEN LATENCY; MNIST is looked for as always
pen=$2 latency=$3
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

# while_training KEYS COMMAND...: press the keys, one or more, then draw with it while the network trains, again from the start
# where a run ends; what it prints is in $place/drawn
while_training() {
    rm -rf "$home"
    start_inkling
    # shellcheck disable=SC2086
    keys $1 ctrl+t
    wait_until is_running || give_up 'The training does not begin: is there no MNIST? Set INKLING_DATA.'
    shift
    "$@" >"$place/drawn" &
    pen_pid=$!
    while kill -0 "$pen_pid" 2>/dev/null; do
        ! is_idle || keys ctrl+t
        sleep 0.2
    done
    wait "$pen_pid" || give_up 'The pen does not draw to its end.'
    keys ctrl+q
    ended_with 0 || give_up 'The program does not end well.'
}

# summary LABEL LIMIT-MS: of the milliseconds in the input, a line each
summary() {
    sort -n | awk -v label="$1" -v limit="$2" '
        { ms[NR] = $1; within += $1 < limit }
        function at(share) { return ms[int((NR - 1) * share) + 1] }
        END {
            printf "  %s: under %s ms: %.1f %%; ", label, limit, 100 * within / NR
            printf "median %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms\n",
                at(0.5), at(0.95), at(0.99), ms[NR]
        }'
}

# The sheet's part of the window that is drawn on; beside a view to the right edge it is small.
sheet_of_network='60 170 360 410' sheet_of_rail='30 130 186 286'

# frames NAME KEYS SECONDS
frames() {
    # shellcheck disable=SC2086
    while_training "$2" "$pen" 1000 "$3" $sheet
    sent=$(cat "$place/drawn") points=$(count_points)
    awk '$2 > 0 { print $3 }' "$place/frames" >"$place/frame-ms"
    echo "$1: $sent motions sent, $points points drawn, in $(wc -l <"$place/frame-ms") frames"
    [ "$points" -ge "$sent" ] || failed=1
    summary 'a frame' 16.7 <"$place/frame-ms"
}

# measure NAME SHAPE-KEY
measure() {
    frames "$1" "$2" 8
    # Every second cell: ink 2 cells wide does not reach the middle of the next place.
    while_training "$2" "$latency" 14 14 "$(x_of 0)" "$(y_of 0)" $((2 * cell_px))
    summary "motion to pixel, $(wc -l <"$place/drawn") motions" 16 <"$place/drawn"
}

start_screen 1280x800
sheet=$sheet_of_network
measure 784-16-16-10 ctrl+n
measure 784-128-64-10 ctrl+shift+n
while read -r view key <&3; do
    round_y=702 sheet=$sheet_of_network
    case $view in Learning | Landscape | Slope | Chain) sheet=$sheet_of_rail ;; esac
    [ $view != Learning ] || round_y=$round_y_of_learning
    frames "784-16-16-10, the view $view open" "ctrl+n $key" 4
done 3<<END
Forward F2
Neuron F3
Backward F4
Chain shift+F4
Learning F5
Landscape shift+F5
Slope ctrl+F5
Examples F6
Dreams F7
Tour F8
END
uptime
exit $failed
