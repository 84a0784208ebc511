"""How a piece of YAML looks when it is written right: for hints."""

from __future__ import annotations

import re

_LINE = re.compile(
    r"""[ \t\u00a0]*(?P<dash>(?:-[ \u00a0]+)*)
        (?:(?P<key>[^\s:#'"\[{*&!|>%@`-][^:\n]*?)\s*:(?=\s|\Z))?
        (?P<value>.*)\Z""",
    re.VERBOSE,
)
_LONGEST = 60


def shortened(text: str, limit: int = _LONGEST) -> str:
    """The text on one line, cut so that a message stays readable."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def quoted_value(text: str) -> str:
    """The text in those quotes of YAML that need the least changes to it."""
    line = shortened(text)
    if '"' not in line and "\\" not in line:
        return f'"{line}"'
    return "'" + line.replace("'", "''") + "'"


def with_quoted_value(line: str) -> str:
    """A line of YAML (`key: value` or `- value`) with its value in quotes, without its indentation."""
    name, value = split_line(line)
    return f"{name}{quoted_value(unquoted(value))}"


def split_line(line: str) -> tuple[str, str]:
    """What stands before the value of a line (`title: ` or `- `), and the value."""
    match = _LINE.match(line)
    if match is None:
        return "", line.strip()
    name = f"{match['key']}: " if match["key"] else "- " * bool(match["dash"])
    return name, match["value"].strip()


def unquoted(value: str) -> str:
    """The value without a quote at its beginning and at its end."""
    for mark in ('"', "'"):
        if value.startswith(mark):
            return value[1:].removesuffix(mark)
    return value
