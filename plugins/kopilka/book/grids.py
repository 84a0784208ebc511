"""Rows of a record – stages, works, staff – as tables that a narrow page can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_origin

from pydantic import BaseModel

from kopilka.book.columns import LETTERS_OF_MM, weigh
from kopilka.book.tree import Block, Cell, Definitions, Inline, Items, Paragraph, Styled, Table, Text
from kopilka.book.values import Values, marks_at, sentence, shown
from kopilka.book.walking import words_of
from kopilka.records.fields import declarations
from kopilka.records.references import AddressMark, PartyMark, PictureMark, TermOf
from kopilka.render.typography import typograph
from kopilka.russian import NBSP

_MAIN_LETTERS = 26
"""The least that the column with the row's own words must have."""
_WIDEST = 24
_LONG_WORD = 14
_LONG_MEANING = 60
_FILLED = 0.34
"""A column emptier than that is not worth its room."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A filled field of the rows: its name, its label, what stands in every row."""

    name: str
    label: str
    lines: tuple[tuple[Inline, ...], ...]

    @property
    def texts(self) -> list[str]:
        return [words_of(line) for line in self.lines]

    @property
    def share(self) -> float:
        """The share of rows that have a value."""
        return sum(map(bool, self.lines)) / len(self.lines)

    @property
    def letters(self) -> float:
        """The room that the column asks for."""
        longest = max(len(word) for text in (*self.texts, self.label) for word in text.split() or [""])
        filled = [len(text) for text in self.texts if text]
        return max(min(longest, _LONG_WORD), min(sum(filled) / len(filled), _WIDEST)) + 2


def grid(values: Values, rows: Sequence[BaseModel], *, width: float) -> Block:
    """A list of parts as what suits them: a list, terms with their meanings, a table.

    `width` is that of the text in millimetres. What a table has no room for stands under the row's own
    words with its label; a field that says the same row after row becomes a line across the table.
    """
    columns = _columns(values, rows)
    if len(columns) == 1:
        return Items(tuple((Paragraph(sentence(line)),) for line in columns[0].lines))
    if len(columns) == 2 and _is_glossary(columns[1]):
        pairs = zip(columns[0].lines, columns[1].lines, strict=True)
        return Definitions(tuple((term, (Paragraph(meaning),) if meaning else ()) for term, meaning in pairs))
    model = type(rows[0])
    group = _group(model, columns)
    own = [column for column in columns if column is not group and not _repeats(model, column, group)]
    main = _main(model, own)
    kept = _kept(model, own, main, width * LETTERS_OF_MM)
    return _table(kept, main, [column for column in own if column not in kept], group)


def _columns(values: Values, rows: Sequence[BaseModel]) -> list[_Column]:
    """The filled fields; an address is no column: the row's first words lead there."""
    model = type(rows[0])
    columns = []
    for name in shown(rows[0]):
        if any(isinstance(mark, AddressMark | PictureMark) for mark in marks_at(model, name)):
            continue
        lines = tuple(values.field(row, name) for row in rows)
        if any(lines):
            columns.append(_Column(name, typograph(declarations(model)[name].label), lines))
    return columns


def _is_glossary(column: _Column) -> bool:
    texts = [text for text in column.texts if text]
    return sum(map(len, texts)) > _LONG_MEANING * len(texts)


def _group(model: type[BaseModel], columns: Sequence[_Column]) -> _Column | None:
    """The field by which the rows are sorted into parts: few values, each of them said again and again.

    A number, a fixed choice and what stands before the row's own words may gather rows from afar, as the
    site does; any other field only where its rows already stand together.
    """
    names = list(model.model_fields)
    main = names.index(_main(model, columns).name)
    candidates = []
    for column in columns:
        if any(isinstance(mark, TermOf | PartyMark) for mark in marks_at(model, column.name)):
            continue
        runs = [text for text, _ in groupby(column.texts)]
        values = set(runs)
        gathers = names.index(column.name) < main or model.model_fields[column.name].annotation is int
        few = all(runs) and 1 < len(values) <= len(column.lines) / 2
        if few and (gathers or _is_choice(model, column.name) or len(values) == len(runs)):
            candidates.append((len(values), column))
    return min(candidates, key=lambda item: item[0])[1] if candidates else None


