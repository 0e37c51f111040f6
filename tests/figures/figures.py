"""Measures figures of Inkling again and compares: figures.py --program INKLING [OPTION]... [GROUP...]

Without a GROUP, all of them. The README is tests/bench/README.md: what it says is read from there
alone; claims.py has its text with placeholders, and the tolerance of each figure.
"""
import argparse
import os
import sys

from claims import GROUPS
from measure import Failure, Skip, Tools
from readme import rewritten

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
README = os.path.join("tests", "bench", "README.md")


def arguments():
    rows = "\n".join(f"  {name:8} {group.about} ({group.takes})" for name, group in GROUPS.items())
    parser = argparse.ArgumentParser(
        prog="./run figures", formatter_class=argparse.RawDescriptionHelpFormatter,
        description=f"Measure the figures of {README} again, and fail where one is further\n"
        "from the measured one than its tolerance: =, the same to its last digit; x1.5, that\n"
        "many times at most; +-0.3, that far at most. Other programs should be quiet meanwhile.",
        epilog="Groups, and how long one takes:\n" + rows + "\nINKLING_DATA and INKLING_PENS name"
        " the real digits; ./run bench-peers --install gets the peers.")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help="what to measure; all if not given")
    parser.add_argument("--list", action="store_true", help="print the figures, measure nothing")
    parser.add_argument("--write", action="store_true",
                        help="write what was measured in its place there")
    parser.add_argument("--tap", action="store_true", help="print TAP")
    parser.add_argument("--seeds", type=int, default=5, help="of the group read (5, as there)")
    parser.add_argument("--readme", default=os.path.join(ROOT, README), help="another README")
    parser.add_argument("--program", required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    for name in options.groups:
        if name not in GROUPS:
            parser.error(f"there is no group {name}: {', '.join(GROUPS)}")
    return options


class Report:
    """Lines, and how many of each kind."""

    def __init__(self, tap):
        self.tap, self.passed, self.failed, self.skipped = tap, 0, 0, 0

    def line(self, ok, text):
        self.passed += ok
        self.failed += not ok
        number = f" {self.passed + self.failed + self.skipped} -" if self.tap else ""
        print(f"{'ok' if ok else 'not ok'}{number} {text}", flush=True)

    def skip(self, text, why):
        self.skipped += 1
        number = self.passed + self.failed + self.skipped
        print(f"ok {number} - {text} # SKIP {why}" if self.tap else f"skipped {text}: {why}",
              flush=True)

    def say(self, text):
        print("\n".join("# " + line if self.tap else line for line in text.splitlines()))

    def end(self):
        if self.tap:
            print(f"1..{self.passed + self.failed + self.skipped}")
        else:
            print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped")
        return self.failed == 0


def judge_group(name, text, measured, report):
    """A line a figure; the figures, and the claims whose text is no longer what was measured."""
    figures, others = [], []
    for claim in GROUPS[name].claims:
        try:
            found = claim.judge(text, measured)
        except LookupError as missing:
            for key in claim.keys():
                report.line(False, f"{name}.{key}: {missing.args[0]}")
            continue
        for figure in found:
            report.line(figure.ok, f"{name + '.' + figure.key:28} README {figure.said}, measured "
                        f"{figure.now}, tolerance {figure.tolerance}")
        figures += found
        if any(figure.said != figure.now for figure in found):
            begin, end = claim.find(text).span()
            inside = [figure for figure in found]
            head = rewritten(text[:end], inside)
            others.append(head[begin:])
    return figures, others


def list_figures(names, text):
    for name in names:
        for claim in GROUPS[name].claims:
            print(f"{name:8} {' '.join(claim.find(text)[0].split())}")


def main():
    options = arguments()
    names = options.groups or list(GROUPS)
    with open(options.readme, encoding="utf-8") as file:
        text = file.read()
    if options.list:
        list_figures(names, text)
        return 0
    report = Report(options.tap)
    tools = Tools(os.path.abspath(options.program), ROOT, options.seeds)
    figures, others = [], []
    for name in names:
        try:
            measured = GROUPS[name].measure(tools)
        except Skip as why:
            for claim in GROUPS[name].claims:
                for key in claim.keys():
                    report.skip(f"{name}.{key}", why)
            continue
        except Failure as why:
            for claim in GROUPS[name].claims:
                for key in claim.keys():
                    report.line(False, f"{name}.{key}: {why}")
            continue
        more, differing = judge_group(name, text, measured, report)
        figures += more
        others += differing
    if others:
        report.say("\nMeasured now, as the README would say it" +
                   (", which it does from now on:" if options.write else " (--write):"))
        report.say("\n".join("  " + " ".join(other.split()) for other in others))
    if options.write:
        with open(options.readme, "w", encoding="utf-8") as file:
            file.write(rewritten(text, {figure.span: figure for figure in figures}.values()))
    return 0 if report.end() else 1


if __name__ == "__main__":
    sys.exit(main())
