"""Which records a collection is made of: those that its manifest names, and those that its queries find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kopilka.catalog.check import Path
from kopilka.catalog.graph import Catalog, Entry
from kopilka.records.collection import Collection
from kopilka.records.collection_parts import ArticleOverride, Query, SectionSpec
from kopilka.russian import sort_key


@dataclass(frozen=True, slots=True)
class Item:
    """A record of a collection; `place` is where the manifest asks for it: an id, or a query."""

    entry: Entry
    override: ArticleOverride | None
    place: Path

    @property
    def title(self) -> str:
        """The title of the article: the manifest's own, else the record's."""
        return (self.override.title if self.override else None) or self.entry.record.title


@dataclass(frozen=True, slots=True)
class ResolvedSection:
    """A section with its records in the order of the book; the title and the lead are empty for none."""

    title: str
    lead: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A collection against a catalogue; `missing` are the ids that it does not have, with their places."""

    sections: tuple[ResolvedSection, ...]
    missing: tuple[tuple[Path, str], ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All records in the order of the book."""
        return tuple(item for section in self.sections for item in section.items)


def resolve(collection: Collection, catalog: Catalog) -> Resolved:
    """The records of each section, each record once: what is named comes before what a query finds."""
    named = {record for section in collection.sections for record in section.records}
    overrides = {override.record: override for override in collection.articles}
    taken: set[str] = set()
    sections: list[ResolvedSection] = []
    missing: list[tuple[Path, str]] = []
    for number, section in enumerate(collection.sections):
        items: list[Item] = []
        for place, id_ in _wanted(collection, section, ("sections", number), catalog, named):
            entry = catalog.entries.get(id_)
            if entry is None:
                missing.append((place, id_))
            elif id_ not in taken:
                taken.add(id_)
                items.append(Item(entry, overrides.get(id_), place))
        sections.append(ResolvedSection(section.title or "", section.lead or "", tuple(items)))
    return Resolved(tuple(sections), tuple(missing))


def _wanted(
    collection: Collection, section: SectionSpec, path: Path, catalog: Catalog, named: set[str]
) -> Iterator[tuple[Path, str]]:
    """The ids that a section asks for, with the places of the manifest that do."""
    for number, id_ in enumerate(section.records):
        yield (*path, "records", number), id_
    if section.query is not None:
        for entry in find(section.query, catalog, demo=collection.demo):
            if entry.id not in named:
                yield (*path, "query"), entry.id


def find(query: Query, catalog: Catalog, *, demo: bool) -> tuple[Entry, ...]:
    """The records that a query asks for, in its order; invented ones only where `demo` is wanted."""
    fitting = [entry for entry in catalog.by_title if _fits(entry, query) and (demo or not entry.record.demo)]
    if query.order == "newest":
        fitting.sort(key=lambda entry: entry.record.changed.last, reverse=True)
    elif query.order == "organisation":
        fitting.sort(key=lambda entry: _holder(entry, catalog))
    return tuple(fitting)


def _fits(entry: Entry, query: Query) -> bool:
    record = entry.record
    return (
        query.kind in {None, entry.kind.id}
        and record.status in query.status
        and (not query.themes or not set(query.themes).isdisjoint(record.themes))
        and query.year in {None, record.created.year}
        and entry.id not in query.without
    )


def _holder(entry: Entry, catalog: Catalog) -> str:
    known = catalog.registry.organisations.get(entry.record.organisations[0])
    return sort_key(known.short if known else entry.record.organisations[0])
