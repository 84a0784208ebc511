"""«Когда» as people write it in road maps: «1-я декада февраля», «ежегодно, ноябрь – декабрь», «до 08.2024»."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_MONTH_STEMS = ("январ", "феврал", "март", "апрел", "ма[йея]", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_MONTH = "|".join(f"(?P<m{number}>{stem}[а-я]*)" for number, stem in enumerate(_MONTH_STEMS, start=1))
_OWN_YEAR = r"(?:\s+(?P<own>(?:19|20)\d\d)\b)?"
_SEASONS = {"весн": (3, 5), "лет": (6, 8), "осен": (9, 11)}
_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}

_POINT = re.compile(
    rf"""
    (?P<numeric>\b(?:(?P<nd>\d{{1,2}})\.)?(?P<nm>\d{{1,2}})\.(?P<ny>\d{{4}}) | \b(?P<sd>\d{{1,2}})\.(?P<sm>\d{{2}})\b(?!\.\d))
    | (?P<school>(?P<sy>20\d\d)\s*[/–—-]\s*(?P<sy2>(?:20)?\d\d)\s*(?:уч[а-я.]*)\s*(?:г[а-я.]*)?)
    | (?P<slash>(?P<ly>20\d\d)/(?:20)?\d\d)
    | (?P<quarter>(?P<q>iv|i{{1,3}}|[1-4])(?:-?[йыи]{{1,2}})?\s*кварт[а-я]*){_OWN_YEAR.replace("own", "own_q")}
    | (?P<half>(?P<h>[12]|i{{1,2}}|перв[а-я]+|втор[а-я]+)(?:-?е)?\s*полугоди[а-я]+){_OWN_YEAR.replace("own", "own_h")}
    | (?P<decade>(?P<dec>[123]|перв[а-я]+|втор[а-я]+|треть[а-я]+)(?:-?[аяй]{{1,2}})?\s*декад[а-я]*\s*(?=(?:{"|".join(_MONTH_STEMS)})))
    | (?P<days>(?P<d1>\d{{1,2}})(?:\s*[–—-]\s*(?P<d2>\d{{1,2}}))?\s+(?=(?:{"|".join(_MONTH_STEMS)})))
    | \b(?:{_MONTH}){_OWN_YEAR}
    | (?P<season>весн[а-я]*|лет[оа]м?\b|осен[а-я]*){_OWN_YEAR.replace("own", "own_s")}
    | (?P<year>\b(?:19|20)\d\d\b)
    """,
    re.VERBOSE,
)
_REPEATS = re.compile(r"\bеже|регулярн|постоянн|непрерывн|систематич|\bраза?\b[^,;]*\b(?:в|за)\b|кажд[а-я]+ (?:год|месяц|недел|кварт|полугод)")
_UNTIL = re.compile(r"^\s*(?:не позднее|до|к)\s+")


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a work is due: between two days (either may be open), and whether it comes again and again."""

    start: date | None = None
    end: date | None = None
    repeats: bool = False

    @property
    def dated(self) -> bool:
        """Whether there is at least one day to compare with."""
        return self.start is not None or self.end is not None


@dataclass(frozen=True, slots=True)
class _Point:
    """A piece of a date: some months or days, with its year or without."""

    year: int | None
    months: tuple[int, int]
    days: tuple[int, int | None] = (1, None)
    years_on: int = 0


@lru_cache(maxsize=16384)
def parse_when(text: str, *, around: int | None = None) -> Schedule | None:
    """The schedule that the words mean, or None when they name no time at all.

    `around` is the calendar year in which the school year of the work begins: months without a year are read in it
    (September to December) or in the next one (January to August).
    """
    low = text.lower().replace("ё", "е").replace("\u00a0", " ").replace("\u2060", "")
    repeats = bool(_REPEATS.search(low))
    points = list(_with_years(list(_points(low)), around))
    spans = [_span(point) for point in points if point.year is not None]
    if not spans:
        return Schedule(repeats=True) if repeats else None
    start, end = min(first for first, _ in spans), max(last for _, last in spans)
    return Schedule(None if _UNTIL.match(low) else start, end, repeats)


def _points(text: str) -> Iterator[_Point]:
    days: tuple[int, int | None] | None = None
    for found in _POINT.finditer(text):
        days_now, point = _read(found, days)
        days = days_now
        if point is not None:
            yield point


def _read(
    found: re.Match[str], days: tuple[int, int | None] | None
) -> tuple[tuple[int, int | None] | None, _Point | None]:
    named = {name: value for name, value in found.groupdict().items() if value is not None}
    year = next((int(value) for name, value in named.items() if name.startswith("own")), None)
    match next(iter(named)):
        case "numeric":
            return None, _numeric(named)
        case "school" | "slash":
            return None, _Point(int(named.get("sy") or named["ly"]), (9, 8), years_on=1)
        case "quarter":
            number = _QUARTERS[named["q"]]
            return None, _Point(year, (number * 3 - 2, number * 3))
        case "half":
            second = named["h"] in {"2", "ii"} or named["h"].startswith("втор")
            return None, _Point(year, (7, 12) if second else (1, 6))
        case "decade":
            number = {"п": 1, "1": 1, "в": 2, "2": 2, "т": 3, "3": 3}[named["dec"][0]]
            return (number * 10 - 9, None if number == 3 else number * 10), None
        case "days":
            return (int(named["d1"]), int(named.get("d2") or named["d1"])), None
        case "season":
            months = next(months for stem, months in _SEASONS.items() if named["season"].startswith(stem))
            return None, _Point(year, months)
        case "year":
            return None, _Point(int(named["year"]), (1, 12))
        case name:
            month = int(name[1:])
            return None, _Point(year, (month, month), days or (1, None))


def _numeric(named: dict[str, str]) -> _Point | None:
    month = int(named.get("nm") or named["sm"])
    if not 1 <= month <= 12:
        return None
    written = named.get("nd") or named.get("sd")
    day = int(written) if written else None
    year = int(named["ny"]) if "ny" in named else None
    return _Point(year, (month, month), (day, day) if day else (1, None))


def _with_years(points: list[_Point], around: int | None) -> Iterator[_Point]:
    """Lends a year to the months that have none: of the date after them, of the school year, of the date before."""
    after: int | None = None
    lent: list[_Point] = []
    for point in reversed(points):
        after = point.year if point.year is not None else after
        lent.append(_in_year(point, after))
    before: int | None = None
    for point in reversed(lent):
        year = point.year
        if year is None and around is not None:
            year = around if point.months[0] >= 9 else around + 1
        before = before if year is None else year
        yield _in_year(point, before)


def _in_year(point: _Point, year: int | None) -> _Point:
    return _Point(year, point.months, point.days, point.years_on)


def _span(point: _Point) -> tuple[date, date]:
    year = point.year or date.min.year
    last_year = year + point.years_on
    first_day = min(max(point.days[0], 1), monthrange(year, point.months[0])[1])
    month_end = monthrange(last_year, point.months[1])[1]
    last_day = min(max(point.days[1] or month_end, 1), month_end)
    return date(year, point.months[0], first_day), date(last_year, point.months[1], last_day)
