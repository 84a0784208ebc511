"""Takes private contacts and names out of a source's text before anything else looks at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kopilka.catalog.check import Manuscript, Surroundings
from kopilka.catalog.graph import Registry
from kopilka.catalog.names import is_given, is_known, is_patronymic, is_title
from kopilka.catalog.people import children_of, people_of
from kopilka.catalog.rules import birth_date, private_email, private_numbers
from kopilka.diagnostics import Diagnostic
from kopilka.exchange.intake.paper import plain
from kopilka.records.base import Kind
from kopilka.settings import Bank, Checks

NAME = "(имя убрано)"
CONTACT = "(контакт убран)"
PRIVATE = "(личное убрано)"
REMOVED = re.compile(r"\((?:имя убрано|контакт убран|личное убрано)\)")
_MARKS = {"имя": NAME, "имя ребёнка": NAME, "телефон": CONTACT, "электронная почта": CONTACT}

_AROUND = Surroundings(Registry({}, {}, ()), Checks(), Bank(), date(2000, 1, 1))
_NO_KIND = Kind("", "", "", ("", "", ""), "f", "", "", "", "")
"""The detectors look at the text alone."""

_EMAIL = re.compile(r"(?:mailto:)?[\w.+-]+@(?:[\w-]+\.)+[A-Za-zа-я]{2,}")
_LOOSE_PHONE = re.compile(
    r"(?:(?<!\d)(?:\+7|7|8)[\s\u00a0(.-]{0,3}\d{3,5}[\s\u00a0).-]{0,3}\d{1,3}[\s\u00a0.-]?\d{2}[\s\u00a0.-]?\d{2}"
    r"|\(\d{3,5}\)\s?\d{1,3}[\s-]?\d{2}[\s-]?\d{2}"
    r"|(?i:тел(?:ефон)?|факс|моб)\w*[.:\s№]*\+?[\d(][\d\s()\u00a0.-]{4,18}\d)(?!\d)"
)
_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_TRIPLE = re.compile(rf"(?<![А-ЯЁа-яё-])({_WORD})\s+({_WORD})\s+({_WORD})(?![а-яё])")
_INITIALS = re.compile(
    rf"(?<![А-ЯЁа-яё-])(?:({_WORD})\s+[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?({_WORD}))(?![а-яё])"
)
_PHONE_WORD = re.compile(r"телефон|факс|\bтел\b", re.IGNORECASE)
_DIGITS = re.compile(r"\+?\(?\d[\d\s()\u00a0-]{3,18}\d")
_MOST_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """A text without private data, and what was taken out of it: «телефон», «имя»."""

    text: str
    removed: tuple[str, ...] = ()


def scrub(text: str, *, person: bool = False, names: bool = True) -> Scrubbed:
    """The text without contacts and names; with `person` a scholar's name goes too, without `names` all stay.

    Where something was taken out the text loses its bold and italic, since a mark may stand inside a number.
    """
    bare = plain(text)
    if not _suspicious(bare):
        return Scrubbed(text)
    removed: list[str] = []
    for _ in range(_MOST_ROUNDS):
        places = sorted(
            item for item in _places(bare, person=person) if names or not item[2].startswith("имя")
        )
        if not places:
            break
        bare = _cut(bare, places, removed)
    return Scrubbed(bare, tuple(removed)) if removed else Scrubbed(text)


def asks_for_phone(label: str) -> bool:
    """Whether what stands beside the label is a telephone: a town's number without a code looks like none."""
    return _PHONE_WORD.search(label) is not None


def scrub_digits(text: str) -> Scrubbed:
    """The text without long runs of digits."""
    bare, number = _DIGITS.subn(CONTACT, plain(text))
    return Scrubbed(bare, ("телефон",) * number) if number else Scrubbed(text)


def _suspicious(text: str) -> bool:
    letters = any(sign.isupper() for sign in text)
    return "@" in text or sum(sign.isdigit() for sign in text) >= 5 or letters


def _cut(text: str, places: list[tuple[int, int, str]], removed: list[str]) -> str:
    parts: list[str] = []
    end = 0
    for start, stop, what in places:
        if start < end:
            continue
        parts += [text[end:start], _MARKS.get(what, PRIVATE)]
        removed.append(what)
        end = stop
    return "".join((*parts, text[end:]))


def _places(text: str, *, person: bool) -> Iterator[tuple[int, int, str]]:
    yield from ((*match.span(), "электронная почта") for match in _EMAIL.finditer(text))
    yield from ((*match.span(), "телефон") for match in _LOOSE_PHONE.finditer(text))
    written = Manuscript("", "", _NO_KIND, "", text, 1)
    for rule in (private_numbers, private_email, birth_date):
        yield from (_found(text, item) for item in rule.check(written, _AROUND))
    for found in people_of(written):
        yield found.offset, found.offset + len(found.text), "имя"
    for child in children_of(written):
        yield child.offset, child.offset + len(child.text), "имя ребёнка"
    yield from _names(text, person=person)


def _found(text: str, item: Diagnostic) -> tuple[int, int, str]:
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: item.span.line - 1]) + item.span.column - 1
    length = item.span.end_column - item.span.column
    return start, start + max(length, 1), _WHAT.get(item.code, "личные данные")


_WHAT = {
    "K610": "телефон",
    "K611": "телефон",
    "K612": "СНИЛС",
    "K613": "ИНН человека",
    "K614": "паспорт",
    "K615": "электронная почта",
}


def _names(text: str, *, person: bool) -> Iterator[tuple[int, int, str]]:
    """Names that the bank's detectors leave to a reader: rare surnames, and any name in a cell for people."""
    for match in _TRIPLE.finditer(text):
        if is_title(text[max(match.start() - 24, 0) : match.start()]):
            continue
        for surname, given, last in ((match[1], match[2], match[3]), (match[3], match[1], match[2])):
            if is_patronymic(last) and is_given(given) and (person or not is_known(surname, given)):
                yield *match.span(), "имя"
    if person:
        yield from ((*match.span(), "имя") for match in _INITIALS.finditer(text))
