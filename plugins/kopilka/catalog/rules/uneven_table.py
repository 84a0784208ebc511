"""Rows of a table have as many cells as its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text, signs_of
from kopilka.catalog.markdown import prose_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import count

UNEVEN_TABLE = Code(
    "K525",
    "uneven-table",
    Severity.ADVICE,
    "В строке таблицы не столько ячеек, сколько в шапке",
    "Лишние ячейки на странице пропадут вместе с текстом, недостающие будут пустыми.",
    "| Урок | Текст |\n| --- | --- |\n| История | Земледелие | Нил |",
    "| Урок | Текст |\n| --- | --- |\n| История | Земледелие в долине Нила |",
)
CODES = (UNEVEN_TABLE,)

_DASHES = re.compile(r"--[^\n]*")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_CELLS = ("ячейка", "ячейки", "ячеек")


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Every row under a line of dashes, to the first empty line; a bar after a backslash is no border."""
    signs = signs_of(written).body
    if b"|" not in signs or b"--" not in signs:
        return
    text, place = prose_of(written), 0
    for match in _DASHES.finditer(text, len(written.front)):
        head = text[text.rfind("\n", 0, match.start()) + 1 : match.end()].strip()
        if match.start() < place or "|" not in head or not _DELIMITER.fullmatch(head):
            continue
        width, place = _cells(head), match.end() + 1
        while place < len(text):
            end = text.find("\n", place)
            row = text[place : end if end >= 0 else len(text)]
            if "|" not in row:
                break
            if (cells := _cells(row)) != width and not _is_attributes(row):
                yield _uneven(written, place, row, cells, width)
            place += len(row) + 1


def _cells(row: str) -> int:
    inside = row.strip().removeprefix("|").removesuffix("|")
    return inside.count("|") - inside.count("\\|") + 1


def _is_attributes(row: str) -> bool:
    return row.strip().strip("|").strip().startswith("{")


def _uneven(written: Written, place: int, row: str, cells: int, width: int) -> Diagnostic:
    indent = len(row) - len(row.lstrip())
    message = f"в строке таблицы {count(cells, _CELLS)}, а в шапке {width}"
    hint = "Проверьте знаки | : лишний внутри текста пишут так: \\|"
    return at_text(written, UNEVEN_TABLE, place + indent, len(row.strip()), message, hint=hint)
