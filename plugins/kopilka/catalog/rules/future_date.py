"""What has happened did not happen tomorrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.dates import surely_after_day, surely_before, words
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.dates import PartialDate
from kopilka.records.labels import label_of

FUTURE_DATE = Code(
    "K710",
    "future-date",
    Severity.ERROR,
    "Дата из будущего",
    "Так записывают то, что уже случилось: запись добавили, опыт подтвердили, работу сделали. "
    "Дата из будущего – опечатка, и запись встанет первой среди новых.",
    "created: 2062-06-10",
    "created: 2026-06-10",
)
DATES_ORDER = Code(
    "K711",
    "record-dates-order",
    Severity.WARNING,
    "Запись изменена раньше, чем добавлена",
    "Сначала запись добавляют, потом правят. Подтвердить опыт могли и раньше, чем он попал в банк.",
    "created: 2025-06-10\nupdated: 2024-11-10",
    "created: 2025-06-10\nupdated: 2025-11-10",
)
CODES = (FUTURE_DATE, DATES_ORDER)

DATED = (("date", "document"), ("date", "issuer", "number"), ("date", "title", "text"))
"""Sources, legal acts, news."""

DONE = (("done", "work"),)
REPEATED = (("since", "outcome"),)


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:
    """The record's own dates."""
    record = entry.record
    for name in ("created", "updated", "reviewed"):
        moment = getattr(record, name)
        if moment is not None and moment.year >= around.today.year:
            yield from _future(entry, (name,), moment, around)
    if record.updated is not None and surely_before(record.updated, record.created):
        label = label_of(type(record), ("updated",))
        message = f"поле {label}: {words(record.updated)}, а добавлена запись {words(record.created)}"
        yield at_path(entry, DATES_ORDER, ("updated",), message, hint="Проверьте обе даты.")


def check_dated(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:
    """A document or a piece of news."""
    return _future(entry, (*path, "date"), part.date, around)


def check_done(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:
    """A work that is said to be done."""
    return _future(entry, (*path, "done"), part.done, around)


def check_repeated(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:
    """An organisation that has repeated the practice."""
    return _future(entry, (*path, "since"), part.since, around)


def _future(entry: Entry, path: Path, moment: object, around: Surroundings) -> Iterable[Diagnostic]:
    if not isinstance(moment, PartialDate) or not surely_after_day(moment, around.today):
        return ()
    message = f"поле {label_of(type(entry.record), path)}: {words(moment)} – это ещё впереди"
    return (at_path(entry, FUTURE_DATE, path, message, hint="Проверьте год и месяц."),)
