"""The documents of an EPUB in the order of reading: title pages, contents, sections, articles, indexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kopilka.book.epub.pagination import END, TITLE, VERSO
from kopilka.book.epub.text import TextWriter, Volume, words
from kopilka.book.links import external
from kopilka.book.phrases import (
    ABBREVIATIONS,
    ABBREVIATIONS_ID,
    CONTENTS,
    CONTENTS_ID,
    CONTRIBUTORS,
    CONTRIBUTORS_ID,
    KEYWORDS,
    ON_THE_SITE,
    REFERENCES,
    byline,
    contents_words,
    kind_words,
    person_words,
    place_words,
)
from kopilka.book.tree import Block, Figure, Heading, Table, place_ids
from kopilka.book.volume import Article, Book, Chapter, Imprint, Index, IndexEntry, Pages, Section
from kopilka.book.walking import Node, children, walk
from kopilka.documents import escape, quoted


@dataclass(frozen=True, slots=True)
class Part:
    """A document to be written: its id, its name in the contents, what it holds.

    `kind` is its word in the structural vocabulary of EPUB, `level` its depth in the contents.
    """

    id: str
    title: str
    kind: str
    source: Article | Chapter | Section | Index | Imprint | Book
    level: int = 1


def parts_of(book: Book, imprint: Imprint) -> tuple[Part, ...]:
    """Every document of the book but the cover."""
    return (
        Part(TITLE, "Титульный лист", "titlepage", imprint),
        Part(VERSO, "Выходные сведения", "copyright-page", imprint),
        Part(CONTENTS_ID, CONTENTS, "toc", book),
        *(Part(chapter.id, chapter.title, "preface", chapter) for chapter in book.front),
        *(part for section in book.sections for part in _section(section)),
        *(Part(chapter.id, chapter.title, "appendix", chapter) for chapter in book.back),
        *([Part(ABBREVIATIONS_ID, ABBREVIATIONS, "glossary", book)] if book.abbreviations else []),
        *([Part(CONTRIBUTORS_ID, CONTRIBUTORS, "contributors", book)] if book.contributors else []),
        *(Part(index.id, index.title, "index", index) for index in book.indexes),
        Part(END, "Надвыпускные и выпускные данные", "colophon", imprint),
    )


def _section(section: Section) -> Iterator[Part]:
    if section.title:
        yield Part(section.id, section.title, "part", section)
    for article in section.articles:
        yield Part(article.id, article.title, "chapter", article, level=2 if section.title else 1)


def places_of(part: Part) -> Iterator[str]:
    """Every id that a document will hold, in the order of reading: what links and pages may lead to."""
    yield part.id
    if isinstance(part.source, (Article, Chapter)):
        for place, block in place_ids(part.id, part.source.blocks):
            yield place
            yield from (id_ for id_ in map(_id_of, walk(children(block))) if id_)


def _id_of(node: Node) -> str:
    return node.id if isinstance(node, (Heading, Table, Figure)) else ""


@dataclass(frozen=True, slots=True)
class DocumentWriter:
    """Writes the documents of one book."""

    book: Book
    pages: Pages
    volume: Volume

    def write(self, part: Part) -> str:
        """The whole XHTML file of a part."""
        body = self._body(part)
        # The contents that people read are a page as any other: the navigation of the EPUB is in nav.xhtml.
        kind = f' epub:type="{part.kind}"' if part.kind != "toc" else ""
        role = f' role="doc-{part.kind}"' if part.kind in _ROLES else ""
        opening = (
            f'<section{kind}{role} class="{part.kind}" id={quoted(part.id)} aria-label={quoted(part.title)}>'
        )
        return page(part.title, f"{opening}{self.volume.marks.html(part.id)}{body}</section>")

    def _body(self, part: Part) -> str:
        match part.source:
            case Article():
                return self._article(part.source)
            case Chapter():
                return f"{_title(part.title)}{self._text(part.id, part.source.blocks)}"
            case Section():
                lead = f'<p class="lead">{words(part.source.lead)}</p>' if part.source.lead else ""
                return _title(part.title) + lead
            case Index():
                return _title(part.title) + self._index(part.source.entries)
            case Imprint():
                return self._imprint(part.id, part.source)
            case Book():
                return _title(part.title) + self._list(part.id)

    def _text(self, owner: str, blocks: Sequence[Block]) -> str:
        writer = TextWriter(self.volume, owner)
        text = writer.text(blocks)
        return f"{text}\n{writer.notes()}"

    def _article(self, article: Article) -> str:
        writer = TextWriter(self.volume, article.id)
        text = writer.text(article.blocks)
        references = writer.blocks(article.references)
        heading = f'<h2 class="references">{REFERENCES}</h2>'
        return "\n".join(
            (
                f"<header>{_kind(article)}{_title(article.title)}{''.join(_opening(article))}</header>",
                text,
                f"{heading}{references}" if references else "",
                _address(article.url),
                writer.notes(),
            )
        )

    def _imprint(self, id_: str, imprint: Imprint) -> str:
        groups = {TITLE: imprint.title_page, VERSO: imprint.verso, END: imprint.last_page}[id_]
        return "".join(_lines(id_, groups))

    def _index(self, entries: Iterable[IndexEntry]) -> str:
        return f'<ul class="index">{"".join(self._entry(entry) for entry in entries)}</ul>'

    def _entry(self, entry: IndexEntry) -> str:
        links = (self._place(number, place) for number, place in enumerate(entry.places, start=1))
        return f"<li>{words(entry.label)}&#160;– {', '.join(link for link in links if link)}</li>"

    def _place(self, number: int, place: str) -> str:
        document = self.volume.documents.get(place)
        shown = str(self.pages.first.get(place, number))
        return f"<a href={quoted(f'{document}#{place}')}>{shown}</a>" if document else ""

    def _list(self, id_: str) -> str:
        if id_ == CONTENTS_ID:
            return f'<ul class="contents">{"".join(self._contents())}</ul>'
        if id_ == ABBREVIATIONS_ID:
            pairs = (
                f"<dt>{words(short)}</dt><dd>{words(long)}</dd>" for short, long in self.book.abbreviations
            )
            return f"<dl>{''.join(pairs)}</dl>"
        people = (f"<li>{words(person_words(author))}</li>" for author in self.book.contributors)
        return f'<ul class="plain">{"".join(people)}</ul>'

    def _contents(self) -> Iterator[str]:
        for part in parts_of(self.book, Imprint()):
            if part.kind not in _UNLISTED:
                whose = contents_words(part.source) if isinstance(part.source, Article) else ""
                address = f"{self.volume.documents[part.id]}#{part.id}"
                names = f'<span class="whose">{words(whose)}</span> ' if whose else ""
                first = self.pages.first.get(part.id)
                number = f' <span class="number">{first}</span>' if first else ""
                link = f"<a href={quoted(address)}>{words(part.title)}</a>"
                yield f'<li class="{part.kind}">{names}{link}{number}</li>'


_UNLISTED = frozenset({"titlepage", "copyright-page", "toc", "colophon"})
"""Kinds that the contents of a book do not name."""
_ROLES = frozenset({"preface", "part", "chapter", "appendix", "index", "glossary", "colophon"})
"""Kinds that have a role of WAI-ARIA too."""


def page(title: str, body: str) -> str:
    """An XHTML file of the book."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        'lang="ru" xml:lang="ru">\n<head>\n<meta charset="utf-8"/>\n'
        f'<title>{escape(title)}</title>\n<link rel="stylesheet" href="style.css"/>\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _title(title: str) -> str:
    return f"<h1>{words(title)}</h1>\n"


def _kind(article: Article) -> str:
    return f'<p class="kind">{words(kind_words(article))}</p>\n'


def _opening(article: Article) -> Iterator[str]:
    yield from (f'<p class="author">{words(byline(author, article))}</p>' for author in article.authors)
    yield from (f'<p class="place">{words(place_words(place))}</p>' for place in article.organisations)
    if article.summary:
        yield f'<p class="summary">{words(article.summary)}</p>'
    if article.keywords:
        yield f'<p class="keywords"><b>{KEYWORDS}:</b> {words(", ".join(article.keywords))}</p>'


def _address(url: str | None) -> str:
    address = external(url or "")
    link = f"<a href={quoted(address)}>{words(url or '')}</a>"
    return f'<p class="address">{ON_THE_SITE}: {link}</p>' if address else ""


def _lines(id_: str, groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Groups of lines; on the title page the title itself is the heading of the document."""
    for name, lines in groups.items():
        tag = "h1" if id_ == TITLE and name == "title" else "p"
        inside = "".join(f"<{tag}>{words(line)}</{tag}>" for line in lines)
        yield f"<div class={quoted(name)}>{inside}</div>"
