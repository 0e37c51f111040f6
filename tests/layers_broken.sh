#!/bin/sh
# Breaks every rule of layers.sh at once, in a copy, and holds that each one says so: what cannot fail
# holds nothing. Prints TAP.
set -eu
cd "$(dirname "$0")/.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -R src tests subprojects run meson.build .ci "$copy"
cd "$copy"

for part in base ink nn train lab ui shell views tour app cli; do
    echo '#include "fuzz/fuzz.h"' >>"$(find src/$part -name '*.c' | sort | head -1)"
done
for file in main.c manual.c inkling.h; do
    echo '#include "ui/paint.h"' >>src/$file
done
echo '#include "views/data/view_data.h"' >>src/views/network/view_network.c
echo 'static void cheat(Shell *shell) { lab_undo(shell->lab); }' >>src/views/network/view_network.c
echo 'static void run_it(void) { net_forward(0, 0, 0); }' >>src/ui/chart.c
echo 'static void write_it(Shell *shell) { shell->lab->run = 1; }' >>src/shell/hold.c
echo 'static void call_up(void) { shell_free(0); }' >>src/shell/hold.c
sed -i 's/file src/file source/' tests/mutants/faults.txt
echo '#include <unistd.h>' >>src/nn/net.c
echo 'Unknown no_such_type(void);' >>src/base/rng.h
yes '/* one more line */' | head -400 >>src/base/rng.c
{
    printf 'static void long_one(void)\n{\n'
    yes '    ;' | head -41
    printf '}\n'
    printf 'typedef struct Twice {\n    int a;\n} Twice;\n'
    printf 'static void keeps(void)\n{\n    static int kept;\n}\n'
} >>src/base/err.c
printf 'typedef struct Twice {\n    int a;\n} Twice;\n' >>src/base/path.c
printf '# /%s/ada/inkling\n' home >>run
printf '[wrap-file]\nsource_url = http://example.org/a.tar.gz\n' >subprojects/broken.wrap

said=$(sh tests/layers.sh . || true)
number=0
failed=0
# The last line is the count of rules.
while IFS= read -r line; do
    case $line in
    'not ok '*) number=$((number + 1)) && echo "ok $number - ${line#*- }: broken, it fails" ;;
    'ok '*) number=$((number + 1)) failed=1 && echo "not ok $number - ${line#*- }: it is broken, and does not fail" ;;
    esac
done <<END
$said
END
echo "1..$number"
[ "$failed" = 0 ]
