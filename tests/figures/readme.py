"""Finds figures in the text of tests/bench/README.md, judges them, and writes them anew.

A claim is a piece of that text with placeholders where its figures stand: `{key:tolerance}`.

| placeholder | stands for |
|---|---|
| `{key:=}` | a number, which must be the measured one to its last digit |
| `{key:x1.5}` | a number, the measured one times at most 1.5, or through it |
| `{key:+-0.3}` | a number, at most 0.3 away from the measured one |
| `{key[]:...}` | `3 to 5`, `3..5` or `3`: all that was measured lies between, as far as the tolerance goes |
| `{key:text}` | words up to the end of a cell, which must be the measured ones |
| `{:any}` | a number that is measured elsewhere |
"""
import dataclasses
import re

PLACEHOLDER = re.compile(r"\{(\w*)(\[\])?:([^}]+)\}")
NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
RANGE = rf"{NUMBER}(?:(?: to |\.\.){NUMBER})?"


@dataclasses.dataclass
class Figure:
    """One figure of the README beside the one that was measured."""
    key: str
    said: str
    now: str
    tolerance: str
    ok: bool
    span: tuple  # of `said` in the README


def to_number(text):
    return float(text.replace(",", ""))


def written_like(value, like):
    """A number with as many decimals as another one has."""
    decimals = len(like.partition(".")[2])
    return f"{value:,.{decimals}f}"


def near(said, value, tolerance):
    """Whether the number of the README, as it is written, stands for the measured one."""
    number = to_number(said)
    if tolerance == "=":
        return written_like(value, said) == written_like(number, said)
    if tolerance.startswith("x"):
        factor = float(tolerance[1:])
        return number / factor <= value <= number * factor
    if tolerance.startswith("+-"):
        return abs(value - number) <= float(tolerance[2:]) + 1e-9
    raise ValueError(f"There is no tolerance {tolerance}.")


def compare_range(said, values, tolerance):
    """The two ends as written now, and whether those of the README hold."""
    ends = re.findall(NUMBER, said)
    ends = [ends[0], ends[-1]]
    measured = [min(values), max(values)]
    between = "..".join if ".." in said else " to ".join
    now = [written_like(value, end) for value, end in zip(measured, ends)]
    ok = all(near(end, value, tolerance) for end, value in zip(ends, measured))
    return (now[0] if now[0] == now[1] else between(now)), ok


class Claim:
    def __init__(self, template):
        self.template = template
        self.places = PLACEHOLDER.findall(template)
        pattern, end = "", 0
        for place in PLACEHOLDER.finditer(template):
            pattern += self._literal(template[end:place.start()])
            pattern += "(" + self._kind(place[2], place[3]) + ")"
            end = place.end()
        self.pattern = re.compile(pattern + self._literal(template[end:]))

    @staticmethod
    def _literal(text):
        """As written, wherever its lines are broken."""
        return re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(text))

    @staticmethod
    def _kind(many, tolerance):
        return r"[^|\n]+?" if tolerance == "text" else RANGE if many else NUMBER

    def keys(self):
        return [key for key, _, tolerance in self.places if tolerance != "any"]

    def find(self, text):
        """The match in the README's text. LookupError: it is not there, or there twice."""
        found = list(self.pattern.finditer(text))
        if len(found) != 1:
            where = "says twice" if found else "does not say"
            raise LookupError(f"The README {where}: {self.template}")
        return found[0]

    def judge(self, text, measured):
        """The figures of this claim, in their order. KeyError: one was not measured."""
        match = self.find(text)
        figures = []
        for number, (key, many, tolerance) in enumerate(self.places, 1):
            said = match[number]
            if tolerance == "any":
                continue
            value = measured[key]
            if tolerance == "text":
                now, ok = value, value == said
            elif many:
                now, ok = compare_range(said, value, tolerance)
            else:
                now, ok = written_like(value, said), near(said, value, tolerance)
            figures.append(Figure(key, said, now, tolerance, ok, match.span(number)))
        return figures


def rewritten(text, figures):
    """The text with the measured figures in it."""
    for figure in sorted(figures, key=lambda figure: figure.span, reverse=True):
        begin, end = figure.span
        text = text[:begin] + figure.now + text[end:]
    return text
