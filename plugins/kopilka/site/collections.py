"""Pages of collections: all of them, and each with its contents, downloads, imprint and citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from kopilka.catalog.collections import Item, resolve
from kopilka.catalog.published import BookFile, ContentsRow, Role
from kopilka.citing import describe, read_name, sheets_words
from kopilka.citing.editions import party_name, recommendation_words
from kopilka.russian import NBSP, count
from kopilka.site import addresses
from kopilka.site.citations import gost_styles
from kopilka.site.drawing import Drawing
from kopilka.site.editions import Edition, Editions, pages_words
from kopilka.site.pages import Asset, Page
from kopilka.site.view import size_words

TITLE = "Сборники"
_LEAD = "Книги, собранные из записей банка: для экрана, для электронной книги, для типографии."
_PAGES = ("страница", "страницы", "страниц")
_ARTICLES = ("статья", "статьи", "статей")


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands for a collection where records have their kind."""

    id: str = "collection"
    icon: str = "collection"
    label: str = "Сборник"


MARK = Mark()


@dataclass(frozen=True, slots=True)
class Download:
    """A button with a file of the book; `more` is another file that goes with it."""

    label: str
    url: str
    icon: str
    note: str
    more: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the contents; no `url` for what has no page of its own on the site."""

    title: str
    url: str = ""
    by: str = ""
    pages: str = ""
    offprint: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading, or under none."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ArticleCitation:
    """How to cite an article, and the words by which it is chosen."""

    id: str
    label: str
    text: str


def collection_pages(drawing: Drawing, editions: Editions) -> Iterator[Page]:
    """The list of collections and a page for each."""
    yield Page(
        path=addresses.COLLECTIONS,
        title=TITLE,
        description=_LEAD,
        key=tuple(edition.version for edition in editions),
        draw=partial(_draw_list, drawing, editions),
    )
    for edition in editions:
        yield Page(
            path=addresses.of_collection(edition.id),
            title=edition.collection.title,
            description=edition.collection.annotation or _LEAD,
            key=(edition.version, tuple(item.entry.version for item in edition.items.values())),
            draw=partial(_draw, drawing, edition),
            source=edition.manifest.path,
        )


def collection_assets(editions: Editions, *, folder: str) -> Iterator[Asset]:
    """The files of the set books; `folder` is where they lie in the bank."""
    for edition in editions:
        for file in edition.book.files if edition.book else ():
            yield Asset(addresses.of_book_file(edition.id, file.path), f"{folder}/{edition.id}/{file.path}")


def _draw_list(drawing: Drawing, editions: Editions) -> str:
    return drawing.page(
        "collections.html",
        title=TITLE,
        lead=_LEAD,
        mark=MARK,
        rows=[(edition, cover_of(edition), issue_words(edition), size_line(edition)) for edition in editions],
    )


def _draw(drawing: Drawing, edition: Edition) -> str:
    view = drawing.view
    return drawing.page(
        "collection.html",
        edition=edition,
        collection=edition.collection,
        mark=MARK,
        trail=[("Главная", view.url(addresses.HOME)), (TITLE, view.url(addresses.COLLECTIONS))],
        issue=issue_words(edition),
        cover=cover_of(edition),
        downloads=tuple(_downloads(edition)),
        figures=_figures(edition),
        contents=contents_of(edition),
        facts=drawing.edition_facts(edition),
        cited=gost_styles(edition.cited),
        articles=tuple(_article_citations(edition)),
    )


# Cover


@dataclass(frozen=True, slots=True)
class Cover:
    """What to draw the cover of; `url` and `size` are of its picture, empty before the book is set."""

    founder: str
    words: str
    url: str
    size: str


def cover_of(edition: Edition) -> Cover:
    """What a reader sees of the book."""
    collection = edition.collection
    file = edition.file(Role.PICTURE)
    founders = [party_name(edition.view.registry, party, short=True) for party in collection.founder]
    words = [collection.title, collection.subtitle or "", str(collection.year)]
    return Cover(
        founder=", ".join(founders),
        words="Обложка сборника: " + ". ".join(filter(None, words)),
        url=edition.file_url(file) if file else "",
        size=size_words(file.size) if file else "",
    )


def issue_words(edition: Edition) -> str:
    """«выпуск 2, 2025 год»."""
    issue = edition.collection.issue
    year = f"{edition.collection.year}{NBSP}год"
    return f"выпуск{NBSP}{issue}, {year}" if issue else year


def size_line(edition: Edition) -> str:
    """«10 статей, 76 страниц»."""
    sizes = [count(len(edition.items), _ARTICLES)]
    sizes += [count(edition.book.pages, _PAGES)] if edition.book else []
    return ", ".join(sizes)


# Files


def _downloads(edition: Edition) -> Iterator[Download]:
    screen = "с закладками, размечен для скринридера"
    yield from _download(edition, Role.SCREEN, "Для экрана, PDF", "download", screen)
    yield from _download(edition, Role.EPUB, "Для читалки, EPUB", "download", "")
    yield from _download(edition, Role.PRINT, "Для типографии, PDF", "print", "вылеты 3 мм")
    yield from _download(edition, Role.DOCX, "Для правки, DOCX", "edit", "")


def _download(edition: Edition, role: Role, label: str, icon: str, note: str) -> Iterator[Download]:
    file = edition.file(role)
    if file is not None:
        words = ", ".join(filter(None, (size_words(file.size), note)))
        yield Download(label, edition.file_url(file), icon, words, _beside(edition, role))


def _beside(edition: Edition, role: Role) -> tuple[str, str] | None:
    """The cover of the printer's block lies apart."""
    cover: BookFile | None = edition.file(Role.COVER) if role is Role.PRINT else None
    return (edition.file_url(cover), f"обложка, {size_words(cover.size)}") if cover else None


