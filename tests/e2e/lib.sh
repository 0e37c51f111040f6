# What the tests of the window share: a screen without a monitor, the real program on it, a real
# mouse and keys, and the pixels that come of them. A test gets PROGRAM as its first argument, sources
# this file and prints TAP; INKLING_PICTURES names a folder for pictures of failures.
# shellcheck shell=sh
set -u
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
name=$(basename "$0" .sh)
real_mnist=${INKLING_DATA-}
guard_s=120 # how long anything may take, sanitizers and busy machines included
count=0 failed=0 inkling_pid='' screen_pid='' mirror_pid=''

skip_all() {
    echo "1..0 # SKIP $1"
    exit 0
}

for tool in Xvfb xdotool convert; do
    command -v "$tool" >/dev/null || skip_all "The program $tool is not installed."
done
place=$(mktemp -d "${TMPDIR:-/tmp}/inkling-e2e-XXXXXX") || exit 1
screen=$place/Xvfb_screen0 home=$place/home/inkling
mkdir "$place/no-mnist"
export XDG_DATA_HOME="$place/home" SDL_RENDER_DRIVER=software INKLING_DATA="$place/no-mnist"
unset WAYLAND_DISPLAY SDL_VIDEODRIVER INKLING_MIRROR INKLING_FRAME_LOG

