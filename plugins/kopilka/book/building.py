"""A collection with its records as one book, ready for whoever sets it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kopilka.book.articles import article_of
from kopilka.book.indexes import abbreviations_of, contributors_of, indexes_of
from kopilka.book.linking import UrlOf, resolver, settle
from kopilka.book.numbering import number
from kopilka.book.page import page_of
from kopilka.book.reading import read_blocks
from kopilka.book.values import Values
from kopilka.book.volume import Article, Book, Chapter, Section
from kopilka.catalog.collections import Item, ResolvedSection, resolve
from kopilka.catalog.graph import Catalog
from kopilka.records.collection import Collection
from kopilka.records.collection_parts import EditorialText
from kopilka.render.addresses import lose_address
from kopilka.render.body import BodyRenderer
from kopilka.render.typography import typograph


@dataclass(frozen=True)
class Bank:
    """What a book is made from: the catalogue, its folder, its files, the addresses of its records.

    `files` are the attachments, path from the root → bytes; `texts` the files of the editors' texts.
    """

    catalog: Catalog
    root: Path
    files: Mapping[str, int]
    texts: Mapping[str, str]
    url_of: UrlOf


def build_book(id_: str, bank: Bank) -> Book:
    """The book of the collection `id_`; raises `KeyError` when the catalogue has none.

    Records that the manifest names and the catalogue does not have are left out: the checks tell of them.
    """
    collection = bank.catalog.registry.collections[id_]
    builder = _Builder(bank, collection)
    sections = tuple(builder.sections())
    articles = tuple(article for section in sections for article in section.articles)
    return settle(
        Book(
            id=id_,
            collection=collection,
            root=bank.root,
            sections=sections,
            front=tuple(builder.chapters(("predislovie", "Предисловие", collection.foreword))),
            back=tuple(
                builder.chapters(
                    ("posleslovie", "Послесловие", collection.afterword), *_appendices(collection)
                )
            ),
            indexes=tuple(indexes_of(articles, collection.indexes)),
            abbreviations=abbreviations_of(articles),
            contributors=contributors_of(articles),
        )
    )


class _Builder:
    """Makes the parts of one book; the renderer is made once for all of them."""

    def __init__(self, bank: Bank, collection: Collection) -> None:
        self._bank = bank
        self._resolved = resolve(collection, bank.catalog)
        self._inside = frozenset(item.entry.id for item in self._resolved.items)
        self._measure = page_of(collection.paper).measure
        glossary = bank.catalog.registry.glossary
        words = {short: entry.term for entry in glossary for short in entry.abbreviations}
        self._renderer = BodyRenderer(abbreviations=words)

    def sections(self) -> Iterator[Section]:
        """The sections that have anything in them."""
        for place, section in enumerate(self._resolved.sections, start=1):
            if articles := self._articles(section):
                yield Section(f"razdel-{place}", typograph(section.title), typograph(section.lead), articles)

    def _articles(self, section: ResolvedSection) -> tuple[Article, ...]:
        return tuple(map(self._article, section.items))

    def _article(self, item: Item) -> Article:
        bank, entry = self._bank, item.entry
        leads = resolver(entry, bank.catalog, inside=self._inside, files=bank.files, url_of=bank.url_of)
        values = Values(bank.catalog, self._renderer, leads, bank.catalog.today)
        return article_of(entry, values, width=self._measure, url=bank.url_of(entry), override=item.override)

    def chapters(self, *texts: tuple[str, str, EditorialText | None]) -> Iterator[Chapter]:
        """The texts of the editors that the manifest has."""
        for id_, title, text in texts:
            if text is not None:
                written = text.text or self._bank.texts.get(text.file or "", "")
                html = self._renderer.render(written, prefix=f"{id_}--", resolve=lose_address).html
                blocks = number(id_, read_blocks(html))
                yield Chapter(id_, typograph(text.title or title), blocks)


def _appendices(collection: Collection) -> Iterator[tuple[str, str, EditorialText]]:
    several = len(collection.appendices) > 1
    for place, text in enumerate(collection.appendices, start=1):
        yield f"prilozhenie-{place}", f"Приложение {place}" if several else "Приложение", text
