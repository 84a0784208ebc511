"""Forms of one noun that the stemmer keeps apart: люди and человек, девочка and девочек, год and лет."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pymorphy3  # type: ignore[import-untyped]

from kopilka.search.words import fold, stem

_SURE = 0.4
"""How likely a word must be a form of the noun: «стали» is a verb, though «сталь» has such a form."""


@cache
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def is_known(form: str) -> bool:
    """Whether a dictionary of Russian has the word."""
    return bool(_morph().word_is_known(form))


@cache
def stems_of_noun(form: str) -> tuple[str, ...]:
    """All stems of the forms of the noun that a word is a form of; nothing for other words."""
    if not form.isalpha() or form.isascii() or len(form) < 2:
        return ()
    likely: dict[str, float] = {}
    for parse in _morph().parse(form):
        if parse.tag.POS == "NOUN" and parse.is_known:
            likely[parse.normal_form] = likely.get(parse.normal_form, 0) + parse.score
    lemma = max(likely, key=lambda noun: (likely[noun], noun), default="")
    return _stems(lemma) if lemma and likely[lemma] >= _SURE else ()


@cache
def _stems(lemma: str) -> tuple[str, ...]:
    noun = next(parse for parse in _morph().parse(lemma) if parse.tag.POS == "NOUN")
    return tuple(sorted({stem(fold(form.word)) for form in noun.lexeme}))


def link(vocabulary: Iterable[str], known: Iterable[str]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Groups of terms of one noun: those `known` to the index, then those it may be asked for."""
    terms = frozenset(known)
    groups = {stems for form in vocabulary if len(stems := stems_of_noun(form)) > 1}
    found = []
    for stems in sorted(groups):
        here = tuple(term for term in stems if term in terms)
        if here:
            found.append((here, tuple(term for term in stems if term not in terms)))
    return found
