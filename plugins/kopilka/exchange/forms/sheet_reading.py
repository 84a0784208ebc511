"""Sheets of records read back: Excel, and CSV in the encodings and with the signs that programs write."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kopilka.catalog.graph import Registry
from kopilka.exchange.forms.data import FormData
from kopilka.exchange.forms.fields import Control, fields_of
from kopilka.exchange.forms.flat import MARK, Column, body_in, columns_of, headings, value_in
from kopilka.exchange.forms.ooxml import MOST_BYTES
from kopilka.exchange.forms.sheets import TERMS
from kopilka.exchange.forms.word_reading import put
from kopilka.records.base import Record
from kopilka.russian import fold_label

_Table = list[list[str]]
_MOST_COLUMNS, _MOST_ROWS = 500, 5_000


def read_sheet(path: Path, models: Iterable[type[Record]], registry: Registry) -> tuple[FormData, ...]:
    """The records of a sheet; none when it is not our template or cannot be read."""
    known = {model.kind.id: model for model in models}
    if path.suffix.casefold() == ".xlsx":
        return _excel(path, known, registry)
    return _records(_csv(path), known, registry, "", {}) if path.suffix.casefold() in {".csv", ".tsv"} else ()


def _excel(path: Path, known: Mapping[str, type[Record]], registry: Registry) -> tuple[FormData, ...]:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(item.file_size for item in archive.infolist()) > MOST_BYTES:
                return ()
        book: Any = load_workbook(path, data_only=True)
    except Exception:  # noqa: BLE001 - a stranger's workbook breaks the reader in any way it likes
        return ()
    kind = next((str(item.value) for item in book.custom_doc_props.props if item.name == "kopilka.kind"), "")
    offered = _offered(_cells(book[TERMS])) if TERMS in book.sheetnames else {}
    sheets = [sheet for sheet in book.worksheets if sheet.title != TERMS]
    return _records(_cells(sheets[0]), known, registry, kind, offered) if sheets else ()


def _cells(sheet: Any) -> _Table:
    rows = sheet.iter_rows(
        max_row=min(sheet.max_row, _MOST_ROWS), max_col=min(sheet.max_column, _MOST_COLUMNS)
    )
    return [[_words(cell.value) for cell in row] for row in rows]


def _words(value: Any) -> str:
    """What a cell says; Excel makes dates of dates and 18.0 of 18."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, (datetime, date)):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_\n", "\n").replace("\r\n", "\n")


def _offered(table: _Table) -> dict[str, dict[str, str]]:
    """Of each column with a list: the values behind its words."""
    found: dict[str, dict[str, str]] = {}
    for place, key in enumerate(table[0] if table else []):
        if key:
            rows = (row[place : place + 2] for row in table[1:] if len(row) > place + 1)
            found[key] = {fold_label(label): value for label, value in rows if label}
    return found


def _csv(path: Path) -> _Table:
    try:
        data = path.read_bytes()[:MOST_BYTES]
    except OSError:
        return []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1251", errors="replace")
    first = text.partition("\n")[0]
    sign = max(";\t,", key=first.count)
    csv.field_size_limit(MOST_BYTES)
    try:
        return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign) if any(row)]
    except csv.Error:
        return []


def _records(
    table: _Table,
    known: Mapping[str, type[Record]],
    registry: Registry,
    kind: str,
    offered: Mapping[str, Mapping[str, str]],
) -> tuple[FormData, ...]:
    at = next((number for number, row in enumerate(table[:5]) if row and row[0].startswith(f"{MARK}:")), None)
    if at is not None:
        kind = table[at][0].split(":")[1] if table[at][0].count(":") else ""
    model = known.get(kind)
    if model is None or not table:
        return ()
    columns = columns_of(model, fields_of(model, registry))
    labels = headings(columns)
    head = [fold_label(text.rstrip().removesuffix("*")) for text in table[0]]
    keys = [labels.get(text, "") for text in head] if at is None else table[at]
    start = 1 if at is None else at + 1
    rows = enumerate(table[start:], start=start + 1)
    return tuple(
        _record(model, columns, dict(zip(keys[1:], row[1:], strict=False)), row[0], number, offered)
        for number, row in rows
        if any(cell.strip() for cell in row[1:])
    )


def _record(  # noqa: PLR0913, PLR0917 - a row and all that explains it
    model: type[Record],
    columns: Sequence[Column],
    cells: Mapping[str, str],
    record: str,
    number: int,
    offered: Mapping[str, Mapping[str, str]],
) -> FormData:
    data: dict[str, Any] = {}
    places: dict[str, str] = {}
    for column, value in _values(columns, cells, offered):
        put(data, tuple(column.key.split(".")), value)
        places[column.key] = f"строка {number}, столбец «{column.title}»"
    return FormData(model, data, body_in(columns, cells), places, record.strip())


def _values(
    columns: Sequence[Column], cells: Mapping[str, str], offered: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[Column, Any]]:
    for column in columns:
        field = column.field
        value = value_in(field, cells.get(column.key, "")) if field else None
        if field is None or value is None or (field.control is Control.FLAG and value == bool(field.default)):
            continue
        known = offered.get(column.key, {})
        if isinstance(value, list):
            value = [known.get(fold_label(item), item) if isinstance(item, str) else item for item in value]
        elif isinstance(value, str):
            value = known.get(fold_label(value), value)
        yield column, value