def _figures(edition: Edition) -> str:
    """«76 страниц · 4,4 усл. печ. л. · рекомендован учёным советом, протокол № 5 · 12+»."""
    collection, book = edition.collection, edition.book
    parts = [count(book.pages, _PAGES), f"{sheets_words(book.printed_sheets)} усл. печ. л."] if book else []
    if collection.recommended:
        parts.append(f"рекомендован {recommendation_words(collection.recommended)}")
    return " · ".join(filter(None, (*parts, collection.age)))


# Contents


def contents_of(edition: Edition) -> tuple[Group, ...]:
    """The lines as in the book, with their pages; before it is set, as the manifest has them."""
    rows = edition.book.contents if edition.book else ()
    return tuple(_set(edition, rows)) if rows else tuple(_planned(edition))


def _set(edition: Edition, rows: Iterable[ContentsRow]) -> Iterator[Group]:
    """A section begins a group; a part of the editors after it stands under no heading again."""
    title, taken, last = "", list[Row](), ""
    for row in rows:
        if row.kind == "section" or (row.kind == "part" and last == "article"):
            if taken:
                yield Group(title, tuple(taken))
            title, taken = (row.title if row.kind == "section" else ""), []
        if row.kind != "section":
            taken.append(_row(edition, row))
        last = row.kind
    if taken:
        yield Group(title, tuple(taken))


def _row(edition: Edition, row: ContentsRow) -> Row:
    pages = pages_words(row.first, row.last)
    item = edition.items.get(row.id) if row.kind == "article" else None
    if item is None:
        return Row(row.title, pages=pages)
    offprint = edition.file(Role.OFFPRINT, row.id)
    return Row(
        row.title,
        edition.view.record_url(row.id),
        _holders(edition, item),
        pages,
        edition.file_url(offprint) if offprint else "",
    )


def _planned(edition: Edition) -> Iterator[Group]:
    for section in resolve(edition.collection, edition.view.catalog).sections:
        rows = (
            Row(item.title, edition.view.record_url(item.entry.id), _holders(edition, item))
            for item in section.items
        )
        if section.items:
            yield Group(section.title, tuple(rows))


def _holders(edition: Edition, item: Item) -> str:
    """«Примерова М. И. · Школа-пример № 1»: the authors who may be named, then the organisations."""
    view = edition.view
    people = (item.override.authors if item.override else ()) or item.entry.record.authors
    names = [read_name(name).plain for name in map(view.person_name, people) if name]
    places = [party_name(view.registry, id_, short=True) for id_ in item.entry.record.organisations]
    return " · ".join(", ".join(part) for part in (names, places) if part)


# Citations


def _article_citations(edition: Edition) -> Iterator[ArticleCitation]:
    for id_, item in edition.items.items():
        pages = edition.pages_of(id_)
        place = f", с.{NBSP}{pages_words(*pages)}" if pages else ""
        yield ArticleCitation(f"cite-{id_}", item.title + place, describe(edition.article(item)))
