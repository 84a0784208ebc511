"""A site's status has not run out."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.check import Surroundings
from kopilka.catalog.dates import surely_before
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.catalog.parts import field_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.status import Status
from kopilka.russian import short_date

EXPIRED_STATUS = Code(
    "K713",
    "expired-status",
    Severity.ADVICE,
    "Статус площадки истёк",
    "Страница покажет «статус истёк». Если статус продлили, впишите новый срок; если площадка закрылась, "
    "переведите запись в архив.",
    "status: published\ngranted:\n  start: 2023-09-01\n  end: 2024-08-31",
    "status: published\ngranted:\n  start: 2026-09-01\n  end: 2027-08-31",
)
CODES = (EXPIRED_STATUS,)


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:
    """Published records of kinds that are granted a status."""
    granted = field_of(entry.record, "granted")
    if not granted or granted.end is None or entry.record.status is not Status.PUBLISHED:
        return
    if granted.end.last < around.today and not surely_before(granted.end, granted.start):
        message = f"статус площадки истёк {short_date(granted.end.last)}"
        hint = "Впишите новый срок и документ или переведите запись в архив: status: archived."
        yield at_path(entry, EXPIRED_STATUS, ("granted", "end"), message, hint=hint)
