"""Prints an edition: every file of every format, one after another, and what the book tells of itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from typing import Literal

from kopilka.book.covers import Cover, cover_of
from kopilka.book.docx.writer import write_docx
from kopilka.book.epub.writer import write_epub
from kopilka.book.matter import lists_of
from kopilka.book.offprints import offprint_of
from kopilka.book.press import BLEED, Press
from kopilka.book.volume import Pages
from kopilka.catalog.published import BookFile, ContentsRow, Published, Role
from kopilka.citing import author_sheets, describe, printed_sheets
from kopilka.citing.editions import Form, article_in, edition_of
from kopilka.records.paper import PAPERS
from kopilka.workspace.editions import Edition
from kopilka.workspace.formats import Format
from kopilka.workspace.shelf import Made

_ENDINGS = {
    Role.SCREEN: ".pdf",
    Role.PRINT: "-print.pdf",
    Role.COVER: "-cover.pdf",
    Role.EPUB: ".epub",
    Role.DOCX: ".docx",
    Role.PICTURE: "-cover.png",
}

Tell = Callable[[str], object]
"""Told what is being done now, in Russian: a book takes seconds."""


class Printing:
    """Makes the files of one edition; its pages are counted once, unless they are `known` from before."""

    def __init__(
        self,
        edition: Edition,
        press: Press,
        formats: Collection[Format],
        tell: Tell,
        *,
        known: Pages | None = None,
    ) -> None:
        self._known = known
        self._edition = edition
        self._press = press
        self._formats = [item for item in Format if item in formats]
        self._tell = tell

    @cached_property
    def pages(self) -> Pages:
        """Where everything stands in the set book, laid out for the format that is printed first."""
        if self._known is not None:
            return self._known
        self._tell("Набираем книгу")
        imprint = self._edition.imprint(self._edition.form, 1)
        cover = cover_of(self._edition.book, imprint, pages=1) if Format.PDF in self._formats else None
        return self._press.pages(imprint, cover=cover)

    def files(self) -> Iterator[Made]:
        """The files of the formats, one after another."""
        makers: dict[Format, Callable[[], Iterator[Made]]] = {
            Format.PDF: self._screen,
            Format.PRINT: self._print,
            Format.EPUB: self._epub,
            Format.DOCX: self._docx,
            Format.OFFPRINTS: self._offprints,
        }
        for format_ in self._formats:
            yield from makers[format_]()

    def published(self, files: tuple[BookFile, ...]) -> Published:
        """What the book tells of itself."""
        edition = self._edition
        collection = edition.manifest.collection
        volume = edition.volume(edition.form, self.pages.count)
        return Published(
            id=edition.book.id,
            digest=edition.digest,
            pages=volume.pages,
            printed_sheets=printed_sheets(volume.pages, PAPERS[collection.paper]),
            publisher_sheets=author_sheets(volume.characters, pictures=volume.pictures),
            day=edition.day,
            commit=edition.commit,
            files=tuple(sorted(files, key=lambda file: (list(Role).index(file.role), file.path))),
            contents=tuple(self._contents()),
        )

    def _screen(self) -> Iterator[Made]:
        pages = self.pages.count
        self._tell("PDF для экрана")
        imprint = self._edition.imprint(Form.PDF, pages)
        yield self._file(Role.SCREEN, self._press.screen(imprint, self._cover(Form.PDF)))
        yield self._file(Role.PICTURE, self._press.face(self._cover(Form.PDF)))

    def _print(self) -> Iterator[Made]:
        pages = self.pages.count
        self._tell("PDF для типографии и обложка")
        imprint = self._edition.imprint(Form.PRINT, pages)
        yield self._file(Role.PRINT, self._press.block(imprint, pages))
        yield self._file(Role.COVER, self._press.jacket(self._cover(Form.PRINT, bleed=BLEED)))

    def _epub(self) -> Iterator[Made]:
        edition, pages = self._edition, self.pages
        self._tell("EPUB")
        imprint = edition.imprint(Form.EPUB, pages.count)
        face = self._press.face(self._cover(Form.EPUB))
        made = write_epub(edition.book, pages, imprint, edition.pictures, cover=face, modified=edition.moment)
        yield self._file(Role.EPUB, made)

    def _docx(self) -> Iterator[Made]:
        edition, pages = self._edition, self.pages
        self._tell("DOCX")
        imprint = edition.imprint(edition.form, pages.count)
        made = write_docx(edition.book, pages, imprint, edition.pictures, modified=edition.moment)
        yield self._file(Role.DOCX, made)

    def _offprints(self) -> Iterator[Made]:
        edition, pages = self._edition, self.pages
        articles = edition.book.articles
        items = {item.entry.id: item for item in edition.resolved.items}
        host = edition_of(
            edition.manifest.collection,
            edition.catalog.registry,
            day=edition.catalog.today,
            form=edition.form,
            pages=pages.count,
        )
        for number, article in enumerate(articles, start=1):
            self._tell(f"Оттиски: {number} из {len(articles)}")
            span = (pages.first[article.id], pages.last[article.id])
            cited = article_in(
                host, items[article.id], edition.catalog.registry, day=edition.catalog.today, pages=span
            )
            about = offprint_of(edition.book, article, pages, citation=describe(cited))
            content = self._press.offprint(article, about)
            path = f"offprints/{article.id}.pdf"
            yield BookFile(role=Role.OFFPRINT, path=path, size=len(content), record=article.id), content

    def _cover(self, form: Form, *, bleed: int = 0) -> Cover:
        pages = self.pages.count
        return cover_of(self._edition.book, self._edition.imprint(form, pages), pages=pages, bleed=bleed)

    def _file(self, role: Role, content: bytes) -> Made:
        path = f"{self._edition.book.id}{_ENDINGS[role]}"
        return BookFile(role=role, path=path, size=len(content)), content

    def _contents(self) -> Iterator[ContentsRow]:
        book, pages = self._edition.book, self.pages
        for chapter in book.front:
            yield _row(pages, "part", chapter.id, chapter.title)
        for section in book.sections:
            if section.title:
                yield _row(pages, "section", section.id, section.title)
            for article in section.articles:
                yield _row(pages, "article", article.id, article.title)
        for chapter in book.back:
            yield _row(pages, "part", chapter.id, chapter.title)
        for id_, title in lists_of(book):
            yield _row(pages, "part", id_, title)
        for index in book.indexes:
            yield _row(pages, "part", index.id, index.title)


def _row(pages: Pages, kind: Literal["part", "section", "article"], id_: str, title: str) -> ContentsRow:
    return ContentsRow(kind=kind, id=id_, title=title, first=pages.first[id_], last=pages.last[id_])
