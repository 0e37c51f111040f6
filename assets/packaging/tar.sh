#!/bin/sh
# Packs what `meson install` installs as a folder that runs from anywhere on a machine which has the
# same libraries, called by ./run tar: tar.sh BUILD FOLDER
set -eu
build=$1 out=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
version=$("$build/src/inkling" --version | cut -d ' ' -f 2)
name=inkling-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
rm -rf "${out:?}/$name"
mkdir -p "$out"
DESTDIR=$out/staged meson install -C "$build" --no-rebuild --quiet --strip
mv "$out/staged$(meson introspect "$build" --buildoptions |
    python3 -c 'import json, sys; print(next(o["value"] for o in json.load(sys.stdin) if o["name"] == "prefix"))')" "$out/$name"
rm -rf "$out/staged" "$out/$name/include" "$out/$name"/lib*
cp "$root/LICENSE" "$root/README.md" "$out/$name/"
tar -C "$out" -caf "$out/$name.tar.xz" "$name"
rm -rf "${out:?}/$name"
ls -l "$out/$name.tar.xz"
