#!/bin/sh
# Holds the source to its layout: who includes whom, sizes of files and functions, no hidden state.
# Prints TAP; what breaks a rule is named below it: layers.sh [FOLDER WITH src AND tests]
here=$(cd "$(dirname "$0")" && pwd) || exit 1
cd "${1:-$here/..}" || exit 1
foreign='SDL|pthread|threads\.h|zlib|libdeflate|png|cjson/|fontconfig/|X11/|curl/'
number=0 failed=0

# A rule holds where its command prints nothing: rule SENTENCE COMMAND...
rule() {
    number=$((number + 1))
    sentence=$1
    shift
    breaches=$("$@" 2>&1)
    if [ -z "$breaches" ]; then
        echo "ok $number - $sentence"
    else
        failed=$((failed + 1))
        echo "not ok $number - $sentence"
        echo "$breaches" | sed 's/^/# /'
    fi
}

# Includes of a part that are neither its own, nor the C library's: strays PART FOLDERS FOREIGN
strays() {
    grep -rnHE '^ *# *include' "src/$1" --include='*.[ch]' |
        grep -vE "\"($(echo "$2" | tr ' ' '|'))/[a-z_0-9/]+\.h\"|<(${3:-none})" |
        grep -E "\"|<($foreign)"
}

# All that a part may include besides the C library: allow PART FOLDERS [FOREIGN]
allow() {
    if [ -e "src/$1" ]; then
        rule "src/$1 includes only $2${3:+, $3}" strays "$1" "$2" "${3-}"
    fi
}

headers_not_alone() {
    flags=$(pkg-config --cflags sdl2 SDL2_ttf SDL2_image libpng libcjson libcurl)
    find src -name '*.h' | sort | while read -r header; do
        # shellcheck disable=SC2086
        ${CC:-cc} -std=c11 -D_DEFAULT_SOURCE -Isrc $flags \
            -x c -fsyntax-only -include "$header" /dev/null
    done
}

long_files() {
    find src tests \( -name "*.[ch]" -o -name "*.sh" -o -name "*.py" \) -exec wc -l {} + |
        awk '$1 > 400 && $2 != "total" { print $2 ": " $1 " lines" }'
}

long_functions() {
    find src tests -name '*.c' -exec awk '
        $0 == "{" { start = FNR }
        $0 == "}" && FNR - start - 1 > 40 {
            print FILENAME ":" start ": " FNR - start - 1 " lines"
        }' {} +
}

# All rooms that there are; what calls in a circle can only be understood together.
circles_of_calls() {
    # shellcheck disable=SC2046
    python3 "$here/circles.py" src $(ls -d src/*/ | xargs -n 1 basename)
}

# A declaration begins in the first column, behind the end of its docstring.
declarations_without_docstring() {
    find src -name '*.h' -exec awk '
        /^[A-Za-z]/ && before ~ /^$|[;}]$|^#|^}|\*\/$/ && !documented {
            print FILENAME ":" FNR ": " $0
        }
        /^\/\*/ { docstring = /^\/\*\*/ }
        { documented = docstring && /^(\/\*.*| \*.*| )\*\/$/; before = $0 }' {} +
}

views_that_include_views() {
    for folder in src/views/*/; do
        grep -rnHE '^ *# *include *"views/[a-z_0-9]+/' "$folder" | grep -v "\"${folder#src/}"
    done
    grep -rnHE '^ *# *include *"views/[a-z_0-9]+/' src/tour src/views/*.h
}

changes_without_command() {
    grep -rnHE 'shell->lab|\(Lab \*\)' src/views --include='*.[ch]'
}

networks_in_drawing() {
    grep -rnE '(net_(forward|forward_levels|backward|make|copy|load)|nudge_(image|slope))\(' src/ui --include='*.c'
}

types_of_one_name() {
    grep -rhoE '^} [A-Za-z]+;' src --include='*.[ch]' | sort | uniq -d
}

# One seam: only those files know where the program runs, so that another platform is another set.
known_outside_the_seam() {
    system='unistd|fcntl|signal|spawn|dirent|dlfcn|poll|libgen|termios|sys/|arpa/|netinet/|windows|io\.h'
    platform='__(linux|APPLE|unix|FreeBSD|NetBSD|OpenBSD)__|_WIN32|_(POSIX_C|GNU|DARWIN_C|DEFAULT)_SOURCE'
    grep -rnE "^ *# *include *<($system)|$platform" src --include='*.[ch]' | grep -v '^src/base/sys_[a-z_]*\.c:'
}

static_variables() {
    grep -rnE '^ +static ' src --include='*.[ch]' | grep -v ' static const '
}

# A file that a wrap fetches without naming its sum would be built unseen.
wraps_without_sums() {
    for wrap in subprojects/*.wrap; do
        [ -e "$wrap" ] || continue
        for part in source patch; do
            if grep -q "^${part}_url = " "$wrap" && ! grep -Eq "^${part}_hash = [0-9a-f]{64}\$" "$wrap"; then
                echo "$wrap: no ${part}_hash"
            fi
        done
        grep -HnE '^[a-z_]*_url = ' "$wrap" | grep -v ' = https://'
    done
}

paths_of_one_machine() {
    grep -rnIE '(^|[^a-z])/(work|home|root)/' run meson.build src tests .ci --exclude-dir=unit
}

# base reads pictures, for the commands and for the window: what decodes them comes with SDL.
allow base   'base'                       'png\.h|libdeflate\.h|SDL_image\.h'
allow ink    'ink base'
allow nn     'nn base'                    'cjson/'
allow train  'train nn ink base'          'pthread\.h|libdeflate\.h|curl/'
allow ui     'ui nn ink base'             'SDL|fontconfig/'
allow cli    'cli train nn ink base'      'cjson/'
allow lab    'lab train nn ink base'      'cjson/'
allow shell  'shell ui lab train nn ink base' 'SDL'
allow views  'views shell ui lab train nn ink base' 'SDL'
allow tour   'tour views shell ui lab train nn ink base' 'SDL'
allow app    'app tour views shell ui lab train nn ink base' 'SDL'
allow main.c 'app cli base'
allow manual.c 'shell base'
allow inkling.h 'train nn ink base'
rule 'a view includes no other view, and the tour none' views_that_include_views
rule 'a view changes the session through shell_change() alone' changes_without_command
rule 'src/ui draws: it runs and copies no network' networks_in_drawing
rule 'a field of Lab, Shell or App is written in its own room alone' python3 "$here/fields.py" src
rule 'no calls go in a circle' circles_of_calls
rule 'the faults that tests must see are faults of this code' python3 tests/mutants/mutants.py --check
rule 'every header compiles alone' headers_not_alone
rule 'every declaration has its docstring' declarations_without_docstring
rule 'no file has more than 400 lines' long_files
rule 'no function has more than 40 lines' long_functions
rule 'a type has a name that no other has' types_of_one_name
rule 'no function has variables that stay' static_variables
rule 'only src/base/sys_*.c knows where the program runs' known_outside_the_seam
rule 'no path of one machine is written down' paths_of_one_machine
rule 'every wrap names the sums of what it fetches' wraps_without_sums
echo "1..$number"
[ "$failed" = 0 ]
