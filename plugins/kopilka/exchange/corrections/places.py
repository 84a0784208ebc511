"""Where in a record's file the words of a passage stand."""

from __future__ import annotations

import re
from bisect import bisect_right

_WORD = re.compile(r"\w+")
_WINDOW = 6
"""So many words together are met once in a record."""


class Places:
    """Finds passages in one text by their words: marks of Markdown, quotes and spaces do not count."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._lines: list[int] = []
        pieces: list[str] = []
        length = 0
        for number, line in enumerate(text.splitlines(), start=1):
            words = _words(line)
            if words:
                self._starts.append(length)
                self._lines.append(number)
                pieces.append(words)
                length += len(words) + 1
        self._words = " ".join(pieces)

    def line(self, passage: str) -> int | None:
        """The number of the line where a passage begins, from 1; None where it is not found."""
        words = _words(passage).split()
        for start in range(0, max(len(words) - _WINDOW, 0) + 1, _WINDOW):
            wanted = f" {' '.join(words[start : start + _WINDOW])} "
            at = f" {self._words} ".find(wanted)
            if words and at >= 0:
                return self._lines[bisect_right(self._starts, at) - 1]
        return None


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold().replace("ё", "е")))
