"""«Возможно, вы имели в виду»: the nearest right word for a wrong one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property, lru_cache

from kopilka.slugs import slugify

LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
CYRILLIC_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_TO_CYRILLIC = str.maketrans(LATIN_KEYS, CYRILLIC_KEYS)
_TO_LATIN = str.maketrans(CYRILLIC_KEYS, LATIN_KEYS)
LOOKALIKES = ("аеорсухкмтвнѕіј", "aeopcyxkmtbhsij")
"""Cyrillic letters that look like Latin ones: a teacher types one for the other and cannot see it."""
_LOOKALIKES = str.maketrans(*LOOKALIKES)

CUTOFF = 0.74
"""Below this likeness a guess misleads more often than it helps (measured on misspelt keys and labels)."""

_MANY = 300
_FINALISTS = 24
"""Among more than `_MANY` words only those that share most groups of three letters are compared closely."""


def suggest(written: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was most likely meant, or None."""
    return Choices(candidates).nearest(written)


class Choices:
    """Right words, prepared for many questions; of equal ones the first stays."""

    def __init__(self, candidates: Iterable[str]) -> None:
        self._right: dict[str, str] = {}
        for item in candidates:
            self._right.setdefault(_plain(item), item)

    def nearest(self, written: str) -> str | None:
        """The word that was most likely meant, or None.

        Tried in this order: the same but for case; look-alike letters of the other alphabet; the wrong
        keyboard layout; the same word in Latin letters; a typing error.
        """
        plain = _plain(written)
        if not plain:
            return None
        variants = _variants(plain)
        for variant in variants:
            if variant in self._right:
                return self._right[variant]
        by_look = self._by_look.get(plain.translate(_LOOKALIKES))
        if by_look:
            return by_look
        for variant in variants:
            close = get_close_matches(variant, self._like(variant), n=1, cutoff=CUTOFF)
            if close:
                return self._right[close[0]]
        return None

    def _like(self, variant: str) -> Iterable[str]:
        if len(self._right) <= _MANY:
            return self._right
        shared = Counter(word for group in _groups(variant) for word in self._by_group.get(group, ()))
        return [word for word, _ in shared.most_common(_FINALISTS)]

    @cached_property
    def _by_look(self) -> dict[str, str]:
        return {key.translate(_LOOKALIKES): item for key, item in reversed(self._right.items())}

    @cached_property
    def _by_group(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = defaultdict(list)
        for word in self._right:
            for group in _groups(word):
                index[group].append(word)
        return index


def _groups(text: str) -> set[str]:
    return {text[start : start + 3] for start in range(max(len(text) - 2, 1))}


def _variants(plain: str) -> tuple[str, ...]:
    latin = slugify(plain).replace("-", " ")
    variants = (plain, plain.translate(_TO_CYRILLIC), plain.translate(_TO_LATIN), latin)
    return tuple(dict.fromkeys(variant for variant in variants if variant))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").replace("-", " ").replace("_", " ").split())
