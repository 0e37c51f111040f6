#!/bin/sh
# How well Inkling reads: networks trained from several seeds, by what they were trained on, and the
# networks that ship, by size, brush, place, form and writer.
# Usage: reading.sh INKLING ASSETS [SEEDS]; needs INKLING_DATA and INKLING_PENS. ./run bench-read
# shellcheck disable=SC2086 # options in a variable are several words
set -eu
inkling=$1 assets=$2 seeds=${3:-5}
: "${INKLING_DATA:?names the folder of MNIST}" "${INKLING_PENS:?names a file of pen digits}"
place=$(mktemp -d "${TMPDIR:-/tmp}/inkling-reading-XXXXXX")
trap 'rm -rf "$place"' EXIT
trap 'exit 1' HUP INT TERM
anywhere='--at random --size 0.35..0.95 --seed 7'
short='--epochs 60'
plain="$short --augment 0 --decay 2e-4"
small='--epochs 300 --decay 1e-4 --no-digit 0.05'
large='--hidden 256,128 --epochs 120 --rate 1 --decay 3e-5 --no-digit 0.1 --turn 8 --scale 0.1
    --shear 0.08 --shift 0.5 --elastic 0.7 --width 0.2'

# The accuracy that a JSON line has, in percent.
percent() {
    sed -n 's/.*"accuracy":\([0-9.]*\).*/\1/p' | awk '{ printf "%.2f", 100 * $1 }'
}

# The accuracy on pen digits: pens OPTION...
pens() {
    "$inkling" replay --json "$@" "$INKLING_PENS" | percent
}

# One network: one SEED HOW-TO-REPLAY OPTION...
one() {
    seed=$1 how=$2
    shift 2
    file=$place/$seed.safetensors
    "$inkling" train --json --threads 1 --seed "$seed" --out "$file" "$@" >"$place/$seed.log"
    echo "$("$inkling" eval --json "$file" | percent) $(pens --model "$file" $how)"
}

# A row of the table, as many networks at once as there are processors: row NAME HOW OPTION...
row() {
    name=$1 how=$2
    shift 2
    running=0
    for seed in $(seq "$seeds"); do
        one "$seed" "$how" "$@" >"$place/$seed.txt" &
        running=$((running + 1))
        [ $((running % $(nproc))) -ne 0 ] || wait
    done
    wait
    cat "$place"/*.txt | awk -v name="$name" '
        NF != 2 { failed = 1 }
        { mnist += $1; mnist2 += $1 * $1; pens += $2; pens2 += $2 * $2 }
        function sd(sum, squares, spread) {
            spread = squares - sum * sum / NR
            return NR > 1 && spread > 0 ? sqrt(spread / (NR - 1)) : 0
        }
        END {
            if (failed) {
                print name ": a run failed"
                exit 1
            }
            printf "%-52s %6.2f +- %.2f   %6.2f +- %.2f\n", name, mnist / NR, sd(mnist, mnist2),
                pens / NR, sd(pens, pens2)
        }'
}

echo "Mean and standard deviation of $seeds seeds             MNIST test      pen digits anywhere"
row '16,16, raw, MNIST' "$anywhere" --sources mnist --prepare raw $plain
row '16,16, fitted, MNIST' "$anywhere" --sources mnist --prepare fitted $plain
row '16,16, straightened, MNIST' "$anywhere" --sources mnist $plain
row '16,16, straightened, MNIST, augmented' "$anywhere" --sources mnist $short
row '16,16, straightened, MNIST + strokes' "$anywhere" $plain
row '16,16, straightened, MNIST + strokes, augmented' "$anywhere" $short
row '16,16, straightened, strokes alone, augmented' "$anywhere" --sources strokes
row '16,16, as it ships' "$anywhere" $small
row '256,128, as it ships' "$anywhere" $large

echo
echo 'Pen digits by size, brush and place, networks as they ship    784-16-16-10   784-256-128-10'
# both NAME OPTION...
both() {
    name=$1
    shift
    printf '%-58s %12s %16s\n' "$name" "$(pens --model "$assets/784-16-16-10.safetensors" "$@")" \
        "$(pens --model "$assets/784-256-128-10.safetensors" "$@")"
}
for size in 0.3 0.5 0.7 0.95; do
    both "size $size of the sheet, anywhere" --size "$size" --at random
done
for brush in 0.25 2 8; do
    both "brush $brush cells wide" --brush "$brush"
done
both 'in the middle' --at centre --size 0.5
both 'anywhere' --at random --size 0.5
for network in 784-16-16-10 784-256-128-10; do
    echo
    echo "$network, by digit and by form:"
    "$inkling" replay --forms --model "$assets/$network.safetensors" --at random --size 0.35..0.95 \
        --seed 7 "$INKLING_PENS"
done
echo
echo 'Ten digits of one writer, 784-16-16-10:'
"$inkling" replay --writers 40 --model "$assets/784-16-16-10.safetensors" "$INKLING_PENS"
