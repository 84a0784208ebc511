"""What changed, as a table: the measure, before and after, and how it is known."""

from __future__ import annotations

from collections.abc import Sequence

from kopilka.book.columns import weigh
from kopilka.book.tree import Cell, Inline, Paragraph, Table, Text
from kopilka.book.values import Values
from kopilka.records.quantities import Result
from kopilka.render.typography import typograph
from kopilka.russian import NBSP, decimal

_HEAD = ("Показатель", "Было", "Стало", "Чем подтверждено")


def outcomes(values: Values, results: Sequence[Result]) -> Table:
    """The results of a practice; what was not measured is said so, a column nobody filled is left out."""
    rows = [_row(values, result) for result in results]
    filled = [place for place in range(len(_HEAD)) if any(row[place] for row in rows)]
    head = (tuple(_cell((Text(_HEAD[place]),), place, header=True) for place in filled),)
    body = tuple(tuple(_cell(row[place], place) for place in filled) for row in rows)
    return Table("", 0, (), weigh(head, body), head, body)


def _row(values: Values, result: Result) -> tuple[tuple[Inline, ...], ...]:
    hint = _hint(result)
    proof = "; ".join(part for part in (result.measure, result.evidence) if part)
    return (
        (*values.line(result.what), *((Text(f" ({hint})"),) if hint else ())),
        _words(_amount(result, result.before)),
        _words(_amount(result, result.after) or "не измеряли"),
        _words(typograph(proof)),
    )


def _hint(result: Result) -> str:
    """What the number is a share of, and which way is better."""
    share = f"из{NBSP}{decimal(result.out_of)}" if result.out_of and result.unit == "%" else ""
    return "; ".join(part for part in (share, "чем меньше, тем лучше" * result.less_is_better) if part)


def _amount(result: Result, number: float | None) -> str:
    if number is None:
        return ""
    words = decimal(number)
    if result.out_of and result.unit != "%":
        words = f"{words}{NBSP}из{NBSP}{decimal(result.out_of)}"
    return f"{words}{NBSP}{result.unit}" if result.unit else words


def _words(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()


def _cell(words: tuple[Inline, ...], place: int, *, header: bool = False) -> Cell:
    """Amounts stand in the middle under their heading."""
    blocks = (Paragraph(words),) if words else ()
    return Cell(blocks, "center" if place in {1, 2} else "start", header)
