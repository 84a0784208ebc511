"""Organisations of the register found by the names that people give them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz import fuzz, process

from kopilka.exchange.intake.labels import fold
from kopilka.exchange.intake.outcome import Outcome
from kopilka.records.registry import Organisation
from kopilka.russian import quote

_LEGAL = re.compile(
    r"\b(?:(?:муниципальн|государственн|бюджетн|автономн|казенн|краев|областн|городск)\w*|общеобразовательн\w*"
    r"|дошкольн\w* образовательн\w*|образовательн\w*|учрежден\w*"
    r"|[гмк][абк]?[бка]?[од]?о?у|[гм][бак]до?у|мбоу|гбоу|мбдоу|гбдоу|маоу|моу"
    r"|средн\w+|общеразвивающего вида|фгбоу|фгаоу|гбу|мбу)\b"
)
_SURE = 93
_SAME_WORDS = 97


def bare_name(name: str) -> str:
    """The name of an organisation without what all of them are called by."""
    return " ".join(_LEGAL.sub(" ", fold(name.replace("№", " "))).split())


def find_place(words: str, known: Mapping[str, str], organisations: Mapping[str, Organisation]) -> Outcome:
    """An organisation of the register by its name, full or short; another number is another school."""
    for name in (fold(words), bare_name(words)):
        if name and name in known:
            return Outcome(known[name])
    bare = bare_name(words)
    numbers = sorted(re.findall(r"\d+", bare))
    same = [name for name in known if sorted(re.findall(r"\d+", name)) == numbers]
    near = process.extractOne(bare, same, scorer=fuzz.token_sort_ratio, score_cutoff=_SURE)
    if bare and near:
        organisation = organisations[known[near[0]]]
        return Outcome(organisation.id, asks=(f"организация прочитана как {quote(organisation.short)}",))
    only = _only_one(bare, same, known) if numbers else None
    if only:
        organisation = organisations[only]
        return Outcome(only, asks=(f"организация прочитана как {quote(organisation.short)}, проверьте",))
    other = process.extractOne(bare, known.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=55)
    hint = ""
    if other:
        close = organisations[known[other[0]]]
        hint = f"; ближайшая – {quote(close.short)} ({close.id})"
    return Outcome(None, words, (f"в реестре нет организации {quote(words)}{hint}",))


def _only_one(bare: str, same: list[str], known: Mapping[str, str]) -> str | None:
    """The one organisation with this number whose name has all the words that are said."""
    alike = {known[name] for name in same if fuzz.token_set_ratio(bare, name) >= _SAME_WORDS}
    return alike.pop() if len(alike) == 1 else None
