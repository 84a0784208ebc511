"""Collections as the site knows them: their articles with pages and files, where a record was published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kopilka.catalog.collections import Item, resolve
from kopilka.catalog.graph import Entry
from kopilka.catalog.published import BookFile, Published, Role
from kopilka.citing import Article, Book, Network
from kopilka.citing.editions import Form, article_in, edition_of, main_form
from kopilka.records.collection import Collection
from kopilka.records.manifest import Manifest
from kopilka.russian import NBSP
from kopilka.site import addresses
from kopilka.site.view import View


@dataclass(frozen=True)
class Edition:
    """A collection and, when it was set, its book."""

    view: View
    manifest: Manifest
    book: Published | None

    @property
    def id(self) -> str:
        """The collection's id."""
        return self.manifest.id

    @property
    def collection(self) -> Collection:
        """What the manifest says."""
        return self.manifest.collection

    @property
    def url(self) -> str:
        """The address of its page."""
        return self.view.url(addresses.of_collection(self.id))

    @property
    def version(self) -> object:
        """Equal for two editions of which every page says the same."""
        return self.manifest.collection, self.book

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Its articles by record, in the order of the book; a set book knows better what went into it."""
        catalog = self.view.catalog
        if self.book is None:
            return {item.entry.id: item for item in resolve(self.collection, catalog).items}
        overrides = {override.record: override for override in self.collection.articles}
        ids = [row.id for row in self.book.contents if row.kind == "article" and row.id in catalog.entries]
        return {id_: Item(catalog.entries[id_], overrides.get(id_), ()) for id_ in ids}

    def pages_of(self, record: str) -> tuple[int, int] | None:
        """The pages of a record's article, once the book is set."""
        return self.book.pages_of(record) if self.book else None

    def file(self, role: Role, record: str | None = None) -> BookFile | None:
        """A file of the book, if there is one."""
        return self.book.file(role, record) if self.book else None

    def file_url(self, file: BookFile) -> str:
        """Where a file of the book stands on the site."""
        return self.view.file_at(addresses.of_book_file(self.id, file.path))

    @cached_property
    def cited(self) -> Book:
        """The edition as it is cited; the day of a visit is the day of the build."""
        form = main_form(self.collection)
        url = self.view.outside(addresses.of_collection(self.id))
        return edition_of(
            self.collection,
            self.view.registry,
            day=self.view.today,
            form=form,
            pages=self.book.pages if self.book else None,
            network=Network(url=url, visited=self.view.today) if url and form is not Form.PRINT else None,
        )

    def article(self, item: Item) -> Article:
        """An article of the edition as it is cited."""
        pages = self.pages_of(item.entry.id)
        return article_in(self.cited, item, self.view.registry, day=self.view.today, pages=pages)


@dataclass(frozen=True, slots=True)
class Appearance:
    """A collection that a record was published in."""

    edition: Edition
    item: Item

    @property
    def pages(self) -> str:
        """«с. 6–12», or nothing before the book is set."""
        found = self.edition.pages_of(self.item.entry.id)
        return f"с.{NBSP}{pages_words(*found)}" if found else ""

    @property
    def offprint(self) -> str | None:
        """The address of the article alone as PDF."""
        file = self.edition.file(Role.OFFPRINT, self.item.entry.id)
        return self.edition.file_url(file) if file else None


class Editions:
    """All collections of the bank, the latest first."""

    def __init__(self, view: View, books: Mapping[str, Published]) -> None:
        """`books` are those that were set, by the id of the collection."""
        self._all = tuple(Edition(view, item, books.get(item.id)) for item in _latest_first(view))

    def __iter__(self) -> Iterator[Edition]:
        return iter(self._all)

    @cached_property
    def _by_record(self) -> Mapping[str, tuple[Appearance, ...]]:
        found: dict[str, list[Appearance]] = defaultdict(list)
        for edition in self._all:
            for id_, item in edition.items.items():
                found[id_].append(Appearance(edition, item))
        return {id_: tuple(items) for id_, items in found.items()}

    def with_record(self, entry: Entry) -> tuple[Appearance, ...]:
        """The collections that a record was published in."""
        return self._by_record.get(entry.id, ())


def _latest_first(view: View) -> list[Manifest]:
    manifests = view.registry.manifests.values()
    return sorted(manifests, key=lambda item: (-item.collection.year, item.collection.demo, item.id))


def pages_words(first: int, last: int) -> str:
    """«6–12», «6»; a line does not end inside."""
    return str(first) if first == last else f"{first}\u2060–\u2060{last}"
