"""What an article says of its book when it is printed alone."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Self

from kopilka.book.galley import Data
from kopilka.book.matter import running_head
from kopilka.book.page import Page, page_of
from kopilka.book.phrases import title_words
from kopilka.book.volume import Article, Book, Pages
from kopilka.russian import NBSP


@dataclass(frozen=True, slots=True)
class Offprint:
    """The lines around an article as the template reads them."""

    data: Data

    @classmethod
    def blank(cls, book: Book) -> Self:
        """Lines with nothing in them, to try whether an article can be set."""
        return cls(_data(book, line="", citation="", first=1, article=None))


def offprint_of(book: Book, article: Article, pages: Pages, *, citation: str) -> Offprint:
    """The lines of an article's offprint: from which book and pages it is, how to cite it."""
    first, last = pages.first[article.id], pages.last[article.id]
    span = f"{first}\u2060–\u2060{last}" if last > first else str(first)
    year = book.collection.year
    line = f"Оттиск из книги «{title_words(book)}», {year}. С.{NBSP}{span}"
    return Offprint(_data(book, line=line, citation=citation, first=first, article=article))


def _data(book: Book, *, line: str, citation: str, first: int, article: Article | None) -> Data:
    return {
        "page": asdict(_even(page_of(book.collection.paper))),
        "running": running_head(title_words(book)),
        "names": [author.name for author in article.authors if author.name] if article else [],
        "keywords": list(article.keywords) if article else [],
        "line": line,
        "citation-label": "Как цитировать",
        "citation": citation,
        "first": first,
    }


def _even(page: Page) -> Page:
    """An offprint has no spine: both margins are alike."""
    middle = (page.inside + page.outside) // 2
    return replace(page, inside=middle, outside=page.inside + page.outside - middle)
