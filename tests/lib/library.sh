#!/bin/sh
# Another program against the library alone, as it installs: library.sh LIBRARY BUILD MESON CC FLAG...
# FLAG is what the library was compiled with, and a program that it is in has to be.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../cli/lib.sh"
build=$2 meson=$3 cc=$4
shift 4
flags="-std=c11 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror $*"

# Where it is installed for now is said to inkling.pc, as if it had been configured so.
install_library() {
    DESTDIR=$place "$meson" install -C "$build" --no-rebuild --tags devel >out 2>err &&
        pc=$(find "$place" -name inkling.pc) && include=$(find "$place" -name inkling -type d) &&
        sed "s|^prefix=|&$place|" "$pc" >moved && cp moved "$pc" &&
        export PKG_CONFIG_PATH="${pc%/*}${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
}

# Every header is whole with those that are installed.
compile_headers() {
    used=$(pkg-config --cflags inkling) || return 1
    (cd "$include" && find . -name '*.h') >headers
    [ "$(wc -l <headers)" -gt 20 ] || return 1
    while read -r header; do
        # shellcheck disable=SC2086
        $cc $flags $used -x c -fsyntax-only -include "${header#./}" /dev/null || return 1
    done <headers
}

# compile_program PROGRAM OPTION...
compile_program() {
    to=$1
    shift
    used=$(pkg-config "$@" --cflags --libs inkling) || return 1
    # shellcheck disable=SC2086
    $cc $flags "$here/program.c" -o "$to" $used
}

# The first ten images are a digit each, in their order.
reads_all() {
    [ "$(sed -nE 's/^another program: (.)$/\1/p' out | tr -d '\n')" = 0123456789 ]
}

make_mnist
images=mnist/train-images-idx3-ubyte labels=mnist/train-labels-idx1-ubyte
install_library
verdict 'the library is installed' $?
compile_headers >out 2>err
verdict 'each installed header compiles alone' $?
compile_program static --static >out 2>err
verdict 'a program is compiled with what inkling.pc says, and --static' $?
compile_program plain >out 2>err
verdict 'or without it' $?
[ "$(wc -l <"$here/program.c")" -le 40 ]
verdict 'it has at most 40 lines' $?
for linked in static plain; do
    program=$place/$linked
    works "$linked trains, saves, opens and classifies" 'another program' $images $labels "$linked.safetensors"
    reads_all
    verdict "$linked reads the ten digits" $?
done
cmp static.safetensors plain.safetensors >out 2>err
verdict 'both trained the same network' $?
"$program" mnist/none $labels none.safetensors >out 2>err
[ $? -eq 2 ] && [ ! -s out ] && grep -q '^mnist/none cannot be opened: .*\.$' err
verdict 'a missing file is said, and told by its code' $?
"$program" $labels $labels none.safetensors >out 2>err
[ $? -eq 1 ] && [ ! -s out ] && grep -q 'has 1 dimensions' err
verdict 'a wrong one is another failure' $?
echo "1..$count"
exit $failed
