#!/bin/sh
# Holds the instructions that training on one image takes to the figure recorded, within 3 %:
#   instructions.sh PROGRAM SET COMPILER            SET as in nn/kernels.h, COMPILER such as gcc-12
#   instructions.sh --record PROGRAM SET COMPILER   keep the figure of now
set -eu

records=$(dirname "$0")/instructions.txt
record=false
if [ "$1" = --record ]; then
    record=true
    shift
fi
program=$1 set=$2 compiler=$3

skip() {
    echo "$*"
    exit 77
}

command -v valgrind >/dev/null || skip "valgrind is not installed: no instructions are counted."
if [ "$set" = avx2 ] && ! grep -qw avx2 /proc/cpuinfo 2>/dev/null; then
    skip "This machine has no AVX2: its instructions are not counted."
fi

then=$(sed -n "s/^$compiler $set //p" "$records")
if [ -z "$then" ] && ! $record; then
    skip "No instructions an image are recorded for $compiler and $set."
fi

# Only what sgd_train() does is counted, over all its images.
if ! log=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=sgd_train \
    "$program" 2>&1); then
    echo "$log"
    exit 1
fi
images=$(echo "$log" | sed -n 's/^\([0-9]*\) images$/\1/p')
all=$(echo "$log" | sed -n 's/.*Collected : \([0-9]*\).*/\1/p')
now=$((all / images))

if $record; then
    others=$(grep -v "^$compiler $set " "$records" || true)
    printf '%s\n%s\n' "$others" "$compiler $set $now" | grep . >"$records"
    echo "Recorded: $now instructions an image with $compiler and $set."
    exit 0
fi
echo "$now instructions an image with $compiler and $set; recorded are $then."
if [ $((100 * now)) -gt $((103 * then)) ] || [ $((100 * now)) -lt $((97 * then)) ]; then
    echo "That is more than 3 % off. If it is meant to be so, record it:"
    echo "  $0 --record $program $set $compiler"
    exit 1
fi
