"""Reads a record into its fields and its body, and a register into its data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kopilka.diagnostics import Diagnostic, Severity
from kopilka.records import reading_codes as codes
from kopilka.records.compose import compose
from kopilka.records.convert import convert
from kopilka.records.fences import check_size, explain_missing, find_header, header_sheet
from kopilka.records.sheet import Sheet
from kopilka.records.shortcut import read_plainly
from kopilka.records.source import Source
from kopilka.records.syntax import explain_no_fields


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A record taken apart: its fields as plain data, and the body with the line (from 1) it begins on."""

    source: Source
    meta: dict[str, Any]
    body: str
    body_line: int

    @property
    def path(self) -> str:
        """The file, relative to the bank's root."""
        return self.source.path


def split(source: Source) -> tuple[RawRecord | None, tuple[Diagnostic, ...]]:
    """Fields and body of a Markdown record; None when the fields cannot be told.

    Values are None, bool, int, float, text, lists and dicts with text keys. A record may come with errors:
    what could be read is there, so that the rest of it is checked in the same run.
    """
    header = find_header(source.text)
    if header is None:
        return None, (explain_missing(source),)
    sheet = header_sheet(source, header)
    too_large = check_size(sheet)
    meta, found = (None, too_large) if too_large else _read(sheet)
    if meta is None:
        if _has_errors(found):
            return None, found
        meta = {}
    if not isinstance(meta, dict):
        return None, (*found, explain_no_fields(sheet))
    body_line = source.text.count("\n", 0, header.body) + 1
    return RawRecord(source, meta, source.text[header.body :], body_line), found


def read_yaml(source: Source) -> tuple[Any, tuple[Diagnostic, ...]]:
    """The data of a whole YAML file, a register; None with diagnostics when it is empty or cannot be read."""
    sheet = Sheet(source.path, source.text)
    data, found = _read(sheet)
    if data is None and not _has_errors(found):
        hint = "Впишите в него данные или удалите файл."
        empty = codes.EMPTY_FILE.at(
            source.path, sheet.span(0, 1), "в файле нет ни одного значения", hint=hint
        )
        return None, (*found, empty)
    return data, found


def _read(sheet: Sheet) -> tuple[Any, tuple[Diagnostic, ...]]:
    plain = read_plainly(sheet.text)
    if plain is not None:
        return plain, ()
    root, warnings = compose(sheet)
    if root is None:
        return None, warnings
    data, found = convert(sheet, root)
    return data, (*warnings, *found)


def _has_errors(found: tuple[Diagnostic, ...]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in found)
