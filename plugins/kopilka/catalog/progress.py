"""Where a planned work stands on a given day: done, now, late, ahead, repeating, undated, over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kopilka.records.dates import PartialDate, Period
from kopilka.records.when import Schedule, parse_when
from kopilka.russian import Forms, count

DAYS: Forms = ("день", "дня", "дней")


class State(StrEnum):
    """The states in the tones of the page's marks."""

    DONE = "ok"
    NOW = "now"
    LATE = "late"
    AHEAD = "wait"
    REPEATS = "rep"
    UNDATED = "none"
    OVER = "past"


@dataclass(frozen=True, slots=True)
class Progress:
    """A state and its words."""

    state: State
    words: str


def progress_of(
    when: str | None, done: PartialDate | bool, *, period: Period | None, today: date  # noqa: FBT001 - a record's value
) -> Progress:
    """The state of a work on the day `today`.

    Only a work of a project that still goes on can be late: what a finished project did not mark is «срок прошёл».
    Repeating and undated works never become late.
    """
    if done:
        return Progress(State.DONE, f"Выполнено {_day(done)}".strip())
    schedule = parse_when(when, around=school_year(period)) if when else None
    if schedule is None:
        return Progress(State.UNDATED, "Без точной даты")
    return _by_schedule(schedule, over=is_over(period, today), today=today)


def is_over(period: Period | None, today: date) -> bool:
    """Whether the whole project has ended before the day."""
    return period is not None and period.end is not None and period.end.last < today


def school_year(period: Period | None) -> int | None:
    """The year in which the school year of a project begins: months without a year are read in it."""
    if period is None or period.start is None:
        return None
    first = period.start.first
    return first.year if first.month >= 8 else first.year - 1


def _by_schedule(schedule: Schedule, *, over: bool, today: date) -> Progress:
    if over:
        return Progress(State.OVER, "Срок прошёл")
    if not schedule.dated:
        return Progress(State.REPEATS, "Повторяется")
    if schedule.start and schedule.start > today:
        return Progress(State.AHEAD, "Впереди")
    if schedule.end is None or schedule.end >= today:
        return Progress(State.NOW, "Сейчас") if schedule.start else Progress(State.AHEAD, "Впереди")
    if schedule.repeats:
        return Progress(State.REPEATS, "Повторяется")
    return Progress(State.LATE, f"Просрочено на {count((today - schedule.end).days, DAYS)}")


def _day(done: PartialDate | bool) -> str:  # noqa: FBT001 - a record's value
    if not isinstance(done, PartialDate):
        return ""
    return f"{done.day:02}.{done.month:02}.{done.year}" if done.day and done.month else done.words_since
