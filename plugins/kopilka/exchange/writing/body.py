"""The text below a header as it was written, but for blanks that nobody sees."""

from __future__ import annotations

import re

_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*(`{3,}|~{3,})")
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)+")


def tidy_body(text: str) -> str:
    """The text with one line end at its end and no blanks at the ends of lines.

    Two blanks that break a line in Markdown stay, and so does everything inside a fenced block.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip(" \t\n")
    start = _BLANK_LINES.match(text)
    tidy = text[start.end() if start else 0 :]
    if " \n" in tidy or "\t\n" in tidy:
        tidy = "\n".join(_tidy(tidy.split("\n")))
    return f"{tidy}\n" if tidy else ""


def _tidy(lines: list[str]) -> list[str]:
    found, fence = [], ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        inside = bool(fence)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
            fence = ""
        followed = number + 1 < len(lines) and lines[number + 1].strip()
        found.append(line if inside and fence else _without_blanks(line, breaks=bool(followed)))
    return found


def _without_blanks(line: str, *, breaks: bool) -> str:
    plain = line.rstrip(" \t")
    return f"{plain}  " if plain and breaks and line.endswith("  ") else plain
