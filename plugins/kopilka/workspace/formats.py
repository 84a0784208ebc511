"""What a collection can be published as, and whether a finished book has it."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path

from kopilka.catalog.published import BookFile, Published, Role
from kopilka.workspace.shelf import is_whole


class Format(StrEnum):
    """What a collection can be published as."""

    PDF = "pdf"
    PRINT = "print"
    EPUB = "epub"
    DOCX = "docx"
    OFFPRINTS = "offprints"


_ROLES = {
    Format.PDF: {Role.SCREEN, Role.PICTURE},
    Format.PRINT: {Role.PRINT, Role.COVER},
    Format.EPUB: {Role.EPUB},
    Format.DOCX: {Role.DOCX},
    Format.OFFPRINTS: {Role.OFFPRINT},
}


def kept_of(folder: Path, book: Published) -> tuple[BookFile, ...]:
    """The files of a finished book that lie in its folder whole."""
    return tuple(file for file in book.files if is_whole(folder, file))


def lacking(book: Published, kept: Collection[BookFile], formats: Collection[Format]) -> list[Format]:
    """The formats that a finished book has not, or not whole: `kept` are the files that are."""
    return [item for item in Format if item in formats and not _has(item, book, kept)]


def _has(format_: Format, book: Published, kept: Collection[BookFile]) -> bool:
    if format_ is Format.OFFPRINTS:
        articles = {row.id for row in book.contents if row.kind == "article"}
        return articles <= {file.record for file in kept if file.role is Role.OFFPRINT}
    return _ROLES[format_] <= {file.role for file in kept}
