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

_LINE = re.compile(r"( *+)((- )?+(?:([a-z_]++):(?: (.++))?+|(.++)))\n")
"""Blanks, then the rest of the line: a dash, then a field with its value, or words. Nothing is given back."""
_Line = tuple[str, str, str, str, str, str]
_NO_LINE = ("", "", "", "", "", "")
_BEGINNING = re.compile(r"[^\W_]|[«(„“…№]")
"""What the words of an unquoted text begin with when they can be nothing else."""
_SIGNS = ("#", "!", "\t", " \n", "\n\n")
"""Comments and tags, tabs, blanks at the end of a line, empty lines."""

_MOST_LINES = 1_000
_LAST_COLUMN = 10


class _UnusualError(Exception):
    """Here the short way ends."""


def read_plainly(text: str) -> dict[str, Any] | None:
    """The data of a header in which nothing is wrong or unusual; None when the composer has to look."""
    if any(sign in text for sign in _SIGNS) or text[:1] == "\n" or text[-1:] != "\n" or not is_clean(text):
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
        while True:
            indent, _, dash, key, value, _ = self.lines[self.place]
            if dash or not key or len(indent) != column:
                return data
            if key in data or key in NOT_NAMES:
                raise _UnusualError
            self.place += 1
            data[key] = self._text(value, column) if value else self._nested(column)

    def _nested(self, column: int) -> Any:
        """What stands under the name of a field; a list may begin right below the name's first letter."""
        indent, _, dash, key, _, _ = self.lines[self.place]
        if dash and len(indent) >= column:
            return self._items(len(indent))
        if key and len(indent) > column:
            return self.mapping(len(indent))
        return None

    def _items(self, column: int) -> list[Any]:
        if column > _LAST_COLUMN:
            raise _UnusualError
        found: list[Any] = []
        while True:
            indent, rest, dash, key, value, words = self.lines[self.place]
            if not dash or len(indent) != column:
                return found
            if key:  # the first field of an item: the others stand right below it
                self.lines[self.place] = (f"{indent}  ", rest, "", key, value, words)
                found.append(self.mapping(column + 2))
            else:
                self.place += 1
                found.append(self._text(words, column))

    def _text(self, begun: str, column: int) -> Scalar:
        indent, _, _, _, _, words = self.lines[self.place]
        goes_on = words and len(indent) > column
        if not goes_on and begun[0].isalpha() and ":" not in begun and begun not in WORDS:
            return begun  # as most values are
        if begun == ">-":
            return self._folded(column)
        if begun[0] in "'\"":
            return self._quoted(begun, column)
        if goes_on:
            begun = self._continued(begun, column)
        if not _BEGINNING.match(begun) or ": " in begun or begun[-1] == ":":
            raise _UnusualError
        value, ambiguous = resolve(begun)
        if ambiguous:
            raise _UnusualError
        return value

    def _continued(self, begun: str, column: int) -> str:
        """An unquoted text on several lines."""
        parts = [begun]
        while True:
            indent, _, dash, _, _, words = self.lines[self.place]
            if len(indent) <= column or not words:
                return " ".join(parts)
            if dash or not _BEGINNING.match(words):
                raise _UnusualError
            parts.append(words)
            self.place += 1

    def _folded(self, column: int) -> str:
        """The lines of `>-`, all of them under one another."""
        indent = self.lines[self.place][0]
        if len(indent) <= column:
            raise _UnusualError
        parts = []
        while self.lines[self.place][0] == indent:
            parts.append(self.lines[self.place][1])
            self.place += 1
        if len(self.lines[self.place][0]) > column:
            raise _UnusualError
        return " ".join(parts)

    def _quoted(self, begun: str, column: int) -> str:
        """A text in quotes, on one line or several, without quotes or signs with a backslash inside."""
        quote, parts = begun[0], [begun]
        while parts[-1][-1] != quote or parts == [quote]:
            indent, rest, *_ = self.lines[self.place]
            if len(indent) <= column:
                raise _UnusualError
            parts.append(rest)
            self.place += 1
        text = " ".join(parts)
        if text.count(quote) != 2 or len(text) == 2 or (quote == '"' and "\\" in text):
            raise _UnusualError
        return text[1:-1]
