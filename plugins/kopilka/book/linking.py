"""Links of a book: those that lead to a place in it lead there, those that lead nowhere are only words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from kopilka.book.rewriting import rewrite
from kopilka.book.tree import Block, Figure, Heading, Link, Table
from kopilka.book.volume import Article, Book
from kopilka.book.walking import Node, walk
from kopilka.catalog.graph import Catalog, Entry
from kopilka.catalog.pictures import is_picture, is_withheld
from kopilka.render.addresses import Resolve

UrlOf = Callable[[Entry], str | None]
"""The permanent address of a record; None where the bank has no site."""


def resolver(
    entry: Entry, catalog: Catalog, *, inside: frozenset[str], files: Mapping[str, int], url_of: UrlOf
) -> Resolve:
    """Leads what is written in a record: to an article of the book, to a page of the site, to a picture.

    `inside` are the ids of the book's records, `files` the attachments of the bank. A file that is no
    picture leads to the record's page, where it can be had; a picture of people who have not agreed to be
    printed leads nowhere.
    """

    def resolve(address: str) -> str | None:
        path = PurePosixPath(address)
        if path.suffix == ".md" and path.stem in catalog.entries:
            return f"#{path.stem}" if path.stem in inside else url_of(catalog.entries[path.stem])
        file = f"{entry.path.removesuffix('.md')}/{address}"
        if file not in files:
            return None
        if not is_picture(address):
            return url_of(entry)
        return None if is_withheld(entry.record, address, catalog.today, use="print") else file

    return resolve


def settle(book: Book) -> Book:
    """The book with every inner link leading to a place that is there."""
    places = frozenset(_places(book))
    unwrap = _Settled(places)
    sections = tuple(
        replace(
            section, articles=tuple(replace(item, blocks=unwrap(item.blocks)) for item in section.articles)
        )
        for section in book.sections
    )
    front, back = (
        tuple(replace(chapter, blocks=unwrap(chapter.blocks)) for chapter in chapters)
        for chapters in (book.front, book.back)
    )
    return replace(book, sections=sections, front=front, back=back)


def alone(article: Article, book: Book) -> Article:
    """The article with links to its neighbours led to their pages on the site, words alone without such."""
    urls = {item.id: item.url for item in book.articles}

    def lead(node: Node) -> Node:
        if not isinstance(node, Link) or not node.href.startswith("#"):
            return node
        owner = node.href[1:].partition("--")[0]
        return node if owner == article.id else replace(node, href=urls.get(owner) or "")

    blocks, references = (rewrite(part, lead) for part in (article.blocks, article.references))
    return replace(article, blocks=blocks, references=references)


def _places(book: Book) -> Iterator[str]:
    """The ids of everything that can be led to."""
    yield from (section.id for section in book.sections)
    yield from (chapter.id for chapter in (*book.front, *book.back))
    yield from (index.id for index in book.indexes)
    texts = [article.blocks for article in book.articles]
    texts += [chapter.blocks for chapter in (*book.front, *book.back)]
    yield from (article.id for article in book.articles)
    yield from (
        node.id for blocks in texts for node in walk(blocks) if isinstance(node, Heading | Table | Figure)
    )


class _Settled:
    """Puts links of a text right.

    `#record#section` is a place inside an article; instead of a place that was cut comes its owner.
    """

    def __init__(self, places: frozenset[str]) -> None:
        self._places = places

    def __call__(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        return rewrite(blocks, self._one)

    def _one(self, node: Node) -> Node:
        if not isinstance(node, Link) or not node.href.startswith("#"):
            return node
        owner, _, place = node.href[1:].partition("#")
        exact = f"{owner}--{place}" if place else owner
        return replace(node, href=f"#{exact if exact in self._places else owner.partition('--')[0]}")
