"""Queries for the measurement: words of the bank's records, whole, unfinished, misspelt, in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from kopilka.search import Document

COUNT = 240

_WORD = re.compile(r"[А-Яа-яЁё]{4,}")
_FIELDS = ("title", "summary", "tags", "text")
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_LAYOUT = str.maketrans(_RUSSIAN + _RUSSIAN.upper(), _LATIN + _LATIN.upper())


def make_queries(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """The same queries every time: of eight two are being typed, one misspelt, one in Latin letters."""
    draw = Random("kopilka queries")  # noqa: S311 - the same queries every time are the point
    return [
        {"words": words, "typing": number % 8 in (5, 6)}
        for number, words in enumerate(_words(draw, documents))
    ]


def _words(draw: Random, documents: Sequence[Document]) -> Iterator[str]:
    for number in range(COUNT):
        text = ""
        while len(_WORD.findall(text)) < 3:
            text = getattr(draw.choice(documents), draw.choice(_FIELDS))
        words = " ".join(draw.sample(_WORD.findall(text), 1 + number % 3)).lower()
        yield _spoilt(draw, words, number % 8)


def _spoilt(draw: Random, words: str, turn: int) -> str:
    if turn in (5, 6):
        return words[: -draw.randint(1, 2)]
    if turn == 3:
        place = draw.randrange(1, len(words) - 1)
        return words[:place] + words[place + 1 :]
    return words.translate(_LAYOUT) if turn == 7 else words
