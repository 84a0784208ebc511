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
    text = prose_of(written)
    for head, place, end in _tables(text, len(written.front)):
        if _is_even(text[place:end], head.count("|")):
            continue
        for row in text[place:end].split("\n"):
            if "|" not in row:
                break
            if (cells := _cells(row)) != _cells(head) and not _is_attributes(row):
                yield _uneven(written, place, row, cells, _cells(head))
            place += len(row) + 1  # noqa: PLW2901 - the place goes from row to row


def _tables(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Lines of dashes under the heads of tables, and where the rows under each begin and end."""
    end = start
    for match in _DASHES.finditer(text, start):
        head = text[text.rfind("\n", 0, match.start()) + 1 : match.end()].strip()
        if "|" not in head or match.start() < end or not _DELIMITER.fullmatch(head):
            continue
        end = text.find("\n\n", match.end())
        end = end if end >= 0 else len(text)
        yield head, match.end() + 1, end


def _is_even(rows: str, bars: int) -> bool:
    """Whether every row has as many bars as the head: most tables do, and need no closer look."""
    return all(row.count("|") == bars for row in rows.split("\n") if row)


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
