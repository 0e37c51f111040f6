#!/bin/sh
# Runs all suites, called by ./run: tests/suites.sh [--quick | --benchmark | --fuzz SECONDS]
# A line a step, details of what failed, and last `N passed, N failed, N skipped`.
set -u
cd "$(dirname "$0")/.." || exit 1
root=$PWD
builds=$root/build-test
passed=0 failed=0 skipped=0

# Foreign libraries keep memory until the end; our own code may not, and stops at the first finding.
export ASAN_OPTIONS=halt_on_error=1:strict_string_checks=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
export LSAN_OPTIONS="suppressions='$root/tests/lsan.supp':print_suppressions=0"
export TSAN_OPTIONS="halt_on_error=1:suppressions='$root/tests/tsan.supp'"
export MESON_TESTTHREADS=2

# Add to the counts and print a step's line: count NAME PASSED FAILED SKIPPED
count() {
    passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
    printf '%-30s %4d passed  %3d failed  %3d skipped  %4d s\n' "$1" "$2" "$3" "$4" \
        $(($(date +%s) - started))
}

# Set up if new, and build; a build that fails counts as one failed test: build NAME CC [OPTION...]
build() {
    started=$(date +%s)
    name=$1 CC=$2
    export CC
    shift 2
    mkdir -p "$builds"
    if ! { { [ -e "$builds/$name/build.ninja" ] ||
        meson setup "$builds/$name" "$@"; } &&
        ninja -C "$builds/$name"; } >"$builds/$name.log" 2>&1; then
        grep -E -A 8 '(error|ERROR|warning|FAILED):' "$builds/$name.log" | head -n 60
        tail -n 5 "$builds/$name.log"
        count "$name: build" 0 1 0
        return 1
    fi
    count "$name: build" 1 0 0
}

# Run suites of a build: check NAME SUITE...
check() {
    started=$(date +%s)
    name=$1
    shift
    log=$builds/$name/meson-logs/testlog.json
    rm -f "$log"
    # shellcheck disable=SC2046
    meson test -C "$builds/$name" --no-rebuild --timeout-multiplier 4 \
        $(printf -- '--suite %s ' "$@") >"$builds/$name.log" 2>&1
    counts=$(python3 tests/tally.py "$log") || counts='0 1 0'
    # shellcheck disable=SC2086
    count "$name: $*" $counts
    sed -nE 's/^(not )?ok [0-9]+ - (.* (executions|faults, .*))$/    \2/p' "${log%.json}.txt"
}

# Layout as .clang-format has it; other versions of the program lay out some lines differently.
check_format() {
    started=$(date +%s)
    for tool in clang-format-14 clang-format; do
        case $($tool --version 2>/dev/null) in
        *'version 14.'*)
            if git ls-files -co --exclude-standard -- '*.[ch]' | xargs "$tool" --dry-run -Werror; then
                count format 1 0 0
            else
                count format 0 1 0
            fi
            return
            ;;
        esac
    done
    echo 'The format is held against clang-format 14, which is not here.'
    count format 0 0 1
}

# Every reader against bytes that nobody made, each for so long: fuzz SECONDS
fuzz() {
    started=$(date +%s)
    if ! find "$(clang -print-resource-dir)" -name 'libclang_rt.fuzzer*' | grep -q .; then
        echo "The fuzzers need clang's libFuzzer, which is not here."
        count fuzz 0 0 1
        return
    fi
    if tests/fuzz/libraries.sh "$builds/libraries"; then
        count 'fuzz: libraries' 1 0 0
    else
        count 'fuzz: libraries' 0 0 1
    fi
    PKG_CONFIG_PATH=$builds/libraries/pc${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}
    FUZZ_SECONDS=$1
    export PKG_CONFIG_PATH FUZZ_SECONDS
    build fuzz clang -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1 \
        -Dc_args=-fsanitize=fuzzer-no-link && check fuzz fuzz
    unset PKG_CONFIG_PATH
}

case ${1-} in
'' | --quick) ;;
--fuzz)
    case ${2-} in
    '' | *[!0-9]*)
        echo "How many seconds? ./run fuzz [SECONDS]" >&2
        exit 2
        ;;
    esac
    fuzz "$2"
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" = 0 ]
    exit
    ;;
--benchmark)
    build gcc gcc -Dwerror=true >&2 &&
        exec tests/bench/draw.sh "$builds/gcc/src/inkling" "$builds/gcc/tests/bench/pen" \
            "$builds/gcc/tests/bench/latency"
    exit 1
    ;;
*)
    echo "There is no option $1: ./run test [--quick]" >&2
    exit 2
    ;;
esac

check_format
if build gcc gcc -Dwerror=true; then
    if [ "${1-}" = --quick ]; then
        check gcc layers unit golden
    else
        check gcc layers unit golden cli lib figures guard faults e2e
    fi
fi
if [ "${1-}" != --quick ]; then
    build clang clang -Dwerror=true && check clang unit
    build asan gcc -Db_sanitize=address,undefined -Doptimization=1 &&
        check asan unit golden cli lib e2e
    build tsan gcc -Db_sanitize=thread -Doptimization=1 && check tsan unit e2e
    fuzz 2
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
