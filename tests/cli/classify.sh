#!/bin/sh
# What inkling classify says of pictures. Usage: classify.sh PROGRAM NETWORK; prints TAP.
number='[0-9.e+-]+'
. "$(dirname "$0")/lib.sh"

# A bar, as PGM: dark on light, light on dark; and nothing.
make_pictures() {
    for bar in '0 255 255' '255 0 0' '7 7 7'; do
        set -- $bar
        echo "P2 6 6 255  $2 $2 $2 $2 $2 $2  $2 $2 $1 $2 $2 $2  $2 $2 $1 $2 $2 $2"
        echo "$2 $2 $1 $2 $2 $2  $2 $2 $1 $2 $2 $2  $2 $2 $2 $2 $2 $2"
    done >three
    sed -n 1,2p three >dark.pgm
    sed -n 3,4p three >light.pgm
    sed -n 5,6p three >blank.pgm
}

make_pictures
cp "$2" net.safetensors
head -c 500 net.safetensors >cut.safetensors
# Networks whose outputs are the same for every picture: what the biases of the last layer say.
python3 - <<'END'
import json
import math
import struct
data = open('net.safetensors', 'rb').read()
length = int.from_bytes(data[:8], 'little')
begin, end = json.loads(data[8:8 + length])['layers.2.bias']['data_offsets']
for name, likely in (('sure', {4: 0.95, 9: 0.2}), ('doubt', {4: 0.6, 9: 0.4}), ('none', {6: 0.24})):
    shares = [likely.get(digit, 0.01) for digit in range(10)]
    body = bytearray(len(data) - 8 - length)
    body[begin:end] = struct.pack('<10f', *(math.log(share / (1 - share)) for share in shares))
    open(name + '.safetensors', 'wb').write(data[:8 + length] + body)
END
works 'classify answers with a digit' '^dark\.pgm: 4  \(activation 0\.95\)$' \
    classify --model sure.safetensors dark.pgm
works 'classify names two digits where it is in doubt' \
    '^dark\.pgm: 4 or 9, in doubt  \(activations 0\.60 and 0\.40\)$' classify --model doubt.safetensors dark.pgm
works 'classify knows no digit where no output is strong' \
    '^dark\.pgm: no digit I know  \(the strongest output is 6 with 0\.24\)$' \
    classify --model none.safetensors dark.pgm
activations="\"activations\":\\[$number(,$number){9}\\]\\}$"
works 'classify --json has its keys' \
    "^\{\"file\":\"light.pgm\",\"digit\":4,\"other\":null,\"verdict\":\"sure\",$activations" \
    classify --json --model sure.safetensors dark.pgm light.pgm
works 'classify --json is in doubt' \
    "^\{\"file\":\"dark.pgm\",\"digit\":4,\"other\":9,\"verdict\":\"in doubt\",$activations" \
    classify --json --model doubt.safetensors dark.pgm
works 'classify --json knows no digit' \
    "^\{\"file\":\"dark.pgm\",\"digit\":null,\"other\":null,\"verdict\":\"no digit\",$activations" \
    classify --json --model none.safetensors dark.pgm
"$program" classify --json --model net.safetensors dark.pgm light.pgm >out 2>err
[ "$(sed -n 's/.*"digit"//;1p' out)" = "$(sed -n 's/.*"digit"//;2p' out)" ]
verdict 'classify takes dark on light for light on dark' $?
works 'classify has no answer for a blank picture' '^blank.pgm: nothing is drawn on it\.$' \
    classify --model net.safetensors blank.pgm
works 'classify --json has null for a blank picture' \
    '^\{"file":"blank.pgm","digit":null,"other":null,"verdict":null,"activations":null\}$' \
    classify --json --model net.safetensors blank.pgm
"$program" classify --model net.safetensors dark.pgm cut.safetensors missing.png light.pgm >out 2>err
[ $? -eq 1 ] && [ "$(wc -l <out)" -eq 2 ] && [ "$(wc -l <err)" -eq 2 ] &&
    grep -q '^inkling classify: cut.safetensors' err && grep -q '^inkling classify: missing.png' err
verdict 'classify answers for the others where a picture is bad' $?
works 'classify knows a one by the network that comes with Inkling' '^dark\.pgm: 1 ' classify dark.pgm
"$program" classify - <dark.pgm >out 2>err && grep -q '^-: 1 ' out
verdict 'classify reads standard input' $?
mkfifo pipe
cat dark.pgm >pipe &
works 'classify reads a pipe' '^pipe: 1 ' classify pipe
wait
printf '\0\0\0\030ftypheic' >photo.jpg
fails 'classify names a format that it cannot read' 1 'HEIC; save it as PNG or JPEG' classify photo.jpg
# Three bars in a row, and a hundred.
python3 - <<'END'
for name, across, down in ('three', 3, 1), ('hundred', 10, 10):
    row = [255] * 5 + [0, 0] + [255] * 5
    rows = [[255] * 12 * across] * 3 + [row * across] * 9 + [[255] * 12 * across] * 9
    with open(name + '.pgm', 'w') as out:
        print('P2', 12 * across, 21 * down, 255, *(grey for line in rows * down for grey in line), file=out)
END
works 'classify tells several digits with their boxes' '^  29,3 2x9: 4  \(activation 0\.95\)$' \
    classify --model sure.safetensors three.pgm
[ "$(head -n 1 out)" = 'three.pgm: 3 digits' ] && [ "$(wc -l <out)" -eq 4 ]
verdict 'classify tells how many digits there are' $?
boxed="\"y\":3,\"w\":2,\"h\":9,\"digit\":4,\"other\":9,\"verdict\":\"in doubt\",\"activations\":\\[$number(,$number){9}\\]"
works 'classify --json lists several digits' \
    "^\{\"file\":\"three.pgm\",\"digits\":\[\{\"x\":5,$boxed\},\{\"x\":17,$boxed\},\{\"x\":29,$boxed\}\]\}$" \
    classify --json --model doubt.safetensors three.pgm
fails 'classify refuses too many digits' 1 'hundred.pgm: There are 100 digits' \
    classify --model sure.safetensors hundred.pgm
fails 'classify needs a picture' 2 'at least one' classify
if [ -c /dev/full ]; then
    "$program" classify --json dark.pgm >/dev/full 2>err
    [ $? -eq 1 ] && grep -q 'output cannot be written' err
    verdict 'classify fails on a full disk' $?
fi
echo "1..$count"
exit $failed
