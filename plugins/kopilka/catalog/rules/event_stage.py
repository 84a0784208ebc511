"""Events belong to stages that exist and happen while those last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.catalog.parts import field_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.parts import Event, Stage
from kopilka.records.suggest import suggest
from kopilka.records.when import Schedule, parse_when
from kopilka.russian import fold_label, join_words, quote, short_date

UNKNOWN_STAGE = Code(
    "K707",
    "unknown-stage",
    Severity.WARNING,
    "Такого этапа нет",
    "По названию этапа мероприятие встаёт на своё место на ленте времени. Названия сравниваются с полем "
    "«Этапы».",
    "stages:\n  - name: Проектировочный\nevents:\n  - title: Семинар\n    stage: Проектный",
    "stages:\n  - name: Проектировочный\nevents:\n  - title: Семинар\n    stage: Проектировочный",
)
EVENT_OUTSIDE = Code(
    "K708",
    "event-outside-stage",
    Severity.WARNING,
    "Мероприятие вне своего этапа",
    "Мероприятие прошло, когда этап ещё не начался или уже закончился: где-то неверная дата или не тот этап.",
    "stages:\n  - {name: Основной, start: 2021-09, end: 2024-10}\nevents:\n  - {title: Семинар, stage: "
    "Основной, when: март 2021}",
    "stages:\n  - {name: Основной, start: 2021-09, end: 2024-10}\nevents:\n  - {title: Семинар, stage: "
    "Основной, when: март 2022}",
)
CODES = (UNKNOWN_STAGE, EVENT_OUTSIDE)


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Events that name a stage, of kinds that have both."""
    events: Sequence[Event] = field_of(entry.record, "events")
    if not events:
        return
    stages: Sequence[Stage] = field_of(entry.record, "stages")
    known = {fold_label(stage.name): stage for stage in stages}
    for index, event in enumerate(events):
        if event.stage is None:
            continue
        stage = known.get(fold_label(event.stage))
        if stage is None:
            yield _unknown(entry, ("events", index, "stage"), event.stage, {s.name: s for s in stages})
        elif event.when:
            yield from _outside(entry, ("events", index, "when"), event, stage)


def _unknown(entry: Entry, path: Path, written: str, stages: Mapping[str, Stage]) -> Diagnostic:
    near = suggest(written, stages)
    if near:
        hint = f"Возможно, вы имели в виду {quote(near)}."
    elif stages:
        hint = f"Есть этапы: {join_words(map(quote, stages))}."
    else:
        hint = "Опишите этапы в поле stages или уберите это поле."
    return at_path(entry, UNKNOWN_STAGE, path, f"этапа {quote(written)} нет среди этапов", hint=hint)


def _outside(entry: Entry, path: Path, event: Event, stage: Stage) -> Iterator[Diagnostic]:
    schedule = parse_when(event.when or "")
    if schedule is None or schedule.repeats or not schedule.dated:
        return
    start = stage.start.first if stage.start else None
    end = stage.end.last if stage.end else None
    if _misses(schedule, start, end):
        when, name = quote(event.when or ""), quote(stage.name)
        message = f"мероприятие {quote(event.title)} – {when}, а этап {name} {_lasts(start, end)}"
        yield at_path(entry, EVENT_OUTSIDE, path, message, hint="Проверьте дату мероприятия и его этап.")


def _misses(schedule: Schedule, start: date | None, end: date | None) -> bool:
    """Whether not a day of the schedule falls on the stage."""
    if start and schedule.end and schedule.end < start:
        return True
    return bool(end and schedule.start and schedule.start > end)


def _lasts(start: date | None, end: date | None) -> str:
    if start and end:
        return f"длится с {short_date(start)} по {short_date(end)}"
    return f"начинается {short_date(start)}" if start else f"заканчивается {short_date(end)}" if end else ""
