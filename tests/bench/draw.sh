#!/bin/sh
# How the window keeps up with a fast pen while it trains: 1,000 motions a second on the sheet.
# draw.sh INKLING PEN; PEN_RATE and PEN_SECONDS change the pen. MNIST is found as always.
# Fails where a motion is not drawn or fewer than 95 % of the frames fit into 16.7 ms.
set -u
# shellcheck disable=SC2034
INKLING=$1
pen=$2
rate=${PEN_RATE:-1000}
seconds=${PEN_SECONDS:-1.5}
ROUNDS=6 # a training takes a few seconds, so that many are drawn in, one after the other
# shellcheck source=tests/e2e/lib.sh
. "$(dirname "$0")/../e2e/lib.sh"

# The processor time the program has used, in hundredths of a second.
used() {
    # shellcheck disable=SC2154
    awk '{ print $14 + $15 }' "/proc/$program/stat"
}

# Whether a quarter of a second from now the program has been at work for most of it.
busy() {
    before=$(used)
    sleep 0.25
    [ "$(($(used) - before))" -gt 12 ]
}

idle() {
    ! busy
}

start_display 1280x800
# shellcheck disable=SC2154
export INKLING_FRAME_LOG="$scratch/frames"
start_program
TRIES=100 # a quarter of a second each
sent=0 round=0
while [ $round -lt $ROUNDS ]; do
    until_true idle || broken 'the training ends'
    keys ctrl+t
    until_true busy ||
        broken 'the training begins: MNIST is needed, see data/README.md'
    sent=$((sent + $("$pen" "$rate" "$seconds" 60 110 360 410)))
    busy || broken 'the training goes on for longer than the pen draws: set PEN_SECONDS lower'
    round=$((round + 1))
done
until_true idle
quit_program >/dev/null

# Only frames with motions count: those drawn for the training alone have less to do.
awk '$2 > 0 { print $3 }' "$scratch/frames" | sort -n >"$scratch/times"
awk -v sent="$sent" '
    FNR == NR { motions += $2; next }
    { ms[++frames] = $1; within += $1 < 16.7 }
    function at(share) { return ms[int((frames - 1) * share) + 1] }
    END {
        printf "%d motions sent while training, %d drawn, in %d frames\n", sent, motions, frames
        printf "frames under 16.7 ms: %.1f %%; ", 100 * within / frames
        printf "median %.2f ms, p95 %.2f ms, p99 %.2f ms, most %.2f ms\n",
            at(0.5), at(0.95), at(0.99), ms[frames]
        exit motions < sent || within < 0.95 * frames
    }' "$scratch/frames" "$scratch/times"
