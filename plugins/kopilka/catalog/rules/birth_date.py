"""No dates of birth in a record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text, signs_of, text_of
from kopilka.catalog.names import is_known_surname
from kopilka.diagnostics import Code, Diagnostic, Severity

BIRTH_DATE = Code(
    "K616",
    "birth-date",
    Severity.ERROR,
    "Дата рождения в записи",
    "Вместе с именем она однозначно указывает на человека. Для опыта важен возраст или класс, а не день "
    "рождения.",
    "Участник: Примеров Пётр, 12.03.2010 г. р.",
    "Участник: ученик 8 класса",
)
CODES = (BIRTH_DATE,)
WORDS = ("дата рождения человека", "Оставьте класс, группу или возраст.")

_NUMERIC = re.compile(rb"\.(?<=[0-9]\.)[0-9]{2}\.(?:19|20)[0-9]{2}")
# The name of a month is Cyrillic and so not among the signs.
_THIS_CENTURY = re.compile(rb"20(?<=[0-9]  20)[0-9]{2}")
_LAST_CENTURY = re.compile(rb"19(?<=[0-9]  19)[0-9]{2}")
_MONTHS = r"(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,3}"
_DATE = rf"(?<![\d.])\d{{1,2}}(?:\.\d{{2}}\.|[ \u00a0]{_MONTHS}[ \u00a0])(?:19|20)\d{{2}}"
_BORN = re.compile(
    rf"(?:[Дд]ата[ \u00a0]рождени\w*[^\d\n]{{0,15}}|[Дд]ень[ \u00a0]рождения[ \u00a0:–-]{{0,3}}"
    rf"|[Дд]\.[ \u00a0]?р\.[^\d\n]{{0,3}}|[Рр]одил\w{{1,3}}[^\d\n]{{0,15}}){_DATE}"
    rf"|{_DATE}[ \u00a0]*(?:г(?:\.|ода)[ \u00a0]*)?(?:г\.?[ \u00a0]?р\.|р\.|рожд\w+)"
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_CAPITALISED = re.compile(r"[А-ЯЁ][а-яё]{2,}")
_NEAR = 60
LONG_AGO = 1935
PATTERNS = {"born": _BORN}
"""How a day of birth is written; the form on the site looks for it while one types."""


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """A full date beside words about birth; a date alone or a year alone tells nothing."""
    if not _has_date(signs_of(written).whole):
        return
    text = text_of(written)
    if "рожд" not in text and "родил" not in text and "р." not in text:
        return
    message, hint = WORDS
    for match in _BORN.finditer(text):
        if not _is_history(text, match):
            yield at_text(written, BIRTH_DATE, match.start(), len(match[0]), message, hint=hint)


def _has_date(signs: bytes) -> bool:
    return bool(_NUMERIC.search(signs) or _THIS_CENTURY.search(signs) or _LAST_CENTURY.search(signs))


def _is_history(text: str, match: re.Match[str]) -> bool:
    """Whether it is the birthday of a writer or a hero, as lessons have it."""
    before = text[max(match.start() - _NEAR, 0) : match.start()]
    year = int(_YEAR.findall(match[0])[-1])
    return year < LONG_AGO or any(is_known_surname(word) for word in _CAPITALISED.findall(before))
