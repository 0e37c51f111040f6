# What the tests of the commands share; sourced: lib.sh PROGRAM. It makes a folder of its own, and
# stands in it.
set -u
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
place=$(mktemp -d "${TMPDIR:-/tmp}/inkling-cli-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
cd "$place" || exit 1
export XDG_DATA_HOME="$place/own"
count=0 failed=0
share='(0|1|0\.[0-9]+)' number='[0-9.e+-]+'

# verdict NAME STATUS
verdict() {
    count=$((count + 1))
    if [ "$2" -eq 0 ]; then
        echo "ok $count - $1"
    else
        echo "not ok $count - $1"
        failed=1
        sed 's/^/# /' out err
    fi
}

# works NAME PATTERN ARGUMENT...: exit status 0, nothing on standard error, PATTERN in the output
works() {
    name=$1 pattern=$2
    shift 2
    "$program" "$@" >out 2>err </dev/null
    [ $? -eq 0 ] && [ ! -s err ] && grep -Eq -- "$pattern" out
    verdict "$name" $?
}

# fails NAME STATUS PATTERN ARGUMENT...: this status, no output, one sentence that has PATTERN
fails() {
    name=$1 wanted=$2 pattern=$3
    shift 3
    "$program" "$@" >out 2>err </dev/null
    [ $? -eq "$wanted" ] && [ ! -s out ] && [ "$(wc -l <err)" -eq 1 ] &&
        grep -Eq '^inkling( [a-z-]+)?: .+\.$' err && grep -Fq -- "$pattern" err
    verdict "$name" $?
}

# Ten pictures that a network can tell apart, two white rows each, thirty times over.
make_mnist() {
    mkdir mnist
    for digit in 0 1 2 3 4 5 6 7 8 9; do
        head -c $((56 * digit)) /dev/zero
        head -c 56 /dev/zero | tr '\000' '\377'
        head -c $((728 - 56 * digit)) /dev/zero
    done >ten
    printf '\0\0\10\3\0\0\1\54\0\0\0\34\0\0\0\34' >mnist/train-images-idx3-ubyte
    printf '\0\0\10\1\0\0\1\54' >mnist/train-labels-idx1-ubyte
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
        cat ten >>mnist/train-images-idx3-ubyte
        printf '\0\1\2\3\4\5\6\7\10\11' >>mnist/train-labels-idx1-ubyte
    done
    cp mnist/train-images-idx3-ubyte mnist/t10k-images-idx3-ubyte
    cp mnist/train-labels-idx1-ubyte mnist/t10k-labels-idx1-ubyte
}
