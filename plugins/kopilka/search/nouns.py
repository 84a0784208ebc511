"""Forms of one noun that the stemmer keeps apart: люди and человек, девочка and девочек, год and лет.

A large bank has a hundred thousand word forms, and all forms of their nouns are a million. So the dictionary
is asked directly where a word can be nothing but a noun, and long nouns that decline alike are tried once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import pymorphy3  # type: ignore[import-untyped]

from kopilka.search.words import stem

_SURE = 0.4
"""How likely a word must be a form of the noun: «стали» is a verb, though «сталь» has such a form."""

_LONG = 7
"""Of so long a word the stemmer looks at the end alone: what stands before the tail does not matter."""

_TAIL = 3
_ANY_START = "дорого"

_NAMES = frozenset({"Name", "Surn", "Patr"})
"""A dictionary has the man's and the woman's patronymic as forms of one word."""

_Noun = tuple[int, str]
"""A noun: the number of its paradigm and what its forms have in common."""

Link = tuple[tuple[str, ...], tuple[str, ...]]
"""Terms of one noun: those the index has, those one may ask for."""


def link(forms: Iterable[str], known: Iterable[str]) -> list[Link]:
    """The terms of every noun that has several; `known` are the terms of the index."""
    terms = frozenset(known)
    groups = {stems for form in forms if len(stems := stems_of_noun(form)) > 1}
    split = (
        (tuple(term for term in stems if term in terms), tuple(term for term in stems if term not in terms))
        for stems in sorted(groups)
    )
    return [(here, elsewhere) for here, elsewhere in split if here]


def is_known(form: str) -> bool:
    """Whether a dictionary of Russian has the word."""
    return bool(_morph().word_is_known(form))


@cache
def stems_of_noun(form: str) -> tuple[str, ...]:
    """All stems of the forms of the noun that a word is a form of; nothing for other words."""
    if len(form) < 2 or form.isascii():
        return ()
    found = list(_look_up(form))
    nouns = {noun for noun, is_noun in found if is_noun}
    sure = len(nouns) == 1 and all(is_noun for _, is_noun in found)
    noun = next(iter(nouns)) if sure else _likeliest(form) if nouns else None
    return _stems(*noun) if noun else ()


@cache
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def _look_up(form: str) -> Iterator[tuple[_Noun, bool]]:
    morph = _morph()
    for word, parses in morph.dictionary.words.similar_items(form, morph.char_substitutes):
        for paradigm, place in parses:
            prefix, suffix, is_noun = _paradigm(paradigm)[place]
            yield (paradigm, word[len(prefix) : len(word) - len(suffix)]), is_noun


def _likeliest(form: str) -> _Noun | None:
    """The noun that a word is most often a form of, if it is often enough."""
    likely: dict[_Noun, float] = {}
    for parse in _morph().parse(form):
        if parse.is_known:
            _, word, paradigm, place = parse.methods_stack[0]
            prefix, suffix, is_noun = _paradigm(paradigm)[place]
            if not is_noun:
                continue
            noun = (paradigm, word[len(prefix) : len(word) - len(suffix)])
            likely[noun] = likely.get(noun, 0) + parse.score
    best = max(likely, key=lambda noun: (likely[noun], noun), default=None)
    return best if best and likely[best] >= _SURE else None


@cache
def _paradigm(number: int) -> list[tuple[str, str, bool]]:
    """Prefix and suffix of every form, and whether the form is a noun's that names no person."""
    info = _morph().dictionary.build_paradigm_info(number)
    return [
        (prefix, suffix, tag.POS == "NOUN" and not _NAMES & tag.grammemes) for prefix, tag, suffix in info
    ]


@cache
def _stems(paradigm: int, base: str) -> tuple[str, ...]:
    if len(base) >= _LONG and len(_stems(paradigm, _ANY_START[: _LONG - 1 - _TAIL] + base[-_TAIL:])) == 1:
        return ()
    forms = {prefix + base + suffix for prefix, suffix, _ in _paradigm(paradigm)}
    return tuple(sorted({stem(form.replace("ё", "е")) for form in forms}))
