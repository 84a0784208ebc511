"""The two files that the Typst template reads: the texts of a book, and what its form and size change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import chain

from kopilka.book import phrases
from kopilka.book.galley import Data, Galley
from kopilka.book.page import page_of
from kopilka.book.volume import Article, Book, Chapter, Imprint, Index, Picture, Section
from kopilka.render.typography import typograph

_HEAD = 72
"""Letters that a running head has room for."""
_PARTS = {
    "title_page": ("founder", "title", "subtitle", "edition", "output"),
    "verso": ("indexes", "recommended", "people", "record", "annotation", "isbn", "rights"),
    "last_page": ("purpose", "people", "title", "release", "publisher", "printer"),
}


def book_matter(book: Book, pictures: Mapping[str, Picture], names: Mapping[str, str]) -> Data:
    """The texts of the book; `names` are the files of its pictures as the template finds them."""
    galley = galley_of(book, pictures, names)
    collection = book.collection
    return {
        "title": phrases.title_words(book),
        "running": running_head(phrases.title_words(book)),
        "authors": [author.name for author in book.contributors],
        "description": collection.annotation,
        "keywords": list(dict.fromkeys(chain.from_iterable(item.keywords for item in book.articles)))[:40],
        "page": asdict(page_of(collection.paper)),
        "level": level_of(book),
        "contents": {"id": phrases.CONTENTS_ID, "title": phrases.CONTENTS},
        "about": _about(book),
        "front": [_chapter(chapter, galley) for chapter in book.front],
        "sections": [_section(section, galley) for section in book.sections],
        "back": [_chapter(chapter, galley) for chapter in book.back],
        "abbreviations": _abbreviations(book),
        "contributors": _contributors(book),
        "indexes": [_index(index) for index in book.indexes],
    }


def galley_of(book: Book, pictures: Mapping[str, Picture], names: Mapping[str, str]) -> Galley:
    """The galley that the texts of a book are set with."""
    return Galley(page_of(book.collection.paper), pictures, names)


def level_of(book: Book) -> int:
    """The level of an article's heading: below that of its section, where the book has such."""
    return 2 if any(section.title for section in book.sections) else 1


def edition_matter(imprint: Imprint, *, bleed: int = 0, blanks: int = 0, cover: Data | None = None) -> Data:
    """What changes from form to form: the imprint, the bleed in mm, empty pages at the end, the cover."""
    parts = {
        page: {name: list(getattr(imprint, page).get(name, ())) for name in names}
        for page, names in _PARTS.items()
    }
    return {**parts, "bleed": bleed, "blanks": blanks, "cover": cover}


def article_matter(article: Article, galley: Galley) -> Data:
    """An article as the template sets it."""
    return {
        "id": article.id,
        "kind": phrases.kind_words(article),
        "title": article.title,
        "running": running_head(article.title),
        "authors": [phrases.byline(author, article) for author in article.authors],
        "organisations": [phrases.place_words(item) for item in article.organisations],
        "summary": article.summary,
        "keywords-label": phrases.KEYWORDS,
        "keywords": ", ".join(article.keywords),
        "blocks": galley.text(article.id, article.blocks),
        "references-label": phrases.REFERENCES,
        "references": galley.blocks(article.references),
        "url-label": phrases.ON_THE_SITE,
        "url": {"href": article.url, "words": article.url.split("://")[-1]} if article.url else None,
    }


def running_head(title: str) -> str:
    """A title short enough for the head of a page: up to its colon or its full stop, else to a whole word."""
    if len(title) <= _HEAD:
        return title
    for mark in (":", ". "):
        start = title.partition(mark)[0]
        if len(start) <= _HEAD:
            return start
    return title[:_HEAD].rsplit(" ", 1)[0].rstrip(" ,;–") + "…"


def _chapter(chapter: Chapter, galley: Galley) -> Data:
    return {
        "id": chapter.id,
        "title": chapter.title,
        "running": running_head(chapter.title),
        "blocks": galley.text(chapter.id, chapter.blocks),
    }


def _section(section: Section, galley: Galley) -> Data:
    articles = [article_matter(article, galley) for article in section.articles]
    return {"id": section.id, "title": section.title, "lead": section.lead, "articles": articles}


def _about(book: Book) -> dict[str, Data]:
    """What the contents say of each place besides its page."""
    titles = {chapter.id: chapter.title for chapter in (*book.front, *book.back)}
    titles |= dict(lists_of(book)) | {index.id: index.title for index in book.indexes}
    about = {id_: _line("part", title) for id_, title in titles.items()}
    about |= {item.id: _line("section", item.title, opens=True) for item in book.sections}
    about |= {
        item.id: _line("article", item.title, who=phrases.contents_words(item)) for item in book.articles
    }
    after = next(iter(list(titles)[len(book.front) :]), "")
    return {id_: {**line, "opens": line["opens"] or id_ == after} for id_, line in about.items()}


def _line(kind: str, title: str, *, who: str = "", opens: bool = False) -> Data:
    """A line of the contents; `opens` sets it off from what stands above."""
    return {"kind": kind, "title": title, "who": who, "opens": opens}


def lists_of(book: Book) -> Iterator[tuple[str, str]]:
    """The lists of the book that are no index, with their titles."""
    if book.abbreviations:
        yield phrases.ABBREVIATIONS_ID, phrases.ABBREVIATIONS
    if book.contributors:
        yield phrases.CONTRIBUTORS_ID, phrases.CONTRIBUTORS


def _abbreviations(book: Book) -> Data | None:
    if not book.abbreviations:
        return None
    entries = [[short, typograph(meaning)] for short, meaning in book.abbreviations]
    return {"id": phrases.ABBREVIATIONS_ID, "title": phrases.ABBREVIATIONS, "entries": entries}


def _contributors(book: Book) -> Data | None:
    if not book.contributors:
        return None
    entries = [
        {"name": item.name, "words": ", ".join(part for part in (item.position, item.organisation) if part)}
        for item in book.contributors
    ]
    return {"id": phrases.CONTRIBUTORS_ID, "title": phrases.CONTRIBUTORS, "entries": entries}


def _letter(label: str) -> str:
    """The letter under which a label stands: «ё» is sorted as «е», quotes do not count."""
    first = next((sign for sign in label if sign.isalnum()), "")
    return "№" if first.isdigit() else first.upper().replace("Ё", "Е")


def _index(index: Index) -> Data:
    entries = [
        {"label": entry.label, "letter": _letter(entry.label), "places": list(entry.places)}
        for entry in index.entries
    ]
    return {"id": index.id, "title": index.title, "entries": entries}
