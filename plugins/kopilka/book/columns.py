"""How wide the columns of a table are, by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from kopilka.book.tree import Cell
from kopilka.book.walking import words_of

LETTERS_OF_MM = 0.66
"""How many letters of a table's type stand in a millimetre."""
_ROOM = 75
"""Letters in the width of a page; the type grows with the paper, so it is the same on all."""
_BREAKABLE = 16
"""Longer words may be hyphenated, so a column need not hold them whole."""
_HELD = 12
"""So much of words with no-break spaces between them a column holds: «31 из 74 человек» is not worth more."""
_MARGINS = 2.5
"""Letters that the margins of a cell take, and a bold heading's words over others."""
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
    texts = [columns[place] for place in sorted(columns)]
    least = [_least(column) + _MARGINS for column in texts]
    wanted = [max(floor, _GROWTH * sqrt(_mean(column))) for floor, column in zip(least, texts, strict=True)]
    return tuple(_shared(least, wanted))


def _shared(least: Sequence[float], wanted: Sequence[float]) -> Iterator[float]:
    """What the columns want; where a page has no room for all of it, none gets less than its longest word."""
    over, spare = sum(wanted) - _ROOM, sum(wanted) - sum(least)
    share = max(0.0, 1 - over / spare) if 0 < over < spare else 1.0
    for floor, width in zip(least, wanted, strict=True):
        yield round(floor + (width - floor) * share, 1)


def longest_run(texts: Iterable[str]) -> int:
    """The letters of the longest piece that stays on one line: a word, or words with no-break spaces."""
    return max((len(run) for text in texts for run in text.split(" ")), default=0)


def longest_word(texts: Iterable[str]) -> int:
    """The letters of the longest word."""
    return max((len(word) for text in texts for word in text.split()), default=0)


def _places(row: Iterable[Cell]) -> Iterator[tuple[int, Cell]]:
    place = 0
    for cell in row:
        yield place, cell
        place += cell.columns


def _least(texts: Sequence[str]) -> int:
    """The letters of the longest word, or of words that should not part."""
    return max(min(longest_word(texts), _BREAKABLE), min(longest_run(texts), _HELD))


def _mean(texts: Sequence[str]) -> float:
    """The letters of a filled cell on the average."""
    filled = [len(text) for text in texts if text]
    return sum(filled) / len(filled) if filled else 0
