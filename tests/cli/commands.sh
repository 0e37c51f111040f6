#!/bin/sh
# The commands, run as a user runs them. Usage: commands.sh PROGRAM; prints TAP.
. "$(dirname "$0")/lib.sh"
export INKLING_DATA="$place/mnist"

make_mnist
printf '1 own 0,0 0,1000\n7 own 0,0 600,0 200,1000;100,500 500,500\n0 own 3,4\n' >pen.txt
gzip -c pen.txt >pen.txt.gz
row='\[[0-9]+(,[0-9]+){9}\]'
matrix="\\[$row(,$row){9}\\]"

works '--version prints the version' '^inkling [0-9]+\.[0-9]+\.[0-9]+$' --version
for help in --help -h help; do
    works "$help lists the commands" '^ *classify ' $help
done
for command in train eval classify replay digits plot; do
    works "$command --help shows its options" '^ *--json ' $command --help
done
works 'help of a command is its help' '^ *--json ' help train
fails 'an unknown command is named' 2 'file called nonsense; --help' nonsense
fails 'a misspelt command is told from a missing file' 2 'called clasify: did you mean classify?' clasify
fails 'a misspelt command comes before its options' 2 'did you mean train?' trian --epochs 1 a b
fails 'an unknown option is named' 2 'no option --nonsense; --help' --nonsense
fails 'a misspelt option is told' 2 'no option --epoks: did you mean --epochs?' train --epoks=3

works 'train prints a line an epoch' \
    "^Epoch +2 of 2 +cost $number +train +$number % +test +$number % +$number s +[0-9]+ images/s$" \
    train --sources mnist,strokes --epochs 2
works 'train without --out says that nothing was saved' 'Not saved' \
    train --sources mnist,strokes --epochs 1
works 'train --json prints a line an epoch' \
    "^\{\"epoch\":3,\"cost\":$number,\"train_accuracy\":$share,\"test_accuracy\":$share,\"seconds\":$number,\"images_per_second\":$number\}$" \
    train --sources mnist,strokes --json --epochs 3 --threads 1
works 'train --json ends with a line that says so' \
    "^\{\"done\":true,\"epochs\":40,\"images\":300,\"augmentation\":null,\"test_accuracy\":1,\"seconds\":$number,\"out\":\"net\.safetensors\"\}$" \
    train --json --epochs 40 --batch 10 --sources mnist --prepare fitted --augment 0 --out net.safetensors
[ "$(wc -l <out)" -eq 41 ]
verdict 'train --json prints nothing else' $?
works 'train --json tells that nothing was saved' '"out":null\}$' \
    train --sources mnist,strokes --json --epochs 1
works 'train takes every setting' \
    '"epochs":2,"images":[0-9]+,"augmentation":"turn 2.5, scale 0.05, .*"' \
    train --sources mnist,strokes --data mnist --hidden 8,4,8 --epochs 2 \
    --batch 7 --rate 0.5 --first-layer 0.7 --decay 0.001 --cost squared --seed 18446744073709551615 \
    --threads 3 --turn 5 --scale 0.1 --shear 0.2 --shift 1 --elastic 0.5 --width 0.2 --augment 0.5 \
    --json --out other.safetensors
grep -q '"augmentation":"turn 2.5, scale 0.05, shear 0.1, shift 0.5, elastic 0.25, width 0.1"' \
    other.safetensors
verdict 'train writes down how images were changed' $?
for run in 1 2; do
    "$program" train --sources mnist,strokes --seed 5 --epochs 2 --threads 2 --out seeded >out 2>err
    cksum <seeded
done | uniq >sums
[ "$(wc -l <sums)" -eq 1 ]
verdict 'train gives the same file for the same seed' $?
# With one minibatch an epoch the order of the images is no matter: the weights make the cost.
for seed in 5 6; do
    "$program" train --sources mnist,strokes --json --seed $seed --epochs 1 --batch 300
