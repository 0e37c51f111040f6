#!/bin/sh
# Builds the packages for Debian and Ubuntu from the files of this tree, called by ./run deb, and has
# lintian look at them: deb.sh FOLDER, where they come to lie
set -eu
cd "$(dirname "$0")/../.."
out=$1
tree=$out/inkling
rm -rf "$out"
mkdir -p "$tree"
{ git ls-files -co --exclude-standard 2>/dev/null || find . -path './build*' -prune -o -type f -print; } |
    tar -cf - -T - | tar -xf - -C "$tree"
mv "$tree/assets/packaging/debian" "$tree/debian"
(cd "$tree" && dpkg-buildpackage -us -uc -b)
rm -rf "$tree"
lintian --fail-on error,warning "$out"/*.changes
ls -l "$out"/*.deb
