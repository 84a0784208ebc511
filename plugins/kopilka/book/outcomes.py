"""What changed, as a table: the measure, before and after, and how it is known."""

from __future__ import annotations

from collections.abc import Sequence

from kopilka.book.columns import weigh
from kopilka.book.tree import Cell, Inline, Paragraph, Table, Text
from kopilka.book.values import Values
from kopilka.records.quantities import Result
from kopilka.render.typography import typograph

_HEAD = ("Показатель", "Было", "Стало", "Чем подтверждено")


def outcomes(values: Values, results: Sequence[Result]) -> Table:
    """The results of a practice; what was not measured is said so, a column nobody filled is left out."""
    rows = [_row(values, result) for result in results]
    filled = [place for place in range(len(_HEAD)) if any(row[place] for row in rows)]
    head = (tuple(_cell((Text(_HEAD[place]),), place, header=True) for place in filled),)
    body = tuple(tuple(_cell(row[place], place) for place in filled) for row in rows)
    return Table("", 0, (), weigh(head, body), head, body)


def _row(values: Values, result: Result) -> tuple[tuple[Inline, ...], ...]:
    return (
        (*values.line(result.what), *((Text(f" ({result.note})"),) if result.note else ())),
        _words(result.amount(result.before)),
        _words(result.amount(result.after) or "не измеряли"),
        _words(typograph(result.proof)),
    )


def _words(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()


def _cell(words: tuple[Inline, ...], place: int, *, header: bool = False) -> Cell:
    """Amounts stand in the middle under their heading."""
    blocks = (Paragraph(words),) if words else ()
    return Cell(blocks, "center" if place in {1, 2} else "start", header)
