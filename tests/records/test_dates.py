"""Dates as precise as people know them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from kopilka.records.dates import Done, PartialDate, Period, better_form, span_words


class Note(BaseModel):
    """A model with a date, as records have them."""

    day: PartialDate


def plain(words: str) -> str:
    """Words with ordinary spaces and without joiners."""
    return words.replace("\u00a0", " ").replace("\u2060", "")


partial_dates = st.one_of(
    st.builds(PartialDate, st.integers(1900, 2100)),
    st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12)),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(lambda day: PartialDate(day.year, day.month, day.day)),
)


@pytest.mark.parametrize("written", ["2024", "2024-09", "2024-09-01", "2024-02-29"])
def test_written_form_comes_back(written: str) -> None:
    """A date keeps the precision it was written with, also as JSON."""
    note = Note.model_validate({"day": written})
    assert str(note.day) == written
    assert note.model_dump(mode="json") == {"day": written}


def test_bare_year_is_a_number_in_yaml() -> None:
    """`created: 2024` reaches the model as a number and is a year all the same."""
    assert Note.model_validate({"day": 2024}).day == PartialDate(2024)


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("01.09.2024", "date_form"),
        ("вчера", "date_form"),
        ("", "date_form"),
        ("2024-9", "date_form"),
        ("2024-09-01T10:00", "date_form"),
        ("٢٠٢٤", "date_form"),
        (True, "date_form"),
        (None, "date_form"),
        (2024.5, "date_form"),
        ("2024-13", "date_calendar"),
        ("2024-00", "date_calendar"),
        ("2024-02-30", "date_calendar"),
        ("2024-02-00", "date_calendar"),
        ("2023-02-29", "date_calendar"),
        ("1024-09-01", "date_year"),
        ("9999", "date_year"),
    ],
)
def test_refused(written: object, error: str) -> None:
    """What is no date is refused, each kind of mistake under its own name."""
    with pytest.raises(ValidationError) as caught:
        Note.model_validate({"day": written})
    assert [problem["type"] for problem in caught.value.errors()] == [error]


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("01.09.2024", "2024-09-01"),
        ("1.9.2024 г.", "2024-09-01"),
        ("01/09/2024", "2024-09-01"),
        ("01-09-2024", "2024-09-01"),
        ("09.2024", "2024-09"),
        ("2024.09.01", "2024-09-01"),
        ("2024-9-1", "2024-09-01"),
        ("2024/9", "2024-09"),
        ("1 сентября 2024 года", "2024-09-01"),
        ("Сентябрь 2024", "2024-09"),
        ("сент. 2024", "2024-09"),
        ("мае 2024", "2024-05"),
        ("2024 год", "2024"),
        ("2024г.", "2024"),
        ("31.02.2024", ""),
        ("09.13.2024", ""),
        ("1 брюмера 2024", ""),
        ("осень 2024", ""),
        ("01.09.1024", ""),
        ("скоро", ""),
    ],
)
def test_better_form(written: str, better: str) -> None:
    """A date written in another way becomes ours where there is no doubt, and never a wrong one."""
    assert better_form(written) == better


@given(st.text(max_size=40))
def test_better_form_is_always_a_date(written: str) -> None:
    """Whatever is suggested can be read."""
    better = better_form(written)
    assert not better or str(Note.model_validate({"day": better}).day) == better


def test_first_and_last_day() -> None:
    """A year and a month mean all their days."""
    assert (PartialDate(2024).first, PartialDate(2024).last) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (PartialDate(2024, 2).first, PartialDate(2024, 2).last) == (date(2024, 2, 1), date(2024, 2, 29))
    assert PartialDate(2024, 2, 3).first == PartialDate(2024, 2, 3).last == date(2024, 2, 3)


@given(st.lists(partial_dates, min_size=2, max_size=8))
def test_order(dates: list[PartialDate]) -> None:
    """Dates of different precision can be put in order, by their first days."""
    for before, after in pairwise(sorted(dates)):
        assert before <= after
        assert before.first <= after.first


def test_order_of_precision() -> None:
    """Of dates that begin on one day the most precise comes first."""
    assert sorted([PartialDate(2024), PartialDate(2024, 1), PartialDate(2024, 1, 1)]) == [
        PartialDate(2024, 1, 1),
        PartialDate(2024, 1),
        PartialDate(2024),
    ]


@pytest.mark.parametrize(
    ("moment", "words", "since", "within"),
    [
        (PartialDate(2024), "2024 год", "2024 года", "в 2024 году"),
        (PartialDate(2024, 5), "май 2024 года", "мая 2024 года", "в мае 2024 года"),
        (PartialDate(2024, 9, 1), "01.09.2024", "01.09.2024", "01.09.2024"),
    ],
)
def test_words(moment: PartialDate, words: str, since: str, within: str) -> None:
    """A date is said by itself, after «с» and as an answer to «когда»."""
    assert [plain(text) for text in (moment.words, moment.words_since, moment.words_in)] == [
        words,
        since,
        within,
    ]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2020", "2024", "2020–2024 годы"),
        ("2024", "2024", "2024 год"),
        ("2020-09", "2024-12", "сентябрь 2020 года – декабрь 2024 года"),
        ("2024-09", "2024-12", "сентябрь – декабрь 2024 года"),
        ("2024-09", "2024-09", "сентябрь 2024 года"),
        ("2024-09-01", "2024-09-10", "1–10 сентября 2024 года"),
        ("2024-09-01", "2025-05-31", "01.09.2024 – 31.05.2025"),
        ("2024-09-01", "2024-09-01", "01.09.2024"),
        ("2020", "2024-12", "2020 год – декабрь 2024 года"),
        ("2023", None, "с 2023 года, продолжается"),
        ("2023-09", None, "с сентября 2023 года, продолжается"),
        (None, "2024-12", "до декабря 2024 года"),
        (None, None, ""),
    ],
)
def test_period(start: str | None, end: str | None, words: str) -> None:
    """A period says its year once where one is enough."""
    period = Period.model_validate({"start": start, "end": end})
    assert plain(period.words) == words


@given(partial_dates, partial_dates)
def test_span_always_has_words(one: PartialDate, other: PartialDate) -> None:
    """Any two dates make a phrase that names both years."""
    words = span_words(one, other)
    assert str(one.year) in words
    assert str(other.year) in words


@pytest.mark.parametrize(
    ("written", "done"),
    [(True, True), (False, False), ("2025-09", PartialDate(2025, 9)), (2025, PartialDate(2025))],
)
def test_done(written: object, done: PartialDate | bool) -> None:  # noqa: FBT001 - a record's value
    """A work is done, not done, or done on a date."""
    assert TypeAdapter(Done).validate_python(written) == done


def test_schema() -> None:
    """Editors are told the pattern of a date."""
    schema = Note.model_json_schema()["properties"]["day"]
    assert schema["type"] == "string"
    assert schema["pattern"] == r"^\d{4}(-\d{2}(-\d{2})?)?$"


@given(st.dates(date(1900, 1, 1), date(2100, 12, 30)))
def test_days_follow_each_other(day: date) -> None:
    """The day after is later."""
    after = day + timedelta(days=1)
    assert PartialDate(day.year, day.month, day.day) < PartialDate(after.year, after.month, after.day)
