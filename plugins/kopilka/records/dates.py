"""Dates as precise as people know them: a year, a month or a day; and spans between two of them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kopilka.records.fields import Model, Show, declare
from kopilka.russian import MONTHS, MONTHS_GENITIVE, MONTHS_PREPOSITIONAL, NBSP, short_date

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_YEAR = r"(?P<year>[0-9]{4})(?:\s*г(?:\.|од[а-я]*)?)?"
_OTHER_FORMS = tuple(
    re.compile(rf"(?:{form})\Z")
    for form in (
        rf"(?:(?P<day>[0-9]{{1,2}})[./-])?(?P<month>[0-9]{{1,2}})[./-]{_YEAR}",
        rf"(?:(?P<day>[0-9]{{1,2}})(?:-?го)?\s+)?(?P<name>[а-я]{{3,}})\.?\s+{_YEAR}",
        _YEAR,
        r"(?P<year>[0-9]{4})[./-](?P<month>[0-9]{1,2})(?:[./-](?P<day>[0-9]{1,2}))?",
    )
)
"""01.09.2024, 9/2024, 1 сентября 2024 г., сентябрь 2024 года, 2024 год, 2024.9.1"""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a year and month, or a day. Written `2024`, `2024-09` or `2024-09-01` (ISO 8601).

    Dates are in order of their first days; of two with one first day the shorter stretch comes first.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day that the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that the date may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __lt__(self, other: PartialDate) -> bool:
        return (self.first, self.last) < (other.first, other.last)

    def __str__(self) -> str:
        """The ISO form, as precise as the date."""
        parts = (
            f"{self.year:04}",
            f"{self.month:02}" if self.month else "",
            f"{self.day:02}" if self.day else "",
        )
        return "-".join(part for part in parts if part)

    @property
    def words(self) -> str:
        """As a page says it: «2024 год», «сентябрь 2024 года», «01.09.2024»."""
        if self.month is None:
            return f"{self.year}{NBSP}год"
        if self.day is None:
            return f"{MONTHS[self.month - 1]} {self.year}{NBSP}года"
        return short_date(self.first)

    @property
    def words_since(self) -> str:
        """After «с»: «2024 года», «сентября 2024 года», «01.09.2024»."""
        if self.month is None:
            return f"{self.year}{NBSP}года"
        if self.day is None:
            return f"{MONTHS_GENITIVE[self.month - 1]} {self.year}{NBSP}года"
        return short_date(self.first)

    @property
    def words_in(self) -> str:
        """When it happened: «в 2024 году», «в сентябре 2024 года», «01.09.2024»."""
        if self.month is None:
            return f"в{NBSP}{self.year}{NBSP}году"
        if self.day is None:
            return f"в{NBSP}{MONTHS_PREPOSITIONAL[self.month - 1]} {self.year}{NBSP}года"
        return short_date(self.first)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Lets pydantic read the written form and give it back."""
        return core_schema.no_info_plain_validator_function(
            _validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The pattern for editors and forms."""
        return {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


def _validate(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    return _parse(str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else "")


@lru_cache(maxsize=16384)
def _parse(text: str) -> PartialDate:
    found = _ISO.match(text)
    if found is None:
        raise PydanticCustomError("date_form", "not a date", {"written": text, "better": better_form(text)})
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or not 1900 <= year <= 2100:
        raise PydanticCustomError("date_year", "year out of range", {"written": text})
    if 0 in (month, day) or not _in_calendar(year, month or 0, day or 0):
        raise PydanticCustomError("date_calendar", "no such day", {"written": text})
    return PartialDate(year, month, day)


def better_form(text: str) -> str:
    """How a date written in another way should be written: `01.09.2024` → `2024-09-01`; empty if unsure."""
    plain = " ".join(text.lower().split())
    found = next((match for form in _OTHER_FORMS if (match := form.match(plain))), None)
    if found is None:
        return ""
    named = found.groupdict()
    month = _month_number(named["name"]) if named.get("name") else int(named.get("month") or 0)
    day = int(named.get("day") or 0)
    if month is None or not _in_calendar(int(named["year"]), month, day):
        return ""
    return str(PartialDate(int(named["year"]), month or None, day or None))


def _month_number(name: str) -> int | None:
    """The month that a word names in any case or abbreviation; None for other words."""
    for names in (MONTHS, MONTHS_GENITIVE, MONTHS_PREPOSITIONAL):
        for number, known in enumerate(names, start=1):
            if known == name or (len(name) >= 3 and known.startswith(name)):
                return number
    return None


def _in_calendar(year: int, month: int, day: int) -> bool:
    if not 1900 <= year <= 2100:
        return False
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return False
    return True


def _done(value: Any) -> PartialDate | bool:
    return value if isinstance(value, bool) else _validate(value)


Done = Annotated[PartialDate | bool, PlainValidator(_done)]
"""Whether a work is done: true, false, or the date on which it was."""


class Period(Model):
    """From when to when; either end may be open."""

    start: PartialDate | None = declare(
        None, label="Начало", help="Год, месяц или день начала.", example="2023-09", show=Show.FACTS
    )
    end: PartialDate | None = declare(
        None,
        label="Окончание",
        help="Год, месяц или день окончания. Пусто – продолжается.",
        example="2025-05",
        show=Show.FACTS,
    )

    @property
    def words(self) -> str:
        """As a page says it: «сентябрь 2020 года – декабрь 2024 года», «с 2023 года, продолжается»."""
        return span_words(self.start, self.end)


def span_words(start: PartialDate | None, end: PartialDate | None) -> str:
    """Two dates as one phrase; the year is said once when it is the same."""
    if start and end:
        return _closed_span(start, end)
    if start:
        return f"с{NBSP}{start.words_since}, продолжается"
    return f"до{NBSP}{end.words_since}" if end else ""


def _closed_span(start: PartialDate, end: PartialDate) -> str:
    if start == end:
        return start.words
    if start.month is None and end.month is None:
        return f"{start.year}\u2060–\u2060{end.year}{NBSP}годы"
    if start.day is None and end.day is None and start.month and end.month and start.year == end.year:
        return f"{MONTHS[start.month - 1]}{NBSP}– {MONTHS[end.month - 1]} {end.year}{NBSP}года"
    if start.day and end.day and (start.year, start.month) == (end.year, end.month):
        month = MONTHS_GENITIVE[(end.month or 1) - 1]
        return f"{start.day}\u2060–\u2060{end.day}{NBSP}{month} {end.year}{NBSP}года"
    return f"{start.words}{NBSP}– {end.words}"
