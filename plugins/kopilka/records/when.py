"""«Когда» as people write it: «1-я декада февраля», «ежегодно, ноябрь – декабрь», «до 08.2024»."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import lru_cache

from kopilka.records.when_points import Lends, MonthDay, Point, find_points

Stretch = tuple[date | None, date | None]
"""From a day to a day, both counted in; an open end is None."""

_PLAIN = str.maketrans({"ё": "е", "\u00a0": " ", "\u2060": None, **dict.fromkeys("‐‑‒–—−", "-")})
_REPEATS = re.compile(
    r"\bеже|регулярн|постоянн|непрерывн|систематич|периодическ|\bкажд"
    r"|\b(?:весь|всего)\s+(?:период|срок|проект|врем)"
    r"|\b(?:раза?|дважды|трижды)\b[^,;]*?\b(?:в|за)\s+(?:[\w.]+\s+){0,2}"
    r"(?:год|пол|кварт|месяц|четверт|тримес|семес|недел|ден|день)"
    r"|\bпо\s+(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)[а-я]*м\b"
)
_YEAR_WORD = re.compile(r"^\s*(?:уч[а-я]*\.?\s*)?(?:гг?|год[а-я]*)?\b[\s.]*")
_TO = re.compile(r"(?:и\s+)?(?:-\s*)?(?:до|по)|-")
_SINCE = re.compile(r"(?:^|\s)(?:со?|от|после|не ранее|не раньше)$")
_UNTIL = re.compile(r"(?:^|[\s-])(?:до|по|ко?|не позднее|не позже)(?:\s+чем)?$")


class _Link(Enum):
    """How a point stands to the one before it."""

    APART = 0
    TO = 1
    SINCE = 2
    UNTIL = 3


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a work is due: the stretches of days, and whether it comes again and again.

    `floating` says that no year was named: the years are those of the school year that the text was read in.
    """

    stretches: tuple[Stretch, ...] = ()
    repeats: bool = False
    floating: bool = False

    @property
    def dated(self) -> bool:
        """Whether there is at least one day to compare with."""
        return bool(self.stretches)

    @property
    def start(self) -> date | None:
        """The first day; None when it is open or there is none."""
        days = [start for start, _ in self.stretches]
        return None if None in days else min((day for day in days if day), default=None)

    @property
    def end(self) -> date | None:
        """The last day; None when it is open or there is none."""
        days = [end for _, end in self.stretches]
        return None if None in days else max((day for day in days if day), default=None)

    def covers(self, day: date) -> bool:
        """Whether the work goes on that day; of a bare deadline, whether it is that very day."""
        return any(
            day == end if start is None else start <= day and (end is None or day <= end)
            for start, end in self.stretches
        )


@lru_cache(maxsize=16384)
def parse_when(text: str, *, around: int | None = None) -> Schedule | None:
    """The schedule that the words mean, or None when they name no time at all.

    `around` is the calendar year in which the school year of the work begins: months without a year are read
    in it (September to December) or in the next one (January to August).
    """
    plain = text.lower().translate(_PLAIN)
    repeats = _REPEATS.search(plain) is not None
    points = tuple(find_points(plain))
    links = _links(plain, points)
    floating = all(point.year is None for point in points)
    dated = _with_years(*_take_lender(list(zip(links, points, strict=True)), around))
    stretches = _stretches(dated)
    if not stretches:
        return Schedule(repeats=True) if repeats else None
    return Schedule(stretches, repeats, floating)


def _links(text: str, points: Sequence[Point]) -> list[_Link]:
    starts = (0, *(point.place[1] for point in points))
    gaps = (text[start : point.place[0]] for start, point in zip(starts, points, strict=False))
    return [_link(gap, first=number == 0) for number, gap in enumerate(gaps)]


def _link(gap: str, *, first: bool) -> _Link:
    words = gap.strip() if first else _YEAR_WORD.sub("", gap).strip()
    if not first and _TO.fullmatch(words):
        return _Link.TO
    if _UNTIL.search(words):
        return _Link.UNTIL
    return _Link.SINCE if _SINCE.search(words) else _Link.APART


_Linked = tuple[_Link, Point]


def _take_lender(items: list[_Linked], around: int | None) -> tuple[list[_Linked], int | None]:
    """Takes away the only year that stands beside months without one, as in «2025: март, октябрь»."""
    lenders = [number for number, (_, point) in enumerate(items) if point.lends is not Lends.NONE]
    if len(lenders) != 1 or all(point.year is not None for _, point in items):
        return items, around
    number = lenders[0]
    link, lender = items[number]
    rest = items[:number] + items[number + 1 :]
    if link in {_Link.SINCE, _Link.UNTIL}:
        return items, around
    if lender.lends is Lends.SCHOOL_YEAR:
        return rest, lender.year
    nearest = number if number < len(rest) and rest[number][1].year is None else number - 1
    if rest[nearest][1].year is None:
        rest[nearest] = (rest[nearest][0], replace(rest[nearest][1], year=lender.year))
    return rest, around


def _with_years(items: list[_Linked], around: int | None) -> list[_Linked]:
    """Lends years to the points that have none: of the date after, of the date before, of the school year."""
    found = list(items)
    for number in reversed(range(len(found) - 1)):
        link, point = found[number]
        after = found[number + 1][1]
        if point.year is None and after.year is not None:
            found[number] = (link, replace(point, year=after.year - (point.first > after.last)))
    for number, (link, point) in enumerate(found):
        if point.year is None:
            before = found[number - 1][1] if number else None
            found[number] = (link, replace(point, year=_year_for(point, link, before, around)))
    return [(link, point) for link, point in found if point.year is not None]


def _year_for(point: Point, link: _Link, before: Point | None, around: int | None) -> int | None:
    if before is not None and before.year is not None and (around is None or link is _Link.TO):
        return before.year + before.years_on + (point.last < before.first)
    if around is None:
        return None
    return around if point.first[0] >= 9 else around + 1


def _stretches(items: Iterable[_Linked]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for link, point in items:
        year = point.year or date.min.year
        first, last = _day(year, point.first), _day(year + point.years_on, point.last)
        if link is _Link.TO and found:
            start = found.pop()[0]
            found.append((min(start, last) if start else None, max(start, last) if start else last))
        elif link is _Link.SINCE:
            found.append((first, None))
        else:
            found.append((None if link is _Link.UNTIL else first, last))
    return tuple(found)


def _day(year: int, month_day: MonthDay) -> date:
    month, day = month_day
    return date(year, month, min(day, monthrange(year, month)[1]))
