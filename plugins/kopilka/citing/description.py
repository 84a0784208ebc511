"""Bibliographic descriptions by ГОСТ Р 7.0.100-2018: a book, a site, an article of either."""

from __future__ import annotations

from functools import singledispatch

from kopilka.citing.facts import Article, Book, Carrier, Site, Source
from kopilka.citing.names import Name
from kopilka.citing.wording import (
    AREA,
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
from kopilka.russian import NBSP

_IN_HEADING = 3


@singledispatch
def describe(source: Source) -> str:
    """The description of a book, a site or an article, with its heading, ended by a point."""
    raise TypeError(source)


@describe.register
def _book(book: Book) -> str:
    pages = f"{book.pages}{NBSP}с." if book.pages else ""
    areas = (
        _title(book),
        book.edition,
        output_words(book),
        pages,
        *_isbns(book),
        address_words(book.network),
        doi_words(book.network),
        _carrier(book.carrier),
    )
    return _headed(book.authors, closed(joined(areas, AREA)))


@describe.register
def _site(site: Site) -> str:
    years = f"{site.since}{NBSP}– " if site.since else ""
    areas = (
        joined((site_words(site), site.organisation), " / "),
        joined((site.place, years), ", "),
        address_words(site.network),
        _carrier(Carrier.ELECTRONIC),
    )
    return closed(joined(areas, AREA))


@describe.register
def _article(article: Article) -> str:
    responsible = joined((listed(article.authors), article.organisation), " ; ")
    carrier = Carrier.ELECTRONIC if isinstance(article.host, Site) else article.host.carrier
    own = joined((joined((article.title, responsible), " / "), _carrier(carrier)), AREA)
    return _headed(article.authors, closed(f"{own} // {describe_host(article)}"))


def describe_host(article: Article) -> str:
    """The second part of a description: what the article is taken from, its output data, pages or address."""
    host = article.host
    if isinstance(host, Site):
        output = joined((host.place, str(article.year or "")), ", ")
        return joined((site_words(host), output, address_words(article.network)), AREA)
    areas = (_title(host), host.edition, output_words(host), pages_words(article))
    return joined((*areas, address_words(article.network), doi_words(article.network)), AREA)


def _headed(authors: tuple[Name, ...], text: str) -> str:
    """A heading with the first author stands where there are one to three of them."""
    if not 0 < len(authors) <= _IN_HEADING:
        return text
    return f"{closed(authors[0].heading)} {text}"


def _title(book: Book) -> str:
    return joined((joined((title_words(book), issue_words(book.issue)), ". "), _responsible(book)), " / ")


def _responsible(book: Book) -> str:
    """Authors, the organisation, compilers, editors: groups apart by « ; »."""
    groups = (
        listed(book.authors),
        book.organisation,
        _group("составитель", "составители", book.compilers),
        _group(book.editor_word, _many(book.editor_word), book.editors),
    )
    return joined(groups, " ; ")


def _group(one: str, many: str, names: tuple[Name, ...]) -> str:
    """«составитель А. В. Агапова», «составители: А. В. Агапова, Е. С. Ракин»."""
    if not names:
        return ""
    return f"{one} {names[0].direct}" if len(names) == 1 else f"{many}: {listed(names)}"


def _many(word: str) -> str:
    """«ответственный редактор» → «ответственные редакторы»."""
    return " ".join(
        part.removesuffix("ый") + "ые" if part.endswith("ый") else f"{part}ы" for part in word.split()
    )


def _isbns(book: Book) -> list[str]:
    return [
        f"ISBN{NBSP}{number}" + (f" ({note})" if note else "") for number, note in (book.isbns or {}).items()
    ]


def _carrier(carrier: Carrier) -> str:
    return f"Текст : {carrier.value}"
