#!/bin/sh
# The foreign libraries that read files for Inkling, built for libFuzzer from Debian's sources of
# them: libraries.sh FOLDER. FOLDER/pc is a PKG_CONFIG_PATH then. apt-get checks what it downloads;
# nothing of the machine's own lists and packages changes. Ends with 77 where there is no source.
set -u
mkdir -p "$1/pc" "$1/apt/lists/partial" "$1/apt/cache/archives/partial" "$1/apt/parts"
cd "$1" || exit 1
folder=$PWD
instrumented='-O1 -g -fsanitize=fuzzer-no-link,address,undefined'

absent() {
    echo "The fuzzers use $1 as installed, not instrumented: $2."
    exit 77
}

apt() {
    apt-get -q -o Dir::Etc::SourceList="$folder/apt/list" -o Dir::Etc::SourceParts="$folder/apt/parts" \
        -o Dir::State::Lists="$folder/apt/lists" -o Dir::Cache="$folder/apt/cache" \
        -o Acquire::http::Timeout=20 -o Acquire::Retries=0 -o APT::Sandbox::User= \
        "$@" >"$folder/apt.log" 2>&1
}

# The machine's own sources of packages, as those of the packages' sources.
name_sources() {
    sed 's/^deb /deb-src /' /etc/apt/sources.list >apt/list 2>/dev/null
    for part in /etc/apt/sources.list.d/*; do
        case $part in
        *.list) sed 's/^deb /deb-src /' "$part" ;;
        *.sources) sed 's/^Types: .*/Types: deb-src/' "$part" ;;
        esac >"apt/parts/${part##*/}"
    done
}

# Unpack a package's source into the folder PACKAGE: source_of PACKAGE
source_of() {
    [ ! -d "$1" ] || return 0
    has_lists=$(find apt/lists -name '*Sources*' | head -n 1)
    [ -n "$has_lists" ] || apt update # a list among several may fail
    rm -rf unpacked
    mkdir unpacked
    # An update of it may be listed and not be there.
    (cd unpacked && { apt source --only-source "$1" ||
        apt source --only-source -t "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$1"; }) ||
        return 1
    mv unpacked/*/ "$1"
}

# library NAME PACKAGE INCLUDES FILE... (below the package)
library() {
    name=$1 package=$2 include=$3
    shift 3
    [ ! -e "pc/$name.pc" ] || return 0
    source_of "$package" || absent "$name" "apt-get has no source of it"
    (
        cd "$package" || exit 1
        [ "$name" != libpng ] || cp scripts/pnglibconf.h.prebuilt pnglibconf.h || exit 1
        # shellcheck disable=SC2068,SC2086
        for file in $@; do # two of them may have one name
            clang $instrumented -DPNG_INTEL_SSE_OPT=0 -I. -c "$file" \
                -o "fuzz-$(echo "$file" | tr / -).o" || exit 1
        done
        ar rcs "../$name-fuzz.a" fuzz-*.o
    ) >"$name.log" 2>&1 || absent "$name" "its source does not build, see $folder/$name.log"
    printf 'Name: %s\nDescription: for libFuzzer\nVersion: %s\nLibs: %s\nLibs.private:\nCflags: -I%s\n' \
        "$name" "$(pkg-config --modversion "$name")" "$folder/$name-fuzz.a $(rest "$name")" \
        "$folder/$package$include" >"pc/$name.pc"
}

rest() {
    [ "$1" != libpng ] || echo '-lz -lm'
}

command -v apt-get >/dev/null || absent libdeflate 'only apt-get is asked for its source'
command -v dpkg-source >/dev/null || absent libdeflate 'dpkg-source, of the package dpkg-dev, is missing'
name_sources
library libdeflate libdeflate '' 'lib/*.c' 'lib/x86/*.c' 'lib/arm/*.c'
library libcjson cjson '/..' cJSON.c
library libpng libpng1.6 '' 'png*.c'
