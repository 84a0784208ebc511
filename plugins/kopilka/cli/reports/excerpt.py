"""The line of a file that a diagnostic points at, with carets under the place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from unicodedata import category, combining, east_asian_width

from kopilka.diagnostics import Span

_TAB = "    "
_JOINER = "\u200d"
_MOST_BYTES = 2_000_000
_DOTS = "…"

Cell = tuple[str, int]
"""How a character is shown and how many places of a terminal it takes."""


@lru_cache(maxsize=4)
def lines_of(path: Path) -> tuple[str, ...]:
    """The lines of a file as the reader of records counts them; none for a file too large or not there."""
    try:
        data = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b""
    except OSError:
        return ()
    text = data.decode("utf-8-sig", errors="replace")
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def excerpt(line: str, span: Span, *, width: int) -> tuple[str, str]:
    """The line as a terminal shows it, cut around the place to `width`, and the carets to put under it."""
    cells = [cell(character) for character in line]
    start = min(span.column - 1, len(cells))
    end = min(span.end_column - 1, len(cells)) if span.end_line == span.line else len(cells)
    first, last = _window(cells, start, width)
    before = _DOTS if first else ""
    after = _DOTS if last < len(cells) else ""
    shown = before + "".join(text for text, _ in cells[first:last]) + after
    indent = len(before) + _width(cells[first:start])
    return shown, " " * indent + "^" * max(1, _width(cells[start : min(end, last)]))


def cell(character: str) -> Cell:
    """A character made visible: nothing in a record may move the cursor, turn the text round or hide."""
    if " " <= character <= "~" or "А" <= character <= "я":
        return character, 1
    if character == "\t":
        return _TAB, len(_TAB)
    kind = category(character)
    if kind in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character != _JOINER:
        name = f"<U+{ord(character):04X}>"
        return name, len(name)
    if kind in {"Mn", "Me", "Cf"} or combining(character):
        return character, 0
    return character, 2 if east_asian_width(character) in {"W", "F"} else 1


def visible(text: str) -> str:
    """A message in one line that nothing quoted in it can spoil."""
    line = text.translate(_TO_SPACE)
    return "".join(f"<U+{ord(sign):04X}>" if _spoils(sign) else sign for sign in line)


def _spoils(sign: str) -> bool:
    return sign in _TURNS or category(sign) in {"Cc", "Cs", "Zl", "Zp"}


_TO_SPACE = str.maketrans({"\r": None, "\n": " ", "\t": " "})
_TURNS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing: with them a line looks other than it is."""


def _window(cells: Sequence[Cell], start: int, width: int) -> tuple[int, int]:
    """The first and the last cell to show: all of them, or as many as fit with a third before the place."""
    if _width(cells) <= width:
        return 0, len(cells)
    room = width - 2 * len(_DOTS)
    first = start
    while first and _width(cells[first - 1 : start]) <= room // 3:
        first -= 1
    last = first
    while last < len(cells) and _width(cells[first : last + 1]) <= room:
        last += 1
    if last == len(cells):
        while first and _width(cells[first - 1 :]) <= room:
            first -= 1
    return first, last


def _width(cells: Sequence[Cell]) -> int:
    return sum(width for _, width in cells)
