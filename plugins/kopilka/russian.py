"""Russian word forms, lists, numbers and dates as people write them; used by messages and pages alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

NBSP = "\u00a0"
MINUS = "\u2212"

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
MONTHS_PREPOSITIONAL = (
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
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
    """Thousands apart from five digits on, as Russian typography has it: 1234, 12 345, −5."""
    words = f"{number:,}".replace(",", NBSP) if abs(number) >= 10_000 else str(number)
    return words.replace("-", MINUS)


def decimal(number: float) -> str:
    """A finite number to two places, decimal comma, no needless zeros: 2.50 → «2,5», 2.999 → «3»."""
    whole, _, part = f"{abs(number):.2f}".partition(".")
    words = group_digits(int(whole))
    if part.rstrip("0"):
        words = f"{words},{part.rstrip('0')}"
    return MINUS + words if number < 0 and words != "0" else words


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


_FOLDED = str.maketrans({"ё": "е", "–": "-", "—": "-", "‑": "-", **dict.fromkeys('«»„“”"', "")})


@lru_cache(maxsize=65536)
def sort_key(text: str) -> str:
    """Alphabetical order of a Russian reader: ё as е, Cyrillic before Latin, case and quotes do not count."""
    folded = text.casefold().replace("ё", "е").strip("«»„“\"' ")
    return "".join(chr(ord(letter) + 0x8000) if "a" <= letter <= "z" else letter for letter in folded)


@lru_cache(maxsize=65536)
def fold_label(text: str) -> str:
    """The form in which labels are compared: one case, ё as е, one kind of dash, single spaces, no quotes."""
    return " ".join(text.casefold().translate(_FOLDED).split())