done | sed -n 's/.*"cost":\([0-9.]\{5\}\).*/\1/p' | uniq >out
[ "$(wc -l <out)" -eq 2 ]
verdict 'train begins with other weights for another seed' $?

# moments_of FILE: how many moments of its run a network file has, then the first and the newest
moments_of() {
    python3 -c '
import json, struct, sys
file = open(sys.argv[1], "rb")
header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
lines = header["__metadata__"]["moments"].splitlines()
shape = header["moments.layers.0.weight"]["shape"]
print(shape, len(lines) - 1, lines[0], lines[1].split(",")[:2], lines[-1].split(",")[:2])' "$1"
}

"$program" train --sources mnist,strokes --seed 5 --epochs 2 --threads 2 --moments --out run >out 2>err &&
    moments_of run >out 2>err &&
    grep -Eq "^\[([0-9]+), 16, 784\] \1 done,minibatch,cost \['0', '0'\] \['1', '[0-9]+'\]\$" out
verdict 'train --moments saves moments of the run with the network' $?
works 'a network with its run is read as any other' 'images right|test' eval run
fails 'train --moments without --out is refused' 2 '--out' train --moments
works 'train on built-in strokes needs no MNIST' 'test images right' \
    train --sources strokes --strokes 200 --epochs 1 --data /nowhere
"$program" train --strokes 100 --epochs 1 --out mixed.safetensors >out 2>err &&
    grep -aq '"data":"other data"' mixed.safetensors && ! grep -aq '"notice"' mixed.safetensors &&
    [ "$(wc -l <err)" -eq 1 ] && grep -q 'other data than MNIST, so .* are left out; --sources' err
verdict 'train on what only has the names of MNIST says so, and leaves strokes out' $?
"$program" train --sources mnist,strokes --strokes 100 --epochs 1 --out mixed.safetensors >out 2>err &&
    grep -aq '"data":"other data + strokes"' mixed.safetensors && [ ! -s err ]
verdict 'train mixes strokes in where they are asked for' $?
fails 'train on digits of one'"'"'s own that are none is refused' 1 'no digits of yours' \
    train --sources mine --epochs 1
fails 'train --sources clouds is refused' 2 "not 'clouds'" train --sources clouds
fails 'train --prepare upside-down is refused' 2 'straightened or upright' train --prepare upside-down
fails 'train --held-out without MNIST is refused' 2 'held' train --sources strokes --held-out
fails 'train --held-out with too few images is refused' 1 'too few' train --held-out --epochs 1
fails 'train --epochs 0 is refused' 2 'epochs' train --epochs 0
fails 'train --epochs 1.5 is refused' 2 "'1.5'" train --epochs 1.5
fails 'train --epochs needs a value' 2 '--epochs needs a value' train --epochs
fails 'train --rate nan is refused' 2 "'nan'" train --rate nan
fails 'train --rate -1 is refused' 2 'rate' train --rate -1
fails 'train --first-layer 2 is refused' 2 'first layer' train --first-layer 2
fails 'train --batch 9999 is refused' 2 'minibatch' train --batch 9999
fails 'train --hidden 16,0 is refused' 2 '16,0' train --hidden 16,0
fails 'train --cost other is refused' 2 "'other'" train --cost other
fails 'train --turn 50 is refused' 2 'turn' train --turn 50
fails 'train --elastic -1 is refused' 2 'elastic' train --elastic -1
fails 'train --augment 100 is refused' 2 'turn' train --turn 1 --augment 100
fails 'train --seed -1 is refused' 2 "'-1'" train --seed -1
fails 'train takes no operands' 2 'options' train net.safetensors
fails 'train --data with nothing in it is refused' 1 'nowhere' train --data nowhere
fails 'train looks at --out before it trains' 1 'nowhere/net' train --out nowhere/net
# A pipe of our own stands for all that is no file: were the check gone, root would lose a device.
mkfifo pipe
fails 'train --out does not replace what is no file' 1 'pipe' train --out pipe

