"""Tables with one row a record: Excel workbooks and CSV files of any habit."""

from __future__ import annotations

import csv
import datetime as dt
import io
import warnings
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

import openpyxl

from kopilka.exchange.intake.amounts import tidy
from kopilka.exchange.intake.paper import Cell, Paper, Refusal, Row, Table, clean

MOST_ROWS = 5_000
MOST_COLUMNS = 300
_HEADER_WITHIN = 15

Lines = list[list[str]]
Knows = Callable[[str], bool]
_EMPTY = Refusal("в таблице нет ни одной строки с ответами", "Проверьте, тот ли файл прислали.")
_BROKEN = Refusal(
    "файл повреждён: таблицу внутри не разобрать",
    "Откройте его в Excel, сохраните заново или попросите прислать ещё раз.",
)


def read_sheet(name: str, data: bytes, knows: Knows) -> tuple[Paper, ...] | Refusal:
    """A paper for every row below the header; `knows` tells whether a word names a field."""
    pages = _csv(data) if name.lower().endswith(".csv") else _xlsx(data)
    if isinstance(pages, Refusal):
        return pages
    papers = [paper for sheet, lines in pages for paper in _papers(sheet, lines, knows)]
    return tuple(papers) or _EMPTY


def _papers(sheet: str, lines: Lines, knows: Knows) -> Iterator[Paper]:
    top = min(_HEADER_WITHIN, len(lines))
    scores = [sum(knows(cell) for cell in line if cell) for line in lines[:top]]
    if not scores or not max(scores):
        header = next((number for number, line in enumerate(lines) if any(line)), None)
    else:
        header = scores.index(max(scores))
    if header is None:
        return
    before = " ".join(cell for line in lines[:header] for cell in line if cell)
    if _is_upright(lines, scores, knows):
        yield _upright(sheet, lines)
        return
    for number, line in enumerate(lines[header + 1 :], start=header + 2):
        if any(cell.strip() for cell in line):
            yield _paper(sheet, number, lines[header], line, before)


def _is_upright(lines: Lines, scores: list[int], knows: Knows) -> bool:
    """Whether it is a form: labels one under another, answers beside them."""
    labels = sum(1 for line in lines if any(cell and knows(cell) for cell in line[:2]))
    return max(scores, default=0) <= 1 and labels >= 3


def _upright(sheet: str, lines: Lines) -> Paper:
    rows = [
        Row(tuple(Cell(cell) for cell in line), _place(sheet, number))
        for number, line in enumerate(lines, start=1)
        if any(line)
    ]
    return Paper((Table(tuple(rows), sheet or "таблица"),))


def _paper(sheet: str, number: int, header: list[str], line: list[str], before: str) -> Paper:
    """Pairs of a column's words and the cell, as if they were a table of two columns."""
    place = _place(sheet, number)
    pairs = [
        Row((Cell(label or "без названия"), Cell(value)), place)
        for label, value in zip_longest(header, line, fillvalue="")
        if label or value
    ]
    return Paper((Table(tuple(pairs), place),), notes=(), name=before)


def _place(sheet: str, number: int) -> str:
    return f"лист «{sheet}», строка {number}" if sheet else f"строка {number}"


def _xlsx(data: bytes) -> list[tuple[str, Lines]] | Refusal:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return [
                (sheet.title, _lines(sheet)) for sheet in book.worksheets if sheet.sheet_state == "visible"
            ]
    except Exception:  # noqa: BLE001 - openpyxl fails in any way on a workbook made badly
        return _BROKEN


def _lines(sheet: Any) -> Lines:
    rows = sheet.iter_rows(
        max_row=MOST_ROWS, max_col=min(sheet.max_column or MOST_COLUMNS, MOST_COLUMNS), values_only=True
    )
    lines = [[_words(value) for value in row] for row in rows]
    while lines and not any(lines[-1]):
        lines.pop()
    return lines


def _words(value: Any) -> str:
    """A cell as a person sees it; its type is forgotten: the field knows better."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, float):
        return str(tidy(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return clean(str(value)).strip()


def _csv(data: bytes) -> list[tuple[str, Lines]] | Refusal:
    text = _decode(data)
    if text is None:
        return Refusal(
            "кодировку файла не узнать", "Сохраните его в Excel: «CSV UTF-8 (разделитель – запятая)»."
        )
    head = text[:20_000].split("\n", 1)[0]
    mark = max(";\t,", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=False))
    except csv.Error:
        return _BROKEN
    return [("", [[clean(cell).strip() for cell in row] for row in rows[:MOST_ROWS]])]


def _decode(data: bytes) -> str | None:
    for encoding in ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp1251"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
