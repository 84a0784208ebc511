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
    when: str | None,
    done: PartialDate | bool,  # noqa: FBT001 - a record's value
    *,
    period: Period | None,
    today: date,
) -> Progress:
    """The state of a work on the day `today`.

    Only a work of a project that still goes on can be late: what a finished project did not mark is
    «срок прошёл». Repeating and undated works never become late.
    """
    if done:
        return Progress(
            State.DONE, f"Выполнено {done.words_in}" if isinstance(done, PartialDate) else "Выполнено"
        )
    schedule = _schedule(when, period) if when else None
    if schedule is None:
        return Progress(State.UNDATED, "Без точной даты")
    if is_over(period, today):
        return Progress(State.OVER, "Срок прошёл")
    if schedule.repeats and (schedule.floating or not schedule.dated):
        return _yearly(when or "", period, today)
    return _by_schedule(schedule, today)


def is_over(period: Period | None, today: date) -> bool:
    """Whether the whole project has ended before the day."""
    return period is not None and period.end is not None and period.end.last < today


def school_year(period: Period | None) -> int | None:
    """The year in which the school year of a project begins: months without a year are read in it."""
    if period is None or period.start is None:
        return None
    first = period.start.first
    return first.year if first.month >= 8 else first.year - 1


def _schedule(when: str, period: Period | None) -> Schedule | None:
    """A month without a year is one of the project's own: the first not over before the project begins."""
    if period is None or period.start is None:
        return parse_when(when)
    year = school_year(period) or period.start.year
    schedule = parse_when(when, around=year)
    if schedule and schedule.floating and schedule.end and schedule.end < period.start.first:
        return parse_when(when, around=year + 1)
    return schedule


def _yearly(when: str, period: Period | None, today: date) -> Progress:
    """A work of certain months of any year, or of no months at all."""
    if period is not None and period.start is not None and period.start.first > today:
        return _AHEAD
    years = (parse_when(when, around=year) for year in (today.year - 1, today.year))
    return _NOW if any(year is not None and year.covers(today) for year in years) else _REPEATS


def _by_schedule(schedule: Schedule, today: date) -> Progress:
    if schedule.covers(today):
        return _REPEATS if schedule.repeats and schedule.end is None else _NOW
    if schedule.end is None or schedule.end > today:
        return _AHEAD
    if schedule.repeats:
        return _REPEATS
    return Progress(State.LATE, f"Просрочено на {count((today - schedule.end).days, DAYS)}")


_NOW = Progress(State.NOW, "Сейчас")
_AHEAD = Progress(State.AHEAD, "Впереди")
_REPEATS = Progress(State.REPEATS, "Повторяется")
