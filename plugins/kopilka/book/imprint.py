"""What stands on the title page, on its verso and on the last page, by ГОСТ Р 7.0.4-2020 and 7.0.1-2003."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kopilka.book.volume import Imprint
from kopilka.catalog.graph import Registry
from kopilka.citing import author_sheets, copyright_line, describe, printed_sheets, sheets_words
from kopilka.citing.editions import Form, day_words, edition_of, isbns_of, party_name, recommendation_words
from kopilka.citing.names import read_name
from kopilka.records.collection import Collection
from kopilka.records.collection_parts import Contributor
from kopilka.records.licences import LICENCES
from kopilka.records.paper import PAPERS
from kopilka.render.typography import typograph
from kopilka.russian import NBSP, capitalise

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """How large the set book is: pages of the block, characters with spaces, cm² of pictures."""

    pages: int
    characters: int
    pictures: float = 0


@dataclass(frozen=True, slots=True)
class _Edition:
    collection: Collection
    registry: Registry
    day: date
    form: Form
    volume: Volume

    def party(self, party: str) -> str:
        return party_name(self.registry, party)

    def office(self, party: str) -> str:
        return party_name(self.registry, party, short=True)


def imprint_of(
    collection: Collection, registry: Registry, *, day: date, form: Form, volume: Volume
) -> Imprint:
    """The lines of the three places, each a mapping from a part to its lines; empty parts are left out.

    `title_page`: founder, title, subtitle, edition, output. `verso`: indexes, recommended, people, record,
    annotation, isbn, rights. `last_page`: purpose, title, people, release, publisher, printer. A person is
    named only under a consent that holds on `day`, otherwise the post stands alone.
    """
    edition = _Edition(collection, registry, day, form, volume)
    return Imprint(
        title_page=_filled(_title_page(edition)),
        verso=_filled(_verso(edition)),
        last_page=_filled(_last_page(edition)),
    )


def _filled(parts: Iterable[tuple[str, Iterable[str | None]]]) -> dict[str, Lines]:
    found = {name: tuple(typograph(line) for line in lines if line) for name, lines in parts}
    return {name: lines for name, lines in found.items() if lines}


def _title_page(edition: _Edition) -> Iterator[tuple[str, Iterable[str | None]]]:
    collection = edition.collection
    yield "founder", (edition.party(party) for party in collection.founder)
    yield "title", (collection.title,)
    yield "subtitle", _subtitle(collection)
    yield "edition", (_edition_line(collection.edition),)
    publisher = edition.party(collection.publisher) if collection.publisher else None
    yield "output", (collection.place, publisher, str(collection.year))


def _subtitle(collection: Collection) -> Lines:
    """What belongs to the title: it explains, names the kind of edition, the issue and the readers."""
    lines = (collection.subtitle, collection.kind, _issue(collection), collection.readers)
    return tuple(capitalise(line) for line in lines if line)


def _issue(collection: Collection) -> str | None:
    return f"Выпуск{NBSP}{collection.issue}" if collection.issue else None


def _edition_line(number: int) -> str | None:
    return f"{number}-е издание, исправленное" if number > 1 else None


def _verso(edition: _Edition) -> Iterator[tuple[str, Iterable[str | None]]]:
    collection = edition.collection
    yield "indexes", _indexes(collection)
    yield "recommended", (_recommended(collection),)
    yield "people", _people(edition)
    yield "record", (_record(edition),)
    yield "annotation", (collection.annotation, collection.age)
    yield "isbn", _isbns(edition)
    yield "rights", _rights(edition)


def _indexes(collection: Collection) -> Iterator[str | None]:
    """УДК, ББК and the author's mark, upper left."""
    yield f"УДК{NBSP}{collection.udc}" if collection.udc else None
    yield f"ББК{NBSP}{collection.bbk}" if collection.bbk else None
    yield collection.author_mark


def _recommended(collection: Collection) -> str | None:
    found = collection.recommended
    return f"Рекомендовано к изданию {recommendation_words(found)}" if found else None


def _people(edition: _Edition) -> Iterator[str]:
    collection = edition.collection
    editor = collection.responsible_editor
    board = [_person(edition, person) for person in collection.board]
    if editor:
        board.insert(0, f"{_person(edition, editor)} (ответственный редактор)")
    yield from _group("Составитель", "Составители", [_person(edition, item) for item in collection.compilers])
    if collection.board:
        yield f"Редакционная коллегия: {'; '.join(board)}"
    elif editor:
        yield f"Ответственный редактор: {_person(edition, editor)}"
    reviewers = [_person(edition, person, whole=True) for person in collection.reviewers]
    yield from _group("Рецензент", "Рецензенты", reviewers)


