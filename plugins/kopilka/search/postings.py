"""The index before it is packed: for every term of every field the documents that have it, in arrays."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TypeAlias

from kopilka.search.documents import FIELDS

Counts = Mapping[str, int]

TIMES_BITS = 32
TIMES = (1 << TIMES_BITS) - 1

Posting: TypeAlias = "array[int]"
"""Documents, each in one number with how many times it has the term: millions of them, eight bytes each."""


class Postings:
    """Terms and their documents, which come one after another."""

    def __init__(self) -> None:
        self.documents = 0
        self.fields: dict[str, dict[str, Posting]] = {name: {} for name in FIELDS}
        self.lengths = {name: array("I") for name in FIELDS}
        """How many words each document has in a field."""

    def add(self, fields: Mapping[str, Counts]) -> None:
        """The next document: how often each term stands in each of its fields."""
        for name, counts in fields.items():
            self.put(name, self.documents, counts)
            self.lengths[name].append(sum(counts.values()))
        self.documents += 1

    def put(self, field: str, number: int, counts: Counts) -> None:
        """The terms of one field of a document."""
        known, document = self.fields[field], number << TIMES_BITS
        for term, times in counts.items():
            posting = known.get(term)
            if posting is None:
                posting = known[term] = array("Q")
            posting.append(document | times)

    @property
    def terms(self) -> set[str]:
        """Every term of any field."""
        return set(chain.from_iterable(self.fields.values()))

    def of(self, term: str) -> tuple[Posting | None, ...]:
        """What each of the fields knows of a term, in the order of `FIELDS`."""
        return tuple(known.get(term) for known in self.fields.values())


def counted(posting: Iterable[int]) -> list[tuple[int, int]]:
    """Documents and how many times each of them has the term."""
    return [(number >> TIMES_BITS, number & TIMES) for number in posting]
