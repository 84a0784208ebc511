"""Texts of documents as numbers of words: ten thousand records fit in some megabytes."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kopilka.search.documents import FIELDS, Document
from kopilka.search.words import capitals, forms

Line = Sequence[int]


class Vocabulary(dict[str, int]):
    """Folded words and their numbers; a new word gets the next number."""

    def __missing__(self, form: str) -> int:
        number = self[form] = len(self)
        return number


@dataclass(frozen=True, slots=True)
class Read:
    """A document that has been read: the words of every line of every field, the words in capitals."""

    fields: tuple[tuple[Line, ...], ...]
    capitals: tuple[str, ...]

    @property
    def lines(self) -> Iterator[Line]:
        """All lines of all fields."""
        for field in self.fields:
            yield from field


def read_document(document: Document, vocabulary: Vocabulary) -> Read:
    """The words of a document; new ones are added to the vocabulary."""
    number, texts = vocabulary.__getitem__, [getattr(document, name) for name in FIELDS]
    fields = (tuple(array("I", map(number, forms(line))) for line in text.split("\n")) for text in texts)
    return Read(tuple(fields), tuple(word for text in texts for word in capitals(text)))


def count_words(read: Iterable[Read]) -> Counter[int]:
    """How often every word stands in the documents."""
    counts = Counter[int]()
    for document in read:
        for line in document.lines:
            counts.update(line)
    return counts