# interrupt SIGNAL ARGUMENT...: sends it after three epochs; leaves the exit status in $?
interrupt() {
    signal=$1
    shift
    : >out # the lines counted below are this run's
    # A shell's background job ignores SIGINT; env brings back what a terminal gives.
    env --default-signal=INT "$program" train --sources mnist,strokes --epochs 10000 "$@" >out 2>err &
    while [ "$(wc -l <out)" -lt 3 ] && kill -0 $! 2>>err; do
        sleep 0.05
    done
    kill -"$signal" $!
    wait $!
}
interrupt INT --json --out stopped.safetensors
[ $? -eq 0 ] && tail -n 1 out | grep -q '^{"done":true,.*"out":"stopped.safetensors"}$'
verdict 'Ctrl+C ends the training and saves the network' $?
works 'what Ctrl+C saved can be opened' '"images":300' eval --json stopped.safetensors
interrupt TERM
[ $? -eq 130 ] && tail -n 1 out | grep -q '^Stopped after .*Not saved'
verdict 'a stopped training that saves nothing says so' $?
(
    trap '' HUP
    interrupt HUP --epochs 2000
) && grep -q '^Done after 2000 epochs' out
verdict 'a training under nohup outlives a hangup' $?
"$program" train --json --epochs 10000 --out piped.safetensors 2>err | head -n 1 >out
grep -q 'output cannot be written' err && grep -aq '"epochs":"[0-9]\{1,4\}"' piped.safetensors
verdict 'a training whose reader leaves stops and saves' $?

works 'eval tells how many are right' '^300 of 300 test images right: 100\.00 %' eval net.safetensors
works 'eval prints the confusion matrix' '^ +9( +0){9} +30 +100\.00 %$' eval net.safetensors
doubt=",\"sure\":$share,\"right_where_sure\":($share|null),\"doubtful\":$share,\"none\":$share"
works 'eval --json has its keys' \
    "^\{\"images\":300,\"right\":300,\"accuracy\":1,\"cost\":$number,\"confusion\":$matrix$doubt,\"no_digit\":\{${doubt#,}\}\}$" \
    eval --json --data mnist net.safetensors
works 'eval prints the mean of the cost' '"cost":0\.' eval --json net.safetensors
cp -r mnist turned
printf '\0\0\10\1\0\0\1\54' >turned/t10k-labels-idx1-ubyte
tail -c +10 mnist/t10k-labels-idx1-ubyte >>turned/t10k-labels-idx1-ubyte
printf '\0' >>turned/t10k-labels-idx1-ubyte
works 'eval has a row for each label, a column for each answer' \
    '"right":0,.*\[\[0,0,0,0,0,0,0,0,0,30\],\[30,0,' eval --json --data turned net.safetensors
fails 'eval needs a file' 2 'Name one' eval
fails 'eval names a missing file' 1 'missing.safetensors' eval missing.safetensors
head -c 500 net.safetensors >cut.safetensors
fails 'eval names a damaged file' 1 'cut.safetensors' eval cut.safetensors

works 'replay tells how many are right' '^[0-3] of 3 digits right: ' \
    replay --model net.safetensors pen.txt.gz
works 'replay --json has its keys' \
    "^\{\"digits\":3,\"right\":[0-3],\"accuracy\":$share,\"per_digit\":\[[01],[01](,null){5},[01],null,null\],\"confusion\":$matrix$doubt\}$" \
    replay --json --model net.safetensors pen.txt
works 'replay takes every setting' '"digits":3' replay --model net.safetensors --size 0.4..0.9 \
    --at random --brush 1.5 --dot 0.3 --raw --seed 3 --json pen.txt
# Two of the rows that the network learned, seen only where they lie on the sheet, and a dot that
# keeps the box as large.
printf '3 own 200,0 1000,0;600,1000\n9 own 200,857 1000,857;600,0;600,1000\n' >rows.txt
works 'replay draws a digit in the middle, as large as told' '^2 of 2' \
    replay --model net.safetensors --raw --size 0.5 rows.txt
