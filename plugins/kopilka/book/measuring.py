"""How much is in a book: characters of its texts, the area of its pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from kopilka.book.imprint import Volume
from kopilka.book.page import Page, page_of
from kopilka.book.phrases import figures_of
from kopilka.book.tree import Block, Footnote
from kopilka.book.volume import Book, Picture
from kopilka.book.walking import walk, words_of

_DOTS_PER_MM = 200 / 25.4
"""Pictures are no larger than 200 dots an inch allow."""
_TALLEST = 0.55
"""The share of the text's height that a picture may take."""


def volume_of(book: Book, pictures: Mapping[str, Picture], *, pages: int) -> Volume:
    """The volume of a book of so many pages, everything in it counted as publishers do."""
    page = page_of(book.collection.paper)
    sizes = [(printed_width(page, picture), picture) for picture in _shown(book, pictures)]
    area = sum(width * width * picture.height / picture.width for width, picture in sizes)
    return Volume(pages, sum(map(len, _texts(book))), area / 100)


def printed_width(page: Page, picture: Picture) -> float:
    """Millimetres: as wide as the text, unless the picture is too coarse or too tall for that."""
    room = (page.height - page.top - page.bottom) * _TALLEST
    widest = min(page.measure, room * picture.width / picture.height)
    vector = picture.media_type == "image/svg+xml"
    return round(widest if vector else min(widest, picture.width / _DOTS_PER_MM), 2)


def _shown(book: Book, pictures: Mapping[str, Picture]) -> Iterator[Picture]:
    return (pictures[figure.file] for figure in figures_of(book))


def _texts(book: Book) -> Iterator[str]:
    """The title data, the texts, the contents, the lists and the indexes."""
    collection = book.collection
    yield from (collection.title, collection.subtitle or "", collection.annotation or "")
    for section in book.sections:
        yield from (section.title, section.lead)
    for chapter in (*book.front, *book.back):
        yield from (chapter.title, *_words(chapter.blocks))
    for article in book.articles:
        yield from (article.title, article.title, article.summary, *article.keywords)
        yield from chain(_words(article.blocks), _words(article.references))
    yield from (entry.label for index in book.indexes for entry in index.entries)
    yield from chain.from_iterable(book.abbreviations)


def _words(blocks: tuple[Block, ...]) -> Iterator[str]:
    yield words_of(blocks)
    yield from (words_of(node.blocks) for node in walk(blocks) if isinstance(node, Footnote))
