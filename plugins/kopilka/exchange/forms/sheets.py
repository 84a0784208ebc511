"""Templates in Excel and CSV, a record a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kopilka.catalog.graph import Registry
from kopilka.documents import clean
from kopilka.exchange.forms.fields import Control, fields_of
from kopilka.exchange.forms.flat import Column, columns_of, mark_of, row_of
from kopilka.exchange.forms.word import Filling
from kopilka.records.base import Record

FIRST_ROW = 3
TERMS = "Списки"
ID_TITLE = "Запись"
_ROWS = 500
_WIDE = frozenset({Control.RICH, Control.TEXT, Control.ROWS, Control.RICHES})
_ID_HELP = "Оставьте пустым. Здесь стоит имя записи, если таблицу сделали из неё."


def write_csv(model: type[Record], registry: Registry, fillings: Sequence[Filling] = ()) -> bytes:
    """The file `.csv`: labels, paths, then a record a row; with the mark that Excel knows UTF-8 by."""
    columns = columns_of(model, fields_of(model, registry))
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow([ID_TITLE, *(column.title for column in columns)])
    writer.writerow([mark_of(model), *(column.key for column in columns)])
    for filling in fillings:
        writer.writerow([filling.record, *row_of(columns, filling.data, filling.body, by_id=True)])
    return made.getvalue().encode("utf-8-sig")


def write_xlsx(model: type[Record], registry: Registry, fillings: Sequence[Filling] = ()) -> bytes:
    """The file `.xlsx`: labels with notes, hidden paths, drop-downs from a hidden sheet of terms."""
    columns = columns_of(model, fields_of(model, registry))
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = model.kind.plural[:31]
    _head(sheet, model, columns)
    for number, filling in enumerate(fillings, start=FIRST_ROW):
        cells = [filling.record, *row_of(columns, filling.data, filling.body)]
        for place, text in enumerate(cells, start=1):
            _write(sheet, number, place, text)
    _lists(book, sheet, columns)
    properties: Any = book
    properties.custom_doc_props.append(StringProperty(name="kopilka.kind", value=model.kind.id))
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _head(sheet: Worksheet, model: type[Record], columns: Sequence[Column]) -> None:
    titles = [
        (ID_TITLE, mark_of(model), _ID_HELP, False),
        *((c.title, c.key, c.help, c.required) for c in columns),
    ]
    for place, (title, key, help_, required) in enumerate(titles, start=1):
        cell = sheet.cell(1, place, f"{title} *" if required else title)
        cell.font = Font(name="Arial", bold=True, color="1D4E89")
        cell.fill = PatternFill("solid", fgColor="EEF3F8")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if help_:
            cell.comment = Comment(help_, "Копилка", height=120, width=320)
        sheet.cell(2, place, key)
    for place, column in enumerate(columns, start=2):
        wide = column.field is None or column.field.control in _WIDE
        sheet.column_dimensions[get_column_letter(place)].width = 48 if wide else 26
    sheet.column_dimensions["A"].width = 18
    sheet.row_dimensions[1].height = 48
    sheet.row_dimensions[2].hidden = True
    sheet.freeze_panes = "B3"


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Text stays text: what begins with «=» is no formula."""
    cell = sheet.cell(row, column)
    cell.value = clean(text)[:32_767] or None
    if cell.value is not None:
        cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _lists(book: Workbook, sheet: Worksheet, columns: Sequence[Column]) -> None:
    """Words that may be chosen, each list with the values behind it in the column after."""
    terms = book.create_sheet(TERMS)
    terms.sheet_state = "hidden"
    used = 0
    for place, column in enumerate(columns, start=2):
        field = column.field
        if field is None or not (field.choices or field.control is Control.FLAG):
            continue
        used += 2
        words = [(choice.label, choice.value) for choice in field.choices] or [("да", "да"), ("нет", "нет")]
        terms.cell(1, used - 1, column.key)
        for number, (label, value) in enumerate(words, start=2):
            _write(terms, number, used - 1, label)
            _write(terms, number, used, value)
        letter = get_column_letter(used - 1)
        rule = DataValidation(
            type="list",
            formula1=f"'{TERMS}'!${letter}$2:${letter}${len(words) + 1}",
            allow_blank=True,
            # several values stand in one cell, and an organisation may be a new one: a list only helps there
            showErrorMessage=field.control in {Control.CHOICE, Control.FLAG} and not field.open,
            errorTitle="Нет в списке",
            error="Выберите значение из списка.",
        )
        cells = get_column_letter(place)
        rule.add(f"{cells}{FIRST_ROW}:{cells}{_ROWS}")
        sheet.add_data_validation(rule)
