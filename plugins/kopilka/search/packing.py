"""Numbers and sorted words as short strings of plain signs, for files that a browser runs as scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_letters, ascii_uppercase, digits

SIGNS = digits + ascii_letters + "-_"
"""The 64 signs of packed numbers, five bits of a number in each."""

_BITS = 5
_BASE = 1 << _BITS


def pack_numbers(numbers: Iterable[int]) -> str:
    """Whole numbers from 0 up one after another, small ones in one sign each, the lowest bits first."""
    return "".join([_SMALL[number] if number < _KEPT else _pack(number) for number in numbers])


def _pack(number: int) -> str:
    signs = []
    while number >= _BASE:
        signs.append(SIGNS[_BASE | number & (_BASE - 1)])
        number >>= _BITS
    signs.append(SIGNS[number])
    return "".join(signs)


_KEPT = 4096
_SMALL = [_pack(number) for number in range(_KEPT)]


def pack_words(words: Sequence[str]) -> str:
    """Words in their order, each as a capital letter (how much of the last word it begins with) and the rest.

    The words must have no capital Latin letters, which folded words have not.
    """
    pieces, last = [], ""
    for word in words:
        shared = _shared(last, word)
        pieces.append(ascii_uppercase[shared] + word[shared:])
        last = word
    return "".join(pieces)


def _shared(last: str, word: str) -> int:
    most = min(len(last), len(word), len(ascii_uppercase) - 1)
    return next((place for place in range(most) if last[place] != word[place]), most)
