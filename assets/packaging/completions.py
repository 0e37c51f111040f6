#!/usr/bin/env python3
"""Prints what a shell completes after "inkling", from what the program's own --help says:
completions.py PROGRAM bash|zsh|fish"""
import re
import subprocess
import sys

OPTION = re.compile(r"^  --(?P<name>[a-z-]+)(?: (?P<value>\S+))? +(?P<help>\S.*)$", re.M)
COMMAND = re.compile(r"^  (?P<name>[a-z]+) +(?P<help>\S.*)$", re.M)
NAMED = re.compile(r": ([a-z-]+(?:, [a-z-]+)* (?:or|and) [a-z-]+)")
PLACES = ("FILE", "DIR|FILE", "PREFIX")


def help_of(program, *command):
    return subprocess.run([program, *command, "--help"], check=True, capture_output=True,
                          text=True).stdout


def choices_of(value, said):
    """The words that an option takes, if its help names them: "centre|random", or "NAME" and ": raw,
    fitted or straightened"."""
    if value in ("NAME", "LIST"):
        return re.split(", | or | and ", NAMED.search(said)[1])
    return value.split("|") if value and re.fullmatch("[a-z|]+", value) else []


def options_of(text):
    """(option, what its value is called or None, the words that it can be, help) of each. Defaults
    are left out: that of --threads is this machine's."""
    return [("--" + found["name"], found["value"], choices_of(found["value"], found["help"]),
             re.sub(r" \([^()]*\)$", "", found["help"])) for found in OPTION.finditer(text)]


def read(program):
    """The commands with their summaries, and the options of each; those of the window are ""'s."""
    text = help_of(program)
    names, _, listed = text.partition("\nCommands")
    commands = {found["name"]: found["help"] for found in COMMAND.finditer(listed)}
    options = {name: options_of(help_of(program, name)) for name in commands}
    return commands, {"": options_of(names), **options}


def bash(commands, options):
    takes = {option: (value, words) for name in options for option, value, words, _ in options[name]
             if value}
    listed = {name: " ".join(option[0] for option in options[name]) for name in options}
    files = " | ".join(option for option, (value, _) in takes.items() if value in PLACES)
    others = " | ".join(option for option, (value, words) in takes.items()
                        if value not in PLACES and not words)
    return [
        "# Completion of inkling for bash.", "_inkling()", "{",
        "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}",
        "    local command= options", "    [ \"$COMP_CWORD\" = 1 ] || command=${COMP_WORDS[1]}",
        "    compopt -o filenames 2>/dev/null", "    case $before in",
        *[f"    {option}) COMPREPLY=($(compgen -W '{' '.join(words)}' -- \"$word\")); return ;;"
          for option, (_, words) in takes.items() if words],
        f"    {files}) COMPREPLY=($(compgen -f -- \"$word\")); return ;;",
        f"    {others}) return ;;", "    esac", "    case $command in",
        *[f"    {name}) options='{listed[name]}' ;;" for name in commands],
        f"    *) options='{listed['']}' ;;", "    esac", "    case $word in",
        "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;",
        "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;", "    esac",
        "    if [ \"$COMP_CWORD\" = 1 ]; then",
        f"        COMPREPLY+=($(compgen -W '{' '.join(commands)}' -- \"$word\"))", "    fi",
        "}", "complete -F _inkling inkling"]


def zsh_quoted(text):
    return text.replace("'", "'\\''")


def zsh_option(option, value, words, said):
    said = zsh_quoted(said.replace("[", "(").replace("]", ")").replace(":", ";"))
    if not value:
        return f"'{option}[{said}]'"
    action = f"({' '.join(words)})" if words else "_files" if value in PLACES else ""
    return f"'{option}[{said}]:{value}:{action}'"


def zsh(commands, options):
    lines = ["#compdef inkling", "# Completion of inkling for zsh.", "_inkling() {",
             "    local -a commands", "    commands=("]
    lines += [f"        '{name}:{zsh_quoted(said)}'" for name, said in commands.items()]
    lines += ["    )", "    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then",
              "        _describe command commands", "        _files", "        return", "    fi",
              "    case $words[2] in"]
    for name in [*commands, ""]:
        lines.append(f"    {name or '*'})")
        lines += ["        shift words", "        (( CURRENT-- ))"] if name else []
        lines.append("        _arguments \\")
        lines += [f"            {zsh_option(*option)} \\" for option in options[name]]
        lines += ["            '*:file:_files'", "        ;;"]
    return lines + ["    esac", "}", "_inkling \"$@\""]


def fish(commands, options):
    def quoted(text):
        return text.replace("\\", "\\\\").replace("'", "\\'")

    lines = ["# Completion of inkling for fish."]
    for name, said in commands.items():
        lines.append(f"complete -c inkling -n __fish_use_subcommand -a {name} -d '{quoted(said)}'")
    for name in options:
        where = f"__fish_seen_subcommand_from {name}" if name else "__fish_use_subcommand"
        for option, value, words, said in options[name]:
            takes = "" if not value else " -r -F" if value in PLACES else " -x"
            takes += f" -a '{' '.join(words)}'" if words else ""
            lines.append(f"complete -c inkling -n '{where}' -l {option[2:]}{takes} "
                         f"-d '{quoted(said)}'")
    return lines


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[2] not in ("bash", "zsh", "fish"):
        sys.exit(__doc__)
    print("\n".join({"bash": bash, "zsh": zsh, "fish": fish}[sys.argv[2]](*read(sys.argv[1]))))
