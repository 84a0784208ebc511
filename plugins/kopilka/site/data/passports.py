"""Passports of records for «Сравнить»: rows from the fields' declarations, values in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from kopilka.catalog.graph import Catalog, Entry
from kopilka.records.base import Record
from kopilka.records.fields import Ask, Question, declarations
from kopilka.records.labels import field_model
from kopilka.records.quantities import hours_words
from kopilka.render.typography import typograph
from kopilka.site.data.plain import Line, plain_lines, record_line
from kopilka.site.view import View

BLOCK = 25
"""Passports in one file, as many as cards."""

QUESTIONS = {
    Question.FITS: "Подойдёт ли мне",
    Question.COSTS: "Чего это стоит",
    Question.WORKS: "Работает ли",
    Question.TAKES: "Можно ли взять",
}
TIME = Ask(Question.COSTS, "Сколько времени")
"""Every record may know its hours, whichever of its fields they come from."""

_LINES = 6
_LENGTH = 280
_ORDER = list(QUESTIONS)

Steps = tuple[str, ...]
Value = str | list[Line]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the comparison, and the fields of a kind whose values stand in it."""

    ask: Ask
    label: str
    sources: tuple[Steps, ...] = ()
    back: str = ""
    """The field of other records that point here; their titles are the value."""


def head(catalog: Catalog) -> dict[str, Any]:
    """The questions, and the rows of every kind: question, label, the words for nothing."""
    return {
        "questions": list(QUESTIONS.values()),
        "block": BLOCK,
        "rows": {
            model.kind.id: [[_ORDER.index(row.ask.question), row.label, row.ask.empty] for row in rows]
            for model in catalog.kinds
            for rows in [rows_of(model, catalog.kinds)]
        },
    }


def passport(view: View, entry: Entry) -> list[Value]:
    """The values of a record in the order of its kind's rows; an empty one is an empty text."""
    return [_value(view, entry, row) for row in rows_of(type(entry.record), view.catalog.kinds)]


@lru_cache(maxsize=64)
def rows_of(model: type[Record], kinds: tuple[type[Record], ...]) -> tuple[Row, ...]:
    """The rows of a kind, question by question; fields of one label share a row."""
    rows: dict[str, Row] = {}
    for ask, label, steps in asked(model):
        known = rows.setdefault(label, Row(ask, label))
        rows[label] = replace(known, sources=(*known.sources, steps))
    rows.setdefault(TIME.label, Row(TIME, TIME.label))
    for row in _back_rows(model, kinds):
        rows.setdefault(row.label, row)
    return tuple(sorted(rows.values(), key=lambda row: _ORDER.index(row.ask.question)))


def asked(model: type[BaseModel], before: Steps = ()) -> Iterator[tuple[Ask, str, Steps]]:
    """Every field that answers a question, those of the models inside too: how, its label, the way to it."""
    for name, declared in declarations(model).items():
        if declared.ask:
            yield declared.ask, declared.ask.label or declared.label, (*before, name)
        elif declared.ask is None and (inner := field_model(model.model_fields[name])):
            yield from asked(inner, (*before, name))


def _back_rows(model: type[Record], kinds: tuple[type[Record], ...]) -> Iterator[Row]:
    """«Где увидеть»: rows that fields of other kinds give to the records they point at."""
    for other in kinds:
        for name, declared in declarations(other).items():
            if declared.ask and declared.ask.back and name not in model.model_fields:
                ask = replace(declared.ask, empty=declared.ask.back_empty)
                yield Row(ask, declared.ask.back, back=name)


def _value(view: View, entry: Entry, row: Row) -> Value:
    if row.back:
        links = view.catalog.backlinks.get(entry.id, ())
        return [record_line(other) for other in view.entries(x.id for x in links if x.field == row.back)][
            :_LINES
        ]
    if row.ask is TIME:
        return hours_words(entry.record.hours)
    return _joined([lines for steps in row.sources if (lines := plain_lines(view, entry, steps))])


def _joined(parts: list[list[Line]]) -> Value:
    """One text for one line, a list for several; fields of one row follow each other after commas."""
    if len(parts) > 1 and all(len(part) == 1 and isinstance(part[0], str) for part in parts):
        return ", ".join(_short(str(part[0])) for part in parts)
    lines = [_short(line) if isinstance(line, str) else line for part in parts for line in part]
    if len(lines) > _LINES:
        rest = len(lines) - _LINES + 1
        lines = [*lines[: _LINES - 1], f"и\u00a0ещё\u00a0{rest}"]
    return lines[0] if len(lines) == 1 and isinstance(lines[0], str) else lines or ""


@lru_cache(maxsize=4096)
def _short(text: str) -> str:
    """The beginning of a long text, whole words."""
    set_ = typograph(text)
    return set_ if len(set_) <= _LENGTH else set_[:_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–") + "…"
