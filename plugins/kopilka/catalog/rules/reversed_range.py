"""«От» is not more than «до»."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of

REVERSED_RANGE = Code(
    "K220",
    "reversed-range",
    Severity.ERROR,
    "«От» больше, чем «до»",
    "По этим числам запись подбирают под свой класс и свою группу: с перепутанными она не подойдёт никому.",
    "grades: {min: 7, max: 5}",
    "grades: {min: 5, max: 7}",
)
OVERBOOKED = Code(
    "K221",
    "overbooked",
    Severity.ERROR,
    "Занято больше мест, чем есть",
    "Читатель увидит, сколько мест осталось, и решит, ехать ли.",
    "intakes:\n  - {start: 2026-12-01, places: 12, taken: 15}",
    "intakes:\n  - {start: 2026-12-01, places: 15, taken: 15}",
)
CODES = (REVERSED_RANGE, OVERBOOKED)


RANGES = (("min", "max"),)
PLACES = (("places", "taken"),)


def check_range(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:  # noqa: ARG001
    """Classes, groups: everything that has a least and a most."""
    if part.min is None or part.max is None or part.min <= part.max:
        return ()
    message = f"поле {label_of(type(entry.record), path)}: от {part.min} до {part.max}"
    return (at_path(entry, REVERSED_RANGE, (*path, "min"), message, hint="Поменяйте числа местами."),)


def check_places(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:  # noqa: ARG001
    """An intake with its places."""
    if part.places is None or part.taken is None or part.taken <= part.places:
        return ()
    message = f"поле {label_of(type(entry.record), path)}: занято {part.taken}, а мест всего {part.places}"
    return (at_path(entry, OVERBOOKED, (*path, "taken"), message, hint="Проверьте оба числа."),)
