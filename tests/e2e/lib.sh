# shellcheck shell=sh
# Drives the real program as a person does, on an X server of its own. A test sources this file, calls
# start_display, then start_program, acts (click, drag, keys), looks (until_true), and quit_program.
# Needs INKLING, the program. Prints TAP, one line a sentence that holds, and ends at the first that
# does not. Positions are the window's pixels. Each call of xdotool costs 35 ms, so calls are chained.

TRIES=600 # times 0.05 s: only something that hangs reaches it, also under sanitizers on a busy machine

shots=${INKLING_SHOTS:-}        # where screenshots stay; else they go with the test's own folder
scratch=$(mktemp -d)
server='' program='' window='' sentences=0
trap 'clean_up' EXIT
trap 'exit 1' INT TERM

clean_up() {
    [ -z "$program" ] || kill "$program" 2>/dev/null
    [ -z "$server" ] || kill "$server" 2>/dev/null
    rm -rf "$scratch"
}

# Say what holds: holds SENTENCE
holds() {
    sentences=$((sentences + 1))
    echo "ok $sentences - $1"
}

# Say what does not, show what the program said, and end: broken SENTENCE
broken() {
    sentences=$((sentences + 1))
    echo "not ok $sentences - $1"
    [ ! -s "$scratch/output" ] || sed 's/^/# inkling: /' "$scratch/output"
    if [ -n "$program" ] && [ -n "$shots" ]; then
        screenshot "broken-$(basename "$0" .sh)"
    fi
    exit 1
}

# A sentence and the command that shows it: demand SENTENCE COMMAND...
demand() {
    sentence=$1
    shift
    if "$@"; then
        holds "$sentence"
    else
        broken "$sentence"
    fi
}

# The plan, as the last line of a test.
all_done() {
    echo "1..$sentences"
}

# Wait for work, not for a clock: until_true COMMAND...
until_true() {
    tries=$TRIES
    until "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.05
    done
}

# An X server on a free display: start_display [WIDTHxHEIGHT]
start_display() {
    mkfifo "$scratch/display"
    Xvfb -displayfd 3 -nolisten tcp -screen 0 "${1:-1280x800}x24" \
        3>"$scratch/display" 2>"$scratch/server" &
    server=$!
    read -r number <"$scratch/display"
    [ -n "$number" ] || broken 'an X server starts'
    export DISPLAY=":$number"
    unset WAYLAND_DISPLAY
    # Nothing of the person who runs the tests, and the renderer every machine has.
    export HOME="$scratch/home" XDG_DATA_HOME="$scratch/home/data" SDL_RENDER_DRIVER=software
    unset XDG_CONFIG_HOME XDG_CACHE_HOME
    mkdir -p "$XDG_DATA_HOME"
}

find_window() {
    [ -z "$window" ] || return 0
    kill -0 "$program" 2>/dev/null || return 0
    window=$(xdotool search --onlyvisible --name 'Inkling$' | tail -n 1)
    [ -n "$window" ]
}

# Start the program and wait for its window: start_program [ARGUMENT...]
start_program() {
    window=''
    "$INKLING" "$@" >"$scratch/output" 2>&1 &
    program=$!
    until_true find_window
    [ -n "$window" ] || broken 'the window opens'
    xdotool windowfocus --sync "$window"
}

# Press keys, by their X names, one after the other: keys ctrl+t Tab space
keys() {
    xdotool key --clearmodifiers "$@"
}

# click X Y [BUTTON]
click() {
    xdotool mousemove --window "$window" "$1" "$2" click "${3:-1}"
}

# Draw through positions with the left button: drag X Y X Y...
drag() {
    path="mousemove --window $window $1 $2 mousedown 1"
    shift 2
    while [ $# -gt 0 ]; do
        path="$path mousemove --window $window $1 $2"
        shift 2
    done
    # shellcheck disable=SC2086
    xdotool $path mouseup 1
}

# Take a picture of the screen: screenshot NAME, into $shots or the test's own folder
screenshot() {
    mkdir -p "${shots:-$scratch}"
    import -window root "${shots:-$scratch}/$1.png"
}

# The colour of a pixel, as six hexadecimal digits: pixel X Y
pixel() {
    import -window "$window" -crop "1x1+$1+$2" -depth 8 rgb:- | od -An -tx1 | tr -d ' \n'
}

# pixel_is X Y RRGGBB, pixel_is_not X Y RRGGBB
pixel_is() {
    [ "$(pixel "$1" "$2")" = "$3" ]
}

pixel_is_not() {
    ! pixel_is "$@"
}

# A sum of the pixels of a part of the window: picture_sum X Y WIDTH HEIGHT
picture_sum() {
    import -window "$window" -crop "$3x$4+$1+$2" -depth 8 rgb:- | cksum
}

# Whether that part no longer has a sum: picture_differs SUM X Y WIDTH HEIGHT
picture_differs() {
    sum=$1
    shift
    [ "$(picture_sum "$@")" != "$sum" ]
}

title_has() {
    xdotool getwindowname "$window" | grep -qF "$1"
}

program_ended() {
    ! kill -0 "$program" 2>/dev/null
}

# Wait for the program to end by itself, with status 0 and nothing from a sanitizer.
demand_clean_exit() {
    until_true program_ended || broken 'the program ends'
    wait "$program"
    status=$?
    program=''
    [ "$status" = 0 ] || broken "the program ends with status 0, not $status"
    ! grep -q 'Sanitizer' "$scratch/output" || broken 'the sanitizers are silent'
    holds 'the program ends cleanly'
}

quit_program() {
    keys ctrl+q
    demand_clean_exit
}
