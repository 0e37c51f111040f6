#!/bin/sh
# Lets one fuzzer run: one.sh PROGRAM SEEDS.PY CORPUS. FUZZ_SECONDS says how long (2). What it learned
# stays in the corpus, an input that ends it in CORPUS/../NAME-*. Prints TAP.
program=$1 seeds=$2 corpus=$3
name=${program##*/fuzz_}
mkdir -p "$corpus/$name" || exit 1
python3 "$seeds" "$corpus/../seeds" || exit 1
log=$corpus/../$name.log
"$program" -max_total_time="${FUZZ_SECONDS:-2}" -max_len=16384 -timeout=60 -rss_limit_mb=4096 \
    -close_fd_mask=1 -print_final_stats=1 -artifact_prefix="$corpus/../$name-" \
    "$corpus/$name" "$corpus/../seeds/$name" >"$log" 2>&1
ended=$?
runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
echo 1..1
if [ $ended = 0 ] && [ "${runs:-0}" -gt 0 ]; then
    echo "ok 1 - $name: $runs executions"
else
    echo "not ok 1 - $name: ended by itself with $ended"
    tail -n 40 "$log" | cut -c 1-300 | sed 's/^/# /'
    exit 1
fi
