"""Labels as people write them, brought to one form in which they can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBER = re.compile(
    r"^\s*(?:(?:раздел|часть|пункт|п)\s*\.?\s*)?(?:[ivx]+[.)]|\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+)\s+(?=\S)"
)
_GLUED_NUMBER = re.compile(r"^\s*\d+(?:\.\d+)*[.)](?=[^\d\s])")
_OTHER = re.compile(r"[^\w%]+|_")
_NUMBER_CELL = re.compile(
    r"\s*(?:№\s*)?(?:п\s*/\s*п|п\.\s?п\.|\d{1,3}(?:\.\d{1,3})*[.)]?|№)?\s*\Z", re.IGNORECASE
)

MOST_LABEL = 220
"""A longer text is no label, whatever it looks like."""


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Small letters, «е» for «ё», no numbering, punctuation or notes in brackets."""
    bare = _BRACKETS.sub(" ", text.lower().replace("ё", "е"))
    return _words(bare) or _words(text.lower().replace("ё", "е"))


def _words(text: str) -> str:
    without = _GLUED_NUMBER.sub("", _NUMBER.sub("", text))
    return " ".join(_OTHER.sub(" ", without).split())


def is_number_cell(text: str) -> bool:
    """Whether a cell holds only the number of its row, «№ п/п» or nothing."""
    return _NUMBER_CELL.match(text) is not None


def row_number(text: str) -> str:
    """The number in a cell of numbers: «2.1.» is `2.1`; empty when there is none."""
    found = re.fullmatch(r"\s*(\d{1,3}(?:\.\d{1,3})*)[.)]?\s*", text)
    return found[1] if found else ""


def speaks_of(text: str, phrase: str) -> bool:
    """Whether the words of a phrase stand in a text one after another; each may have another ending."""
    folded, wanted = fold(text), phrase.lower().replace("ё", "е").split()
    if not all(start in folded for start in wanted):
        return False  # as nearly always, and quickly
    words = folded.split()
    return any(
        all(word.startswith(start) for word, start in zip(words[at:], wanted, strict=False))
        for at in range(len(words) - len(wanted) + 1)
    )
