"""A stretch of YAML inside a file, a record's header or a whole register, that knows its place there."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from kopilka.diagnostics import Span

MAX_DEPTH = 12
MAX_HEADER_NODES = 5_000
MAX_REGISTER_NODES = 200_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """YAML text and the line of the file (from 1) that it begins on; it holds whole lines of the file."""

    path: str
    text: str
    first_line: int = 1
    max_nodes: int = MAX_REGISTER_NODES

    def span(self, start: int, end: int) -> Span:
        """The place in the file of `text[start:end]` without blanks at its end; one character at least."""
        length = len(self.text[start:end].rstrip(" \t\n")) or int(
            self.text[start : start + 1] not in ("", "\n")
        )
        line, column = self._place(start)
        if length == 0:
            return Span(line, column, line, column)
        end_line, end_column = self._place(start + length - 1)
        return Span(line, column, end_line, end_column + 1)

    def _place(self, offset: int) -> tuple[int, int]:
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        return self.first_line + line - 1, offset - starts[line - 1] + 1

    def line_at(self, offset: int) -> str:
        """The whole line around a place, without its end."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return self.text[start:] if end < 0 else self.text[start:end]


@lru_cache(maxsize=8)
def _line_starts(text: str) -> list[int]:
    """Offsets of the first characters of all lines; kept, since a file with one problem often has many."""
    return [0, *(offset + 1 for offset, character in enumerate(text) if character == "\n")]