def _group(one: str, many: str, people: list[str]) -> Iterator[str]:
    if people:
        yield f"{one if len(people) == 1 else many}: {'; '.join(people)}"


def _person(edition: _Edition, person: Contributor, *, whole: bool = False) -> str:
    """«М. И. Примерова, кандидат наук, доцент»; the degree and the post with `whole` or without a name."""
    name = person.public_name(edition.day)
    known = [read_name(name).direct] if name else []
    if whole or not name:
        office = party_name(edition.registry, person.organisation, short=True) if person.organisation else ""
        known += [part for part in (person.degree, person.position, office) if part]
    return ", ".join(known)


def _record(edition: _Edition) -> str:
    """The bibliographic record of the annotated card; its ISBN stands below, with those of other forms."""
    collection = edition.collection
    found = edition_of(
        collection, edition.registry, day=edition.day, form=edition.form, pages=edition.volume.pages
    )
    return describe(found)


def _isbns(edition: _Edition) -> Iterator[str]:
    for number, note in isbns_of(edition.collection, edition.form).items():
        yield f"ISBN{NBSP}{number}" + (f" ({note})" if note else "")


def _rights(edition: _Edition) -> Iterator[str | None]:
    """© of the holders, else of the publisher; the licence of the texts."""
    collection = edition.collection
    holders = collection.holders or tuple(filter(None, (collection.publisher,)))
    for holder in holders:
        yield copyright_line(edition.party(holder), collection.year)
    if collection.licence:
        yield f"Лицензия {LICENCES[collection.licence][0]}"


def _last_page(edition: _Edition) -> Iterator[tuple[str, Iterable[str | None]]]:
    """What stands above the output data and the output data themselves (ГОСТ Р 7.0.4-2020, 5.10)."""
    collection = edition.collection
    electronic = "Электронное издание" if edition.form is not Form.PRINT else None
    yield "purpose", (capitalise(collection.purpose) if collection.purpose else None, electronic)
    yield "people", _full_names(edition)
    yield "title", (collection.title, *_subtitle(collection)[: -1 if collection.readers else None])
    yield "release", (" ".join(_release(edition)), _NEEDS.get(edition.form))
    yield "publisher", _office(edition, collection.publisher, collection.publisher_address)
    if edition.form is Form.PRINT:
        yield "printer", (f"Отпечатано: {collection.printer}" if collection.printer else None,)


_NEEDS = {
    Form.PDF: "Системные требования: любая программа для чтения PDF.",
    Form.EPUB: "Системные требования: программа или устройство для чтения EPUB 3.",
}
"""What an electronic edition says of the means to read it (ГОСТ Р 7.0.83-2013)."""


def _full_names(edition: _Edition) -> Iterator[str]:
    """Compilers by their full names, as the last page has them."""
    people = edition.collection.compilers
    names = [person.public_name(edition.day) or _person(edition, person) for person in people]
    yield from _group("Составитель", "Составители", names)


def _release(edition: _Edition) -> Iterator[str]:
    collection, volume = edition.collection, edition.volume
    printed = edition.form is Form.PRINT
    if collection.date:
        yield f"{'Подписано в печать' if printed else 'Дата выхода:'} {day_words(collection.date)}."
    if printed:
        yield f"Формат {collection.paper}."
    sheets = printed_sheets(volume.pages, PAPERS[collection.paper])
    yield f"Усл.{NBSP}печ.{NBSP}л.{NBSP}{sheets_words(sheets)}."
    sheets = author_sheets(volume.characters, pictures=volume.pictures)
    yield f"Уч.-изд.{NBSP}л.{NBSP}{sheets_words(sheets)}."
    if printed and collection.print_run:
        yield f"Тираж {collection.print_run}{NBSP}экз."
    if printed and "заказ" not in (collection.printer or "").casefold():
        yield f"Заказ №{NBSP}______."  # the printer gives the number and writes it in


def _office(edition: _Edition, publisher: str | None, address: str | None) -> Lines:
    return tuple(filter(None, (edition.party(publisher) if publisher else None, address)))
