"""Tables fit into the width of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.book.gaps.proof import Proof
from kopilka.book.page import page_of
from kopilka.book.tree import Cell, Table
from kopilka.book.walking import walk, words_of
from kopilka.catalog.collections import Item
from kopilka.catalog.look import at_text
from kopilka.catalog.print_codes import WIDE_TABLE
from kopilka.diagnostics import Diagnostic
from kopilka.russian import Forms, count, quote

_COLUMNS: Forms = ("столбец", "столбца", "столбцов")
_LETTER = 1.65
"""Millimetres that a letter of a table takes, 8.5 points of PT Sans."""
_PADDING = 3.0
"""Millimetres between the words of two columns."""
_PART = 7
"""Letters of a word that stand together when the rest is hyphenated; the shortest column worth reading."""
_MARKS = '.,;:!?…()«»"'
_SHOWN = 40
_WORD = re.compile(r"[^\s\u00ad]+")


def check(proof: Proof) -> Iterator[Diagnostic]:
    """Every table of every article, those that its fields make too."""
    measure = page_of(proof.collection.paper).measure
    for item, article in proof.articles:
        for node in walk(article.blocks):
            if isinstance(node, Table) and _width(node) > measure:
                yield _found(item, node, measure)


def _width(table: Table) -> float:
    """The narrowest that a table may be set, in millimetres."""
    rows = (*table.head, *table.rows)
    columns: dict[int, int] = {}
    for row in rows:
        for place, cell in enumerate(row):
            if cell.columns == 1:
                columns[place] = max(columns.get(place, 1), _longest(cell))
    return sum(letters * _LETTER + _PADDING for letters in columns.values())


def _longest(cell: Cell) -> int:
    """Letters that must stand in one line: a short word, a part of a long one, a number, an address."""
    return max((_unbreakable(word) for word in _WORD.findall(words_of(cell.blocks))), default=1)


def _unbreakable(word: str) -> int:
    """Only words of letters are hyphenated; an address is broken anywhere, when it must be."""
    letters = word.strip(_MARKS).replace("-", "")
    return min(len(word), _PART if letters.isalpha() else 2 * _PART)


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
