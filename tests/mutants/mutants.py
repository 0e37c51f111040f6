"""Whether the tests see faults: mutants.py [NAME...]

Puts each fault of faults.txt, one at a time, into a copy of the tree, builds the tests that must see it,
and runs them. Prints for each whether it was caught, and at the end `caught / tried`. A fault whose text
is not in the tree, or is there twice, is an error: the list is about the code as it is. NAME takes the
faults alone whose names have it in them; --check only looks whether each text is there once.
"""
import functools
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORK = ROOT / "build-mutants"
TREE = WORK / "tree"
SLOW = "10"  # times the time limits of the tests: the machine may do other things
SETUP = {
    "plain": ["-Doptimization=1", "-Ddebug=false"],
    "thread": ["-Db_sanitize=thread", "-Db_lundef=false", "-Doptimization=1"],
}


def fail(sentence):
    print(sentence, file=sys.stderr)
    sys.exit(2)


def read_faults():
    """The faults of the list, each a dict: name, edits of (file, text, other text), tests, build."""
    faults = []
    for number, line in enumerate((ROOT / "tests/mutants/faults.txt").read_text().splitlines(), 1):
        word, _, rest = line.partition(" ")
        if not line or word == "#":
            continue
        if word == "fault":
            faults.append({"name": rest, "edits": [], "tests": [], "build": "plain"})
        elif word == "file":
            faults[-1]["edits"].append([rest, None, None])
        elif word in ("from", "to"):
            faults[-1]["edits"][-1][1 if word == "from" else 2] = rest.lstrip().replace("\\n", "\n")
        elif word == "tests":
            faults[-1]["tests"] = rest.split()
        elif word == "build":
            faults[-1]["build"] = rest
        else:
            fail(f"faults.txt:{number}: {word} is no word of this list.")
    return faults


def copy_tree():
    """Brings the copy up to date; what has not changed keeps its time, so that it is not built anew."""
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True,
                           text=True).stdout.split("\n")
    wanted = {name for name in names if name and (ROOT / name).is_file()}
    for name in wanted:
        source, target = ROOT / name, TREE / name
        if not target.is_file() or source.read_bytes() != target.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    for path in TREE.rglob("*"):
        if path.is_file() and str(path.relative_to(TREE)) not in wanted:
            path.unlink()


def build_folder(kind):
    """The folder, which knows the tests that are in the tree now."""
    folder = WORK / kind
    again = ["--reconfigure"] if (folder / "build.ninja").exists() else []
    subprocess.run(["meson", "setup", *again, folder, TREE, *SETUP[kind]], check=True,
                   stdout=subprocess.DEVNULL)
    return folder


def in_window(row):
    """Some tests of the real window have the names of others."""
    return any(suite.endswith("e2e") for suite in row["suite"])


@functools.cache
def introspect(folder, what):
    return json.loads(subprocess.run(["meson", "introspect", what, folder], check=True,
                                     capture_output=True, text=True).stdout)


def rows_of(folder, tests):
    """What meson knows of these tests."""
    rows = [row for row in introspect(folder, "--tests")
            if row["name"] in tests and not in_window(row)]
    missing = set(tests) - {row["name"] for row in rows}
    if missing:
        fail(f"There is no test {', '.join(sorted(missing))}.")
    return rows


def targets_of(folder, tests):
    """The files that the tests need, relative to the build folder."""
    files = {target["id"]: target["filename"] for target in introspect(folder, "--targets")}
    return sorted({os.path.relpath(name, folder) for row in rows_of(folder, tests)
                   for target in row["depends"] for name in files[target]})


def build(folder, tests):
    """Returns what the compiler said where it failed."""
    done = subprocess.run(["ninja", "-C", folder, *targets_of(folder, tests)], capture_output=True,
                          text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def environment():
    return dict(os.environ, TSAN_OPTIONS=f"suppressions={TREE}/tests/tsan.supp",
                INKLING_SOURCE=str(TREE))


def passes(folder, tests):
    test = ["meson", "test", "-C", folder, "--no-rebuild", "--no-suite", "e2e", "--timeout-multiplier",
            SLOW, *tests]
    return subprocess.run(test, capture_output=True, env=environment()).returncode == 0


def apply(edits):
    """Changes the copy; returns the files as they were, by path."""
    before = {}
    for name, text, other in edits:
        path = TREE / name
        if not path.is_file():
            fail(f"There is no {name}.")
        now = path.read_text()
        before.setdefault(path, now)
        if now.count(text) != 1:
            restore(before)
            fail(f"{name} has this {now.count(text)} times, not once: {text}")
        path.write_text(now.replace(text, other))
    return before


def restore(before):
    for path, text in before.items():
        path.write_text(text)


def check_sound(kind, faults):
    """All texts are there, and all tests of that build pass without a fault."""
    for fault in faults:
        restore(apply(fault["edits"]))
    tests = sorted({test for fault in faults for test in fault["tests"]})
    said = build(build_folder(kind), tests)
    if said:
        fail(f"The tree cannot be built:\n{said}")
    if not passes(WORK / kind, tests):
        fail(f"A test fails without a fault: see {WORK / kind}/meson-logs/testlog.txt")


def fails(folder, row, env):
    """Whether the test fails; it is ended as soon as it says so, or where it takes for ever."""
    env = dict(env, **row["env"])
    with subprocess.Popen(row["cmd"], cwd=row["workdir"] or folder, env=env, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          start_new_session=True) as test:
        limit = threading.Timer(int(SLOW) * row["timeout"], os.killpg, (test.pid, signal.SIGKILL))
        limit.start()
        said = any(line.startswith("not ok") for line in test.stdout)
        limit.cancel()
        if said:
            os.killpg(test.pid, signal.SIGKILL)
    return said or test.returncode != 0


def is_caught(fault):
    folder = WORK / fault["build"]
    before = apply(fault["edits"])
    try:
        said = build(folder, fault["tests"])
        if said:
            fail(f"{fault['name']} is no C:\n{said}")
        return any(fails(folder, row, environment()) for row in rows_of(folder, fault["tests"]))
    finally:
        restore(before)


def misplaced(faults):
    """What the list says of the code that is not so, a sentence each."""
    for fault in faults:
        for name, text, _ in fault["edits"]:
            file = ROOT / name
            count = file.read_text().count(text) if file.is_file() else 0
            if count != 1:
                yield f"{fault['name']}: its text is {count} times in {name}"


def main():
    faults = read_faults()
    if sys.argv[1:] == ["--check"]:
        sentences = list(misplaced(faults))
        print("\n".join(sentences))
        sys.exit(bool(sentences))
    if sys.argv[1:]:
        faults = [fault for fault in faults if any(word in fault["name"] for word in sys.argv[1:])]
        if not faults:
            fail(f"No fault has that in its name: {' '.join(sys.argv[1:])}")
    copy_tree()
    caught = 0
    for kind in SETUP:
        here = [fault for fault in faults if fault["build"] == kind]
        if here:
            check_sound(kind, here)
        for fault in here:
            start = time.monotonic()
            seen = is_caught(fault)
            caught += seen
            print(f"{'caught    ' if seen else 'NOT CAUGHT'}  {fault['name']}  "
                  f"({', '.join(fault['tests'])}; {time.monotonic() - start:.0f} s)", flush=True)
    print(f"{caught} / {len(faults)}")
    sys.exit(caught != len(faults))


main()