clean_up() {
    for pid in $inkling_pid $mirror_pid $screen_pid; do
        kill "$pid" 2>/dev/null
        wait "$pid" 2>/dev/null
    done
    rm -rf "$place"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

# wait_until COMMAND...: try it until it succeeds, guard_s seconds at most
wait_until() {
    give_up=$(($(date +%s) + guard_s))
    until "$@"; do
        [ "$(date +%s)" -lt "$give_up" ] || return 1
        sleep 0.02
    done
}

# verdict NAME STATUS: a line of TAP, and a picture of the screen where it failed
verdict() {
    count=$((count + 1))
    if [ "$2" -eq 0 ]; then
        echo "ok $count - $1"
        return
    fi
    failed=1 guard_s=5
    echo "not ok $count - $1"
    [ ! -e "$place/err" ] || sed 's/^/# /' "$place/err"
    [ -z "${INKLING_PICTURES-}" ] || convert "xwd:$screen" "$INKLING_PICTURES/$name-$count.png"
}

# check NAME COMMAND...: it succeeds, soon
check() {
    check_name=$1
    shift
    wait_until "$@"
    verdict "$check_name" $?
}

finish() {
    echo "1..$count"
    exit $failed
}

# give_up REASON: what follows cannot be tried any more
give_up() {
    echo "Bail out! $1"
    exit 1
}

# start_screen WxH: a free display, whose picture is a file that is always as the screen is
start_screen() {
    : >"$place/display"
    Xvfb -displayfd 3 -screen 0 "$1x24" -fbdir "$place" -noreset -nolisten tcp 3>"$place/display" \
        >/dev/null 2>&1 &
    screen_pid=$!
    wait_until test -s "$place/display" || give_up 'Xvfb does not start.'
    DISPLAY=:$(cat "$place/display")
    export DISPLAY
    # The head of the file: numbers of 4 bytes, then colours of 12 bytes each; then the pixels.
    # shellcheck disable=SC2046
    set -- $(od --endian=big -An -v -tu4 -N 100 "$screen")
    stride=${13}
    first_byte=$(($1 + 12 * ${20}))
}

window_is_there() {
    window=$(xdotool search --onlyvisible --class inkling 2>/dev/null) && [ -n "$window" ]
}

# pixel X Y: its colour as rrggbb
pixel() {
    # shellcheck disable=SC2046
    set -- $(od -An -tx1 -j $((first_byte + $2 * stride + 4 * $1)) -N 3 "$screen")
    echo "$3$2$1"
}

is_colour() {
    [ "$(pixel "$1" "$2")" = "$3" ]
}

is_not_colour() {
    [ "$(pixel "$1" "$2")" != "$3" ]
}

# The colours of the dark theme that tests look for; those of the light one differ.
accent=56b4e9 warning=e69f00 hairline=2b323c hairline_light=d9dde3 panel_dark=1a1f26 panel_light=ffffff ink=ffffff paper=000000

is_drawn() {
    is_colour 5 3 $panel_dark || is_colour 5 3 $panel_light
}

# not_the_first: a session of one who has drawn before; on the first start the sheet is larger
not_the_first() {
    mkdir -p "$home"
    echo '{"version":1,"has_drawn":true}' >"$home/session.json"
}

# start_inkling ARGUMENT...: start the program and wait for its window and what is in it
start_inkling() {
    [ -e "$home" ] || not_the_first
    "$program" "$@" >"$place/out" 2>"$place/err" &
    inkling_pid=$!
    wait_until window_is_there || {
        sed 's/^/# /' "$place/err"
        give_up 'The window does not open.'
    }
    xdotool windowsize "$window" 1280 800 windowmove "$window" 0 0 windowfocus "$window" \
        mousemove 380 50
    wait_until is_drawn || give_up 'The window stays empty.'
    wait_until strip_is_open || give_up 'The time line does not unfold.'
}

# strip_is_open: what follows is about a window whose strip is open, as it is from the first run on
strip_is_open() {
    is_colour 1180 664 $hairline || is_colour 1180 664 $hairline_light && return
    click 1214 776
    xdotool mousemove 380 50
    sleep 0.3
    false
}

# start_quietly: as above, with no MNIST and the notice that says so closed
start_quietly() {
    start_inkling
    wait_until notice_is $accent || give_up 'Nothing says that MNIST is missing.'
    keys Escape
    wait_until notice_is_closed || give_up 'The notice does not close.'
}

inkling_has_ended() {
    ! kill -0 "$inkling_pid" 2>/dev/null
}

# ended_with STATUS: the program ends, with this exit status
ended_with() {
    wait_until inkling_has_ended || return 1
    wait "$inkling_pid"
    status=$?
    inkling_pid=''
    [ $status -eq "$1" ]
}

# quit NAME: Ctrl+Q ends the program with exit status 0 and nothing to complain of
quit() {
    keys ctrl+q
    ended_with 0 && [ ! -s "$place/err" ]
    verdict "$1" $?
}

keys() {
    xdotool key --delay 5 "$@"
}

# wheel NOTCHES BUTTON: 4 is up, 5 down
wheel() {
    xdotool mousemove 200 250 click --repeat "$1" --delay 5 "$2" mousemove 380 50
}

click() {
    xdotool mousemove "$1" "$2" click 1
}

# drag BUTTON X Y X Y...: one stroke; the pointer ends off the sheet
drag() {
    press_and_move "$@"
    xdotool mouseup "$1" mousemove 380 50
}

press_and_move() {
    button=$1
    shift
    moves="mousemove $1 $2 mousedown $button"
    while [ $# -gt 0 ]; do
        moves="$moves mousemove $1 $2"
        shift 2
    done
    # shellcheck disable=SC2086
    xdotool $moves
}

# area X Y W H: a sum that tells pictures of this part of the screen apart
area() {
    convert "xwd:$screen" -crop "$3x$4+$1+$2" +repage rgb:- | cksum
}

looks_like() {
    [ "$(area "$2" "$3" "$4" "$5")" = "$1" ]
}

looks_unlike() {
    [ "$(area "$2" "$3" "$4" "$5")" != "$1" ]
}

# A page or a dialog darkens the window behind it.
page_is_open() {
    is_not_colour 5 3 $panel_dark
}

page_is_closed() {
    is_colour 5 3 $panel_dark
}

title_is() {
    [ "$(xdotool getwindowname "$window")" = "$1 - Inkling" ]
}

# In place of the name that the dialog offers.
type_name() {
    xdotool key --delay 1 --repeat 24 BackSpace type --delay 5 "$1"
}

# What follows is about a window of 1280x800 at scale 1.

sheet_x=24 sheet_y=168 cell_px=14

# cells: 28 lines of 28 numbers, 0 paper to 255 ink (dark theme); pixels in the middle of the cells
cells() {
    row=0
    while [ $row -lt 28 ]; do
        od -An -v -tu1 -w$((4 * cell_px)) -N $((28 * 4 * cell_px)) -j $((first_byte +
            (sheet_y + row * cell_px + cell_px / 2) * stride + 4 * (sheet_x + cell_px / 2))) \
            "$screen" | awk '{ printf "%d ", $1 } END { print "" }'
        row=$((row + 1))
    done
}

# cells_are AWK-CONDITION: c[x, y] is a cell; `inked` counts those that are not paper; `wide` is the
# ink of row 14 in cells; (mean_x, mean_y) is the ink's centre of mass; even() and near() compare
# colours and places
cells_are() {
    cells | awk "function even(a, b) { return a - b <= 1 && b - a <= 1 }
                 function near(a, b) { return a - b < 0.05 && b - a < 0.05 }
                 { for (x = 0; x < 28; x++) {
                       v = \$(x + 1); c[x, NR - 1] = v; inked += v > 0; sum += v
                       mean_x += (x + 0.5) * v; mean_y += (NR - 0.5) * v
                       wide += NR == 15 ? v / 255 : 0 } }
                 END { if (sum > 0) { mean_x /= sum; mean_y /= sum }
                       exit !($1) }"
}

# x_of COLUMN, y_of ROW: the pixel in the middle of these cells
x_of() {
    echo $((sheet_x + $1 * cell_px + cell_px / 2))
}

y_of() {
    echo $((sheet_y + $1 * cell_px + cell_px / 2))
}

# draw BUTTON COLUMN ROW COLUMN ROW...: a stroke through the middles of cells, also off the sheet
draw() {
    draw_button=$1 path=''
    shift
    while [ $# -gt 0 ]; do
        path="$path $(x_of "$1") $(y_of "$2")"
        shift 2
    done
    # shellcheck disable=SC2086
    drag "$draw_button" $path
}

sheet_is_empty() {
    cells_are 'inked == 0'
}

# The digit whose bar is marked as the strongest; none where no bar is.
answer() {
    digit=0
    while [ $digit -lt 10 ]; do
        if is_colour 958 $((140 + (2 * digit + 1) * 448 / 20)) $accent; then
            echo $digit
            return
        fi
        digit=$((digit + 1))
    done
    echo none
}

answer_is() {
    [ "$(answer)" = "$1" ]
}

# notice_is COLOUR: its border is warning, accent (it offers something) or hairline (it goes)
notice_is() {
    is_colour 800 651 "$1"
}

notice_is_closed() {
    ! notice_is $warning && ! notice_is $accent && ! notice_is $hairline
}

# The round button of the strip has the colour of the accent while a run is under way: with two bars
# while it goes on, else with a triangle. Its middle; beside Learning the strip is lower.
round_y=702 round_y_of_learning=714
is_idle() {
    is_not_colour 117 $round_y $accent
}

is_running() {
    is_colour 117 $round_y $accent && is_colour 134 $round_y $accent
}

is_paused() {
    is_colour 117 $round_y $accent && is_not_colour 134 $round_y $accent
}
