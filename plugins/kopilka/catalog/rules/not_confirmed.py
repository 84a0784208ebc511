"""Somebody has said lately that the work is alive."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.status import Status
from kopilka.russian import NBSP, count

NOT_CONFIRMED = Code(
    "K712",
    "not-confirmed",
    Severity.WARNING,
    "Опыт давно не подтверждали",
    "Люди уходят, программы меняются. Если три года никто не сказал, что опыт жив, коллега поедет смотреть "
    "то, чего уже нет. "
    "Срок меняет настройка checks.limits.confirm_years.",
    "created: 2021-06-10",
    "created: 2021-06-10\nreviewed: 2026-09-14",
)
CODES = (NOT_CONFIRMED,)

_YEARS = ("год", "года", "лет")
_FIELDS = ("reviewed", "updated", "created")


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:
    """Published records; what is in the archive makes no promise."""
    record = entry.record
    if record.status is not Status.PUBLISHED:
        return
    last, today, limit = record.last_confirmed, around.today, around.checks.limits.confirm_years
    if (last.year + limit, last.month or 12, last.day or 31) >= (today.year, today.month, today.day):
        return
    years = today.year - last.year - ((last.month or 12, last.day or 28) > (today.month, today.day))
    field = next(name for name in _FIELDS if getattr(record, name))
    message = f"опыт не подтверждали {count(max(years, limit), _YEARS)}: последний раз{NBSP}– {last.words}"
    hint = (
        "Спросите организацию и впишите день в поле reviewed или переведите запись в архив: status: archived."
    )
    yield at_path(entry, NOT_CONFIRMED, (field,), message, hint=hint)
