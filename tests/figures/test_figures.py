"""Holds the check of the figures in tests/bench to what it promises; measures nothing but the files that ship.
Usage: test_figures.py INKLING README. Prints TAP.

Each figure of the README is moved out of its tolerance in a copy of the text, and must be missed
there and only there; and every number of the sections that tell of measurements must belong to a
figure.
"""
import re
import subprocess
import sys
import tempfile

from claims import GROUPS
from readme import NUMBER, Claim, rewritten, to_number, written_like

SECTIONS = ("How well it reads", "How fast it is")
# Numbers of those sections that say how something is measured, or name something.
GIVEN = re.compile(
    r"`[^`]*`|784(-\d+)+-10|FP32|AVX-512|Debian \d+|gcc \d+|UniPen|"
    r"0\.35 to 0\.95 of\s+the sheet long|10,000 held-out|knows 90 % of")
count, failed = 0, 0


def verdict(ok, name, why=""):
    global count, failed
    count += 1
    failed += not ok
    print("ok" if ok else "not ok", count, "-", name)
    if not ok and why:
        print("#", why)


def in_words(said):
    """What a range or number of the README says, as it would be measured."""
    return [to_number(end) for end in re.findall(NUMBER, said)]


def stated(claim, text):
    """Measured figures that are those of the README."""
    match, measured = claim.find(text), {}
    for number, (key, many, tolerance) in enumerate(claim.places, 1):
        said = match[number]
        measured[key] = said if tolerance == "text" else in_words(said) if many else in_words(said)[0]
    return measured


def moved(said, tolerance):
    """Another figure, just out of tolerance."""
    if tolerance == "text":
        return said + " or not"

    def further(number):
        value, step = to_number(number[0]), 10.0 ** -len(number[0].partition(".")[2])
        if tolerance.startswith("x"):
            return written_like(value * float(tolerance[1:]) + step, number[0])
        if tolerance.startswith("+-"):
            return written_like(value + float(tolerance[2:]) + step, number[0])
        return written_like(value + step, number[0])

    return re.sub(NUMBER, further, said)


def doctored(text, figure):
    begin, end = figure.span
    return text[:begin] + moved(figure.said, figure.tolerance) + text[end:]


def check_claim(group, claim, text):
    measured = stated(claim, text)
    figures = claim.judge(text, measured)
    verdict(all(figure.ok and figure.said == figure.now for figure in figures),
            f"{group}: what the README says is within its own tolerance: {claim.keys()[0]} ...")
    for figure in figures:
        other = doctored(text, figure)
        missed = [each.key for each in claim.judge(other, measured) if not each.ok]
        verdict(missed == [figure.key], f"{group}.{figure.key} is missed where the README says other",
                f"{figure.said} -> {moved(figure.said, figure.tolerance)}: missed {missed}")
        verdict(rewritten(other, claim.judge(other, measured)) == text,
                f"{group}.{figure.key} is written back as it was")


def check_all_numbers_are_measured(text):
    spans = [claim.find(text).span() for group in GROUPS.values() for claim in group.claims]
    spans += [given.span() for given in GIVEN.finditer(text)]
    for section in SECTIONS:
        begin = text.index(f"## {section}\n")
        end = text.index("\n## ", begin)
        loose = [match[0] for match in re.finditer(NUMBER, text)
                 if begin <= match.start() < end
                 and not any(first <= match.start() and match.end() <= last for first, last in spans)]
        verdict(not loose, f"every number of '{section}' is measured", f"not so: {loose}")


def run(program, readme, *options, **more):
    script = __file__.replace("test_figures.py", "figures.py")
    return subprocess.run([sys.executable, "-B", script, "--program", program, "--readme", readme, *options],
                          capture_output=True, text=True, check=False, **more)


def check_command(program, path, text):
    done = run(program, path, "facts")
    verdict(done.returncode == 0 and done.stdout.endswith("\n2 passed, 0 failed, 0 skipped\n"),
            "the command passes where README and files agree", done.stdout + done.stderr)
    weights = Claim("{weights:=} weights").find(text)
    with tempfile.NamedTemporaryFile("w+", suffix=".md", encoding="utf-8") as other:
        other.write(text[:weights.start(1)] + "13,960" + text[weights.end(1):])
        other.flush()
        done = run(program, other.name, "facts")
        verdict(done.returncode == 1 and "1 passed, 1 failed" in done.stdout
                and re.search(r"^not ok facts\.weights +README 13,960, measured " + weights[1],
                              done.stdout, re.M) is not None,
                "the command fails where one number of the README is another", done.stdout)
        run(program, other.name, "--write", "facts")
        with open(other.name, encoding="utf-8") as written:
            verdict(written.read() == text, "--write puts it right and leaves the rest as it is")
        other.seek(0)
        other.truncate()
        other.write(text.replace(" weights and ", " numbers and "))
        other.flush()
        done = run(program, other.name, "facts")
        verdict(done.returncode == 1 and "does not say" in done.stdout,
                "the command fails where the README no longer has the sentence", done.stdout)
    done = run("/bin/false", path, "recipe", env={"INKLING_DATA": "somewhere"})
    verdict(done.returncode == 1 and done.stdout.endswith("\n0 passed, 3 failed, 0 skipped\n"),
            "a program that fails is no figure that is skipped", done.stdout + done.stderr)
    done = run(program, path, "recipe", env={})
    verdict(done.returncode == 0 and done.stdout.endswith("\n0 passed, 0 failed, 3 skipped\n"),
            "without real digits figures are skipped, and counted", done.stdout + done.stderr)
    done = run(program, path, "fact")
    verdict(done.returncode == 2 and "no group fact" in done.stderr, "an unknown group is refused")


def main():
    program, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for name, group in GROUPS.items():
        for claim in group.claims:
            check_claim(name, claim, text)
    check_all_numbers_are_measured(text)
    check_command(program, path, text)
    print(f"1..{count}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
