"""Draws from lists that come out the same for the same record every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import yaml

from bench.phrases import PHRASES

T = TypeVar("T")

ORGANISATIONS = tuple(f"shkola-{number:03}" for number in range(1, 201))
_BLOCK = 20
_KINDS = ("practice",) * 16 + ("case",) * 2 + ("site", "network")
"""Of every twenty records: 80 % practices, 10 % cases, 5 % sites, 5 % networks."""

Terms = Mapping[str, Sequence[str]]
"""The ids and the labels of each vocabulary, in one list: people write both."""


class Draw:
    """The choices for one record: they depend on its number alone."""

    def __init__(self, number: int, terms: Terms) -> None:
        self.number = number
        self._random = Random(f"kopilka {number}")  # noqa: S311 - the same choices every time are the point
        self._terms = terms

    def phrase(self, name: str) -> Any:
        """One phrase of the list of that name; some lists hold pairs."""
        return self.one(PHRASES[name])

    def phrases(self, name: str, how_many: int) -> list[Any]:
        """Different phrases of the list of that name."""
        return self.some(PHRASES[name], how_many)

    def one(self, items: Sequence[T]) -> T:
        """One of the items."""
        return self._random.choice(items)

    def some(self, items: Sequence[T], how_many: int) -> list[T]:
        """Different items, in the order of the draw."""
        return self._random.sample(items, how_many)

    def whole(self, low: int, high: int) -> int:
        """A number, both ends counted in."""
        return self._random.randint(low, high)

    def chance(self, percent: int) -> bool:
        """True so often."""
        return self._random.randrange(100) < percent

    def term(self, vocabulary: str) -> str:
        """A term of a vocabulary, by its id or its label."""
        return self.one(self._terms[vocabulary])

    def terms(self, vocabulary: str, how_many: int) -> list[str]:
        """Different terms of a vocabulary, each by its id or its label."""
        names = self._terms[vocabulary]
        places = self.some(range(len(names) // 2), how_many)
        return [names[2 * place + self._random.randrange(2)] for place in places]

    def organisations(self, how_many: int) -> list[str]:
        """Different organisations of the register."""
        return self.some(ORGANISATIONS, how_many)

    def earlier(self, how_many: int) -> list[str]:
        """Different practices that come before this record, fewer when there are not so many."""
        found: list[str] = []
        for _ in range(4 * how_many):
            number = self._random.randrange(self.number) if self.number else 0
            id_ = id_of(number)
            if number < self.number and kind_of(number) == "practice" and id_ not in found:
                found.append(id_)
            if len(found) == how_many:
                break
        return found


def kind_of(number: int) -> str:
    """The kind of the record with this number, from 0."""
    return _KINDS[number % _BLOCK]


def id_of(number: int) -> str:
    """`practice-00017`."""
    return f"{kind_of(number)}-{number:05}"


def read_terms(vocabularies: Path) -> Terms:
    """The terms of every vocabulary in a folder of `registry`."""
    found: dict[str, list[str]] = {}
    for path in sorted(vocabularies.glob("*.yml")):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        found[data["id"]] = [name for term in data["terms"] for name in (term["id"], term["label"])]
    return found
