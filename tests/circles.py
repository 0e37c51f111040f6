"""Circles of calls between source files: circles.py FOLDER-OF-SOURCES ROOM... prints one a line.

A file calls another where it has "name(" of a function that the other's header declares. What a table
names without calling it is handed on, not called.
"""
import pathlib
import re
import sys

DECLARED = re.compile(r"^(?!static )(?:[a-zA-Z_][\w \t]*[ \t*])(\w+)\(", re.MULTILINE)
SPOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def code_of(path):
    """The text of a file without comments and strings."""
    return SPOKEN.sub(" ", path.read_text())


def calls_of(files):
    """Which files each file calls."""
    owner = {}
    for path in files:
        if path.suffix == ".h":
            for name in DECLARED.findall(code_of(path)):
                owner[name] = path.with_suffix("")
    calls = {path.with_suffix(""): set() for path in files}
    for path in files:
        here = path.with_suffix("")
        for name in re.findall(r"\b(\w+)\(", code_of(path)):
            if owner.get(name, here) != here:
                calls[here].add(owner[name])
    return calls


def reached_from(calls, start):
    """All that a file calls, directly or not."""
    reached, waiting = set(), list(calls[start])
    while waiting:
        file = waiting.pop()
        if file not in reached:
            reached.add(file)
            waiting.extend(calls[file])
    return reached


def main():
    source = pathlib.Path(sys.argv[1])
    files = sorted(file for room in sys.argv[2:] for file in (source / room).glob("**/*.[ch]"))
    if not files:
        print(f"no sources in {source}")
    calls = calls_of(files)
    reach = {file: reached_from(calls, file) for file in calls}
    told = set()
    for file in calls:
        circle = {other for other in reach[file] if file in reach[other]}
        if circle and file not in told:
            told |= circle
            print("a circle of calls: " + " ".join(sorted(str(f.relative_to(source)) for f in circle)))


main()
