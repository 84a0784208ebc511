"""How wide the columns of a table are, by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from kopilka.book.tree import Cell
from kopilka.book.walking import words_of

LETTERS_OF_MM = 0.66
"""How many letters of a table's type stand in a millimetre."""
_BREAKABLE = 16
"""Longer words may be hyphenated, so a column need not hold them whole."""
_GROWTH = 4.0
"""A column grows with the root of its text: twice the words are two lines more, not twice the width."""


def weigh(head: Sequence[Sequence[Cell]], rows: Sequence[Sequence[Cell]]) -> tuple[float, ...]:
    """The relative widths of the columns; cells that span several say nothing of any one of them."""
    columns: dict[int, list[str]] = {}
    for row in (*head, *rows):
        for place, cell in _places(row):
            words = columns.setdefault(place, [])
            if cell.columns == 1:
                words.append(words_of(cell.blocks))
    return tuple(_weight(columns[place]) for place in sorted(columns))


def longest_run(texts: Iterable[str]) -> int:
    """The letters of the longest piece that stays on one line: a word, or words with no-break spaces."""
    return max((len(run) for text in texts for run in text.split(" ")), default=0)


def _places(row: Iterable[Cell]) -> Iterator[tuple[int, Cell]]:
    place = 0
    for cell in row:
        yield place, cell
        place += cell.columns


def _weight(texts: Sequence[str]) -> float:
    longest = longest_run(texts)
    filled = [len(text) for text in texts if text]
    mean = sum(filled) / len(filled) if filled else 0
    return round(max(min(longest, _BREAKABLE) + 2, _GROWTH * sqrt(mean)), 1)
