"""How much of one text stands in another: phrases of three words, and a few of them as the text's sketch."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from zlib import crc32

_SIZE = 16
"""Phrases of a sketch; two texts with half of their phrases in common share about five of them."""

# A blank and a letter stand first, so the engine leaps from one to the next: a twelfth of all phrases
# is looked at, always the same ones, however the text around them was changed.
_CHOSEN = re.compile(r"( п[а-яё]*+)[^а-яё]++([а-яё]++)[^а-яё]++([а-яё]++)")
_WORD = re.compile(r"[А-ЯЁа-яё]+")
_ENOUGH = 6
"""Phrases that a text must have before its sketch means anything."""

Phrase = tuple[str, str, str]


def sketch(text: str) -> Sequence[int]:
    """The smallest numbers of the chosen phrases of a text, in order (MinHash); empty for a few words."""
    chosen = {" ".join(words) for words in _CHOSEN.findall(text)}
    if len(chosen) < _ENOUGH:
        return array("I")
    numbers = map(crc32, "\n".join(chosen).replace("ё", "е").encode().split(b"\n"))
    return array("I", sorted(set(numbers))[:_SIZE])


@lru_cache(maxsize=64)
def phrases(text: str) -> AbstractSet[Phrase]:
    """All phrases of a text, in small letters, without the dots of «ё»; one text is often like several."""
    return set(_phrases(_WORD.findall(text)))


def share(own: AbstractSet[Phrase], other: AbstractSet[Phrase]) -> float:
    """How much of the shorter text is in the longer one, from 0 to 1, by their phrases."""
    return len(own & other) / (min(len(own), len(other)) or 1)


def longest_common(text: str, other: AbstractSet[Phrase]) -> tuple[int, int]:
    """The offset and the length of the longest piece of a text whose phrases are all among the other's."""
    words = list(_WORD.finditer(text))
    common = [phrase in other for phrase in _phrases([word[0] for word in words])]
    if not any(common):
        return 0, 0
    first, last = _longest_run(common)
    start, end = words[first].start(), words[last + 1].end()
    return start, end - start


def _phrases(words: Sequence[str]) -> list[Phrase]:
    folded = "\n".join(words).lower().replace("ё", "е").split("\n")
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
