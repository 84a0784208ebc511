"""Russian word forms, lists, numbers and dates as people write them; used by messages and pages alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

NBSP = "\u00a0"

MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
MONTHS_GENITIVE = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
MONTHS_SHORT = (
    "янв.",
    "февр.",
    "марта",
    "апр.",
    "мая",
    "июня",
    "июля",
    "авг.",
    "сент.",
    "окт.",
    "нояб.",
    "дек.",
)

Forms = tuple[str, str, str]
"""The noun after 1, after 2-4 and after 5-20: («знак», «знака», «знаков»)."""


def choose_form(number: int, forms: Forms) -> str:
    """The form of a noun that goes with `number`: 1 знак, 2 знака, 5 знаков."""
    last_two, last = abs(number) % 100, abs(number) % 10
    if 11 <= last_two <= 14 or last == 0 or last >= 5:
        return forms[2]
    return forms[0] if last == 1 else forms[1]


def count(number: int, forms: Forms) -> str:
    """A number with its noun: «64 знака», grouped by thousands, held together by a no-break space."""
    return f"{group_digits(number)}{NBSP}{choose_form(number, forms)}"


def group_digits(number: int) -> str:
    """Thousands apart from five digits on, as Russian typography has it: 1234, 12 345."""
    return f"{number:,}".replace(",", NBSP) if abs(number) >= 10_000 else str(number)


def decimal(number: float) -> str:
    """A number with a decimal comma and no needless zeros: 2.50 → «2,5»."""
    if number == int(number):
        return group_digits(int(number))
    return f"{number:.2f}".rstrip("0").replace(".", ",")


def join_words(words: Iterable[str], *, last: str = "и") -> str:
    """«а, б и в»."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def quote(text: str) -> str:
    """The text in «ёлочки»; quotes already inside become „лапки“."""
    return "«" + text.replace("«", "„").replace("»", "“") + "»"


def capitalise(text: str) -> str:
    """The first letter large, the rest as it was (unlike `str.capitalize`)."""
    return text[:1].upper() + text[1:]


def long_date(day: date, *, year: bool = True) -> str:
    """«12 ноября 2025 года»."""
    words = f"{day.day}{NBSP}{MONTHS_GENITIVE[day.month - 1]}"
    return f"{words} {day.year}{NBSP}года" if year else words


def short_date(day: date) -> str:
    """«12.11.2025»."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


@lru_cache(maxsize=65536)
def sort_key(text: str) -> str:
    """Alphabetical order of a Russian reader: ё as е, Cyrillic before Latin, case and quotes do not count."""
    folded = text.casefold().replace("ё", "е").strip("«»„“\"' ")
    return "".join(chr(ord(letter) + 0x8000) if "a" <= letter <= "z" else letter for letter in folded)


def fold_label(text: str) -> str:
    """The form in which labels are compared: one case, ё as е, single spaces, no quotes."""
    return " ".join(
        text.casefold().replace("ё", "е").replace("«", "").replace("»", "").replace('"', "").split()
    )
