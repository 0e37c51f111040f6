#!/bin/sh
# Inkling beside FANN, numpy, PyTorch and scikit-learn: the same files, 784-16-16-10 with sigmoids,
# one thread each, taking turns. Prints seconds an epoch (60,000 images as they lie, shuffle included,
# loading not), what the networks know by then, and ratios to Inkling. All must say that an epoch has
# the same number of images, none of them changed, or there is no comparison.
# Usage: run.sh PROGRAM [--install] [--rounds N] [--epochs N]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
python=/usr/bin/python3 # the system's, which has the system's packages
rounds=5 epochs=6 install=false

fail() {
    echo "bench-peers: $*" >&2
    exit 1
}

if [ ! -x "${1-}" ]; then
    fail 'Name the built program first.'
fi
program=$1
shift
while [ $# -gt 0 ]; do
    case $1 in
    --install) install=true ;;
    --rounds | --epochs)
        if ! [ "${2-0}" -ge 1 ] 2>/dev/null; then
            fail "$1 takes a whole number from 1."
        fi
        if [ "$1" = --rounds ]; then rounds=$2; else epochs=$2; fi
        shift
        ;;
    *) fail "There is no option $1: it takes --install, --rounds N and --epochs N." ;;
    esac
    shift
done

# OpenBLAS is what makes numpy fast; without it the system has a slow reference BLAS.
if $install; then
    command -v apt-get >/dev/null || fail '--install needs apt-get.'
    admin=
    [ "$(id -u)" = 0 ] || admin=sudo
    $admin apt-get install -y --no-install-recommends libfann-dev python3-numpy \
        libopenblas0-pthread python3-torch python3-sklearn
fi

place=$(mktemp -d "${TMPDIR:-/tmp}/inkling-peers-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
trap 'exit 130' INT TERM

# The files, unpacked once: from $INKLING_DATA, the source tree or the user's folder, as Inkling.
unpack() {
    for folder in "${INKLING_DATA-}" "$here/../../../data/mnist" \
        "${XDG_DATA_HOME:-${HOME-}/.local/share}/inkling/mnist"; do
        [ -e "$folder/train-images-idx3-ubyte.gz" ] || continue
        export INKLING_DATA="$folder"
        for name in train-images-idx3 train-labels-idx1 t10k-images-idx3 t10k-labels-idx1; do
            gzip -dc "$folder/$name-ubyte.gz" >"$place/$name-ubyte" || return 1
        done
        return 0
    done
    return 1
}

# PEER PACKAGE COMMAND...: adds a driver that works, names one that cannot
peers=
offer() {
    peer=$1 package=$2
    shift 2
    if "$@" >"$place/why" 2>&1; then
        peers="$peers $peer"
    else
        echo "$peer is left out, the package $package is not installed (--install does it)."
    fi
}

# One thread each, and none of what may have been set to hold BLAS back.
train_peer() {
    case $1 in
    inkling)
        "$python" -B "$here/inkling_peer.py" "$program" "$epochs" --sources mnist --prepare raw \
            --augment 0
        ;;
    fann) "$place/fann_peer" "$place" "$epochs" ;;
    *)
        env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 \
            PYTHONDONTWRITEBYTECODE=1 "$python" "$here/$1_peer.py" "$place" "$epochs"
        ;;
    esac
}

unpack || fail 'MNIST was not found as four .gz files: set INKLING_DATA to their folder.'
# shellcheck disable=SC2086
offer fann libfann-dev ${CC:-cc} -O3 -march=native -o "$place/fann_peer" "$here/fann_peer.c" \
    -lfloatfann -lm
offer numpy python3-numpy "$python" -c 'import numpy'
offer torch python3-torch "$python" -c 'import numpy, torch'
offer sklearn python3-sklearn "$python" -c 'import numpy, sklearn'

[ -n "$peers" ] || fail 'There is nobody to compare with.'
for round in $(seq "$rounds"); do
    # Inkling is done in a moment, which may be a bad one: it has a turn before each peer.
    for peer in $peers; do
        echo "Round $round of $rounds: inkling, $peer" >&2
        { train_peer inkling && train_peer "$peer"; } | sed "s/^/$round	/" >>"$place/times"
    done
done
awk -f "$here/compare.awk" "$place/times"
