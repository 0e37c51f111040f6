#!/bin/sh
# The manual page: manual.sh PAGE; prints TAP.
page=$1 number=0 failed=0

verdict() {
    number=$((number + 1))
    if [ "$2" = 0 ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1" && failed=1
    fi
}

# An action and, the line before it, its key.
names() {
    grep -B1 -xF "$2" "$page" | grep -qxF ".B $1"
}

names 'Ctrl+T' 'Train from scratch' && names 'Ctrl+\-' Smaller && names Delete Clear
verdict 'it names the keys of actions' $?
! grep '^\.' "$page" | grep -qvE '^\.(TH|SH|TP|B|I|IR|br)( |$)'
verdict 'no line of text begins like a request' $?
[ "$(grep -c '^\.SH' "$page")" = 6 ] && head -n 1 "$page" | grep -q '^\.TH INKLING 1 '
verdict 'it has a title and six parts' $?
echo "1..$number"
[ "$failed" = 0 ]
