"""From data to lines of YAML: a field a line, lists by dashes, two blanks a level, comments beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import isfinite
from typing import Any

from kopilka.exchange.writing.texts import write_key, write_text
from kopilka.records.comments import Comments, Path
from kopilka.records.scalars import resolve

_STEP = "  "


NO_COMMENTS = Comments()


def emit(data: Mapping[str, Any], comments: Comments = NO_COMMENTS) -> str:
    """The text of a header, without its fences; each line ends with a line end."""
    writing = _Writing(comments)
    writing.fields(data, (), "")
    return "".join(f"{line}\n" for line in writing.lines)


class _Writing:
    """The lines so far; a text of several lines is one of them. Paths lead to comments only."""

    __slots__ = ("comments", "lines")

    def __init__(self, comments: Comments) -> None:
        self.comments = comments if comments.places else None
        self.lines: list[str] = []

    def fields(self, data: Mapping[str, Any], path: Path, indent: str) -> None:
        """A mapping, with the comments among its fields."""
        for name, value in data.items():
            place = self._above(path, name, indent)
            head = f"{indent}{write_key(str(name), indent)}:"
            if value and isinstance(value, (dict, list)):
                self.lines.append(f"{head}{self._beside(place)}")
                self._nested(value, place, indent + _STEP)
            elif value is None:
                self.lines.append(f"{head}{self._beside(place)}")
            else:
                self._scalar(head, value, place, indent)
        self._below(path, indent)

    def _items(self, items: Sequence[Any], path: Path, indent: str) -> None:
        for number, item in enumerate(items):
            place = self._above(path, number, indent)
            if item and isinstance(item, (dict, list)):
                first = len(self.lines)
                self._nested(item, place, indent + _STEP)
                self._dash(first, indent)
            else:
                self._scalar(f"{indent}-", item, place, indent)
        self._below(path, indent)

    def _nested(self, value: Any, path: Path, indent: str) -> None:
        write = self.fields if isinstance(value, dict) else self._items
        write(value, path, indent)

    def _dash(self, first: int, indent: str) -> None:
        """Puts the dash before an item's first line; a comment above that line stands above the dash."""
        inner = indent + _STEP
        while (content := self.lines[first].removeprefix(inner)).startswith("#"):
            self.lines[first] = f"{indent}{content}"
            first += 1
        self.lines[first] = f"{indent}- {content}"

    def _scalar(self, head: str, value: Any, path: Path, indent: str) -> None:
        written = _written(value, indent + _STEP)
        if self.comments:
            first, end, rest = written.partition("\n")
            written = f"{first}{self._beside(path)}{end}{rest}"
        self.lines.append(f"{head} {written}")

    def _above(self, path: Path, name: str | int, indent: str) -> Path:
        """Writes the comments above a field or an item; gives its path."""
        if self.comments is None:
            return path
        place = (*path, name)
        self.lines += (f"{indent}{words}" for words in self.comments.above.get(place, ()))
        return place

    def _beside(self, path: Path) -> str:
        words = self.comments.beside.get(path) if self.comments else None
        return f" {words}" if words else ""

    def _below(self, path: Path, indent: str) -> None:
        if self.comments:
            self.lines += (f"{indent}{words}" for words in self.comments.below.get(path, ()))


def _written(value: Any, indent: str) -> str:
    if isinstance(value, str):
        return write_text(value, indent)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, (int, float)):
        return _number(value)
    return str(value)  # a date; a list and a mapping with nothing in them


def _number(value: float) -> str:
    """The number as every reader of YAML takes it: without an exponent, with digits that a float keeps."""
    if isinstance(value, int) or not isfinite(value):
        return (
            str(value)
            if isinstance(value, int)
            else repr(value).replace("inf", ".inf").replace("nan", ".nan")
        )
    value += 0.0  # there is no minus zero
    for digits in range(17, 0, -1):
        written = f"{Decimal(f'{value:.{digits}g}'):f}"
        plain = written.rstrip("0").rstrip(".") if "." in written else written
        if isinstance(resolve(plain)[0], (int, float)):
            return plain
    return repr(value)