works 'replay --at random draws it elsewhere' '^[01] of 2' \
    replay --model net.safetensors --raw --size 0.5 --at random rows.txt
works 'replay prepares the input unless --raw is given' '^[01] of 2' \
    replay --model net.safetensors --size 0.5 rows.txt
fails 'replay --size 1.5 is refused' 2 "'1.5'" replay --size 1.5 pen.txt
fails 'replay --size is read to its end' 2 'not' replay --size 0.50000000000000000000000000000x pen.txt
fails 'replay --size 0.9..0.4 is refused' 2 "'0.9..0.4'" replay --size 0.9..0.4 pen.txt
fails 'replay --at left is refused' 2 "'left'" replay --at left pen.txt
fails 'replay --brush 99 is refused' 2 'brush' replay --brush 99 pen.txt
fails 'replay --dot 2 is refused' 2 'dot' replay --dot 2 pen.txt

mkdir -p own/inkling
works 'digits counts none where nothing was labelled yet' '^0 digits in .*/own/inkling/digits\.$' digits
fails 'digits does not export what is not there' 1 'no digits' digits --export-csv mine.csv
cp pen.txt own/inkling/digits
works "digits counts the user's own" '^3 digits in .*/own/inkling/digits\.$' digits
works 'digits --json has its keys' \
    '^\{"file":"pen.txt.gz","digits":3,"per_label":\[1,1,0,0,0,0,0,1,0,0\]\}$' digits --json pen.txt.gz
works 'digits --list prints a line for each' '^ +2  7  own +2  crossed$' digits --list
works 'digits --list --json prints an object for each' \
    '^\{"number":2,"label":7,"source":"own","strokes":2,"form":"crossed"\}$' digits --list --json
works 'digits exports IDX, CSV and strokes' '^3 digits' digits --export-idx mine --export-csv mine.csv \
    --export-strokes mine.txt
cmp -s mine.txt pen.txt
verdict 'exported strokes are those of the collection' $?
[ "$(wc -l <mine.csv)" -eq 4 ] && [ "$(head -n 1 mine.csv | tr ',' '\n' | wc -l)" -eq 785 ] &&
    [ "$(sed 1d mine.csv | cut -d , -f 1 | tr '\n' ' ')" = '1 7 0 ' ]
verdict 'an exported CSV has the columns of Kaggle' $?
mkdir mine
for part in train t10k; do
    cp mine-images-idx3-ubyte mine/$part-images-idx3-ubyte
    cp mine-labels-idx1-ubyte mine/$part-labels-idx1-ubyte
done
works 'exported IDX files are read as MNIST is' '"images":3' eval --json --data mine net.safetensors
printf '8 own 1\n4 own 1,2 3' >>own/inkling/digits
"$program" digits >out 2>err
[ $? -eq 0 ] && grep -q '^3 digits' out && grep -q '^inkling digits: Line 4 of .* is damaged' err
verdict 'digits passes over damaged lines of the collection and says so' $?
if command -v flock >/dev/null; then
    flock own/inkling/digits sleep 2 &
    sleep 0.3
    "$program" digits >out 2>err
    [ $? -eq 0 ] && grep -q '^3 digits' out && grep -q 'digits is in use by another program' err
    verdict 'digits waits for a file that is locked, and says so' $?
    wait
fi
fails 'digits takes one file' 2 'at most' digits pen.txt pen.txt
fails 'digits names a missing file' 1 'nowhere.txt' digits nowhere.txt
fails 'digits names what cannot be saved' 1 'nowhere/mine' digits --export-idx nowhere/mine pen.txt

# well_formed FILE PATTERN: XML that has PATTERN
well_formed() {
    python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' "$1" 2>err &&
        grep -Eq "$2" "$1"
}
works 'plot draws curves and weights' '^Curves of 41 points and the weights of 16 neurons are drawn' \
    plot net.safetensors --out net.svg
