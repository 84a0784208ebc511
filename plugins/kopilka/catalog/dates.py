"""Comparing dates that are known to a year, a month or a day: what is certain, and nothing more."""

from __future__ import annotations

from datetime import date

from kopilka.records.dates import PartialDate


def surely_before(first: PartialDate, second: PartialDate) -> bool:
    """Whether every day that `first` may mean comes before every day that `second` may mean."""
    if first.year != second.year:
        return first.year < second.year
    if first.month is None or second.month is None or first.month != second.month:
        return first.month is not None and second.month is not None and first.month < second.month
    return first.day is not None and second.day is not None and first.day < second.day


def surely_after_day(moment: PartialDate, day: date) -> bool:
    """Whether every day that `moment` may mean comes after `day`."""
    if moment.year != day.year:
        return moment.year > day.year
    return (moment.month or 1, moment.day or 1) > (day.month, day.day)


def words(moment: PartialDate) -> str:
    """A date as a message says it: «2024», «сентябрь 2024 года», «01.09.2024»."""
    return str(moment.year) if moment.month is None else moment.words
