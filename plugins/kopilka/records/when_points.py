"""Pieces of dates in words: «ноябрь 2021», «1-я декада февраля», «III–IV квартал», «2024/25 учебный год»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

MonthDay = tuple[int, int]
"""A month and a day in it; 31 stands for the last day of any month."""


class Lends(Enum):
    """What year a point can give to the months beside it."""

    NONE = 0
    YEAR = 1
    SCHOOL_YEAR = 2


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of some year: its first and last day; `year` is None where it is not said.

    `years_on` is how many years after the first day the last one falls; `place` is where the words stand.
    """

    year: int | None
    first: MonthDay
    last: MonthDay
    years_on: int = 0
    lends: Lends = Lends.NONE
    place: tuple[int, int] = (0, 0)


Named = dict[str, str]
_Reader = Callable[[Named], Point | None]

_ORDINAL = r"iv|i{1,3}|[1-5]|перв[а-я]+|втор[а-я]+|треть[а-я]+|четв[её]рт[а-я]+|последн[а-я]+"
_ENDING = r"(?:-?(?:ый|ой|ий|ая|ое|ья|ье|ей|го|й|я|е))?"
_YEAR = r"(?:19|20)\d\d"
_TAIL = rf"(?:,?\s*(?P<year>{_YEAR})(?!\d|\s*/\s*\d|\s*-\s*(?:20)?\d\d\s*уч))?"
_MONTH = (
    r"(?P<month>январ[а-я]*|янв\b\.?|феврал[а-я]*|февр?\b\.?|март[а-я]*|мар\.|апрел[а-я]*|апр\b\.?"
    r"|ма[йяюе]м?\b|майск[а-я]*|июн[а-я]*|июл[а-я]*|август[а-я]*|авг\b\.?|сентябр[а-я]*|сент?\b\.?"
    r"|октябр[а-я]*|окт\b\.?|ноябр[а-я]*|нояб?\b\.?|декабр[а-я]*|дек\b\.?)"
)
_DAYS = r"(?:с\s+(?=\d{1,2}\s*по\s))?(?P<days>\d{1,2}(?:\s*(?:-|,|\bи\b|\bпо\b)\s*\d{1,2})*)(?:-?го)?\s+"
_CHUNK = rf"(?P<number>{_ORDINAL}){_ENDING}\s+(?P<chunk>декад|недел|половин)[а-я]*\s+"
_EDGE = r"(?P<edge>нач|серед|кон)(?:ал[а-я]*|ин[а-я]*|ец|ц[а-я]*|\.)\s+"

_PART = (
    rf"(?:(?P<from>{_ORDINAL}){_ENDING}\s*(?:-|и)\s*)?(?P<number>{_ORDINAL}){_ENDING}\s+"
    rf"(?:уч[а-я]*\.?\s+)?(?P<unit>кварт|кв\.|полуг|четв|тримес|семес)[а-яё]*{_TAIL}"
)

