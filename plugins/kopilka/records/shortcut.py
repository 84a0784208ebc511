"""A shorter way to the same data: a header written plainly, as most are, needs no tree of nodes.

Plainly is a field a line, lists by dashes, texts as they are, in quotes or under `>-`. At the first sign of
anything else the composer reads the header. `tests/records/test_shortcut.py` holds both ways equal.
"""

from __future__ import annotations

import re
from typing import Any

from kopilka.records.compose import is_clean
from kopilka.records.convert import NOT_NAMES
from kopilka.records.scalars import WORDS, Scalar, resolve

_LINE = re.compile(
    r"( *+)(- )?+(?:([a-z_]++):(?: |(?=\n)))?"
    r"(.*+(?:\n\1 ++(?!- |[a-z_]++:[ \n]).++)*)\n"
)
"""Blanks, a dash, the name of a field, the words with all lines that can only go on with them.

What stands after both groups always fits, so they never go back; Python before 3.11.5 is wrong about `(…)?+`.
"""
_Line = tuple[str, str, str, str]
_NO_LINE = ("", "", "", "")
_BEGINNINGS = "«(„“…№"
"""Besides letters and digits, what the words of an unquoted text begin with when they can be nothing else."""

_MOST_LINES = 1_000
_LAST_COLUMN = 10


class _UnusualError(Exception):
    """Here the short way ends."""


def read_plainly(text: str) -> dict[str, Any] | None:
    """The data of a header in which nothing is wrong or unusual; None when the composer has to look."""
    if _has_signs(text) or text[:1] == "\n" or text[-1:] != "\n" or not is_clean(text):
        return None
    lines = _LINE.findall(text)
    if len(lines) > _MOST_LINES:
        return None
    reading = _Reading([*lines, _NO_LINE])
    try:
        data = reading.mapping(0)
    except _UnusualError:
        return None
    return data if data and reading.place == len(lines) else None


def _has_signs(text: str) -> bool:
    """Whether there are comments, tags, tabs, blanks at the end of a line, or empty lines."""
    return "#" in text or "!" in text or "\t" in text or " \n" in text or "\n\n" in text


class _Reading:
    """One pass over the lines of a header; a structure ends at the first line that is not its own."""

    __slots__ = ("lines", "place")

    def __init__(self, lines: list[_Line]) -> None:
        self.lines = lines
        self.place = 0

    def mapping(self, column: int) -> dict[str, Any]:
        if column > _LAST_COLUMN:
            raise _UnusualError
        data: dict[str, Any] = {}
        lines, lead = self.lines, " " * column
        while True:
            blanks, dash, key, words = lines[self.place]
            if not key or dash or blanks != lead:
                return data
            if key in data or key in NOT_NAMES:
                raise _UnusualError
            self.place += 1
            data[key] = _text(words, column) if words else self._nested(column)

    def _nested(self, column: int) -> Any:
        """What stands under the name of a field; a list may begin right below the name's first letter."""
        blanks, dash, key, _ = self.lines[self.place]
        if dash and len(blanks) >= column:
            return self._items(len(blanks))
        if key and len(blanks) > column:
            return self.mapping(len(blanks))
        return None

    def _items(self, column: int) -> list[Any]:
        if column > _LAST_COLUMN:
            raise _UnusualError
        found: list[Any] = []
        lines, lead = self.lines, " " * column
        while True:
            blanks, dash, key, words = lines[self.place]
            if not dash or blanks != lead:
                return found
            if key:  # the first field of an item: the others stand right below it
                lines[self.place] = (f"{lead}  ", "", key, words)
                found.append(self.mapping(column + 2))
            else:
                self.place += 1
                found.append(_text(words, column))


def _text(words: str, column: int) -> Scalar:
    if "\n" in words:
        return _long_text(words, column)
    if words[0].isalpha() and ":" not in words and words not in WORDS:
        return words  # as most values are
    return _quoted(words) if words[0] in "'\"" else _plain(words)


def _long_text(words: str, column: int) -> Scalar:
    """A text on several lines: under `>-`, in quotes or as it is."""
    begun, *lines = words.split("\n")
    parts = [line.lstrip(" ") for line in lines]
    indents = {len(line) - len(part) for line, part in zip(lines, parts, strict=True)}
    if not begun or min(indents) <= column:
        raise _UnusualError
    if begun == ">-" and len(indents) == 1:
        return " ".join(parts)
    whole = " ".join((begun, *parts))
    if begun[0] in "'\"":
        return _quoted(whole)
    if not all(map(_begins_plainly, parts)):
        raise _UnusualError
    return _plain(whole)


def _quoted(text: str) -> str:
    """A text in quotes, without quotes or signs with a backslash inside."""
    quote = text[0]
    if text[-1] != quote or text.count(quote) != 2 or len(text) == 2 or (quote == '"' and "\\" in text):
        raise _UnusualError
    return text[1:-1]


def _plain(text: str) -> Scalar:
    """An unquoted text or number."""
    if not _begins_plainly(text) or ": " in text or text[-1] == ":":
        raise _UnusualError
    value, ambiguous = resolve(text)
    if ambiguous:
        raise _UnusualError
    return value


def _begins_plainly(text: str) -> bool:
    return text[0].isalnum() or text[0] in _BEGINNINGS
