"""How much of one text stands in another: phrases of three words, and a few of them as the text's sketch."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

_SIZE = 16
"""Phrases of a sketch; two texts with half of their phrases in common share about five of them."""

# A blank and a letter stand first, so the engine leaps from one to the next: a twelfth of all phrases
# is looked at, always the same ones, however the text around them was changed.
_CHOSEN = re.compile(r" п[а-яё]*[^а-яё]+[а-яё]+[^а-яё]+[а-яё]+")
_WORD = re.compile(r"[а-яё]+", re.IGNORECASE)
_BETWEEN = re.compile(r"[^а-я|]+")
_ENOUGH = 6
"""Phrases that a text must have before its sketch means anything."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts have in common: the share of the shorter one's phrases, and the longest run of them."""

    share: float
    offset: int = 0
    length: int = 0


def sketch(text: str) -> Sequence[int]:
    """The smallest numbers of the chosen phrases of a text, in order (MinHash); empty for a few words."""
    chosen = "|".join(_CHOSEN.findall(text)).replace("ё", "е")
    phrases = set(_BETWEEN.sub(" ", chosen).split("|"))
    if len(phrases) < _ENOUGH:
        return array("I")
    return array("I", sorted(crc32(phrase.encode()) for phrase in phrases)[:_SIZE])


def compare(text: str, other: str) -> Likeness:
    """How much of the shorter text is in the longer one, and where in `text` the longest common piece is."""
    words = list(_WORD.finditer(text))
    own, theirs = _phrases([word[0] for word in words]), set(_phrases(_WORD.findall(other)))
    common = [phrase in theirs for phrase in own]
    least = min(len(set(own)), len(theirs))
    if not least or not any(common):
        return Likeness(0.0)
    shared = len({phrase for phrase, there in zip(own, common, strict=True) if there})
    first, last = _longest_run(common)
    start, end = words[first].start(), words[last + 1].end()
    return Likeness(min(shared / least, 1.0), start, end - start)


def _phrases(words: Sequence[str]) -> list[tuple[str, str, str]]:
    folded = [word.lower().replace("ё", "е") for word in words]
    return list(zip(folded, folded[1:], folded[2:], strict=False))


def _longest_run(common: Sequence[bool]) -> tuple[int, int]:
    """The first and the one after the last of the longest run of phrases that are in both texts."""
    best, start = (0, 0), 0
    for number, there in enumerate((*common, False)):
        if there:
            continue
        if number - start > best[1] - best[0]:
            best = (start, number)
        start = number + 1
    return best
