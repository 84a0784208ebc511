"""A collection with its records as one book, ready for whoever sets it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

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
from kopilka.catalog.pictures import is_picture
from kopilka.records.collection import Collection
from kopilka.records.collection_parts import EditorialText
from kopilka.records.manifest import Manifest
from kopilka.render.body import BodyRenderer
from kopilka.render.typography import typograph

_APPENDIX = "Приложение"


@dataclass(frozen=True)
class Bank:
    """What a book is made from: the catalogue, its folder, its files, the addresses of its records.

    `files` are the attachments and what lies beside the manifests: path from the root → bytes.
    """

    catalog: Catalog
    root: Path
    files: Mapping[str, int]
    url_of: UrlOf


def build_book(id_: str, bank: Bank) -> Book:
    """The book of the collection `id_`; raises `KeyError` when the catalogue has none.

    Records that the manifest names and the catalogue does not have are left out: the checks tell of them.
    """
    manifest = bank.catalog.registry.manifests[id_]
    collection = manifest.collection
    builder = _Builder(bank, manifest)
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

    def __init__(self, bank: Bank, manifest: Manifest) -> None:
        collection = manifest.collection
        self._bank = bank
        self._manifest = manifest
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
                written = self._manifest.read(text)
                html = self._renderer.render(written, prefix=f"{id_}--", resolve=self._beside).html
                blocks = number(id_, read_blocks(html))
                yield Chapter(id_, typograph(_titled(title, text.title)), blocks)

    def _beside(self, address: str) -> str | None:
        """Where an address of an editors' text leads: to an article, to a picture beside the text."""
        path = PurePosixPath(address)
        if path.suffix == ".md" and path.stem in self._inside:
            return f"#{path.stem}"
        file = f"{self._manifest.folder}/{address}"
        return file if is_picture(address) and file in self._bank.files else None


def _titled(usual: str, own: str | None) -> str:
    """An appendix keeps its name before its own title; other texts are called as their editors wish."""
    return f"{usual}. {own}" if own and usual.startswith(_APPENDIX) else own or usual


def _appendices(collection: Collection) -> Iterator[tuple[str, str, EditorialText]]:
    several = len(collection.appendices) > 1
    for place, text in enumerate(collection.appendices, start=1):
        yield f"prilozhenie-{place}", f"{_APPENDIX} {place}" if several else _APPENDIX, text
