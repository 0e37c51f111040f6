#!/bin/sh
# Makes build/windows/inkling.zip, which runs on Windows as it is: build.sh [--test]. With --test it
# is tried, and so are the parts that it is made of, under wine.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
out=$root/build/windows
deps=$out/deps
folder=$out/inkling
log=$out/build.log
target=x86_64-w64-mingw32

say() {
    echo "$*" >&2
}

fail() {
    tail -n 40 "$log" >&2
    say "$1; all messages are in $log."
    exit 1
}

build_program() {
    mkdir -p "$out"
    cat >"$out/deps.ini" <<END
[properties]
pkg_config_libdir = ['$deps/installed/lib/pkgconfig', '/usr/$target/lib/pkgconfig']
END
    say 'Building Inkling for Windows ...'
    { [ -e "$out/program/build.ninja" ] ||
        meson setup "$out/program" "$root" --cross-file "$here/cross.ini" --cross-file "$out/deps.ini" \
            -Dlinked_curl=true -Dfontconfig=disabled -Dprefer_static=true -Dwrap_mode=nofallback &&
        ninja -C "$out/program" src/inkling.exe; } >"$log" 2>&1 || fail 'Inkling could not be built'
}

# Whose licences go along: those of the libraries, and of what the compiler links in.
copy_licences() {
    mkdir "$folder/licences"
    cp "$deps/installed/licences/"* "$folder/licences"
    rm -f "$folder/licences/cmocka.txt"
    cp /usr/share/doc/libz-mingw-w64-dev/copyright "$folder/licences/zlib.txt"
    cp /usr/share/doc/mingw-w64-common/copyright "$folder/licences/mingw-w64.txt"
    cp /usr/share/doc/gcc-mingw-w64-base/copyright "$folder/licences/gcc.txt"
    cp "$root/LICENSE" "$folder/licences/inkling.txt"
}

# inkling.com is the same program for a console, which waits for it: a console takes it for
# "inkling", and a double click goes to inkling.exe, which has no console.
make_zip() {
    rm -rf "$folder" "$out/inkling.zip"
    mkdir -p "$folder/fonts"
    $target-strip -o "$folder/inkling.exe" "$out/program/src/inkling.exe"
    $target-objcopy --subsystem console "$folder/inkling.exe" "$folder/inkling.com"
    cp "$root/assets/"*.safetensors "$folder"
    cp "$root/assets/fonts/"* "$folder/fonts"
    cp "$root/LICENSE" "$folder/LICENSE.txt"
    sed 's/$/\r/' "$here/README.txt" >"$folder/README.txt"
    copy_licences
    (cd "$out" && zip -q -9 -X -r inkling.zip inkling)
    say "$out/inkling.zip is made."
}

"$here/deps.sh" "$deps"
build_program
make_zip
if [ "${1-}" = --test ]; then
    mkdir -p "$out/wine"
    export WINEPREFIX="$out/wine" WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
    wineboot -i >/dev/null 2>&1
    meson test -C "$out/program" --suite unit
    "$root/tests/e2e/windows.sh" "$folder/inkling.exe"
fi
