"""What begins ends later."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.dates import surely_before, words
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.dates import PartialDate
from kopilka.records.labels import label_of

REVERSED_DATES = Code(
    "K704",
    "reversed-dates",
    Severity.ERROR,
    "Окончание раньше начала",
    "По датам запись попадает в годы, на ленту времени и в списки «сейчас» и «скоро». С перепутанными "
    "датами её там не будет.",
    "period:\n  start: 2024-09\n  end: 2023-05",
    "period:\n  start: 2023-09\n  end: 2024-05",
)
CODES = (REVERSED_DATES,)

SPANS = (("start", "end"),)
INTAKES = (("apply_from", "apply_until", "start"),)
CONSENTS = (("date", "until", "scope"),)

_HINT = "Проверьте обе даты: возможно, они перепутаны местами или в годе опечатка."


def check_span(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:  # noqa: ARG001
    """Anything that has a beginning and an end."""
    return _compare(entry, path, part, ("start", "end"), "окончание раньше начала")


def check_intake(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:  # noqa: ARG001
    """Applications are taken before they are closed, and closed before the intake begins."""
    window = "заявки закрываются раньше, чем открываются"
    start = "набор начинается раньше, чем закрываются заявки"
    return (
        *_compare(entry, path, part, ("apply_from", "apply_until"), window),
        *_compare(entry, path, part, ("apply_until", "start"), start),
    )


def check_consent(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:  # noqa: ARG001
    """A consent ends after it was signed."""
    said = "согласие кончается раньше, чем подписано"
    return _compare(entry, path, part, ("date", "until"), said)


def _compare(entry: Entry, path: Path, part: Any, names: tuple[str, str], said: str) -> Iterable[Diagnostic]:
    earlier, later = getattr(part, names[0]), getattr(part, names[1])
    if not isinstance(earlier, PartialDate) or not isinstance(later, PartialDate):
        return ()
    if not surely_before(later, earlier):
        return ()
    label = label_of(type(entry.record), path)
    message = f"поле {label}: {said}: {words(later)} и {words(earlier)}"
    return (at_path(entry, REVERSED_DATES, (*path, names[1]), message, hint=_HINT),)
