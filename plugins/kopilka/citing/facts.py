"""What is known of a thing that can be cited; what is not known stays empty, it is never invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from kopilka.citing.names import Name


class Carrier(StrEnum):
    """How a reader meets the text: the last words of a description (ГОСТ Р 7.0.100-2018, 5.9)."""

    PRINTED = "непосредственный"
    ELECTRONIC = "электронный"


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Where a thing lies in the network: its address, the day it was put there and the day it was seen."""

    url: str
    visited: date | None = None
    published: date | None = None
    doi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """The designation of a part: «Выпуск» and «3», «Часть» and «2»; its own title, if it has one."""

    word: str
    number: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A book or a collection of articles.

    `subtitle` is its kind and the rest of what belongs to the title, in the order of the title page;
    `organisation` answers for it; `editor_words` says what the editors are, in full and for one person.
    `isbns` maps a number to what it is for («PDF»), with nothing for the only one.
    """

    title: str
    subtitle: tuple[str, ...] = ()
    issue: Issue | None = None
    authors: tuple[Name, ...] = ()
    organisation: str = ""
    compilers: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    editor_word: str = "ответственный редактор"
    edition: str = ""
    place: str = ""
    publisher: str = ""
    year: int | None = None
    pages: int | None = None
    isbns: Mapping[str, str] | None = None
    carrier: Carrier = Carrier.PRINTED
    network: Network | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site as a whole; `since` is the year it was opened, `kind` tells what it is («банк практик»)."""

    title: str
    kind: str = ""
    organisation: str = ""
    place: str = ""
    since: int | None = None
    network: Network | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A part of a book or a page of a site; `first` and `last` are pages of the book.

    `id` is its key in BibTeX; `organisation` stands in the statement of responsibility beside the authors;
    `year` is that of a page of a site.
    """

    id: str
    title: str
    authors: tuple[Name, ...] = ()
    organisation: str = ""
    host: Book | Site
    first: int | None = None
    last: int | None = None
    year: int | None = None
    network: Network | None = None


Source: TypeAlias = Book | Site | Article
