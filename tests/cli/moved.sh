#!/bin/sh
# What is installed, moved elsewhere: moved.sh PROGRAM BUILD SOURCE MESON; prints TAP.
. "$(dirname "$0")/lib.sh"
built=$program build=$2 source=$3 meson=$4
unset INKLING_SOURCE INKLING_DATA
moved="$place/else where" flat="$place/all in one"

install_and_move() {
    DESTDIR="$place/stage" "$meson" install -C "$build" --no-rebuild >out 2>err &&
        program=$(find "$place/stage" -path '*/bin/inkling') && [ -x "$program" ] &&
        mv "${program%/bin/inkling}" "$moved" && rm -rf "$place/stage" &&
        program=$moved/bin/inkling
}

# The files of the desktop, and the licences of what is in it.
is_whole() {
    for file in applications/inkling.desktop icons/hicolor/scalable/apps/inkling.svg \
        man/man1/inkling.1 inkling/LICENSE inkling/fonts/LICENSE.txt; do
        [ -s "$moved/share/$file" ] || return 1
    done
}

names_no_folder() {
    ! grep -aF -e "$source" -e "$build" "$1" >out
}

has_drawn() {
    [ -s frames ]
}

# A window that nobody sees draws a frame, and ends when it is told to.
opens() {
    : >frames
    SDL_VIDEODRIVER=dummy SDL_RENDER_DRIVER=software INKLING_FRAME_LOG=frames "$program" >out 2>err &
    for _ in $(seq 600); do
        has_drawn || ! kill -0 $! && break
        sleep 0.1
    done
    has_drawn && kill -TERM $! && wait $! && [ ! -s err ]
}

install_and_move
verdict 'what is installed can be moved' $?
is_whole
verdict 'with its entry for the desktop, its icon, manual and licences' $?
for each in "$built" "$program"; do
    names_no_folder "$each"
    verdict "${each##*/} does not tell where it was built" $?
done
make_mnist
{ printf 'P5 28 28 255\n' && head -c 784 ten; } >zero.pgm
works 'it starts' '^inkling [0-9]' --version
works 'it finds the network' '^zero.pgm' classify zero.pgm
shipped=$moved/share/inkling/784-16-16-10.safetensors
fails 'MNIST is not there yet' 1 "$moved/share/inkling/mnist" eval "$shipped"
cp -r mnist "$moved/share/inkling"
works 'it finds MNIST beside the network' 'images' eval "$shipped"
opens
verdict 'its window opens' $?
ln -s "$moved/bin/inkling" link
program=$place/link
works 'a link to it is enough' '^zero.pgm' classify zero.pgm

mkdir "$flat" && cp -r "$moved/bin/inkling" "$moved/share/inkling/." "$flat"
program=$flat/inkling
works 'all of it may be in one folder' 'images' eval "$flat/784-16-16-10.safetensors"
works 'also where no network is named' '^zero.pgm' classify zero.pgm
opens
verdict 'and its window opens' $?
rm -r "$flat/fonts"
! opens && grep -q '^inkling: fonts/Inter-Regular.otf is missing: install Inkling again' err
verdict 'a font that is missing is named' $?
rm "$flat"/*.safetensors
fails 'so is a network' 1 '784-16-16-10.safetensors is missing' classify zero.pgm
INKLING_SOURCE=$source
export INKLING_SOURCE
works 'a source tree that is named comes first' '^zero.pgm' classify zero.pgm
echo "1..$count"
exit $failed
