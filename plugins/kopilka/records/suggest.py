"""«Возможно, вы имели в виду»: the nearest right word for a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_CYRILLIC_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_TO_CYRILLIC = str.maketrans(_LATIN_KEYS, _CYRILLIC_KEYS)
_TO_LATIN = str.maketrans(_CYRILLIC_KEYS, _LATIN_KEYS)
_LOOKALIKES = str.maketrans("аеорсухкмтвнѕіј", "aeopcyxkmtbhsij")
"""Cyrillic letters that look like Latin ones: a teacher types one for the other and cannot see it."""

CUTOFF = 0.74
"""Below this likeness a guess misleads more often than it helps (measured on misspelt keys and labels)."""


def suggest(written: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was most likely meant, or None.

    Tried in this order: the same but for case; look-alike letters of the other alphabet; the wrong keyboard
    layout; a typing error.
    """
    right = {_plain(item): item for item in reversed(tuple(candidates))}
    plain = _plain(written)
    for variant in _variants(plain):
        if variant in right:
            return right[variant]
    by_look = {_look(key): item for key, item in right.items()}
    if _look(plain) in by_look:
        return by_look[_look(plain)]
    for variant in _variants(plain):
        close = get_close_matches(variant, right, n=1, cutoff=CUTOFF)
        if close:
            return right[close[0]]
    return None


def _variants(plain: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((plain, plain.translate(_TO_CYRILLIC), plain.translate(_TO_LATIN))))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").replace("-", " ").replace("_", " ").split())


def _look(text: str) -> str:
    return text.translate(_LOOKALIKES)
