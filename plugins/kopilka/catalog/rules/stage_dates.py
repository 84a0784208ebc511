"""Stages lie inside the period of the work and follow one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kopilka.catalog.check import Surroundings
from kopilka.catalog.dates import surely_before, words
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.catalog.parts import field_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.dates import PartialDate, Period
from kopilka.records.parts import Stage
from kopilka.russian import quote

STAGE_OUTSIDE = Code(
    "K705",
    "stage-outside-period",
    Severity.WARNING,
    "Этап выходит за сроки работы",
    "Лента времени рисуется от начала до конца работы: то, что за её краями, на ней не поместится. "
    "Если этап и правда был раньше или позже, значит, сроки записаны не все.",
    "period: {start: 2020-09, end: 2024-12}\nstages:\n  - name: Итоговый\n    start: 2024-10\n    end: "
    "2025-06",
    "period: {start: 2020-09, end: 2025-06}\nstages:\n  - name: Итоговый\n    start: 2024-10\n    end: "
    "2025-06",
)
STAGE_ORDER = Code(
    "K706",
    "stage-order",
    Severity.WARNING,
    "Этапы не по порядку",
    "Этапы читают сверху вниз, как они шли, и так же рисуют на ленте времени.",
    "stages:\n  - {name: Основной, start: 2021-09}\n  - {name: Проектировочный, start: 2020-09}",
    "stages:\n  - {name: Проектировочный, start: 2020-09}\n  - {name: Основной, start: 2021-09}",
)
CODES = (STAGE_OUTSIDE, STAGE_ORDER)

_HINT = "Проверьте даты этапа и поле «Сроки реализации»."


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Stages with dates, of kinds that have stages."""
    stages: Sequence[Stage] = field_of(entry.record, "stages")
    if not stages:
        return
    if entry.record.period is not None:
        for index, stage in enumerate(stages):
            yield from _outside(entry, index, stage, entry.record.period)
    latest: tuple[PartialDate, str] | None = None
    for index, stage in enumerate(stages):
        if stage.start is None:
            continue
        if latest and surely_before(stage.start, latest[0]):
            message = f"этап {quote(stage.name)} начался раньше, чем этап {quote(latest[1])} перед ним"
            yield at_path(
                entry, STAGE_ORDER, ("stages", index, "start"), message, hint="Поставьте этапы по порядку."
            )
        else:
            latest = stage.start, stage.name


def _outside(entry: Entry, index: int, stage: Stage, period: Period) -> Iterator[Diagnostic]:
    name = quote(stage.name)
    first, last = stage.start or stage.end, stage.end or stage.start
    if period.start and first and surely_before(first, period.start):
        message = f"этап {name} начинается раньше всей работы: {words(first)} и {words(period.start)}"
        yield at_path(
            entry, STAGE_OUTSIDE, ("stages", index, "start" if stage.start else "end"), message, hint=_HINT
        )
    if period.end and last and surely_before(period.end, last):
        message = f"этап {name} заканчивается позже всей работы: {words(last)} и {words(period.end)}"
        yield at_path(
            entry, STAGE_OUTSIDE, ("stages", index, "end" if stage.end else "start"), message, hint=_HINT
        )
