"""Finds people named in the text of a record.

Grown-ups by patronymic or initials, children by words about pupils.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kopilka.catalog.check import Written
from kopilka.catalog.look import remember_last, signs_of, text_of
from kopilka.catalog.names import is_given, is_known, is_patronymic, is_surname, is_title

_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_GAP = r"[\s\u00a0]+"
# A literal letter first: the engine leaps to it and looks back only there.
_PATRONYMIC = re.compile(r"в(?<=[оеё]в)(?:ич(?:а|у|ем|е)?|н(?:а|ы|е|у|ой|ою))(?![а-яё])")
_THREE_WORDS = re.compile(rf"(?<![А-ЯЁа-яё-])({_WORD}){_GAP}({_WORD}){_GAP}([А-ЯЁ][а-яё]+)\Z")
_TWO_WORDS = re.compile(rf"(?<![А-ЯЁа-яё-])({_WORD}){_GAP}([А-ЯЁ][а-яё]+)\Z")
_NEXT_WORD = re.compile(rf"{_GAP}({_WORD})")
_INITIALS = re.compile(r"\.(?<=[А-ЯЁ]\.)[ \u00a0]?[А-ЯЁ]\.")
_SIGNS_OF_INITIALS = re.compile(rb"\. ?\.")
_SURNAME_BEFORE = re.compile(rf"(?<![А-ЯЁа-яё-])({_WORD})[\s\u00a0]\Z")
_SURNAME_AFTER = re.compile(rf"[\s\u00a0]?({_WORD})")
_STAFF = re.compile(
    r"(?:учител|преподавател|директор|завуч|методист|педагог|воспитател|заведующ|руководител|автор|куратор|наставни|тьютор|"
    r"психолог|логопед|дефектолог|библиотекар|заместител|координатор|эксперт|разработчи|составител|менеджер|ведущ|спикер)"
    r"[а-яё]*(?:[ \u00a0][^.!?;:\n]{0,60})?\s\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A name in a text.

    Where it stands, its words, and whether it is surely a colleague and not an authority.
    """

    offset: int
    text: str
    surname: str
    sure: bool


@remember_last
def people_of(written: Written) -> tuple[NamedPerson, ...]:
    """People named by surname, given name and patronymic or by initials.

    Not those whom every school names.
    """
    text = text_of(written)
    found = [*_by_patronymic(text)]
    if _SIGNS_OF_INITIALS.search(signs_of(written).whole):
        found += _by_initials(text)
    return tuple(found)


def _by_patronymic(text: str) -> Iterator[NamedPerson]:
    for hit in _PATRONYMIC.finditer(text):
        if not text[_word_start(text, hit.start())].isupper():
            continue
        start = max(hit.start() - 100, 0)
        three = _THREE_WORDS.search(text, start, hit.end())
        if three and is_surname(three[1]) and is_given(three[2]) and is_patronymic(three[3]):
            yield from _named(text, (three.start(), hit.end()), three[1], three[2], sure=True)
            continue
        two = _TWO_WORDS.search(text, start, hit.end())
        after = _NEXT_WORD.match(text, hit.end())
        if two and after and is_given(two[1]) and is_surname(after[1]):
            yield from _named(text, (two.start(), after.end()), after[1], two[1], sure=False)


def _by_initials(text: str) -> Iterator[NamedPerson]:
    for hit in _INITIALS.finditer(text):
        start = hit.start() - 1
        if text[max(start - 1, 0) : start].isalpha():
            continue
        before = _SURNAME_BEFORE.search(text, max(start - 40, 0), start)
        after = _SURNAME_AFTER.match(text, hit.end())
        if before and is_surname(before[1]):
            yield from _named(text, (before.start(), hit.end()), before[1], text[start], sure=False)
        elif after and is_surname(after[1]):
            yield from _named(text, (start, after.end()), after[1], text[start], sure=False)


def _named(
    text: str, place: tuple[int, int], surname: str, given: str, *, sure: bool
) -> Iterator[NamedPerson]:
    start, end = place
    before = text[max(start - 90, 0) : start]
    if not is_known(surname, given) and not is_title(before):
        yield NamedPerson(start, text[start:end], surname, sure or _STAFF.search(before) is not None)


