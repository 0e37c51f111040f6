#!/bin/sh
# Displays that do not answer, graphics drivers that do not work, and Wayland.
# Usage: display.sh PROGRAM [FOLDER OF A BAD DRIVER]
. "$(dirname "$0")/lib.sh"
bad_driver=${2:+$(cd "$2" && pwd)}
unset SDL_RENDER_DRIVER # what draws is found out by the program
# The library that draws frames for Wayland has a word to say where it has nothing to draw with.
decorations="^Couldn't open plugin directory|^No plugins found, falling back on no decorations"
guard_s=90 # a software OpenGL takes its time

# refused NAME ENVIRONMENT...: one sentence on standard error, nothing else, exit status 1
refused() {
    refused_name=$1
    shift
    env "$@" timeout "$guard_s" "$program" >"$place/out" 2>"$place/err"
    [ $? -eq 1 ] && [ ! -s "$place/out" ] && [ "$(wc -l <"$place/err")" -eq 1 ] &&
        grep -Eq '^inkling: .+\.$' "$place/err"
    verdict "$refused_name: one sentence and exit status 1" $?
    : >"$place/err"
}

# draws NAME ENVIRONMENT...: the program draws frames, says nothing, and ends as it should
draws() {
    draws_name=$1
    shift
    : >"$place/frames"
    env "$@" INKLING_FRAME_LOG="$place/frames" "$program" >"$place/out" 2>"$place/err" &
    inkling_pid=$!
    wait_until test -s "$place/frames"
    verdict "$draws_name: it draws" $?
    kill -TERM "$inkling_pid"
    ended_with 0 && ! grep -Ev "$decorations" "$place/err" | grep -q .
    verdict "$draws_name: it says nothing and ends with exit status 0" $?
}

start_screen 1280x1024
export XDG_RUNTIME_DIR="$place/run"
mkdir -m 700 "$XDG_RUNTIME_DIR"
live=$DISPLAY
unset DISPLAY
refused 'no display at all' A=1
DISPLAY='' "$program" 2>&1 | grep -q 'There is no display'
verdict 'an empty name of a display: there is none' $?
refused 'an X server that is not there' DISPLAY=:9999
refused 'a Wayland that is not there' WAYLAND_DISPLAY=nowhere
refused 'neither of them there' DISPLAY=:9999 WAYLAND_DISPLAY=nowhere
refused 'neither there, and no folder for Wayland' -u XDG_RUNTIME_DIR DISPLAY=:9999 \
    WAYLAND_DISPLAY=nowhere
refused 'a driver of SDL that does not exist' SDL_VIDEODRIVER=nothing
draws 'a driver that nobody sees, where it is asked for' SDL_VIDEODRIVER=offscreen \
    SDL_RENDER_DRIVER=software
DISPLAY=$live
export DISPLAY
draws 'no Wayland but an X server' WAYLAND_DISPLAY=nowhere
draws 'OpenGL without a driver' LIBGL_DRIVERS_PATH=/nonexistent
draws 'OpenGL of a driver that does not exist' GALLIUM_DRIVER=nothing
draws 'OpenGL through the X server' LIBGL_ALWAYS_INDIRECT=1
draws 'EGL without a driver' __EGL_VENDOR_LIBRARY_FILENAMES=/nonexistent
draws 'GLX without a driver' __GLX_VENDOR_LIBRARY_NAME=nothing
draws 'Mesa with a driver that does not exist' MESA_LOADER_DRIVER_OVERRIDE=nothing
draws 'OpenGL in software' LIBGL_ALWAYS_SOFTWARE=1
draws 'a renderer that does not exist' SDL_RENDER_DRIVER=nothing
for how in ${bad_driver:+crash exit hang}; do
    draws "a driver whose loading ends in $how" LIBGL_DRIVERS_PATH="$bad_driver" BAD_DRIVER="$how"
done

wayland_answers() {
    [ -S "$XDG_RUNTIME_DIR/inkling-test" ] && is_not_colour 500 350 000000 # its desktop is there
}

# on_wayland SCALE: a compositor inside the X server
on_wayland() {
    weston --backend=x11-backend.so --socket=inkling-test --no-config --width=1024 --height=700 \
        --scale="$1" >"$place/weston" 2>&1 &
    mirror_pid=$! # ended with the test
    wait_until wayland_answers || give_up 'Weston does not start.'
    draws "Wayland at scale $1" -u DISPLAY WAYLAND_DISPLAY=inkling-test
    draws "Wayland at scale $1, drawn in software" -u DISPLAY WAYLAND_DISPLAY=inkling-test \
        SDL_RENDER_DRIVER=software
    draws "an X server that is not there, but Wayland at scale $1" DISPLAY=:9999 \
        WAYLAND_DISPLAY=inkling-test
    draws "Wayland at scale $1 with no OpenGL, and an X server" WAYLAND_DISPLAY=inkling-test \
        __EGL_VENDOR_LIBRARY_FILENAMES=/nonexistent
    refused "Wayland at scale $1 with no OpenGL" -u DISPLAY WAYLAND_DISPLAY=inkling-test \
        __EGL_VENDOR_LIBRARY_FILENAMES=/nonexistent
    kill "$mirror_pid"
    wait "$mirror_pid"
    mirror_pid=''
    rm -f "$XDG_RUNTIME_DIR/inkling-test"*
    wait_until is_colour 500 350 000000
}

if command -v weston >/dev/null; then
    on_wayland 1
    on_wayland 2
else
    count=$((count + 1))
    echo "ok $count # SKIP The program weston is not installed."
fi
finish
