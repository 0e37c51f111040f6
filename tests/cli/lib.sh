# What the tests of the commands share; sourced: lib.sh PROGRAM. It makes a folder of its own, and
# stands in it.
set -u
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
place=$(mktemp -d "${TMPDIR:-/tmp}/inkling-cli-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
cd "$place" || exit 1
export XDG_DATA_HOME="$place/own"
count=0 failed=0

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
        grep -Eq '^inkling( [a-z]+)?: .+\.$' err && grep -Fq -- "$pattern" err
    verdict "$name" $?
}
