"""Puts an EPUB together: documents, pictures, navigation, one zip."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

from kopilka.book.epub.documents import DocumentWriter, page, parts_of, places_of
from kopilka.book.epub.package import (
    CONTAINER,
    Contents,
    navigation,
    old_navigation,
    package,
    pages_of,
)
from kopilka.book.epub.pagination import mark_pages
from kopilka.book.epub.text import Volume
from kopilka.book.phrases import figures_of, title_words
from kopilka.book.volume import ENDINGS, Book, Imprint, Pages, Picture
from kopilka.documents import pack, quoted

_COVER_PAGE = '<section epub:type="cover" class="cover"><img src="cover.png" alt={alt}/></section>'


def write_epub(  # noqa: PLR0913 - everything a book consists of
    book: Book,
    pages: Pages,
    imprint: Imprint,
    pictures: Mapping[str, Picture],
    *,
    cover: bytes | None,
    modified: datetime,
) -> bytes:
    """The book as EPUB 3.3: the same book gives the same bytes.

    `pictures` are by the file of their figure, `cover` is a PNG, `modified` the moment of the edition.
    """
    parts = parts_of(book, imprint)
    files = {part.id: f"text-{number:03}.xhtml" for number, part in enumerate(parts, start=1)}
    documents = {place: files[part.id] for part in parts for place in places_of(part)}
    marks = mark_pages(pages, documents)
    media = _media(pictures)
    names = {file: name for file, (name, _, _) in media.items()}
    writer = DocumentWriter(book, pages, Volume(documents, names, marks))
    contents = Contents(
        parts,
        files,
        pages_of(marks, documents),
        [(name, kind) for name, kind, _ in media.values()],
        cover is not None,
    )
    described = all(figure.alt.strip() for figure in figures_of(book))
    text = {
        "META-INF/container.xml": CONTAINER,
        "EPUB/package.opf": package(book, imprint, contents, described=described, modified=modified),
        "EPUB/nav.xhtml": navigation(contents),
        "EPUB/toc.ncx": old_navigation(book, contents),
        "EPUB/style.css": _style(),
        **({"EPUB/cover.xhtml": _cover(book)} if cover else {}),
        **{f"EPUB/{files[part.id]}": writer.write(part) for part in parts},
    }
    return pack(
        {
            "mimetype": b"application/epub+zip",
            **{name: content.encode() for name, content in text.items()},
            **({"EPUB/cover.png": cover} if cover else {}),
            **{f"EPUB/{name}": data for name, _, data in media.values()},
        },
        stored=frozenset({"mimetype"}),
    )


def _media(pictures: Mapping[str, Picture]) -> dict[str, tuple[str, str, bytes]]:
    """Name in the EPUB, type and bytes of every picture; readers of books know no WebP, they get PNG."""
    made: dict[str, tuple[str, str, bytes]] = {}
    for number, (file, picture) in enumerate(sorted(pictures.items()), start=1):
        kind, data = picture.media_type, picture.data
        if kind == "image/webp" and picture.fallback:
            kind, data = "image/png", picture.fallback
        made[file] = (f"media/{number:03}.{ENDINGS[kind]}", kind, data)
    return made


def _cover(book: Book) -> str:
    return page("Обложка", _COVER_PAGE.format(alt=quoted(f"Обложка: {title_words(book)}")))


@cache
def _style() -> str:
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
