"""Cards of everything that can be found: records first, the newest first, then the other pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from kopilka.catalog.graph import Entry
from kopilka.records.registry import GlossaryEntry, Organisation
from kopilka.render.typography import typograph
from kopilka.site import addresses
from kopilka.site.cards import card_rows, card_tags
from kopilka.site.data.written import WrittenPage
from kopilka.site.view import View

BLOCK = 25
"""Cards in one file: a list of twenty asks for a handful of files of some kilobytes each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a list, a hit or a route shows; the type `Card` of assets/js/types.d.ts."""

    id: str
    kind: str
    title: str
    url: str
    by: str = ""
    place: str = ""
    text: str
    tags: tuple[str, ...] = ()
    rows: tuple[tuple[str | int, ...], ...] = ()
    hours: float | None = None
    confirmed: str = ""
    agenda: tuple[tuple[str, str, str], ...] = ()

    @property
    def json(self) -> dict[str, object]:
        """For a data file."""
        return asdict(self)


def record_card(view: View, entry: Entry) -> Card:
    """The card of a record."""
    record = entry.record
    holder = view.registry.organisations.get(record.organisations[0])
    rows = (
        (row.label, typograph(row.words), *(() if row.degree is None else (row.degree,)))
        for row in card_rows(view, entry)
    )
    agenda = record.agenda(view.today)
    return Card(
        id=entry.id,
        kind=entry.kind.id,
        title=typograph(record.title),
        url=addresses.of_record(entry),
        by=typograph(holder.short if holder else record.organisations[0]),
        place=typograph(view.place(entry)),
        text=typograph(record.summary),
        tags=tuple(card_tags(entry)),
        rows=tuple(rows),
        hours=record.hours,
        confirmed=str(record.last_confirmed),
        agenda=tuple(
            (typograph(item.title), str(item.start), str(item.end or item.start)) for item in agenda
        ),
    )


def other_cards(view: View, written: tuple[WrittenPage, ...]) -> Iterator[Card]:
    """Pages written by hand, organisations that records name, terms of the glossary."""
    for page in written:
        yield Card(id=page.path, kind="page", title=page.title, url=page.path, text=page.description)
    named = view.catalog.by_organisation
    for organisation in view.registry.organisations.values():
        if organisation.id in named:
            yield _organisation(organisation)
    for term in view.registry.glossary:
        yield _term(term)


def _organisation(organisation: Organisation) -> Card:
    name = organisation.name if organisation.name != organisation.short else ""
    return Card(
        id=organisation.id,
        kind="organisation",
        title=typograph(organisation.short),
        url=addresses.of_organisation(organisation.id),
        place=typograph(organisation.municipality or organisation.region or ""),
        text=typograph(name),
    )


def _term(term: GlossaryEntry) -> Card:
    short = f" ({', '.join(term.abbreviations)})" if term.abbreviations else ""
    return Card(
        id=term.id,
        kind="term",
        title=typograph(term.term[:1].upper() + term.term[1:] + short),
        url=f"{addresses.GLOSSARY}#{term.id}",
        text=typograph(term.definition),
    )
