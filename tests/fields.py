"""Who reads and who writes the fields of the window's three structs: fields.py FOLDER-OF-SOURCES [--table]

Prints one line for each field of Lab, Shell or App that is written outside the room that owns it; with
--table, every field with the modules that read and write it. A field is seen where it is spoken of as
`lab->field`, `shell->lab->field`, `&app->lab` and the like; what a function is handed is its own.
"""
import collections
import pathlib
import re
import sys

OWNERS = {"Lab": ("lab", "lab/lab.h"), "Shell": ("shell", "shell/shell.h"), "App": ("app", "app/app.h")}
SPOKEN = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)
PATH = r"((?:(?:->|\.)\w+|\[[^][]*\])*)"
WRITES = re.compile(r"\s*(?:[-+*/|&^%]?=(?!=)|<<=|>>=|\+\+|--)")


def fields_of(source, name, header):
    """The fields of a struct, in their order."""
    text = SPOKEN.sub(" ", (source / header).read_text())
    body = re.search(r"typedef struct %s \{(.*?)\n\} %s;" % (name, name), text, re.DOTALL).group(1)
    body = re.sub(r"\(\*(\w+)\)\([^;]*\)", r"\1", body)
    return [field for line in body.split(";")
            for field in re.findall(r"(\w+)(?:\[[^\]]*\])?\s*(?:,|$)", line.strip())]


def uses_of(source, owner, fields):
    """Per field, the modules that read it and those that write it."""
    reads, writes = collections.defaultdict(set), collections.defaultdict(set)
    spoken = re.compile(r"\b%s(?:->|\.)(%s)\b%s" % (owner, "|".join(fields), PATH))
    for file in sorted(source.glob("**/*.[ch]")):
        text = SPOKEN.sub(" ", file.read_text())
        module = str(file.relative_to(source).with_suffix(""))
        for match in spoken.finditer(text):
            written = WRITES.match(text, match.end())
            (writes if written else reads)[match.group(1)].add(module)
    return reads, writes


def main():
    source = pathlib.Path(sys.argv[1])
    for name, (owner, header) in OWNERS.items():
        fields = fields_of(source, name, header)
        reads, writes = uses_of(source, owner, fields)
        if "--table" in sys.argv:
            print(f"{name}: {len(fields)} fields")
            for field in fields:
                print(f"  {field}: written by {', '.join(sorted(writes[field])) or '-'}; "
                      f"read by {', '.join(sorted(reads[field])) or '-'}")
        else:
            for field in fields:
                for module in sorted(writes[field]):
                    if not module.startswith(owner + "/"):
                        print(f"{name}.{field} is written by {module}")


main()
