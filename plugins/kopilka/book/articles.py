"""A record as an article: who made it, what it is about, its text."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.book.numbering import number
from kopilka.book.sections import references_of, sections_of
from kopilka.book.values import Values
from kopilka.book.volume import Article, Author
from kopilka.catalog.graph import Entry
from kopilka.records.collection_parts import ArticleOverride
from kopilka.records.parts import Person
from kopilka.render.typography import typograph
from kopilka.russian import fold_label


def article_of(
    entry: Entry, values: Values, *, width: float, url: str | None, override: ArticleOverride | None = None
) -> Article:
    """The article that a record becomes.

    `values` resolve addresses for this record; `width` is that of the text in millimetres; `url` is the
    record's permanent address if it has one; `override` is what the book has otherwise than the record.
    """
    record = entry.record
    title = override.title if override and override.title else record.title
    people = override.authors if override and override.authors else record.authors
    cut = frozenset(map(fold_label, override.cut)) if override else frozenset()
    return Article(
        id=entry.id,
        path=entry.path,
        kind=entry.kind.label,
        title=typograph(title),
        authors=tuple(author_of(person, entry, values) for person in people),
        organisations=tuple(organisations_of(entry, values)),
        summary=typograph(record.summary),
        keywords=tuple(map(typograph, record.keywords)),
        blocks=number(entry.id, tuple(sections_of(entry, values, cut=cut, width=width))),
        references=tuple(references_of(entry, values)),
        url=url,
        demo=record.demo,
    )


def author_of(person: Person, entry: Entry, values: Values) -> Author:
    """An author as the book may name them."""
    known = values.catalog.registry.organisations
    organisation = known.get(person.organisation or entry.record.organisations[0])
    name = person.public_name(values.day)
    return Author(name, typograph(person.position), typograph(organisation.short) if organisation else "")


def organisations_of(entry: Entry, values: Values) -> Iterator[tuple[str, str]]:
    """The organisations of a record by their short names, each with its municipality."""
    for id_ in entry.record.organisations:
        found = values.catalog.registry.organisations.get(id_)
        place = (found.municipality or found.region or "") if found else ""
        yield typograph(found.short if found else id_), typograph(place)
