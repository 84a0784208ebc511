"""A collection of the bank and its articles as things that can be cited."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from kopilka.catalog.collections import Item
from kopilka.catalog.graph import Registry
from kopilka.citing.facts import Article, Book, Carrier, Issue, Network
from kopilka.citing.names import Name, read_name
from kopilka.records.collection import Collection
from kopilka.records.collection_parts import Recommendation
from kopilka.records.dates import PartialDate
from kopilka.records.parts import Person
from kopilka.russian import NBSP, short_date


class Form(StrEnum):
    """What a reader holds; each has an imprint and an ISBN of its own (ГОСТ Р 7.0.4-2020, 7.0.83)."""

    PRINT = "print"
    PDF = "pdf"
    EPUB = "epub"


_NOTES = {Form.PRINT: "печатное издание", Form.PDF: "PDF", Form.EPUB: "EPUB"}


def main_form(collection: Collection) -> Form:
    """Printed, when the manifest tells of a print run, a printer or an ISBN of print; else electronic."""
    printed = collection.print_run or collection.printer or (collection.isbn and collection.isbn.print)
    return Form.PRINT if printed else Form.PDF


def edition_of(  # noqa: PLR0913 - the facts of an edition, named at the call
    collection: Collection,
    registry: Registry,
    *,
    day: date,
    form: Form,
    pages: int | None = None,
    network: Network | None = None,
) -> Book:
    """The edition in one of its forms; a person is named only under a consent that holds on `day`."""
    return Book(
        title=collection.title,
        subtitle=tuple(filter(None, (collection.subtitle, collection.kind))),
        issue=Issue(word="Выпуск", number=collection.issue) if collection.issue else None,
        organisation=", ".join(party_name(registry, party) for party in collection.founder),
        compilers=names_of(collection.compilers, day),
        editors=names_of(filter(None, (collection.responsible_editor,)), day),
        edition=edition_words(collection.edition),
        place=collection.place or "",
        publisher=party_name(registry, collection.publisher, short=True) if collection.publisher else "",
        year=collection.year,
        pages=pages,
        isbns=isbns_of(collection, form),
        carrier=Carrier.PRINTED if form is Form.PRINT else Carrier.ELECTRONIC,
        network=None if form is Form.PRINT else network,
    )


def article_in(
    edition: Book, item: Item, registry: Registry, *, day: date, pages: tuple[int, int] | None
) -> Article:
    """An article of the edition with its first and last page; without authors its organisation answers."""
    record = item.entry.record
    people = (item.override.authors if item.override else ()) or record.authors
    authors = names_of(people, day)
    first, last = pages or (None, None)
    return Article(
        id=item.entry.id,
        title=item.title,
        authors=authors,
        organisation="" if authors else party_name(registry, record.organisations[0], short=True),
        host=edition,
        first=first,
        last=last,
    )


def names_of(people: Iterable[Person], day: date) -> tuple[Name, ...]:
    """The names that may be published on that day."""
    return tuple(read_name(name) for person in people if (name := person.public_name(day)))


def party_name(registry: Registry, party: str, *, short: bool = False) -> str:
    """An organisation of the register by its name, full or short; other words as they are."""
    found = registry.organisations.get(party)
    if found is None:
        return party
    return found.short if short else found.name


def recommendation_words(found: Recommendation) -> str:
    """«учёным советом …, протокол № 5 от 28.08.2025»."""
    protocol = f", протокол №{NBSP}{found.protocol}" if found.protocol else ""
    day = f" от{NBSP}{day_words(found.date)}" if found.date else ""
    return f"{found.council}{protocol}{day}"


def day_words(day: PartialDate) -> str:
    """«28.08.2025», «август 2025»."""
    return short_date(day.first) if day.day else day.words


def edition_words(number: int) -> str:
    """«2-е изд., испр.»; nothing for the first."""
    return f"{number}-е{NBSP}изд., испр." if number > 1 else ""


def isbns_of(collection: Collection, form: Form) -> dict[str, str]:
    """The ISBN of this form; where it has none, those of the others, each with what it is for."""
    numbers = {name: getattr(collection.isbn, name, None) for name in Form}
    if own := numbers[form]:
        return {own: ""}
    return {number: _NOTES[name] for name, number in numbers.items() if number}
