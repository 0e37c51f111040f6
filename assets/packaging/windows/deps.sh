#!/bin/sh
# Builds what Inkling links on Windows, static, from the source packages of this Debian:
# deps.sh FOLDER. What is built stays there, and a second call has nothing to do.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
deps=$(cd "$1" && pwd)
prefix=$deps/installed
target=x86_64-w64-mingw32
zlib=$(dirname "$($target-gcc-posix -print-file-name=libz.a)")

say() {
    echo "$*" >&2
}

# apt-get with lists and packages in a folder of its own: the system's stay as they are. Where the
# sources come from, the system's lists of packages tell.
apt() {
    mkdir -p "$deps/apt/lists/partial" "$deps/apt/archives/partial"
    apt-get -qq -o Dir::Etc::sourcelist="$deps/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$deps/apt/lists" -o Dir::Cache="$deps/apt" -o APT::Sandbox::User=root "$@"
}

find_sources() {
    [ ! -e "$deps/apt/found" ] || return 0
    mkdir -p "$deps/apt"
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(ORIGIN) deb-src $(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
        sed -n 's/^Debian //p' | sort -u >"$deps/apt/sources.list"
    apt update
    touch "$deps/apt/found"
}

# A mirror of the security updates may lack what the release has.
fetch() {
    apt source "$package" || apt source "$package/$(. /etc/os-release && echo "$VERSION_CODENAME")"
}

# Unpack a source package, and build what differs in it: build PACKAGE COMMAND...
build() {
    package=$1
    shift
    [ ! -e "$deps/$package.done" ] || return 0
    say "Building $package for Windows ..."
    find_sources
    rm -rf "${deps:?}/$package"
    mkdir "$deps/$package"
    # By itself, as set -e counts for nothing behind an if.
    (
        cd "$deps/$package"
        fetch
        cd ./*/
        "$@"
        cp debian/copyright "$prefix/licences/$package.txt"
    ) >"$deps/$package.log" 2>&1 &
    if ! wait $!; then
        tail -n 30 "$deps/$package.log" >&2
        say "$package could not be built; all messages are in $deps/$package.log."
        exit 1
    fi
    rm -rf "${deps:?}/$package"
    touch "$deps/$package.done"
}

with_cmake() {
    cmake -S . -B for-windows -G Ninja -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_PREFIX_PATH="$prefix" -DBUILD_SHARED_LIBS=OFF -DZLIB_ROOT="$zlib/.." \
        -DZLIB_LIBRARY="$zlib/libz.a" -DZLIB_INCLUDE_DIR="$zlib/../include" "$@"
    ninja -j2 -C for-windows install
}

libdeflate() {
    make -j2 CC=$target-gcc-posix AR=$target-ar CFLAGS='-O2 -Wa,-muse-unaligned-vector-move' libdeflatestatic.lib
    cp libdeflatestatic.lib "$prefix/lib/libdeflate.a"
    cp libdeflate.h "$prefix/include"
    sed "s|@PREFIX@|$prefix|; s|@[A-Z]*DIR@||; s|^libdir=.*|libdir=$prefix/lib|; s|^includedir=.*|includedir=$prefix/include|;
         s|@VERSION@|1|" libdeflate.pc.in >"$prefix/lib/pkgconfig/libdeflate.pc"
}

# SDL names what a main() of its own needs; Inkling has its own, and its tests are for a terminal.
sdl() {
    with_cmake -DSDL_SHARED=OFF -DSDL_TEST=OFF -DSDL_AUDIO=OFF -DSDL_JOYSTICK=OFF -DSDL_HAPTIC=OFF -DSDL_SENSOR=OFF -DSDL_HIDAPI=OFF
    sed -i 's/ -lmingw32//g; s/ -lSDL2main//g; s/ -mwindows//g; s/ -Dmain=SDL_main//' "$prefix/lib/pkgconfig/sdl2.pc"
}

# What cmake leaves unsaid where the library is static: describe NAME LIBRARIES REQUIRED
describe() {
    cat >"$prefix/lib/pkgconfig/$1.pc" <<END
Name: $1
Description: $1
Version: 2
Requires: $3
Libs: -L$prefix/lib $2
Cflags: -I$prefix/include/SDL2
END
}

sdl_ttf() {
    with_cmake -DSDL2TTF_SAMPLES=OFF -DSDL2TTF_VENDORED=OFF -DSDL2TTF_HARFBUZZ=OFF
    describe SDL2_ttf -lSDL2_ttf 'sdl2 freetype2'
}

# JPEG and BMP by what it brings along; PNG and GIF are read by others.
sdl_image() {
    with_cmake -DSDL2IMAGE_SAMPLES=OFF -DSDL2IMAGE_TESTS=OFF -DSDL2IMAGE_BACKEND_STB=ON -DSDL2IMAGE_DEPS_SHARED=OFF \
        -DSDL2IMAGE_WEBP=ON -DSDL2IMAGE_GIF=OFF -DSDL2IMAGE_LBM=OFF -DSDL2IMAGE_PCX=OFF -DSDL2IMAGE_PNM=OFF \
        -DSDL2IMAGE_QOI=OFF -DSDL2IMAGE_SVG=OFF -DSDL2IMAGE_TGA=OFF -DSDL2IMAGE_XCF=OFF -DSDL2IMAGE_XPM=OFF \
        -DSDL2IMAGE_XV=OFF
    describe SDL2_image -lSDL2_image 'sdl2 libwebp'
}

curl() {
    with_cmake -DCURL_USE_SCHANNEL=ON -DHTTP_ONLY=ON -DBUILD_CURL_EXE=OFF -DBUILD_TESTING=OFF -DCURL_ZLIB=OFF \
        -DENABLE_MANUAL=OFF
    sed -i 's/^Cflags:/& -DCURL_STATICLIB/' "$prefix/lib/pkgconfig/libcurl.pc"
}

cmocka() {
    with_cmake -DWITH_EXAMPLES=OFF -DUNIT_TESTING=OFF -DWITH_STATIC_LIB=ON
    rm "$prefix/lib/libcmocka.dll.a"
    mv "$prefix/lib/libcmocka-static.a" "$prefix/lib/libcmocka.a"
}

mkdir -p "$prefix/lib/pkgconfig" "$prefix/include" "$prefix/licences"
build cjson with_cmake -DENABLE_CJSON_TEST=OFF -DENABLE_CUSTOM_COMPILER_FLAGS=OFF
build libdeflate libdeflate
build libpng1.6 with_cmake -DPNG_SHARED=OFF -DPNG_TESTS=OFF
build freetype with_cmake -DFT_REQUIRE_ZLIB=ON -DFT_DISABLE_PNG=ON -DFT_DISABLE_BZIP2=ON -DFT_DISABLE_BROTLI=ON \
    -DFT_DISABLE_HARFBUZZ=ON
build libwebp with_cmake -DWEBP_BUILD_ANIM_UTILS=OFF -DWEBP_BUILD_CWEBP=OFF -DWEBP_BUILD_DWEBP=OFF \
    -DWEBP_BUILD_GIF2WEBP=OFF -DWEBP_BUILD_IMG2WEBP=OFF -DWEBP_BUILD_VWEBP=OFF -DWEBP_BUILD_WEBPINFO=OFF \
    -DWEBP_BUILD_WEBPMUX=OFF -DWEBP_BUILD_EXTRAS=OFF -DWEBP_BUILD_LIBWEBPMUX=OFF
build curl curl
build libsdl2 sdl
build libsdl2-ttf sdl_ttf
build libsdl2-image sdl_image
build cmocka cmocka
