"""Rows of a table have numbers of their own; school years are real and met once."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.catalog.parts import find_shaped
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of
from kopilka.russian import quote

REPEATED_NUMBER = Code(
    "K226",
    "repeated-number",
    Severity.WARNING,
    "Номер строки уже занят",
    "На строки таблицы ссылаются по номерам: «пункт 2.1 дорожной карты». Если их два, непонятно, о каком "
    "речь.",
    "events:\n  - {no: '2.1', title: Семинар}\n  - {no: '2.1', title: Мониторинг}",
    "events:\n  - {no: '2.1', title: Семинар}\n  - {no: '2.2', title: Мониторинг}",
)
SCHOOL_YEAR = Code(
    "K227",
    "school-year",
    Severity.ERROR,
    "Такого учебного года не бывает",
    "Учебный год начинается в сентябре и кончается в мае следующего: 2024/25.",
    "trained:\n  - {year: 2024/26, number: 31}",
    "trained:\n  - {year: 2024/25, number: 31}",
)
CODES = (REPEATED_NUMBER, SCHOOL_YEAR)


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Numbers within one list; years of trainees."""
    seen: set[tuple[Path, str]] = set()
    for path, part in find_shaped(entry.record, "no", "when"):
        if part.no is None:
            continue
        if (path[:-1], part.no) in seen:
            label = label_of(type(entry.record), (*path, "no"))
            message = f"поле {label}: номер {part.no} уже есть выше"
            yield at_path(entry, REPEATED_NUMBER, (*path, "no"), message, hint="Дайте строке свой номер.")
        seen.add((path[:-1], part.no))
    for path, part in find_shaped(entry.record, "year", "number"):
        yield from _year(entry, (*path, "year"), part.year, seen)


def _year(entry: Entry, path: Path, year: str, seen: set[tuple[Path, str]]) -> Iterator[Diagnostic]:
    label = label_of(type(entry.record), path)
    first, _, last = year.partition("/")
    if (int(first) + 1) % 100 != int(last):
        hint = f"Наверное, {first}/{(int(first) + 1) % 100:02}."
        yield at_path(
            entry, SCHOOL_YEAR, path, f"поле {label}: учебного года {quote(year)} не бывает", hint=hint
        )
    elif (path[:-2], year) in seen:
        message = f"поле {label}: год {year} уже есть выше"
        yield at_path(entry, REPEATED_NUMBER, path, message, hint="Сложите числа и оставьте одну строку.")
    seen.add((path[:-2], year))
