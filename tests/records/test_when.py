"""«Когда» as people write it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopilka.records.when import Schedule, parse_when
from kopilka.russian import MONTHS

AROUND = 2025

PHRASES = {
    # days
    "29.09.2021": "2021-09-29..2021-09-29",
    "1.9.24": "2024-09-01..2024-09-01",
    "2025-09-01": "2025-09-01..2025-09-01",
    "07–08.10.2021": "2021-10-07..2021-10-08",
    "13.10.2021, до 13:00": "2021-10-13..2021-10-13",
    "с 12 по 14 ноября 2025": "2025-11-12..2025-11-14",
    "12–14 ноября": "2025-11-12..2025-11-14",
    "12, 19 и 26 ноября 2025": "2025-11-12..2025-11-26",
    "25 мая": "2026-05-25..2026-05-25",
    "29 февраля 2026": "2026-02-28..2026-02-28",
    # from day to day
    "с 1 сентября 2025 года по 31 мая 2026 года": "2025-09-01..2026-05-31",
    "01.09.2024г. – 31.05.2025г.": "2024-09-01..2025-05-31",
    "01.09–31.12.2024": "2024-09-01..2024-12-31",
    "с 15 октября до 15 ноября 2025": "2025-10-15..2025-11-15",
    "5 сентября – 10 октября 2024": "2024-09-05..2024-10-10",
    # deadlines and open ends
    "до 30.11.2021": "..2021-11-30",
    "до 26.08.2021, 14:00": "..2021-08-26",
    "до 08.2024": "..2024-08-31",
    "не позднее 20 мая 2025 года": "..2025-05-20",
    "к 9 мая": "..2026-05-09",
    "по 31 мая 2025": "..2025-05-31",
    "до конца 2025 года": "..2025-12-31",
    "с 2023 года": "2023-01-01..",
    "с ноября 2021 года, до конца проекта": "2021-11-01..",
    "после 15 сентября 2025 г.": "2025-09-15..",
    "начиная с октября": "2025-10-01..",
    # months
    "ноябрь 2021": "2021-11-01..2021-11-30",
    "Февраль 2024 г.": "2024-02-01..2024-02-29",
    "в мае 2025 года": "2025-05-01..2025-05-31",
    "августовский педсовет": "2026-08-01..2026-08-31",
    "2025-03": "2025-03-01..2025-03-31",
    "09–12.2024": "2024-09-01..2024-12-31",
    "Май-Август": "2026-05-01..2026-08-31",
    "сент. – дек. 2024": "2024-09-01..2024-12-31",
    "Октябрь (в соответствии с планом заданий)": "2025-10-01..2025-10-31",
    "сентябрь, январь, май": "2025-09-01..2025-09-30 2026-01-01..2026-01-31 2026-05-01..2026-05-31",
    # years lent to months
    "октябрь–ноябрь, 2021": "2021-10-01..2021-11-30",
    "2024 г., октябрь–ноябрь": "2024-10-01..2024-11-30",
    "декабрь–март 2025": "2024-12-01..2025-03-31",
    "ноябрь 2024 – февраль": "2024-11-01..2025-02-28",
    "апрель 2022 г. – май": "2022-04-01..2022-05-31",
    "октябрь, март 2026": "2025-10-01..2025-10-31 2026-03-01..2026-03-31",
    "июнь–сентябрь": "2026-06-01..2026-09-30",
    "сентябрь – декабрь 2024/25 учебного года": "2024-09-01..2024-12-31",
    # parts of a month
    "1-я декада декабря 2026": "2026-12-01..2026-12-10",
    "третья декада февраля": "2026-02-21..2026-02-28",
    "1-я декада февраля (1 сессия), 1-я декада марта (2 сессия)": (
        "2026-02-01..2026-02-10 2026-03-01..2026-03-10"
    ),
    "первая неделя сентября": "2025-09-01..2025-09-07",
    "последняя неделя августа 2025": "2025-08-25..2025-08-31",
    "в начале марта 2026": "2026-03-01..2026-03-10",
    "вторая половина ноября": "2025-11-16..2025-11-30",
    # parts of a year
    "I квартал 2025": "2025-01-01..2025-03-31",
    "4 кв. 2024 г.": "2024-10-01..2024-12-31",
    "III–IV квартал 2023": "2023-07-01..2023-12-31",
    "второе полугодие 2024": "2024-07-01..2024-12-31",
    "I полугодие 2024/25 учебного года": "2024-09-01..2024-12-31",
    "2 полугодие": "2026-01-01..2026-05-31",
    "1 четверть": "2025-09-01..2025-10-31",
    "2 семестр 2025": "2025-02-01..2025-06-30",
    "лето 2025": "2025-06-01..2025-08-31",
    "зима 2024/25": "2024-12-01..2025-02-28",
    "конец 2025 года": "2025-10-01..2025-12-31",
    # years
    "2023 год, согласно плану": "2023-01-01..2023-12-31",
    "2020–2024": "2020-01-01..2024-12-31",
    "2023-24 гг.": "2023-01-01..2024-12-31",
    "2020/21 учебный год": "2020-09-01..2021-08-31",
    "2024–2025 уч. г.": "2024-09-01..2025-08-31",
    "2024/25 – 2026/27 учебные годы": "2024-09-01..2027-08-31",
    # again and again
    "ежегодно, ноябрь – декабрь": "2025-11-01..2025-12-31 снова",
    "ежегодно, октябрь–февраль": "2025-10-01..2026-02-28 снова",
    "ежегодно до 01.06.": "..2026-06-01 снова",
    "2020–2024, ежегодно": "2020-01-01..2024-12-31 снова",
    "1 раз в месяц, с октября по май": "2025-10-01..2026-05-31 снова",
    "Ежеквартально": "снова",
    "не менее 1 раза в учебном полугодии": "снова",
    "дважды в год": "снова",
    "раз в две недели": "снова",
    "каждую вторую пятницу месяца": "снова",
    "по средам": "снова",
    "непрерывно": "снова",
    "весь период реализации": "снова",
}

NO_TIME = (
    "в течение года",
    "по запросу",
    "по мере необходимости",
    "по согласованию",
    "этап 2, пункт 3",
    "через 2 недели",
    "маяк и лётчик",
    "",
)


def written(schedule: Schedule | None) -> str:
    """A schedule as the tables of this file write it."""
    if schedule is None:
        return "–"
    stretches = [f"{start or ''}..{end or ''}" for start, end in schedule.stretches]
    return " ".join([*stretches, *(["снова"] if schedule.repeats else [])])


@pytest.mark.parametrize(("phrase", "expected"), PHRASES.items())
def test_phrase(phrase: str, expected: str) -> None:
    """A phrase of a road map means these days; months without a year are of the school year 2025/26."""
    assert written(parse_when(phrase, around=AROUND)) == expected


@pytest.mark.parametrize("phrase", NO_TIME)
def test_no_time(phrase: str) -> None:
    """Words that name no time give nothing, not a wrong date."""
    assert parse_when(phrase, around=AROUND) is None


@pytest.mark.parametrize(
    "phrase", ["Сентябрь\u00a02024", "СЕНТЯБРЬ 2024", "сентябрь\u20602024", "  сентябрь   2024 "]
)
def test_letters_and_spaces_do_not_count(phrase: str) -> None:
    """Capitals, no-break spaces and word joiners change nothing."""
    assert written(parse_when(phrase)) == "2024-09-01..2024-09-30"


@pytest.mark.parametrize("dash", "-‐‑‒–—−")
def test_any_dash(dash: str) -> None:
    """People type seven kinds of dash for one meaning."""
    assert written(parse_when(f"май {dash} июнь 2022")) == "2022-05-01..2022-06-30"


@pytest.mark.parametrize("month", range(1, 13))
def test_months_in_words_and_figures(month: int) -> None:
    """«сентябрь 2024», «09.2024» and «2024-09» are one month."""
    phrases = (f"{MONTHS[month - 1]} 2024", f"{month:02}.2024", f"2024-{month:02}")
    assert len({parse_when(phrase) for phrase in phrases}) == 1


def test_months_without_a_year_need_one() -> None:
    """A month alone says nothing when it is not known which school year it belongs to."""
    assert parse_when("октябрь") is None
    assert written(parse_when("ежегодно, октябрь")) == "снова"


def test_floating_years_are_told() -> None:
    """A schedule says whether its years were written or lent by the school year."""
    lent, named = parse_when("октябрь", around=AROUND), parse_when("октябрь 2025", around=AROUND)
    assert lent is not None
    assert named is not None
    assert lent.floating
    assert not named.floating


def test_hull_of_stretches() -> None:
    """The start and the end of a schedule are those of all its stretches together."""
    schedule = parse_when("октябрь 2025, март 2026")
    assert schedule is not None
    assert (schedule.start, schedule.end) == (date(2025, 10, 1), date(2026, 3, 31))
    assert schedule.covers(date(2025, 10, 31))
    assert not schedule.covers(date(2026, 1, 1))


def test_open_ends() -> None:
    """A deadline has no start and «с …» has no end; a deadline covers its own day only."""
    deadline, since = parse_when("до 30.11.2021"), parse_when("с 2023 года")
    assert deadline is not None
    assert since is not None
    assert (deadline.start, deadline.end) == (None, date(2021, 11, 30))
    assert deadline.covers(date(2021, 11, 30))
    assert not deadline.covers(date(2021, 11, 29))
    assert (since.start, since.end) == (date(2023, 1, 1), None)
    assert since.covers(date(2040, 1, 1))


def test_no_days_no_hull() -> None:
    """A work that repeats without dates has neither a start nor an end."""
    schedule = parse_when("регулярно")
    assert schedule == Schedule(repeats=True)
    assert schedule.start is None
    assert schedule.end is None
    assert not schedule.dated


_WORDS = (
    *MONTHS,
    *(
        "ежегодно",
        "раз в год",
        "с",
        "по",
        "до",
        "и",
        "–",
        "-",
        ",",
        ".",
        "/",
        "I",
        "iv",
        "1-я",
        "31",
        "0",
        "99",
        "2024",
    ),
    *(
        "2025 г.",
        "декада",
        "неделя",
        "половина",
        "квартал",
        "полугодие",
        "учебный год",
        "начало",
        "конец",
        "лето",
        "зима",
    ),
    *("2024/25", "1999-2000", "01.09", "32.13.2024", "2025-09-31", "09–01.2024", "00.00.0000", "(", ")"),
)


@given(st.lists(st.sampled_from(_WORDS), max_size=9).map(" ".join), st.none() | st.integers(1990, 2090))
def test_words_in_any_order(text: str, around: int | None) -> None:
    """However the pieces are put together, every stretch begins before it ends."""
    schedule = parse_when(text, around=around)
    for start, end in schedule.stretches if schedule else ():
        assert start or end
        assert start is None or end is None or start <= end


@given(st.text(max_size=300), st.none() | st.integers(1990, 2090))
def test_any_text(text: str, around: int | None) -> None:
    """No text at all breaks the reading."""
    schedule = parse_when(text, around=around)
    assert schedule is None or schedule.dated or schedule.repeats


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_two_days(one: date, other: date) -> None:
    """Two days in figures with a dash come back as they were written, the earlier first."""
    phrase = f"{one.day:02}.{one.month:02}.{one.year} – {other.day}.{other.month}.{other.year}"
    schedule = parse_when(phrase)
    assert schedule is not None
    assert schedule.stretches == ((min(one, other), max(one, other)),)
