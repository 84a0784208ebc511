"""Things on a line of time: stages of a project, the term of a status, intakes, sessions, the steps of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kopilka.catalog.graph import Entry
from kopilka.records.base import Record
from kopilka.records.dates import PartialDate, span_words
from kopilka.records.parts import Event, Meeting, Stage
from kopilka.records.quantities import hours_words, minutes_words
from kopilka.records.site import GrantedStatus, Intake, Step, Video
from kopilka.records.when import parse_when
from kopilka.russian import MONTHS, MONTHS_GENITIVE, NBSP, count
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
        return SiteStatus("wait", "Статус в источнике не указан", "Кем и на какой срок присвоен статус, организация пока не сообщила.")
    level = str(view.label("recognition", granted.level)).capitalize()
    note = f"{level} уровень. Присвоил {granted.by}" + (f", {granted.document}" if granted.document else "") + "."
    if granted.end and granted.end.last < view.today:
        return SiteStatus("late", f"Статус истёк {granted.end.words}", note)
    if granted.start.first > view.today:
        return SiteStatus("wait", f"Статус начнёт действовать {granted.start.words}", note)
    if granted.end is None:
        return SiteStatus("ok", "Статус действует, срок не ограничен", note)
    return SiteStatus("ok", f"Статус действует до {granted.end.words_since}", note, _term(granted.start, granted.end, view.today))


def _term(start: PartialDate, end: PartialDate, today: date) -> Term:
    line = _Line(start.first, end.last)
    return Term(line.share(today), start.words, end.words, f"{today.day:02}.{today.month:02}")


@dataclass(frozen=True, slots=True)
class Dated:
    """An intake or a session with its state today."""

    when: str
    tone: str
    state: str
    sign: str = ""
    open: bool = False
    places: str = ""
    deadline: str = ""
    url: str | None = None
    title: str = ""
    content: str | None = None
    hours: str = ""
    place: str | None = None


def intake_rows(view: View, entry: Entry, intakes: tuple[Intake, ...]) -> list[Dated]:
    """Intakes: what is open first, then what comes, then what has passed, the latest first."""
    rows = [(_intake_order(intake, view.today), _intake_row(view, entry, intake)) for intake in intakes]
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _intake_order(intake: Intake, today: date) -> tuple[int, int]:
    if intake.is_open(today):
        return 0, intake.start.first.toordinal()
    past = (intake.end or intake.start).last < today
    return (2, -intake.start.first.toordinal()) if past else (1, intake.start.first.toordinal())


def _intake_row(view: View, entry: Entry, intake: Intake) -> Dated:
    today = view.today
    when = dates_words(intake.start, intake.end)
    until = (intake.apply_until or intake.start).last
    if (intake.end or intake.start).last < today:
        return Dated(when, "wait", "Прошёл", places=_taken(intake), deadline="закрыты")
    if intake.start.first <= today:
        return Dated(when, "now", "Идёт сейчас", places=_taken(intake), deadline="закрыты")
    if intake.is_open(today):
        deadline = _window(intake, today)
        url = view.target(entry, intake.url)
        return Dated(when, "ok", "Набор открыт", open=True, places=_left(intake), deadline=deadline, url=url)
    if intake.left == 0:
        return Dated(when, "wait", "Мест нет", places=_taken(intake), deadline="закрыты")
    if until < today:
        return Dated(when, "wait", "Набор закрыт", places=_taken(intake), deadline="закрыты")
    opens = f"Откроется {day_words(intake.apply_from.first, today)}" if intake.apply_from else "Впереди"
    return Dated(when, "wait", opens, places=_taken(intake), deadline=_window(intake, today))


def _window(intake: Intake, today: date) -> str:
    """«с 1 до 28 ноября», «до 28 ноября»."""
    until = (intake.apply_until or intake.start).last
    last = f"до {day_words(until, today)}"
    if intake.apply_from is None:
        return last
    first = intake.apply_from.first
    same = (first.year, first.month) == (until.year, until.month)
    return f"с{NBSP}{first.day if same else day_words(first, today)} {last}"


def _left(intake: Intake) -> str:
    if intake.left is None or intake.places is None:
        return _taken(intake)
    return f"свободно {count(intake.left, _PLACES)} из{NBSP}{intake.places}"


def _taken(intake: Intake) -> str:
    if intake.places is None:
        return ""
    if intake.taken is None:
        return count(intake.places, _PLACES)
    return f"занято {intake.taken} из{NBSP}{intake.places}"


def meeting_rows(view: View, meetings: tuple[Meeting, ...]) -> list[Dated]:
    """Sessions with their states, in the order of time."""
    rows = []
    for meeting in sorted(meetings, key=lambda item: item.start.first):
        tone, state, sign = _meeting_state(meeting, view.today)
        rows.append(
            Dated(
                dates_words(meeting.start, meeting.end),
                tone,
                state,
                sign,
                title=meeting.title,
                content=meeting.content,
                hours=hours_words(meeting.hours),
                place=meeting.place,
            )
        )
    return rows


def _meeting_state(meeting: Meeting, today: date) -> tuple[str, str, str]:
    if (meeting.end or meeting.start).last < today:
        return "wait", "Прошла", "check"
    if meeting.start.first <= today:
        return "now", "Сейчас", ""
    return "wait", "Впереди", ""


def dates_words(start: PartialDate, end: PartialDate | None) -> str:
    """«25–27 ноября 2025», «30 января – 1 февраля 2026», «февраль 2026»."""
    if end is None or end == start:
        return start.words if start.day is None else f"{start.day}{NBSP}{MONTHS_GENITIVE[(start.month or 1) - 1]} {start.year}"
    if start.day and end.day and start.year == end.year and start.month and end.month:
        if start.month == end.month:
            return f"{start.day}\u2060–\u2060{end.day}{NBSP}{MONTHS_GENITIVE[start.month - 1]} {start.year}"
        first = f"{start.day}{NBSP}{MONTHS_GENITIVE[start.month - 1]}"
        return f"{first}{NBSP}– {end.day}{NBSP}{MONTHS_GENITIVE[end.month - 1]} {end.year}"
    return span_words(start, end)


def day_words(day: date, today: date) -> str:
    """«21 ноября», with the year when it is another one."""
    words = f"{day.day}{NBSP}{MONTHS_GENITIVE[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


@dataclass(frozen=True, slots=True)
class DayStep:
    """A step of the scenario."""

    start: str | None
    length: str
    title: str
    content: str | None
    place: str | None
    lead: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the scenario: how long it is, and its steps."""

    number: int
    note: str
    steps: tuple[DayStep, ...]


def scenario_days(scenario: tuple[Step, ...]) -> list[Day]:
    """The steps of a scenario by days."""
    ordered = sorted(scenario, key=lambda step: step.day)
    return [_day(number, list(steps)) for number, steps in groupby(ordered, key=lambda step: step.day)]


def _day(number: int, steps: list[Step]) -> Day:
    total = sum(step.minutes or 0 for step in steps)
    made = tuple(
        DayStep(step.start, minutes_words(step.minutes), step.title, step.content, step.place, step.lead)
        for step in steps
    )
    return Day(number, minutes_words(total), made)


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


def video_words(video: Video) -> str:
    """«2 мин 40 с, с субтитрами»."""
    minutes, seconds = divmod(video.seconds, 60)
    parts = [f"{minutes}{NBSP}мин" if minutes else "", f"{seconds}{NBSP}с" if seconds else ""]
    length = " ".join(part for part in parts if part)
    return f"{length}, с{NBSP}субтитрами" if video.subtitles else length
