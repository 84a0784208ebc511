"""«Сколько раз» goes together with «в какой срок»."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of

LOOSE_TIMES = Code(
    "K228",
    "loose-times",
    Severity.WARNING,
    "Не сказано, за какой срок",
    "«Два раза» – в неделю или в год? Без срока страница это число не покажет.",
    "duration: {session_minutes: 10, times: 2}",
    "duration: {session_minutes: 10, times: 2, per: week}",
)
CODES = (LOOSE_TIMES,)


SHAPES = (("times", "per"),)


def check(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:  # noqa: ARG001
    """A duration with a number of times and no term."""
    if part.times is None or part.per is not None:
        return ()
    place = (*path, "times")
    message = f"поле {label_of(type(entry.record), place)}: не сказано, за какой срок"
    hint = "Добавьте per: lesson, day, week, month, quarter, half-year, year или once."
    return (at_path(entry, LOOSE_TIMES, place, message, hint=hint),)
