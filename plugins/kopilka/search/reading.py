"""Texts of documents as numbers of words: ten thousand records fit in some tens of megabytes."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

from kopilka.search.concepts import further
from kopilka.search.documents import BODY, FIELDS, Document
from kopilka.search.words import capitals, forms

Line: TypeAlias = "array[int]"
Read: TypeAlias = "tuple[tuple[Line, ...], ...]"
"""The words of every line of every field of a document, the fields in the order of `FIELDS`."""


class Vocabulary(dict[str, int]):
    """Folded words and their numbers; a new word gets the next number."""

    def __missing__(self, form: str) -> int:
        number = self[form] = len(self)
        return number


class Reading:
    """Documents that have been read one after another; their texts are not kept."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.capitals = Counter[str]()
        """How often words stand in capitals."""
        self.further: list[tuple[str, str]] = []
        """What the texts themselves say of abbreviations: «(далее – ПИ)» and the words before it."""
        self._vocabulary = Vocabulary()
        self._lines: dict[str, Line] = {}
        self.documents = [self._read(document) for document in documents]

    def _read(self, document: Document) -> Read:
        texts = [getattr(document, name) for name in FIELDS]
        self.capitals.update(capitals("\n".join(texts)))
        self.further += further(document.text)
        return tuple(
            tuple(map(self._line if name != BODY else self._number, text.split("\n")))
            for name, text in zip(FIELDS, texts, strict=True)
        )

    def _line(self, text: str) -> Line:
        """Names of organisations and terms stand in thousands of documents and are read once."""
        known = self._lines.get(text)
        if known is None:
            known = self._lines[text] = self._number(text)
        return known

    def _number(self, text: str) -> Line:
        return array("I", map(self._vocabulary.__getitem__, forms(text)))

    @property
    def words(self) -> list[str]:
        """Every word by its number."""
        return list(self._vocabulary)

    def count(self) -> dict[str, int]:
        """How often every word stands in the documents."""
        counts = Counter[int]()
        for document in self.documents:
            for lines in document:
                for line in lines:
                    counts.update(line)
        words = self.words
        return {words[number]: times for number, times in counts.items()}
