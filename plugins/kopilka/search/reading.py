"""Texts of documents as numbers of words: ten thousand records fit in some megabytes, none is read twice."""

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


class Reader:
    """Reads documents and remembers those of the last time: after a change one of thousands is new."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self._known: dict[Document, Read] = {}

    def read(self, documents: Iterable[Document]) -> list[Read]:
        """The documents in their order."""
        known = self._known
        self._known = {document: known.get(document) or self._read(document) for document in documents}
        return [self._known[document] for document in documents]

    def _read(self, document: Document) -> Read:
        texts = [getattr(document, name) for name in FIELDS]
        fields = tuple(tuple(map(self._line, text.split("\n"))) for text in texts)
        return Read(fields, tuple(word for text in texts for word in capitals(text)))

    def _line(self, line: str) -> Line:
        return array("I", map(self.vocabulary.__getitem__, forms(line)))


def count_words(read: Iterable[Read]) -> Counter[int]:
    """How often every word stands in the documents."""
    counts = Counter[int]()
    for document in read:
        for line in document.lines:
            counts.update(line)
    return counts
