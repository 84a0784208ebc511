"""lunr's builder fed with ready terms: its own tokeniser and pipeline have nothing to do here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lunr.builder import Builder  # type: ignore[import-untyped]

from kopilka.search.documents import BOOSTS

Counts = Mapping[str, int]

_NO_METADATA: dict[str, Any] = {}
"""Shared by all postings: lunr keeps a dictionary for each, two million of them in a large bank."""


class TermBuilder(Builder):  # type: ignore[misc]  # lunr has no types
    """Takes documents as counted terms; the index, the statistics and the scores are lunr's."""

    def __init__(self) -> None:
        super().__init__()
        self.pipeline.reset()
        self.search_pipeline.reset()
        self.ref("n")
        for name, boost in BOOSTS.items():
            self.field(name, boost=boost)

    def add_terms(self, number: int, fields: Mapping[str, Counts], lengths: Mapping[str, int]) -> None:
        """Adds a document: how often each term stands in each field, and how many words the field has."""
        ref = str(number)
        self._documents[ref] = {}
        self.document_count += 1
        for name, counts in fields.items():
            key = f"{name}/{ref}"
            self.field_term_frequencies[key] = counts
            self.field_lengths[key] = lengths[name]
            for term in counts:
                posting = self.inverted_index.get(term) or self._new_posting(term)
                posting[name][ref] = _NO_METADATA

    def _new_posting(self, term: str) -> dict[str, Any]:
        posting: dict[str, Any] = {name: {} for name in BOOSTS}
        posting["_index"] = self.term_index
        self.term_index += 1
        self.inverted_index[term] = posting
        return posting