def _repeats(model: type[BaseModel], column: _Column, group: _Column | None) -> bool:
    """Whether a fixed choice says in other words what the line above its rows says already."""
    if group is None or not _is_choice(model, column.name):
        return False
    return len(set(zip(group.texts, column.texts, strict=True))) == len(set(group.texts))


def _is_choice(model: type[BaseModel], name: str) -> bool:
    return get_origin(model.model_fields[name].annotation) is Literal


def _main(model: type[BaseModel], columns: Sequence[_Column]) -> _Column:
    """The row's own words: the first field that every row must have."""
    required = (column for column in columns if model.model_fields[column.name].is_required())
    return next(required, columns[0])


def _kept(model: type[BaseModel], columns: Sequence[_Column], main: _Column, room: float) -> list[_Column]:
    """The columns that there is room for, those a reader looks for first, in the order of the model."""
    left = room - max(_MAIN_LETTERS, min(main.letters, room / 2))
    kept = [main]
    others = (item for item in columns if item is not main and item.share >= _FILLED)
    for column in sorted(others, key=lambda item: (_rank(model, item), item.letters)):
        if column.letters <= left:
            left -= column.letters
            kept.append(column)
    return [column for column in columns if column in kept]


def _rank(model: type[BaseModel], column: _Column) -> int:
    """What is looked for first: numbers and days, then who, then of what sort, then texts, then ticks."""
    if model.model_fields[column.name].default is False:
        return 4
    if column.letters > _WIDEST:
        return 3
    marks = marks_at(model, column.name)
    if any(isinstance(mark, TermOf) for mark in marks) or _is_choice(model, column.name):
        return 2
    return 1 if marks else 0


def _table(kept: Sequence[_Column], main: _Column, folded: Sequence[_Column], group: _Column | None) -> Table:
    head = (tuple(Cell((Paragraph((Text(column.label),)),), header=True) for column in kept),)
    rows: list[tuple[Cell, ...]] = []
    for title, numbers in _gathered(group, len(main.lines)):
        if title and group:
            words = _named(group, title)
            rows.append((Cell((Paragraph(words),), header=True, columns=len(kept)),))
        rows += (tuple(_cell(column, main, folded, number) for column in kept) for number in numbers)
    return Table("", 0, (), weigh(head, rows), head, tuple(rows))


def _gathered(group: _Column | None, rows: int) -> Iterator[tuple[tuple[Inline, ...], list[int]]]:
    """The rows by their part, parts in the order they are met; all of them under no title without a group."""
    if group is None:
        yield (), list(range(rows))
        return
    found: dict[tuple[Inline, ...], list[int]] = {}
    for number, line in enumerate(group.lines):
        found.setdefault(line, []).append(number)
    yield from found.items()


def _named(group: _Column, title: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A line across the table: «День 2» for a bare number, else its own words."""
    return (Text(f"{group.label}{NBSP}"), *title) if words_of(title).isdigit() else sentence(title)


def _cell(column: _Column, main: _Column, folded: Sequence[_Column], number: int) -> Cell:
    words = column.lines[number]
    blocks = [Paragraph(sentence(words) if column is main else words)] if words else []
    if column is main:
        blocks += _under(folded, number)
    return Cell(tuple(blocks))


def _under(folded: Sequence[_Column], number: int) -> Iterator[Paragraph]:
    for column in folded:
        if words := column.lines[number]:
            label = Styled("emphasis", (Text(f"{column.label}:"),))
            yield Paragraph((label, Text(" "), *words))
