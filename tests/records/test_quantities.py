"""Amounts as a page says them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kopilka.records.quantities import (
    PEOPLE,
    Duration,
    Grades,
    GroupSize,
    Money,
    Result,
    Span,
    hours_words,
    minutes_words,
    range_words,
)


def plain(words: str) -> str:
    """Words with ordinary spaces and without joiners."""
    return words.replace("\u00a0", " ").replace("\u2060", "")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ({"session_minutes": 10, "times": 2, "per": "week"}, "10 минут 2 раза в неделю"),
        ({"session_minutes": 40, "per": "day"}, "40 минут в день"),
        ({"session_minutes": 10, "times": 3, "per": "lesson"}, "10 минут на каждом уроке"),
        ({"session_minutes": 120, "per": "once"}, "2 часа один раз"),
        ({"session_minutes": 40, "times": 8}, "40 минут, 8 раз"),
        ({"times": 1, "per": "quarter"}, "1 раз в четверть"),
        ({"times": 5}, "5 раз"),
        ({"hours": 24}, "24 часа"),
        ({"session_minutes": 10, "per": "week", "hours": 6}, "10 минут в неделю, всего 6 часов"),
        ({"hours": 72, "span": {"value": 9, "unit": "month"}}, "72 часа, 9 месяцев"),
        ({"span": {"value": 2, "unit": "year"}}, "2 учебных года"),
        ({"note": "дольше всего делается первая карта"}, ""),
    ],
)
def test_duration(written: dict[str, Any], words: str) -> None:
    """A duration says one session, how often, the total and how long it lasts, as far as known."""
    assert plain(Duration.model_validate(written).words) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1, "lesson", "1 урок"),
        (3, "lesson", "3 урока"),
        (1, "year", "1 учебный год"),
        (5, "year", "5 учебных лет"),
        (21, "day", "21 день"),
        (2, "half-year", "2 полугодия"),
    ],
)
def test_span(value: int, unit: str, words: str) -> None:
    """A number of units goes with the right form of the noun."""
    assert plain(Span.model_validate({"value": value, "unit": unit}).words) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, ""),
        (0, ""),
        (1, "1 минута"),
        (45, "45 минут"),
        (60, "1 час"),
        (80, "1 час 20 минут"),
        (150, "2 часа 30 минут"),
    ],
)
def test_minutes(minutes: int | None, words: str) -> None:
    """From an hour on minutes are said in hours."""
    assert plain(minutes_words(minutes)) == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (None, ""),
        (1, "1 час"),
        (1.0, "1 час"),
        (1.5, "1,5 часа"),
        (21, "21 час"),
        (0.25, "0,25 часа"),
        (0.999, "1 час"),
    ],
)
def test_hours(hours: float | None, words: str) -> None:
    """A fraction of an hour takes «часа», as speech does."""
    assert plain(hours_words(hours)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (20, 30, "20–30 человек"),
        (30, 20, "20–30 человек"),
        (12, 12, "12 человек"),
        (1, 2, "1–2 человека"),
        (1, None, "от 1 человека"),
        (11, None, "от 11 человек"),
        (None, 21, "до 21 человека"),
        (None, 12, "до 12 человек"),
        (None, 10_000, "до 10 000 человек"),
        (None, None, ""),
    ],
)
def test_range(low: int | None, high: int | None, words: str) -> None:
    """A range is said with one noun; after «от» and «до» the noun is in the genitive."""
    assert plain(range_words(low, high, PEOPLE)) == words


def test_group() -> None:
    """A group says who it is and how many."""
    assert plain(GroupSize(min=20, max=30, note="класс").words) == "класс, 20–30 человек"
    assert plain(GroupSize(note="пара учителей").words) == "пара учителей"
    assert plain(GroupSize(max=12).words) == "до 12 человек"


@pytest.mark.parametrize(
    ("first", "last", "words"), [(5, 7, "5–7 классы"), (7, 5, "5–7 классы"), (9, 9, "9 класс")]
)
def test_grades(first: int, last: int, words: str) -> None:
    """School years are a range or one class."""
    assert plain(Grades(min=first, max=last).words) == words


@pytest.mark.parametrize(
    ("money", "words"),
    [
        (Money(roubles=0), "бесплатно"),
        (Money(roubles=300, per="на класс в четверть", approximate=True), "≈ 300 ₽ на класс в четверть"),
        (Money(roubles=9500), "9500 ₽"),
        (Money(roubles=125_000), "125 000 ₽"),
    ],
)
def test_money(money: Money, words: str) -> None:
    """A sum is in roubles, thousands apart from five digits on."""
    assert plain(money.words) == words


def test_measured() -> None:
    """A result is measured when it has a number at the end."""
    assert Result(what="Находят неявное", before=41, after=63).measured
    assert Result(what="Нет отказов", after=0).measured
    assert not Result(what="Стало интереснее").measured


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan")])
def test_no_endless_numbers(number: float) -> None:
    """What is no number in any unit is refused: it could be neither shown nor compared."""
    with pytest.raises(ValidationError):
        Result(what="Находят неявное", after=number)


@pytest.mark.parametrize(
    ("model", "written"),
    [
        (Duration, {"session_minutes": 0}),
        (Duration, {"hours": -1}),
        (Duration, {"per": "иногда"}),
        (GroupSize, {"min": 0}),
        (Grades, {"min": 0, "max": 4}),
        (Grades, {"min": 1, "max": 12}),
        (Money, {"roubles": -1}),
        (Result, {"what": "Было", "out_of": 0}),
    ],
)
def test_limits(model: type[Duration | GroupSize | Grades | Money | Result], written: dict[str, Any]) -> None:
    """Amounts that cannot be are refused."""
    with pytest.raises(ValidationError):
        model.model_validate(written)


@given(st.none() | st.integers(1, 1440), st.none() | st.integers(1, 365), st.none() | st.floats(0.1, 2000))
def test_duration_has_clean_words(minutes: int | None, times: int | None, hours: float | None) -> None:
    """However little is known, the words have no stray commas or spaces."""
    words = plain(Duration(session_minutes=minutes, times=times, hours=hours).words)
    assert words == words.strip(" ,")
    assert ", ," not in words
    assert "  " not in words
