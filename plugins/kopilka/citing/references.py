"""References for lists and footnotes by ГОСТ Р 7.0.5-2008, those to the network by ГОСТ Р 7.0.108-2022."""

from __future__ import annotations

from functools import singledispatch

from kopilka.citing.facts import Article, Book, Site, Source
from kopilka.citing.names import Name
from kopilka.citing.wording import (
    AND_OTHERS,
    address_words,
    closed,
    doi_words,
    issue_words,
    joined,
    listed,
    output_words,
    pages_words,
    site_words,
    title_words,
)
from kopilka.russian import NBSP, short_date

_IN_HEADING = 3
_POINT = ". "
PLACES = {
    "Москва": "М.",
    "Санкт-Петербург": "СПб.",
    "Ленинград": "Л.",
    "Нижний Новгород": f"Н.{NBSP}Новгород",
    "Ростов-на-Дону": f"Ростов{NBSP}н/Д.",
}
"""The cities that references shorten (ГОСТ Р 7.0.12-2011, appendix)."""


@singledispatch
def refer(source: Source) -> str:
    """The reference to a book, a site or an article: points between parts, no «Текст : …»."""
    raise TypeError(source)


@refer.register
def _book(book: Book) -> str:
    pages = f"{book.pages}{NBSP}с." if book.pages else ""
    issue = issue_words(book.issue, short=True)
    title = joined((joined((title_words(book), issue), _POINT), _responsible(book)), " / ")
    parts = (title, book.edition, output_words(book, places=PLACES), pages, address_words(book.network))
    return _headed(book.authors, closed(joined((*parts, doi_words(book.network)), _POINT)))


@refer.register
def _site(site: Site) -> str:
    return closed(joined((site_words(site), address_words(site.network)), _POINT))


@refer.register
def _article(article: Article) -> str:
    """Authors stand in the heading; after the slash only those that it does not name."""
    authors = article.authors
    behind = _some(authors) if len(authors) > _IN_HEADING else "" if authors else article.organisation
    own = joined((article.title, behind), " / ")
    return _headed(authors, closed(f"{own} // {_host(article)}"))


def _host(article: Article) -> str:
    host = article.host
    if isinstance(host, Site):
        parts = [site_words(host), *_dates(article)]
    else:
        issue = issue_words(host.issue, short=True)
        parts = [title_words(host), output_words(host, places=PLACES), issue, pages_words(article)]
    return joined((*parts, address_words(article.network), doi_words(article.network)), _POINT)


def _dates(article: Article) -> list[str]:
    """The day of publication where it is known (ГОСТ Р 7.0.108-2022), else the year."""
    day = article.network.published if article.network else None
    return [f"Дата публикации: {short_date(day)}" if day else str(article.year or "")]


def _headed(authors: tuple[Name, ...], text: str) -> str:
    if not 0 < len(authors) <= _IN_HEADING:
        return text
    return f"{closed(', '.join(name.plain for name in authors))} {text}"


def _some(names: tuple[Name, ...]) -> str:
    """«А. В. Агапова [и др.]»: of many authors the first (ГОСТ Р 7.0.5-2008, 4.9)."""
    return f"{names[0].direct} {AND_OTHERS}"


def _responsible(book: Book) -> str:
    editor = "отв. ред." if book.editor_word == "ответственный редактор" else book.editor_word
    groups = (
        _some(book.authors) if len(book.authors) > _IN_HEADING else "",
        f"сост. {listed(book.compilers)}" if book.compilers else "",
        f"{editor} {listed(book.editors)}" if book.editors else "",
    )
    return joined(groups, " ; ")
