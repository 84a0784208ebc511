"""Things on a line of time: stages of a project, the term of a status, intakes, sessions, steps of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kopilka.catalog.graph import Entry
from kopilka.records.base import Record
from kopilka.records.dates import PartialDate, span_words
from kopilka.records.parts import Event, Stage
from kopilka.records.site_parts import GrantedStatus
from kopilka.records.when import parse_when
from kopilka.russian import MONTHS, MONTHS_GENITIVE, NBSP
from kopilka.site.view import View

_PLACES = ("место", "места", "мест")


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a bar begins and how long it is, in percent of the line."""

    left: float
    width: float


@dataclass(frozen=True, slots=True)
class StageBar:
    """A stage of a project on the line of years."""

    name: str
    words: str
    content: str | None
    now: bool
    bar: Bar | None
    marks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class YearMark:
    """The beginning of a year on the line."""

    year: int
    left: float


@dataclass(frozen=True, slots=True)
class _Line:
    first: date
    last: date

    def share(self, day: date) -> float:
        return round(100 * (day - self.first).days / max((self.last - self.first).days + 1, 1), 2)

    def bar(self, start: PartialDate, end: PartialDate) -> Bar:
        left = self.share(start.first)
        return Bar(left, round(self.share(end.last) + self.share(self.first) - left + 100 / self.days, 2))

    @property
    def days(self) -> int:
        return max((self.last - self.first).days + 1, 1)


def stage_bars(view: View, stages: tuple[Stage, ...], events: tuple[Event, ...]) -> list[StageBar]:
    """Stages as bars; round marks are the events that have a day or a month of their own."""
    line = _line(stages)
    return [_stage_bar(view, stage, line, events) for stage in stages]


def year_marks(stages: tuple[Stage, ...]) -> list[YearMark]:
    """The years under the bars; none when no stage has both its ends."""
    line = _line(stages)
    if line is None:
        return []
    years = range(line.first.year, line.last.year + 1)
    return [YearMark(year, max(line.share(date(year, 1, 1)), 0.0)) for year in years]


def _line(stages: tuple[Stage, ...]) -> _Line | None:
    starts = [stage.start.first for stage in stages if stage.start and stage.end]
    ends = [stage.end.last for stage in stages if stage.start and stage.end]
    return _Line(min(starts), max(ends)) if starts and min(starts) <= max(ends) else None


def _stage_bar(view: View, stage: Stage, line: _Line | None, events: tuple[Event, ...]) -> StageBar:
    both = stage.start is not None and stage.end is not None and stage.start.first <= stage.end.last
    bar = line.bar(stage.start, stage.end) if line and both and stage.start and stage.end else None
    marks = [_mark(event, line) for event in events if event.stage == stage.name] if bar else []
    now = both and bool(stage.start and stage.end and stage.start.first <= view.today <= stage.end.last)
    return StageBar(
        stage.name,
        span_words(stage.start, stage.end) or "сроки в источнике не указаны",
        stage.content,
        now,
        bar,
        tuple(dict.fromkeys(mark for mark in marks if mark is not None)),
    )


def _mark(event: Event, line: _Line | None) -> float | None:
    schedule = parse_when(event.when) if event.when else None
    if line is None or schedule is None or schedule.repeats or not schedule.start or not schedule.end:
        return None
    short = (schedule.end - schedule.start).days <= 31
    return line.share(schedule.start) if short and line.first <= schedule.start <= line.last else None


@dataclass(frozen=True, slots=True)
class Term:
    """The term of a status as a line with today on it."""

    share: float
    start: str
    end: str
    today: str


@dataclass(frozen=True, slots=True)
class SiteStatus:
    """The status of a site in words."""

    tone: str
    words: str
    note: str
    term: Term | None = None


def site_status(view: View, granted: GrantedStatus | None) -> SiteStatus:
    """What the status of a site is today."""
    if granted is None:
        return SiteStatus(
            "wait",
            "Статус в источнике не указан",
            "Кем и на какой срок присвоен статус, организация пока не сообщила.",
        )
    level = str(view.label("recognition", granted.level)).capitalize()
    note = (
        f"{level} уровень. Присвоил {granted.by}"
        + (f", {granted.document}" if granted.document else "")
        + "."
    )
    if granted.end and granted.end.last < view.today:
        return SiteStatus("late", f"Статус истёк {granted.end.words}", note)
    if granted.start.first > view.today:
        return SiteStatus("wait", f"Статус начнёт действовать {granted.start.words}", note)
    if granted.end is None:
        return SiteStatus("ok", "Статус действует, срок не ограничен", note)
    return SiteStatus(
        "ok",
        f"Статус действует до {granted.end.words_since}",
        note,
        _term(granted.start, granted.end, view.today),
    )


def _term(start: PartialDate, end: PartialDate, today: date) -> Term:
    line = _Line(start.first, end.last)
    return Term(line.share(today), start.words, end.words, f"{today.day:02}.{today.month:02}")


@dataclass(frozen=True, slots=True)
class Confirmation:
    """When somebody last vouched for the record, and whether that is long ago."""

    fresh: bool
    words: str
    note: str


def confirmation(view: View, record: Record) -> Confirmation:
    """«Опыт подтверждён 14.09.2025» or a warning after the years that the settings name."""
    years = view.settings.checks.limits.confirm_years
    last = record.last_confirmed
    again = last.last.year + years
    month = MONTHS_GENITIVE[last.last.month - 1]
    if (again, last.last.month, last.last.day) < (view.today.year, view.today.month, view.today.day):
        return Confirmation(
            fresh=False,
            words=f"Не подтверждали с {last.words_since}",
            note="Прежде чем повторять, спросите организацию: опыт мог измениться.",
        )
    if record.reviewed:
        note = f"Организация сообщила, что опыт живёт. Следующий вопрос – до {month} {again} года."
        return Confirmation(fresh=True, words=f"Опыт подтверждён {record.reviewed.words}", note=note)
    return Confirmation(
        fresh=True,
        words=f"Проверено {last.words}",
        note=f"По документу из поля «Источник». Спросим организацию до {month} {again} года.",
    )


def term_line(view: View, entry: Entry) -> str:
    """«срок закончился в декабре 2024 года», «идёт», «начнётся …»: where the project stands today."""
    period = entry.record.period
    if period is None:
        return ""
    if period.end and period.end.last < view.today:
        if period.end.month is None:
            return f"срок закончился в {period.end.year}{NBSP}году"
        return f"срок закончился в {_MONTHS_IN[period.end.month - 1]} {period.end.year}{NBSP}года"
    if period.start and period.start.first > view.today:
        return f"начнётся {period.start.words}"
    return "идёт"


_MONTHS_IN = tuple(month[:-1] + "е" if month[-1] in "ьй" else month + "е" for month in MONTHS)
