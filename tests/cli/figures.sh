#!/bin/sh
# Measures what the README promises of the networks that ship and of the default settings, on the real
# digits: figures.sh INKLING ASSETS. Prints TAP; skips what INKLING_DATA and INKLING_PENS do not name.
inkling=$1 small=$2/784-16-16-10.safetensors large=$2/784-256-128-10.safetensors
number=0 failed=0
fresh=$(mktemp "${TMPDIR:-/tmp}/inkling-figures-XXXXXX") || exit 1
trap 'rm -f "$fresh"' EXIT

# The figure that a JSON line has under a key: figure KEY
figure() {
    tail -n 1 | sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p"
}

# Whether a share reaches what is promised: promise SENTENCE SHARE LEAST
promise() {
    number=$((number + 1))
    if awk -v share="${2:-0}" -v least="$3" 'BEGIN { exit !(share >= least) }'; then
        echo "ok $number - $1: $2"
    else
        failed=1
        echo "not ok $number - $1: ${2:-no figure}, at least $3 is promised"
    fi
}

skip() {
    number=$((number + 1))
    echo "ok $number - $1 # SKIP $2 does not name the real digits"
}

# pens NETWORK OPTION...
pens() {
    network=$1
    shift
    "$inkling" replay --model "$network" --json "$@" "$INKLING_PENS" | figure accuracy
}

# The least of ten shares: weakest NETWORK
weakest() {
    "$inkling" replay --model "$1" --json --at random --size 0.35..0.95 "$INKLING_PENS" |
        sed 's/.*"per_digit":\[\([^]]*\)\].*/\1/' | tr , '\n' | sort -g | head -n 1
}

echo '1..10'
if [ -n "${INKLING_DATA-}" ]; then
    promise 'default settings from random weights, MNIST test images' \
        "$("$inkling" train --seed 1 --json | figure test_accuracy)" 0.97
    promise 'the default network that ships, MNIST test images' \
        "$("$inkling" eval --json "$small" | figure accuracy)" 0.975
    promise 'the large network that ships, MNIST test images' \
        "$("$inkling" eval --json "$large" | figure accuracy)" 0.992
else
    skip 'default settings from random weights' INKLING_DATA
    skip 'the default network that ships' INKLING_DATA
    skip 'the large network that ships' INKLING_DATA
fi
if [ -n "${INKLING_PENS-}" ]; then
    prepared=$(pens "$small" --at random --size 0.35..0.95)
    promise 'the default network, pen digits anywhere on the sheet' "$prepared" 0.95
    promise 'its weakest digit' "$(weakest "$small")" 0.85
    promise 'what preparing drawings is worth on them' "$(awk -v with="$prepared" \
        -v without="$(pens "$small" --at random --size 0.35..0.95 --raw)" 'BEGIN { print with - without }')" 0.3
    promise 'small drawings with the thinnest brush next to large ones with the thickest' "$(awk \
        -v small="$(pens "$small" --size 0.3 --brush 0.25)" \
        -v large="$(pens "$small" --size 0.95 --brush 8)" \
        'BEGIN { away = small - large; print 1 - (away < 0 ? -away : away) }')" 0.99
    promise 'the large network, pen digits anywhere on the sheet' \
        "$(pens "$large" --at random --size 0.35..0.95)" 0.98
    promise 'its weakest digit' "$(weakest "$large")" 0.93
    "$inkling" train --seed 1 --sources strokes --epochs 30 --out "$fresh" >/dev/null
    promise 'a network that saw built-in strokes alone, pen digits' \
        "$(pens "$fresh" --at random --size 0.35..0.95)" 0.88
else
    for what in 'the default network' 'its weakest digit' 'preparing drawings' 'sizes and brushes' \
        'the large network' 'its weakest digit' 'built-in strokes alone'; do
        skip "$what, pen digits" INKLING_PENS
    done
fi
exit $failed
