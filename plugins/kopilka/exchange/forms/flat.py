"""A record as one row of a sheet: a column a field, lists and parts of lists inside a cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kopilka.exchange.forms.bodies import Part, join_body, split_body
from kopilka.exchange.forms.fields import FORM_VERSION, Control, FormField
from kopilka.exchange.forms.layout import at, column_title
from kopilka.exchange.forms.values import value_of, words_of
from kopilka.exchange.forms.word_reading import put
from kopilka.records.base import Record
from kopilka.russian import capitalise, fold_label

MARK = "kopilka"
_MANY = frozenset({Control.CHOICES, Control.LINES, Control.RICHES})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the path of its field, or `body` and the number of a section; what stands above and below."""

    key: str
    title: str
    help: str
    required: bool = False
    field: FormField | None = None


def mark_of(model: type[Record]) -> str:
    """What stands in the first cell of the row of paths."""
    return f"{MARK}:{model.kind.id}:{FORM_VERSION}"


def columns_of(model: type[Record], fields: Sequence[FormField]) -> tuple[Column, ...]:
    """The columns after the first, which is for the record's id."""
    made = [_column(leaf) for field in fields for leaf in field.leaves]
    sections = model.kind.sections
    made += [
        Column(f"body.{number}", f"Текст: {section.title}", section.help, section.required)
        for number, section in enumerate(sections)
    ]
    return (
        *made,
        Column("body", f"Текст: {'остальное' if sections else model.kind.body_title}", "Разметка Markdown."),
    )


def _column(field: FormField) -> Column:
    title = ": ".join(capitalise(label) for label in field.labels)
    return Column(field.tag, title, _help(field), field.required, field)


def _help(field: FormField) -> str:
    lines = [field.declared.help]
    if field.control is Control.ROWS:
        names = " | ".join(column_title(column, len(field.path)) for column in field.columns)
        lines.append(
            f"Каждая строка таблицы – с новой строки ячейки (Alt+Enter), её части через «|»: {names}."
        )
    elif field.control in _MANY:
        lines.append("Несколько значений – через «;».")
    elif field.control is Control.FLAG:
        lines.append("да или нет.")
    return " ".join(line for line in lines if line)


def row_of(
    columns: Sequence[Column], data: Mapping[str, Any], body: str, *, by_id: bool = False
) -> Iterator[str]:
    """The cells of a record. `by_id` writes organisations by their ids, where no list of names goes along."""
    titles = [
        fold_label(column.title.removeprefix("Текст: "))
        for column in columns
        if column.key.startswith("body.")
    ]
    parts = split_body(body)
    ordered = [fold_label(part.title) for part in parts if part.title]
    usual = (
        ordered == [title for title in titles if title in ordered]
        and parts[:1] != ()
        and bool(parts[0].title)
    )
    texts = (
        {f"body.{titles.index(fold_label(part.title))}": part.text for part in parts}
        if usual
        else {"body": body}
    )
    for column in columns:
        if column.field is None:
            yield texts.get(column.key, "").strip("\n")
        else:
            yield cell_of(column.field, at(data, column.field.path), by_id=by_id)


def cell_of(field: FormField, value: Any, *, by_id: bool) -> str:
    """The words of one cell."""
    if value is None:
        return ""
    if field.control is Control.ROWS:
        return "\n".join(_line(field, item, by_id=by_id) for item in _items(value))
    if field.control in _MANY:
        return "; ".join(_escape(_one(field, item, by_id=by_id), ";") for item in _items(value))
    return _one(field, value, by_id=by_id)


def _one(field: FormField, value: Any, *, by_id: bool) -> str:
    return str(value) if by_id and field.open else words_of(field, value)


def _line(field: FormField, item: Any, *, by_id: bool) -> str:
    cells = (
        cell_of(column, at(item, column.path[len(field.path) :]), by_id=by_id) for column in field.columns
    )
    return " | ".join(_escape(cell, "|") for cell in cells).rstrip()


def _items(value: Any) -> Sequence[Any]:
    return value if isinstance(value, (list, tuple)) else [value]


def _escape(text: str, sign: str) -> str:
    return text.replace("\\", "\\\\").replace(sign, f"\\{sign}").replace("\n", "\\n")


def split_escaped(text: str, sign: str) -> list[str]:
    """The pieces between signs that no backslash stands before, the backslashes taken away."""
    pieces: list[str] = [""]
    for found in re.finditer(r"\\(.)|([^\\]|\\)", text, re.DOTALL):
        if found[1] is not None:
            known = {"n": "\n", "\\": "\\", sign: sign}
            pieces[-1] += known.get(found[1], found[0])
        elif found[2] == sign:
            pieces.append("")
        else:
            pieces[-1] += found[2]
    return [piece.strip() for piece in pieces]


def value_in(field: FormField, text: str) -> Any:
    """The value in the words of a cell; None for an empty one."""
    if not text.strip():
        return None
    if field.control is Control.ROWS:
        rows = [_part(field, line) for line in text.split("\n") if line.strip()]
        return [row for row in rows if row] or None
    if field.control in _MANY:
        pieces = split_escaped(text, ";")
        if len(pieces) == 1 and "\n" in text and field.control is not Control.RICHES:
            pieces = text.split("\n")
        return [_value(field, piece) for piece in pieces if piece.strip()] or None
    return _value(field, text)


def _value(field: FormField, text: str) -> Any:
    return text.strip() if field.control in {Control.RICH, Control.RICHES} else value_of(field, text)


def _part(field: FormField, line: str) -> dict[str, Any]:
    item: dict[str, Any] = {}
    pieces = split_escaped(line, "|")
    columns = field.columns
    pieces = [*pieces[: len(columns) - 1], " | ".join(pieces[len(columns) - 1 :])]
    for column, piece in zip(columns, pieces, strict=False):
        value = value_in(column, piece)
        if value is not None and value is not False:
            put(item, column.path[len(field.path) :], value)
    return item


def body_in(columns: Sequence[Column], cells: Mapping[str, str]) -> str:
    """The body in the cells of its columns."""
    parts = [
        Part(column.title.removeprefix("Текст: "), cells.get(column.key, "").strip("\n"))
        for column in columns
        if column.key.startswith("body.")
    ]
    rest = cells.get("body", "").strip("\n")
    return join_body([*parts, Part("", rest)])


def headings(columns: Iterable[Column]) -> Mapping[str, str]:
    """The keys of columns by their labels, for a sheet that has lost its row of paths."""
    return {fold_label(column.title): column.key for column in columns}