well_formed net.svg '>100\.00 % of the test images right<' && grep -q '>train ' net.svg &&
    grep -q 'base64,iVBORw0KGgo' net.svg
verdict 'the plot is well-formed SVG with curves and a picture' $?
works 'plot --json has its keys' \
    '^\{"network":"784-16-16-10","points":41,"neurons":16,"out":"dark.svg"\}$' \
    plot --json --dark --out dark.svg net.safetensors
well_formed dark.svg '#12151a' && ! grep -q '#12151a' net.svg
verdict 'plot --dark has the dark colours' $?
python3 - <<'END'
import json
data = open('net.safetensors', 'rb').read()
length = int.from_bytes(data[:8], 'little')
header = json.loads(data[8:8 + length])
said = header['__metadata__']

def save(path):
    text = json.dumps(header).encode()
    open(path, 'wb').write(len(text).to_bytes(8, 'little') + text + data[8 + length:])

said['curves'] = ''.join(line + '\n' for line in said['curves'].split('\n')[:3])
save('further.safetensors')
del said['curves']
said['data'] = 'a<b>&"\u00e9'
save('bare.safetensors')
END
works 'plot takes a network that was trained further' '^Curves of 2 points' \
    plot further.safetensors --out further.svg
grep -q ' These curves are of its last run: 1 epoch\.' further.svg
verdict 'a plot says which run its curves are of' $?
works 'plot takes a network without curves' '^No curves' plot bare.safetensors --out bare.svg
well_formed bare.svg 'There are no learning curves in this file'
verdict 'a plot without curves says so in the picture' $?
works 'plot --landscape draws the cost around a run' 'is drawn in land.svg; the plane holds [0-9]+ %' \
    plot --landscape --out land.svg run
well_formed land.svg "This plane holds [0-9]+ % of the run's way" && grep -q '>start<' land.svg &&
    grep -q 'base64,iVBORw0KGgo' land.svg
verdict 'the landscape is well-formed SVG with a map and the way of the run' $?
works 'plot --landscape --json has its keys' \
    "^\{\"network\":\"784-16-16-10\",\"moments\":[0-9]+,\"images\":[0-9]+,\"share\":$share,\"out\":\"land.svg\"\}$" \
    plot --landscape --json --dark --out land.svg run
fails 'plot --landscape needs the moments of a run' 1 'no moments' \
    plot --landscape --out none.svg net.safetensors
fails 'plot --landscape needs images' 1 'MNIST' plot --landscape --data /nowhere --out none.svg run
fails 'plot needs a file' 2 'Name one' plot --out x.svg
fails 'plot needs --out' 2 '--out FILE.svg' plot net.safetensors
fails 'plot names a damaged file' 1 'cut.safetensors' plot cut.safetensors --out x.svg
cp net.safetensors kept.safetensors
ln -s kept.safetensors link.svg
fails 'plot refuses to save over its network' 1 'kept.safetensors is the network itself' \
    plot kept.safetensors --out ./kept.safetensors
fails 'plot sees through a link to its network' 1 'link.svg is the network itself' \
    plot kept.safetensors --out link.svg
cmp -s net.safetensors kept.safetensors
verdict 'the network is as it was' $?
fails 'plot names what cannot be saved' 1 'nowhere/x.svg' plot net.safetensors --out nowhere/x.svg

echo '5 own 1,2 3' >>pen.txt
fails 'replay names the damaged line' 1 'pen.txt is damaged in line 4' \
    replay --model net.safetensors pen.txt
head -c 40 pen.txt.gz >cut.gz
fails 'replay names a file that ends too early' 1 'cut.gz' replay --model net.safetensors cut.gz

if [ -c /dev/full ]; then
    for command in '--version' 'train --help' 'train --epochs 2' 'eval net.safetensors'; do
        # shellcheck disable=SC2086
        "$program" $command >/dev/full 2>err
        [ $? -eq 1 ] && grep -q 'output cannot be written' err
        verdict "$command fails on a full disk" $?
    done
fi
echo "1..$count"
exit $failed
