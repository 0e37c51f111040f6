#!/bin/sh
# The comparison with other programs holds only where all do the same work.
# Usage: test_same_work.sh PROGRAM; prints TAP.
peers=$(cd "$(dirname "$0")" && pwd)
. "$peers/../../cli/lib.sh"
export INKLING_DATA="$place/mnist"

# Three images of nothing, to train and to test.
mkdir mnist
for part in train t10k; do
    { printf '\0\0\10\3\0\0\0\3\0\0\0\34\0\0\0\34' && head -c 2352 /dev/zero; } >mnist/$part-images-idx3-ubyte
    printf '\0\0\10\1\0\0\0\3\1\2\3' >mnist/$part-labels-idx1-ubyte
done

# line [OPTION]...: what Inkling says of two epochs, as the table takes it
line() {
    printf '1\t'
    python3 -B "$peers/inkling_peer.py" "$program" 2 --sources mnist "$@"
}
line --prepare raw --augment 0 >lines 2>err
grep -Eq "^1	Inkling	defaults	3	none	[01]\.[0-9]{4}	[0-9.]+ [0-9.]+$" lines
cp lines out
verdict 'Inkling tells how many images an epoch has, and that none is changed' $?
printf '1\tnumpy\tbatch 1\t3\tnone\t0.95\t0.5 0.4\n' >>lines
awk -f "$peers/compare.awk" lines >out 2>err && grep -q '^numpy .*\*$' out
verdict 'peers that do the same work are compared' $?

# refused NAME PATTERN: the lines end in this sentence, and in no table
refused() {
    awk -f "$peers/compare.awk" lines >out 2>err
    [ $? -eq 1 ] && [ "$(wc -l <out)" -eq 1 ] && grep -q "The work is not the same: .*$2" out
    verdict "$1" $?
}
printf '1\tPyTorch\tbatch 2\t2\tnone\t0.95\t0.5 0.4\n' >>lines
refused 'a peer that trains on fewer images is refused' 'PyTorch (batch 2) has 2 images'
line --prepare raw >lines
refused 'an Inkling that changes its images is refused' 'changed: turn'
line --sources mnist,strokes --strokes 5 --augment 0 >more
{ printf '1\tFANN\tincremental\t3\tnone\t0.95\t0.5\n' && cat more; } >lines
refused 'an Inkling that trains on more than MNIST is refused' 'Inkling (defaults) has 8 images'
echo "1..$count"
exit $failed
