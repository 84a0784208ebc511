"""What stands at the end of a book: indexes, the list of abbreviations, who the authors are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from kopilka.book.tree import Abbreviation
from kopilka.book.volume import Article, Author, Index, IndexEntry
from kopilka.book.walking import walk
from kopilka.records.collection import IndexKind
from kopilka.russian import sort_key

_NUMBER = re.compile(r"\d+")
_Labels = Callable[[Article], Iterable[str]]


def _authors(article: Article) -> Iterator[str]:
    return (author.name for author in article.authors if author.name)


def _subjects(article: Article) -> Iterator[str]:
    return iter(article.keywords)


def _organisations(article: Article) -> Iterator[str]:
    return (name for name, _ in article.organisations)


_KINDS: Mapping[IndexKind, tuple[str, str, _Labels]] = {
    "authors": ("ukazatel-avtorov", "Указатель авторов", _authors),
    "subjects": ("predmetnyj-ukazatel", "Предметный указатель", _subjects),
    "organisations": ("ukazatel-organizacij", "Указатель организаций", _organisations),
}


def indexes_of(articles: tuple[Article, ...], kinds: Iterable[IndexKind]) -> Iterator[Index]:
    """The indexes that the manifest asks for, in alphabetical order; one with nothing in it is left out."""
    for kind in dict.fromkeys(kinds):
        id_, title, labels = _KINDS[kind]
        if entries := tuple(_entries(articles, labels)):
            yield Index(id_, title, entries)


def _padded(number: re.Match[str]) -> str:
    """«Школа № 4» stands before «Школа № 12»."""
    return number[0].zfill(6)


def _entries(articles: tuple[Article, ...], labels: _Labels) -> Iterator[IndexEntry]:
    """Labels that differ in case or in «ё» alone are one; of several spellings the first is kept."""
    spelt: dict[str, str] = {}
    places: dict[str, dict[str, None]] = defaultdict(dict)
    for article in articles:
        for label in labels(article):
            key = _NUMBER.sub(_padded, sort_key(label))
            spelt.setdefault(key, label)
            places[key][article.id] = None
    for key in sorted(spelt):
        yield IndexEntry(spelt[key], tuple(places[key]))


def abbreviations_of(articles: tuple[Article, ...]) -> tuple[tuple[str, str], ...]:
    """Every shortening that the texts explain, with its meaning."""
    met = {
        node.text: node.title
        for article in articles
        for node in walk(article.blocks)
        if isinstance(node, Abbreviation)
    }
    return tuple((word, met[word]) for word in sorted(met, key=sort_key))


def contributors_of(articles: tuple[Article, ...]) -> tuple[Author, ...]:
    """The authors who agreed to be named, each once, by surname."""
    named = {author.name: author for article in articles for author in article.authors if author.name}
    return tuple(named[name] for name in sorted(named, key=sort_key))