_STARTS = re.compile(r"(?<![\w.])(?=[0-9а-яiv])")
_MONTHS = {"янв": 1, "фев": 2, "мар": 3, "апр": 4, "июн": 6, "июл": 7}
_MONTHS |= {"авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12}
_NUMBERS = {"п": 1, "в": 2, "т": 3, "ч": 4, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_EDGE_DAYS = {"нач": (1, 10), "серед": (11, 20), "кон": (21, 31)}
_EDGE_MONTHS = {"нач": (1, 3), "серед": (5, 8), "кон": (10, 12)}
_SEASONS = {"зим": (12, 2), "вес": (3, 5), "лет": (6, 8), "осе": (9, 11)}
_UNITS: dict[str, dict[int, tuple[int, int]]] = {
    "кв": {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12)},
    "по": {1: (9, 12), 2: (1, 5)},
    "че": {1: (9, 10), 2: (11, 12), 3: (1, 3), 4: (4, 5)},
    "тр": {1: (9, 11), 2: (12, 2), 3: (3, 5)},
    "се": {1: (9, 1), 2: (2, 6)},
}
"""The months of a calendar quarter, and of the parts that a school year is divided into, by two letters."""
_CALENDAR_HALVES = {1: (1, 6), 2: (7, 12)}


def find_points(text: str) -> Iterator[Point]:
    """The pieces of dates in a text of small letters with plain hyphens, from left to right."""
    position = 0
    for start in _STARTS.finditer(text):
        point = _point_at(text, start.start()) if start.start() >= position else None
        if point is not None:
            position = point.place[1]
            yield point


def _point_at(text: str, start: int) -> Point | None:
    for form, read in _FORMS:
        found = form.match(text, start)
        if found is None:
            continue
        point = read({name: value for name, value in found.groupdict().items() if value is not None})
        if point is not None:
            return replace(point, place=found.span())
    return None


def _read_iso(named: Named) -> Point | None:
    return _days(int(named["year"]), int(named["month"]), named.get("day"), named.get("day"))


def _read_numeric(named: Named) -> Point | None:
    year = int(named["year"]) if "year" in named else None
    if year is not None and year < 100:
        year += 2000
    return _days(year, int(named["month"]), named.get("from", named.get("day")), named.get("day"))


def _days(year: int | None, month: int, first: str | None, last: str | None) -> Point | None:
    """Days of one month, or the whole of it; None for a month or a day that no calendar has."""
    days = sorted((int(first or 1), int(last or 31)))
    if not 1 <= month <= 12 or days[0] < 1 or days[1] > 31:
        return None
    return Point(year, (month, days[0]), (month, days[1]))


def _read_months(named: Named) -> Point | None:
    first, last = int(named["from"]), int(named["month"])
    return _stretch(int(named["year"]), (first, last)) if 1 <= first <= last <= 12 else None


def _read_school_year(named: Named) -> Point | None:
    year = int(named["year"])
    last = int(named["last"]) + (0 if len(named["last"]) == 4 else year // 100 * 100)
    if last <= year:
        return None
    return Point(year, (9, 1), (8, 31), last - year, Lends.SCHOOL_YEAR)


def _read_part(named: Named) -> Point | None:
    """«III–IV квартал 2023»; a half of a calendar year only where that year is named."""
    first, last = (_number(named.get(name, named["number"])) for name in ("from", "number"))
    unit = named["unit"][:2]
    units = _CALENDAR_HALVES if unit == "по" and "year" in named else _UNITS[unit]
    if first not in units or last not in units:
        return None
    return _stretch(_year(named), (units[first][0], units[last][1]))


def _read_month(named: Named) -> Point | None:
    month = _MONTHS.get(named["month"][:3], 5)
    year = _year(named)
    if "days" in named:
        days = re.findall(r"\d+", named["days"])
        return _days(year, month, days[0], days[-1])
    if "edge" in named:
        first, last = _EDGE_DAYS[named["edge"]]
    elif "chunk" in named:
        first, last = _chunk(named["chunk"], _number(named["number"]))
    else:
        first, last = 1, 31
    return Point(year, (month, first), (month, last))


def _chunk(word: str, number: int) -> tuple[int, int]:
    """The days of the decade, week or half of a month that has this number; 0 is the last one."""
    size = {"декад": 10, "недел": 7, "половин": 15}[word]
    if number == 0:
        return 32 - size, 31
    end = 31 if number * size >= 29 else number * size
    return number * size - size + 1, end


def _read_season(named: Named) -> Point | None:
    months = _SEASONS[named["season"][:3]]
    year = _year(named)
    return _stretch(year - 1 if year and months[0] > months[1] else year, months)


def _read_year(named: Named) -> Point | None:
    year = int(named["year"])
    months = (1, 12)
    if "edge" in named:
        months = _EDGE_MONTHS[named["edge"]]
    elif "number" in named:
        months = _CALENDAR_HALVES.get(_number(named["number"]), (7, 12))
    last = year // 100 * 100 + int(named["last"]) if "last" in named else year
    lends = Lends.YEAR if months == (1, 12) and last == year else Lends.NONE
    return Point(year, (months[0], 1), (months[1], 31), max(last - year, 0), lends)


def _stretch(year: int | None, months: tuple[int, int]) -> Point:
    first, last = months
    return Point(year, (first, 1), (last, 31), years_on=int(first > last))


def _year(named: Named) -> int | None:
    return int(named["year"]) if "year" in named else None


def _number(written: str) -> int:
    """1-5; 0 for «последняя»."""
    return 0 if written.startswith("посл") else _ROMAN.get(written) or _NUMBERS[written[0]]


_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (rf"(?P<year>{_YEAR})\s*/\s*(?P<last>(?:20)?\d\d)(?!\d)(?:\s*уч[а-я]*)?", _read_school_year),
        (rf"(?P<year>{_YEAR})\s*-\s*(?P<last>(?:20)?\d\d)\s*уч[а-я]*", _read_school_year),
        (rf"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?(?![\d.]|\s*гг)", _read_iso),
        (
            rf"(?:(?P<from>\d{{1,2}})\s*-\s*)?(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>{_YEAR}|\d\d)(?!\d)",
            _read_numeric,
        ),
        (rf"(?P<from>\d{{1,2}})\s*-\s*(?P<month>\d{{1,2}})\.(?P<year>{_YEAR})(?!\d)", _read_months),
        (rf"(?P<month>\d{{1,2}})\.(?P<year>{_YEAR})(?!\d)", _read_numeric),
        (r"(?P<day>\d{1,2})\.(?P<month>\d\d)(?!\d|\.\d)", _read_numeric),
        (_PART, _read_part),
        (rf"(?:{_DAYS}|{_CHUNK}|{_EDGE})?{_MONTH}{_TAIL}", _read_month),
        (rf"(?P<season>зим|весн|лет(?=[оан])|осен)[а-я]*{_TAIL}", _read_season),
        (rf"(?:{_CHUNK}|{_EDGE})?(?P<year>{_YEAR})(?:-(?P<last>\d\d)(?![\d.]))?(?!\d)", _read_year),
    )
)
"""Tried in this order at the beginning of every word; the first that fits wins."""
