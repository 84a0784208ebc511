"""A book: its articles in sections, what stands before and after them, and what is printed about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from kopilka.book.tree import Block
from kopilka.records.collection import Collection


@dataclass(frozen=True, slots=True)
class Author:
    """An author as the book names them: the name only under a consent, else the position stands alone.

    `name` is «Примерова Мария Ивановна» in full, None without a consent.
    """

    name: str | None
    position: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Article:
    """A record as an article of the book.

    `id` is the record's id and the prefix of every id inside; `path` its file, for what is said of it;
    `organisations` are pairs of name and municipality («» when there is none); `url` is the permanent
    address on the site, None where the bank has no address; `references` are the sources.
    """

    id: str
    path: str
    kind: str
    title: str
    authors: tuple[Author, ...]
    organisations: tuple[tuple[str, str], ...]
    summary: str
    keywords: tuple[str, ...]
    blocks: tuple[Block, ...]
    references: tuple[Block, ...] = ()
    url: str | None = None
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the book with its half-title; a book of one untitled section has none."""

    id: str
    title: str
    lead: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A text of the editors: the foreword, the afterword, an appendix."""

    id: str
    title: str
    blocks: tuple[Block, ...]


MediaType = Literal["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"]


ENDINGS: Mapping[MediaType, str] = MappingProxyType(
    {
        "image/png": "png",
        "image/jpeg": "jpg",
        "image/gif": "gif",
        "image/webp": "webp",
        "image/svg+xml": "svg",
    }
)
"""How the names of files of pictures end."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The file of a figure, safe to show: bytes as they were sent, size in pixels.

    `fallback` is the same as PNG for programs that read neither drawings nor WebP, None where not needed.
    """

    data: bytes
    media_type: MediaType
    width: int
    height: int
    fallback: bytes | None = None


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An entry of an index: its words and the ids of the articles or places where it is met."""

    label: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """An index with page numbers: authors, subjects, organisations."""

    id: str
    title: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """The lines of the title page, its verso and the last page, in the order of ГОСТ Р 7.0.4-2020.

    What depends on the page count is written after the pages are known: lines hold it already.
    """

    title_page: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verso: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    last_page: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Book:
    """Everything a writer needs; `root` is the folder that files of figures are relative to."""

    id: str
    collection: Collection
    root: Path
    sections: tuple[Section, ...]
    front: tuple[Chapter, ...] = ()
    back: tuple[Chapter, ...] = ()
    indexes: tuple[Index, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    contributors: tuple[Author, ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles in the order of the book."""
        return tuple(article for section in self.sections for article in section.articles)


@dataclass(frozen=True, slots=True)
class Pages:
    """Where things stand in the set book, taken from the setting itself.

    `count` is all pages of the block; `first` and `last` are the printed page numbers by id of article,
    chapter, section or place; `starts` is the id of the first block of every page, for the EPUB's page list:
    ids of articles, chapters, sections, indexes and of `tree.place_ids`.
    """

    count: int
    first: Mapping[str, int]
    last: Mapping[str, int]
    starts: tuple[tuple[int, str], ...] = ()
