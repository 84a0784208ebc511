"""Puts the Word file of a book together: text, styles, notes, pictures, one zip."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kopilka.book.docx import package
from kopilka.book.docx.carrier import Lists, Media, Relations
from kopilka.book.docx.document import DocumentWriter
from kopilka.book.docx.drawings import with_dots
from kopilka.book.docx.looks import Sheet, font_table, settings, sheet_of, styles
from kopilka.book.docx.markup import SPACES
from kopilka.book.docx.passages import passages_xml
from kopilka.book.docx.sections import Sections
from kopilka.book.docx.text import TextWriter
from kopilka.book.phrases import places_of, title_words
from kopilka.book.volume import Book, Imprint, Pages, Picture
from kopilka.documents import HEAD, pack

_HIGHEST = 0.62
"""How much of a page's height a picture may take: its caption and some text stand with it."""


def write_docx(
    book: Book, pages: Pages, imprint: Imprint, pictures: Mapping[str, Picture], *, modified: datetime
) -> bytes:
    """The book as a Word file for last corrections: the same book gives the same bytes.

    `pictures` are by the file of their figure; `modified` is the moment of the edition. The contents and
    the indexes hold the printed pages until Word counts its own.
    """
    sheet = sheet_of(book.collection.paper)
    links, note_links = Relations(), Relations()
    text = _text_writer(book, pictures, sheet, links, note_links)
    sections = Sections(sheet, links, title_words(book))
    titled = any(section.title for section in book.sections)
    level = 2 if titled else 1
    text.offset = level
    body = DocumentWriter(book, pages, imprint, text, sections, level).body()
    for kind, target in _OWN.items():
        links.add(kind, target)
    parts = {
        "[Content_Types].xml": package.content_types(sections.files),
        "_rels/.rels": package.package_relations(),
        "word/document.xml": f"{HEAD}<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": links.xml(),
        "word/styles.xml": styles(sheet),
        "word/numbering.xml": text.lists.xml(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/footnotes.xml": package.footnotes(text.notes),
        "word/_rels/footnotes.xml.rels": note_links.xml(),
        "word/theme/theme1.xml": package.theme(),
        **{f"word/{name}": content for name, content in sections.files.items()},
        "docProps/core.xml": package.core(title_words(book), book.collection.subtitle or "", modified),
        "docProps/app.xml": package.APP,
        "customXml/item1.xml": passages_xml(book.id, text.passages),
        "customXml/itemProps1.xml": package.CUSTOM_PROPERTIES,
        "customXml/_rels/item1.xml.rels": package.CUSTOM_RELATIONS,
    }
    media = {f"word/{name}": data for name, data in text.media.files.items()}
    return pack({name: content.encode() for name, content in parts.items()} | media)


_OWN = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "fontTable": "fontTable.xml",
    "footnotes": "footnotes.xml",
    "theme": "theme/theme1.xml",
    "customXml": "../customXml/item1.xml",
}


def _text_writer(
    book: Book, pictures: Mapping[str, Picture], sheet: Sheet, links: Relations, note_links: Relations
) -> TextWriter:
    return TextWriter(
        width=sheet.text,
        links=links,
        note_links=note_links,
        lists=Lists(),
        media=Media(with_dots(pictures), links, sheet.text, round(sheet.height * _HIGHEST)),
        ids=frozenset(places_of(book)),
    )
