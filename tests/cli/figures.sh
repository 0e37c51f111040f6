#!/bin/sh
# Measures what the README promises of the network that ships and of the default settings, on the real
# digits: figures.sh INKLING NETWORK. Prints TAP; skips what INKLING_DATA and INKLING_PENS do not name.
inkling=$1 network=$2
number=0 failed=0

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

echo '1..4'
if [ -n "${INKLING_DATA-}" ]; then
    promise 'default settings from random weights, MNIST test images' \
        "$("$inkling" train --seed 1 --json | figure test_accuracy)" 0.95
    promise 'the network that ships, MNIST test images' \
        "$("$inkling" eval --json "$network" | figure accuracy)" 0.96
else
    skip 'default settings from random weights' INKLING_DATA
    skip 'the network that ships' INKLING_DATA
fi
if [ -n "${INKLING_PENS-}" ]; then
    pens() {
        "$inkling" replay --model "$network" --at random --size 0.4..0.9 --json "$@" "$INKLING_PENS" |
            figure accuracy
    }
    prepared=$(pens)
    promise 'the network that ships, pen digits anywhere on the sheet' "$prepared" 0.86
    promise 'what fitting and centring is worth on them' \
        "$(awk -v with="$prepared" -v without="$(pens --raw)" 'BEGIN { print with - without }')" 0.3
else
    skip 'the network that ships, pen digits' INKLING_PENS
    skip 'what fitting and centring is worth' INKLING_PENS
fi
exit $failed
