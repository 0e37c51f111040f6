#!/bin/sh
# What is measured, run as ./run does. Usage: commands.sh BENCH INKLING; prints TAP.
inkling=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
. "$(dirname "$0")/../cli/lib.sh"
export INKLING_DATA="$place/mnist"

make_mnist
"$inkling" train --epochs 40 --batch 10 --sources mnist --prepare fitted --augment 0 \
    --out net.safetensors >out 2>err
verdict 'there is a network to measure' $?

for command in bench bench-forms bench-pictures bench-writers; do
    works "$command --help shows its options" '^ *--json ' $command --help
done
"$program" nonsense >out 2>err
[ $? -eq 2 ] && grep -q '^Name what to measure' err
verdict 'what is not measured is refused' $?

printf '1 own 0,0 0,1000\n7 own 0,0 600,0 200,1000;100,500 500,500\n0 own 3,4\n' >pen.txt
works 'bench-forms tells the forms apart' '^ +7  crossed +1 +[01]  ' \
    bench-forms --model net.safetensors pen.txt
works 'bench-forms --json has a row a form' \
    '^\{"forms":\[\{"label":0,"form":"plain","digits":1,"right":[01],"accuracy":[01]\},' \
    bench-forms --json --model net.safetensors pen.txt
fails 'bench-forms needs a file' 2 'Name one' bench-forms

works 'bench-pictures prints a row a kind' '^three in a row +6 +[0-9.]+ % +[0-9.]+ %$' \
    bench-pictures --pictures 2 --sheet wrong.png pen.txt
[ "$(grep -c ' %$' out)" -eq 32 ] && [ "$(head -c 4 wrong.png | tail -c 3)" = PNG ]
verdict 'bench-pictures stages each kind, and saves what is read wrong' $?
works 'bench-pictures --json has its keys' \
    "^\{\"kinds\":\[\{\"kind\":\"ruled\",\"digits\":3,\"default\":$share,\"large\":$share\}\]\}$" \
    bench-pictures --pictures 3 --kind ruled --json
fails 'bench-pictures knows the kinds of its table' 2 'name of the table' bench-pictures --kind none
fails 'bench-pictures --pictures 0 is refused' 2 'pictures' bench-pictures --pictures 0

# Two writers of 22 digits each, and one of too few.
for writer in a b; do
    for digit in 0 1 2 3 4 5 6 7 8 9 1; do
        echo "$digit $writer 0,0 $((digit * 100)),1000"
        echo "$digit $writer 0,$((digit * 100)) 1000,0"
    done
done >writers.txt
echo '5 c 1,2' >>writers.txt
works 'bench-writers tests what training further changes for each writer' \
    "^b +12 digits: +$number % -> +$number % +other data: +$number % -> +$number %$" \
    bench-writers --writers 2 --epochs 2 --rate 0.5 --model net.safetensors --data mnist writers.txt
grep -q '^Mean of 2 writers: .* before, .* after; [0-2] rose, [0-2] fell\.$' out
verdict 'bench-writers ends with the mean' $?
change="\"before\":$share,\"after\":$share,\"mnist_before\":$share,\"mnist_after\":$share"
works 'bench-writers --json has its keys' "^\{\"writer\":\"a\",\"rest\":12,$change\}$" \
    bench-writers --writers 2 --epochs 1 --json --model net.safetensors writers.txt
tail -n 1 out | grep -Eq "^\{\"writers\":2,\"rose\":[0-2],\"fell\":[0-2],$change\}$"
verdict 'bench-writers --json ends with the mean' $?
fails 'bench-writers needs as many writers' 1 'fewer than 3 writers' \
    bench-writers --writers 3 --model net.safetensors writers.txt
fails 'bench-writers --writers -1 is refused' 2 'writers' bench-writers --writers -1 writers.txt
fails 'bench-writers --rate 0 is refused' 2 'rate' bench-writers --rate 0 writers.txt

unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER
works 'bench prints a table' '^Epoch, 2 threads +[0-9.]+ ms +median [0-9.]+' bench --program "$inkling" --threads 2
grep -Eq '^Start to first frame +- +There is no display' out
verdict 'bench says why there is no first frame' $?
times="\{\"1\":$number,\"2\":$number,\"3\":$number\}" number_or_null="($number|null)"
reached='\{"90":[0-9]+,"94":[0-9]+,"95":[0-9]+,"96":10\}'
levels="\{\"90\":$number_or_null,\"94\":$number_or_null,\"95\":$number_or_null,\"96\":$number\}"
network="\\{\"network\":\"784(-[0-9]+)+-10\",(\"[a-z_]+\":$number,?){8}\\}"
export SDL_VIDEODRIVER=dummy
works 'bench --json has its keys' "^\{\"kernels\":\"[a-z0-9]+\",\"threads\":3,\"epoch_ms\":$times,.*\
\"forward_us\":$number,.*\"time_to\":$levels,\"reached\":$reached,\"load_ms\":$number,\"first_frame_ms\":$number,\
\"peak_mb\":$number,\"limit_share\":$share,.*\"networks\":\[$network,$network,$network\]\}$" \
    bench --program "$inkling" --json --data mnist --threads 3
unset SDL_VIDEODRIVER
fails 'bench --threads 0 is refused' 2 'threads' bench --threads 0
fails 'bench --data with nothing in it is refused' 1 'nowhere' bench --data nowhere

echo "1..$count"
exit $failed
