"""Counts the tests of a meson log, one object a line: tally.py testlog.json

Prints `PASSED FAILED SKIPPED` and, to the standard error, the output of every program in which a test
failed. A program that prints TAP counts as its lines do, any other as one test. Read here and not by
meson, which takes the `not ok 2 # SKIP name` of cmocka for a failure.
"""
import json
import re
import sys

LINES_SHOWN = 60


def count(test):
    """How many tests of one program passed, failed and were skipped."""
    lines = re.findall(r"^(ok|not ok)\b(.*)$", test["stdout"], re.M)
    skipped = sum("# SKIP" in rest for _, rest in lines)
    passed = sum(word == "ok" and "# SKIP" not in rest for word, rest in lines)
    plan = re.search(r"^1\.\.(\d+)$", test["stdout"], re.M)
    if plan:  # What was planned and never ran has failed too.
        failed = int(plan[1]) - passed - skipped
    else:
        failed = len(lines) - passed - skipped
    if not lines and test["result"] in ("OK", "SKIP"):
        passed, skipped = (1, 0) if test["result"] == "OK" else (0, 1)
    elif test["result"] not in ("OK", "SKIP"):
        failed = max(failed, 1)
    return passed, failed, skipped


def show(test):
    """The end of what a program with a failure printed."""
    print(f"--- {test['name']}: {test['result']}, exit {test['returncode']}", file=sys.stderr)
    text = test["stdout"] + test.get("stderr", "")
    lines = [line for line in text.splitlines() if not line.startswith("ok ")]
    print("\n".join(lines[-LINES_SHOWN:]), file=sys.stderr)


def main():
    totals = [0, 0, 0]
    with open(sys.argv[1], encoding="utf-8") as log:
        for test in map(json.loads, log):
            counts = count(test)
            totals = [total + more for total, more in zip(totals, counts)]
            if counts[1]:
                show(test)
    print(*totals)


main()