_PUPIL = re.compile(
    r"ни[кц](?:(?<=чени.)|(?<=оспитанни.)|(?<=кольни.)|(?<=классни.))(?:а|у|ом|е|ы|ей)?(?![а-яё])"
)
_GROUP = (
    r"(?:[\s\u00a0]+(?:\d{1,2}|[IVX]{1,4})[\s\u00a0]?-?(?:го|й)?[\s\u00a0]?[«\"]?[А-ЯЁа-яё]?[»\"]?(?![а-яё])"
    r"(?:[\s\u00a0]*(?:класса?|кл\.))?)?"
    r"(?:[\s\u00a0]+(?:нашей |нашего "
    r")?(?:школы|лицея|гимназии|группы|сада|колледжа)(?:[\s\u00a0]*№?[\s\u00a0]*\d+)?)?"
)
_CHILD_AFTER = re.compile(rf"{_GROUP}[\s\u00a0]*[,:(–—-]?[\s\u00a0]*({_WORD}){_GAP}({_WORD})")
_CHILD_BEFORE = re.compile(
    rf"(?<![А-ЯЁа-яё-])({_WORD}){_GAP}({_WORD})[\s\u00a0]*[,(–—-][\s\u00a0]*(?:наш[аеи]?[йгомуих]*\s)?\Z"
)
_CLASS = re.compile(
    r"кл(?:(?<=[0-9]кл)|(?<=[0-9][ \u00a0]кл)|(?<=[»\"][ \u00a0]кл)|(?<=[0-9][А-Е][ \u00a0]кл)|(?<=[ "
    r"-][А-Е][ \u00a0]кл))(?:асс|\.)"
)
_CHILD_OF_CLASS = re.compile(
    rf"(?<![А-ЯЁа-яё-])({_WORD}){_GAP}({_WORD})[\s\u00a0]*[,(–—-][\s\u00a0]*"
    r"\d{1,2}[\s\u00a0]?-?й?[\s\u00a0]?[«\"]?[А-ЯЁа-яё]?[»\"]?[\s\u00a0]*\Z"
)
# Two patterns, not one: a literal sign first lets the engine leap.
_AFTER_COMMA = re.compile(rb",(?= ?[0-9])")
_IN_BRACKETS = re.compile(rb"\((?=[0-9])")
_BREAK = re.compile(r"[,(–—-]")
PATTERNS = {
    "pupil": _PUPIL,
    "after": _CHILD_AFTER,
    "before": _CHILD_BEFORE,
    "class": _CLASS,
    "of_class": _CHILD_OF_CLASS,
}
"""How children are named; the form on the site looks for it while one types."""
_REACH = 60
"""Where no letter is large for so long after the word for a pupil, no name follows it."""


@dataclass(frozen=True, slots=True)
class NamedChild:
    """A child named in full: where, and the name."""

    offset: int
    text: str


def children_of(written: Written) -> Iterator[NamedChild]:
    """Children named in full: «ученица 5 класса Мария Иванова», «Пётр Иванов, 7 класс»."""
    text = text_of(written)
    for hit in _PUPIL.finditer(text):
        start, end = hit.span()
        if not text[end : end + _REACH].islower() and (after := _CHILD_AFTER.match(text, end)):
            yield from _child(text, after)
        if _BREAK.search(text, max(start - 14, 0), start):
            yield from _before(text, _word_start(text, start), _CHILD_BEFORE)
    if not _may_name_class(signs_of(written).whole):
        return
    for hit in _CLASS.finditer(text):
        if _BREAK.search(text, max(hit.start() - 9, 0), hit.start()):
            yield from _before(text, hit.start(), _CHILD_OF_CLASS)


def _may_name_class(signs: bytes) -> bool:
    return bool(_AFTER_COMMA.search(signs) or _IN_BRACKETS.search(signs))


def _before(text: str, place: int, pattern: re.Pattern[str]) -> Iterator[NamedChild]:
    found = pattern.search(text, max(place - 70, 0), place)
    if found:
        yield from _child(text, found)


def _word_start(text: str, place: int) -> int:
    """Where the word begins that a place in the text belongs to."""
    start = place
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    return start


def _child(text: str, match: re.Match[str]) -> Iterator[NamedChild]:
    first, second = match[1], match[2]
    named = (is_given(first) and is_surname(second)) or (is_surname(first) and is_given(second))
    surname, given = (second, first) if is_given(first) else (first, second)
    if (
        named
        and not is_known(surname, given)
        and not is_title(text[max(match.start(1) - 24, 0) : match.start(1)])
    ):
        yield NamedChild(match.start(1), text[match.start(1) : match.end(2)])
