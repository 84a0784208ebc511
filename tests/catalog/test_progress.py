"""Where a planned work stands on a day."""

from __future__ import annotations

from datetime import date

import pytest

from kopilka.catalog.progress import State, is_over, progress_of, school_year
from kopilka.records.dates import PartialDate, Period

TODAY = date(2026, 11, 22)
GOING_ON = Period(start=PartialDate(2025, 9))
OVER = Period(start=PartialDate(2020, 9), end=PartialDate(2024, 12))


def state(when: str | None, *, period: Period | None = GOING_ON, today: date = TODAY) -> State:
    """The state of a work that nobody marked as done."""
    return progress_of(when, done=False, period=period, today=today).state


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("ноябрь 2026", State.NOW),
        ("сентябрь – декабрь 2026", State.NOW),
        ("с 2023 года", State.NOW),
        ("до 22.11.2026", State.NOW),
        ("22.11.2026", State.NOW),
        ("23.11.2026", State.AHEAD),
        ("до 30.11.2026", State.AHEAD),
        ("октябрь 2026, март 2027", State.AHEAD),
        ("с января 2027 года", State.AHEAD),
        ("октябрь 2026", State.LATE),
        ("до 30.10.2026", State.LATE),
        ("октябрь", State.LATE),
        (None, State.UNDATED),
        ("", State.UNDATED),
        ("по запросу", State.UNDATED),
        ("в течение года", State.UNDATED),
        ("ежеквартально", State.REPEATS),
        ("раз в квартал, с апреля 2025", State.REPEATS),
        ("2020–2024, ежегодно", State.REPEATS),
        ("ежегодно, ноябрь–декабрь", State.NOW),
        ("ежегодно, октябрь–февраль", State.NOW),
        ("ежегодно, апрель", State.REPEATS),
    ],
)
def test_project_going_on(when: str | None, expected: State) -> None:
    """In a project that goes on, a work is now, ahead, late, repeating or undated."""
    assert state(when) is expected


@pytest.mark.parametrize("when", ["ноябрь 2021", "ежегодно", "октябрь", "с 2023 года", "до 30.10.2025"])
def test_finished_project_has_no_late_works(when: str) -> None:
    """What a finished project did not mark is «срок прошёл», never «просрочено»."""
    assert state(when, period=OVER) is State.OVER


def test_undated_work_of_a_finished_project_stays_undated() -> None:
    """No date is no date, even when the project is over."""
    assert state("по запросу", period=OVER) is State.UNDATED


@pytest.mark.parametrize("day", [date(2026, 8, 15), date(2026, 9, 10), date(2025, 9, 30)])
def test_yearly_months_across_the_new_school_year(day: date) -> None:
    """«Август – сентябрь» of every year is now on both sides of the first of September."""
    assert state("ежегодно, август – сентябрь", today=day) is State.NOW


def test_yearly_work_waits_for_its_project() -> None:
    """A yearly work of a project that has not begun is ahead."""
    assert state("ежегодно, ноябрь", period=Period(start=PartialDate(2027))) is State.AHEAD


@pytest.mark.parametrize(
    ("start", "words"),
    [(PartialDate(2023), "Просрочено на 1118 дней"), (PartialDate(2022, 9), "Просрочено на 1483 дня")],
)
def test_month_without_a_year_is_of_the_project(start: PartialDate, words: str) -> None:
    """«Октябрь» of a project that begins in January is the October after it, not before."""
    progress = progress_of("октябрь", done=False, period=Period(start=start), today=TODAY)
    assert progress.words.replace("\u00a0", " ") == words


@pytest.mark.parametrize("period", [None, Period(), Period(end=PartialDate(2027))])
def test_no_start_no_year(period: Period | None) -> None:
    """Without the start of the project a month without a year cannot be placed."""
    assert state("октябрь", period=period) is State.UNDATED
    assert state("октябрь 2026", period=period) is State.LATE


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (True, "Выполнено"),
        (PartialDate(2025, 9, 26), "Выполнено 26.09.2025"),
        (PartialDate(2025, 9), "Выполнено в сентябре 2025 года"),
        (PartialDate(2025), "Выполнено в 2025 году"),
    ],
)
def test_done(done: PartialDate | bool, words: str) -> None:  # noqa: FBT001 - a record's value
    """A work marked as done is done, whatever its date; the day is said as precisely as it is known."""
    progress = progress_of("ноябрь 2021", done=done, period=OVER, today=TODAY)
    assert progress.state is State.DONE
    assert progress.words.replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 11, 1), "1 день"), (date(2026, 11, 3), "3 дня"), (date(2026, 11, 22), "22 дня")],
)
def test_how_late(day: date, words: str) -> None:
    """Lateness is counted in days from the last day of the term."""
    progress = progress_of("октябрь 2026", done=False, period=GOING_ON, today=day)
    assert progress.words.replace("\u00a0", " ") == f"Просрочено на {words}"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (PartialDate(2025, 9), 2025),
        (PartialDate(2025, 8, 20), 2025),
        (PartialDate(2025, 7), 2024),
        (PartialDate(2025), 2024),
        (None, None),
    ],
)
def test_school_year(start: PartialDate | None, expected: int | None) -> None:
    """A project's school year is the one its first day falls in; August already belongs to the new one."""
    assert school_year(Period(start=start)) == expected


def test_last_day_is_not_over() -> None:
    """A project is over the day after its end."""
    assert not is_over(OVER, date(2024, 12, 31))
    assert is_over(OVER, date(2025, 1, 1))
    assert not is_over(None, TODAY)
