"""What the checks before print look at: a collection, its records, its book, what is known of the bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kopilka.book.volume import Article, Book, Picture
from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.collections import Item, Resolved
from kopilka.catalog.graph import Catalog
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Span
from kopilka.records.collection import Collection
from kopilka.records.manifest import Manifest
from kopilka.records.spans import Spans


@dataclass(frozen=True)
class Proof:
    """A collection laid out for checking.

    `known` is what the check of the bank has found already; `pictures` are those of the book and `damaged`
    those that cannot be drawn, with why, both by path from the root; `pages` are the first and the last page
    of each article, empty where the book cannot be set.
    """

    manifest: Manifest
    resolved: Resolved
    catalog: Catalog
    around: Surroundings
    book: Book
    known: tuple[Diagnostic, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    damaged: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def collection(self) -> Collection:
        """The manifest itself."""
        return self.manifest.collection

    @property
    def day(self) -> date:
        """The day on which consents must hold."""
        return self.around.today

    @cached_property
    def articles(self) -> tuple[tuple[Item, Article], ...]:
        """The records of the book, each with the article that it became."""
        made = {article.id: article for article in self.book.articles}
        return tuple((item, made[item.entry.id]) for item in self.resolved.items if item.entry.id in made)

    @cached_property
    def _spans(self) -> Spans:
        return self.manifest.locate()

    def at(self, code: Code, path: Path, message: str, *, hint: str = "") -> Diagnostic:
        """A finding in the manifest; what is not written there belongs to the whole file."""
        if len(path) == 1 and str(path[0]) not in self.collection.model_fields_set:
            return code.at(self.manifest.path, Span(), message, hint=hint)
        return code.at(self.manifest.path, self._spans.value(path), message, hint=hint)

    def at_field(self, item: Item, code: Code, path: Path, message: str, *, hint: str = "") -> Diagnostic:
        """A finding in a field of a record."""
        return at_path(item.entry, code, path, message, hint=hint)


GapRule = Callable[[Proof], Iterable[Diagnostic]]
"""Looks at a collection before print; one thing, all places."""
