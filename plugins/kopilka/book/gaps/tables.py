"""Tables fit into the width of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.book.gaps.proof import Proof
from kopilka.book.lettering import width_of
from kopilka.book.page import page_of
from kopilka.book.tree import Cell, Table
from kopilka.book.walking import walk, words_of
from kopilka.catalog.collections import Item
from kopilka.catalog.look import at_text
from kopilka.catalog.print_codes import WIDE_TABLE
from kopilka.diagnostics import Diagnostic
from kopilka.russian import Forms, count, quote

_COLUMNS: Forms = ("столбец", "столбца", "столбцов")
_SIZE = 0.85
"""The letters of a table beside those of the text; both sizes are those of the template."""
_PADDING = 2.8
"""Millimetres between the words of two columns: four points on each side."""
_PART = 7
"""Letters of a word that stand together when the rest is hyphenated; the shortest column worth reading."""
_SHOWN = 40
_MARKS = '.,;:!?…()«»"-'
_COMPOUND = re.compile(r"[^-]*-|[^-]+")
_WORD = re.compile(r"[^\s\u00ad]+")


def check(proof: Proof) -> Iterator[Diagnostic]:
    """Every table of every article, those that its fields make too."""
    page = page_of(proof.collection.paper)
    for item, article in proof.articles:
        for node in walk(article.blocks):
            if isinstance(node, Table) and least_width(node, page.type * _SIZE) > page.measure:
                yield _found(item, node, page.measure)


def least_width(table: Table, size: float) -> float:
    """The narrowest that a table may be set, in millimetres, with letters of `size` points."""
    columns: dict[int, float] = {}
    for row in (*table.head, *table.rows):
        for place, cell in enumerate(row):
            if cell.columns == 1:
                columns[place] = max(columns.get(place, 0), _widest(cell, size))
    return sum(width + _PADDING for width in columns.values())


def _widest(cell: Cell, size: float) -> float:
    """What must stand in one line: a short word, a part of a long one, a number, an address."""
    pieces = (piece for word in _WORD.findall(words_of(cell.blocks)) for piece in _pieces(word))
    return max((width_of(piece, size=size, bold=cell.header) for piece in pieces), default=0)


def _pieces(word: str) -> Iterator[str]:
    """A long word of letters is hyphenated, a compound ends at its hyphen; an address is broken anywhere."""
    for part in _COMPOUND.findall(word):
        most = _PART if part.strip(_MARKS).isalpha() else 2 * _PART
        if len(part) <= most:
            yield part
        else:
            yield from (f"{part[start : start + most]}-" for start in range(len(part) - most + 1))


def _found(item: Item, table: Table, measure: int) -> Diagnostic:
    entry = item.entry
    columns = max(sum(cell.columns for cell in row) for row in (*table.head, *table.rows))
    named = " ".join(filter(None, ("таблица", str(table.number or ""), _title(table))))
    message = f"{named}: {count(columns, _COLUMNS)} не поместятся в {measure} мм ширины текста"
    hint = "Разделите её на две, уберите столбец или возьмите бумагу шире (paper: 60×84/8)."
    offset = _place(entry.front + entry.body, table)
    return at_text(entry, WIDE_TABLE, offset, 1, message, hint=hint)


def _title(table: Table) -> str:
    """The caption, else the beginning of the first row."""
    first = ", ".join(words_of(cell.blocks) for row in (*table.head, *table.rows)[:1] for cell in row)
    words = words_of(table.caption) or first
    return quote(words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip(' ,')}…")


def _place(text: str, table: Table) -> int:
    """Where the table stands in the file: the first of its words that is found there."""
    for cell in (cell for row in (*table.head, *table.rows) for cell in row):
        words = words_of(cell.blocks)
        found = text.find(words) if len(words) > 3 else -1
        if found >= 0:
            return found
    return 0
