#!/bin/sh
# How the window keeps up with a fast pen while it trains: 1,000 motions a second on the sheet.
# draw.sh INKLING PEN; PEN_RATE and PEN_SECONDS change the pen. MNIST is found as always.
# Fails where a motion is not drawn or fewer than 95 % of the frames fit into 16.7 ms.
set -u
INKLING=$1
pen=$2
rate=${PEN_RATE:-1000}
seconds=${PEN_SECONDS:-10}
folder=$(dirname "$0")
. "$folder/../e2e/lib.sh"

# The processor time a program has used, in hundredths of a second.
used() {
    awk '{ print $14 + $15 }' "/proc/$program/stat"
}

busy_since() {
    [ "$(used)" -gt "$(($1 + 50))" ]
}

start_display 1280x800
INKLING_FRAME_LOG=$scratch/frames
export INKLING_FRAME_LOG
start_program
keys ctrl+t
until_true busy_since "$(used)" || broken 'the training begins'
before=$(used)
sent=$("$pen" "$rate" "$seconds" 60 110 360 410)
trained=$(($(used) - before))
screenshot bench-draw
quit_program >/dev/null

# Frames from the first motion of the pen to the last, by the time each took.
awk '$2 > 0 { print $3 }' "$scratch/frames" | sort -n >"$scratch/times"
awk -v sent="$sent" -v used="$trained" -v seconds="$seconds" '
    FNR == NR { motions += $2; next }
    { ms[++frames] = $1; within += $1 < 16.7 }
    function at(share) { return ms[int((frames - 1) * share) + 1] }
    END {
        printf "%d motions sent, %d drawn, in %d frames; %.1f s of processor time in %g s\n",
            sent, motions, frames, used / 100, seconds
        printf "frames under 16.7 ms: %.1f %%; median %.2f ms, p95 %.2f ms, p99 %.2f ms, most %.2f ms\n",
            100 * within / frames, at(0.5), at(0.95), at(0.99), ms[frames]
        exit motions < sent || within < 0.95 * frames
    }' "$scratch/frames" "$scratch/times"
