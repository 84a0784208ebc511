"""Steps of a scenario follow one another in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.catalog.parts import field_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.site_parts import Step
from kopilka.russian import quote

SCENARIO_ORDER = Code(
    "K714",
    "scenario-order",
    Severity.WARNING,
    "Шаги сценария накладываются",
    "Стажёр не может быть в двух местах сразу: по этому расписанию он планирует день.",
    "scenario:\n  - {start: '10:00', minutes: 90, title: Урок}\n  - {start: '11:00', title: Разбор}",
    "scenario:\n  - {start: '10:00', minutes: 45, title: Урок}\n  - {start: '11:00', title: Разбор}",
)
CODES = (SCENARIO_ORDER,)


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Steps with a time of day, day by day."""
    steps: Sequence[Step] = field_of(entry.record, "scenario")
    ends: dict[int, tuple[int, str]] = {}
    for index, step in enumerate(steps):
        if step.start is None:
            continue
        start = _minutes(step.start)
        end, before = ends.get(step.day, (0, ""))
        if start < end:
            message = (
                f"шаг {quote(step.title)} начинается в {step.start}, а шаг {quote(before)} длится до "
                f"{_clock(end)}"
            )
            hint = "Поправьте время или длительность; параллельные шаги соедините в один."
            yield at_path(entry, SCENARIO_ORDER, ("scenario", index, "start"), message, hint=hint)
        ends[step.day] = max((end, before), (start + (step.minutes or 0), step.title))


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
