"""A bank whose bodies have as many different words as people's texts, not only the generator's phrases."""

from __future__ import annotations

import re
from itertools import accumulate
from pathlib import Path
from random import Random

from bench.generator import record_files, write_bank

LEMMAS = 30_000
"""So many made-up words, beside the real ones of the phrases."""

_SHARE = 0.6
"""Of the longer words of a body so many are replaced."""

_WORD = re.compile(r"\b[а-яё]{4,}\b")
_CONSONANTS = (
    "б",
    "в",
    "г",
    "д",
    "з",
    "к",
    "кр",
    "л",
    "м",
    "н",
    "п",
    "пр",
    "р",
    "с",
    "ст",
    "т",
    "ф",
    "х",
    "ш",
    "ч",
)
_VOWELS = ("а", "е", "и", "о", "у")
_NOUN = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_ADJECTIVE = ("ный", "ного", "ному", "ным", "ном", "ная", "ной", "ную", "ное", "ные", "ных", "ными")
_VERB = ("ать", "аю", "ает", "ают", "ал", "ала", "али", "аем", "ающий", "ание", "анием")
_ENDINGS = (_NOUN, _NOUN, _ADJECTIVE, _VERB)


class Words:
    """Made-up words of which a few are met everywhere and most seldom, as in any language."""

    def __init__(self) -> None:
        draw = Random("kopilka words")  # noqa: S311 - the same words every time are the point
        stems: dict[str, None] = {}
        while len(stems) < LEMMAS:
            stems[_stem(draw)] = None
        self._forms = [[stem + ending for ending in draw.choice(_ENDINGS)] for stem in stems]
        self._weights = list(accumulate(1 / (place + 3) for place in range(LEMMAS)))

    def enrich(self, text: str, number: int) -> str:
        """A body with other words in place of most of its own; the same for the same record."""
        draw = Random(f"kopilka rich {number}")  # noqa: S311 - as above
        count = len(_WORD.findall(text))
        fresh = iter(draw.choices(self._forms, cum_weights=self._weights, k=count))

        def other(found: re.Match[str]) -> str:
            forms = next(fresh)
            return draw.choice(forms) if draw.random() < _SHARE else found[0]

        return _WORD.sub(other, text)


def _stem(draw: Random) -> str:
    syllables = (draw.choice(_CONSONANTS) + draw.choice(_VOWELS) for _ in range(draw.choice((1, 2, 2, 3))))
    return "".join(syllables) + draw.choice(_CONSONANTS)


def write_rich_bank(root: Path, size: int) -> None:
    """The generator's bank with enriched bodies."""
    write_bank(root, size)
    words = Words()
    for number, (path, text) in enumerate(record_files(size)):
        start = text.index("\n---\n", 4) + 5
        (root / path).write_text(text[:start] + words.enrich(text[start:], number), encoding="utf-8")
