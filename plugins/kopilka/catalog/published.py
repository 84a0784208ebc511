"""What a built book tells of itself: the `book.json` that lies beside its files."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

FILE_NAME = "book.json"


class Role(StrEnum):
    """What a file of the book is for."""

    SCREEN = "pdf"
    EPUB = "epub"
    PRINT = "print"
    COVER = "cover"
    DOCX = "docx"
    PICTURE = "picture"
    OFFPRINT = "offprint"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BookFile(_Part):
    """A file: its path beside `book.json`, its size in bytes, the record whose offprint it is."""

    role: Role
    path: str = Field(pattern=r"^[\w-][\w.-]*(/[\w-][\w.-]*)*$")
    size: int = Field(ge=0)
    record: str | None = None


class ContentsRow(_Part):
    """A line of the contents with its printed pages.

    `id` is the record's for an article; for a section or a part of the editors that of the book.
    """

    kind: Literal["part", "section", "article"]
    id: str
    title: str
    first: int = Field(ge=1)
    last: int = Field(ge=1)


class Published(_Part):
    """A book as it was built: `pages` are all of the block, `day` and `commit` the state of the bank.

    `digest` is of everything the book was made from: while it stays, nothing needs to be built.
    """

    version: Literal[1] = 1
    id: str
    digest: str
    pages: int = Field(ge=1)
    printed_sheets: Decimal
    publisher_sheets: Decimal
    day: date
    commit: str | None = None
    files: tuple[BookFile, ...] = ()
    contents: tuple[ContentsRow, ...] = ()

    def file(self, role: Role, record: str | None = None) -> BookFile | None:
        """The file of this role; an offprint is that of a record."""
        return next((item for item in self.files if item.role is role and item.record == record), None)

    def pages_of(self, record: str) -> tuple[int, int] | None:
        """The first and the last page of a record's article; None for what is not in the book."""
        rows = (row for row in self.contents if row.kind == "article" and row.id == record)
        return next(((row.first, row.last) for row in rows), None)

    def to_json(self) -> str:
        """The text of `book.json`: the same book gives the same bytes."""
        return self.model_dump_json(indent=1, exclude_none=True) + "\n"


def read_published(text: str) -> Published | None:
    """The book that a `book.json` tells of; None for a file of another version or one that is damaged."""
    try:
        return Published.model_validate_json(text)
    except ValidationError:
        return None
