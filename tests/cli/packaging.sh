#!/bin/sh
# What desktops and shells are given: packaging.sh PROGRAM SOURCE BUILD; prints TAP.
root=$2 source=$2/assets built=$3 build=$3/assets/packaging
. "$(dirname "$0")/lib.sh"

# Where the program that looks is missing, that is said: look TITLE PROGRAM [ARGUMENT...]
look() {
    title=$1
    shift
    if command -v "$1" >/dev/null; then
        "$@" >out 2>err
        verdict "$title" $?
    else
        count=$((count + 1))
        echo "ok $count - $title # SKIP there is no $1 here"
    fi
}

# What bash completes: completed WORD...
completed() {
    bash -c '. "$0" && COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) && _inkling && echo "${COMPREPLY[*]}"' \
        "$build/inkling.bash" "$@"
}

look 'the desktop takes the entry' desktop-file-validate "$source/inkling.desktop"
look 'software centres take the description' appstreamcli validate --no-net \
    "$build/org.inkling.inkling.metainfo.xml"
look 'man formats the page without a warning' sh -c \
    "! man --warnings -l '$built/src/inkling.1' 2>&1 >/dev/null | grep ."
[ "$(completed inkling tra)" = train ] && [ "$(completed inkling eval --)" = '--data --json --help' ]
verdict 'bash completes commands, and options of a command' $?
[ "$(completed inkling train --cost '')" = 'squared cross-entropy' ]
verdict 'bash completes the words that an option takes' $?
look 'zsh takes the completion' zsh -n "$build/_inkling"
look 'fish completes the words that an option takes' fish --no-config -c \
    "source '$build/inkling.fish'; complete -C 'inkling replay --at c' | string match -q 'centre*'"
! grep '(.*[0-9])' "$build/inkling.fish"
verdict 'nothing in them is of this machine' $?
python3 - "$source/packaging/org.inkling.inkling.json" "$root/subprojects/cjson.wrap" <<'END'
import json, re, sys
manifest = json.load(open(sys.argv[1]))
wrap = open(sys.argv[2]).read()
source = manifest["modules"][0]["sources"][0]
assert manifest["id"] == "org.inkling.inkling" and manifest["command"] == "inkling"
assert source["url"] in wrap and source["sha256"] in wrap
END
verdict 'the Flatpak manifest has the cJSON of the wrap' $?
echo "1..$count"
[ "$failed" = 0 ]
