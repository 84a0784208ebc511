"""Things that people come to: intakes and sessions with their states today, the steps of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kopilka.catalog.graph import Entry
from kopilka.records.dates import PartialDate, span_words
from kopilka.records.parts import Meeting
from kopilka.records.quantities import hours_words, minutes_words
from kopilka.records.site_parts import Intake, Step, Video
from kopilka.russian import MONTHS_GENITIVE, NBSP, count
from kopilka.site.view import View

_PLACES = ("место", "места", "мест")


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
        return (
            start.words
            if start.day is None
            else f"{start.day}{NBSP}{MONTHS_GENITIVE[(start.month or 1) - 1]} {start.year}"
        )
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


def video_words(video: Video) -> str:
    """«2 мин 40 с, с субтитрами»."""
    minutes, seconds = divmod(video.seconds, 60)
    parts = [f"{minutes}{NBSP}мин" if minutes else "", f"{seconds}{NBSP}с" if seconds else ""]
    length = " ".join(part for part in parts if part)
    return f"{length}, с{NBSP}субтитрами" if video.subtitles else length
