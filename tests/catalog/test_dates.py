"""Dates known to a year, a month or a day: only what is certain is said of them."""

from __future__ import annotations

from datetime import date

import pytest

from kopilka.catalog.dates import surely_after_day, surely_before, words
from kopilka.records.dates import PartialDate, _parse

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        ("2024", "2025", True),
        ("2025", "2024", False),
        ("2024", "2024-09", False),
        ("2024-08", "2024", False),
        ("2024-08", "2024-09", True),
        ("2024-09", "2024-09-01", False),
        ("2024-09-01", "2024-09", False),
        ("2024-09-01", "2024-09-02", True),
        ("2024-09-02", "2024-09-02", False),
        ("2024-12-31", "2025", True),
    ],
)
def test_surely_before(first: str, second: str, *, before: bool) -> None:
    """True only when no reading of the two dates says otherwise."""
    assert surely_before(_parse(first), _parse(second)) is before


@pytest.mark.parametrize(
    ("moment", "after"),
    [
        ("2026", False),
        ("2027", True),
        ("2026-11", False),
        ("2026-12", True),
        ("2026-11-22", False),
        ("2026-11-23", True),
    ],
)
def test_surely_after_a_day(moment: str, *, after: bool) -> None:
    """This year and this month have begun."""
    assert surely_after_day(_parse(moment), TODAY) is after


def test_words() -> None:
    """A year alone needs no word after it in a message."""
    assert words(PartialDate(2024)) == "2024"
    assert words(PartialDate(2024, 9)) == "сентябрь 2024\u00a0года"
