"""The frozen graph of a bank: records with their places, registers, links both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from kopilka.catalog.likeness import sketch
from kopilka.records.base import Kind, Record
from kopilka.records.certificate import Certificate
from kopilka.records.collection import Collection
from kopilka.records.manifest import Manifest
from kopilka.records.references import Mark, OrganisationMark, PartyMark, RecordMark, TermOf, marked
from kopilka.records.registry import GlossaryEntry, Organisation, Vocabulary
from kopilka.records.source import Source
from kopilka.records.spans import Spans, locate
from kopilka.russian import fold_label, sort_key

Pointer = tuple[str, str]
"""A field of a record and a text in it, however deep, that points at something."""


@dataclass(frozen=True)
class Entry:
    """A record in its place: its id, its file, the text around and after the front matter.

    What its fields point at is found once: `serve` keeps the entry while its file stays as it is.
    """

    id: str
    path: str
    record: Record
    front: str
    body: str
    body_line: int

    @cached_property
    def version(self) -> int:
        """A number that changes with the text; good within one run of the program."""
        return hash((self.path, self.front, self.body))

    @property
    def kind(self) -> Kind:
        """How the record's kind introduces itself."""
        return self.record.kind

    @cached_property
    def references(self) -> tuple[Pointer, ...]:
        """The records that its fields name."""
        return _pointers(self.record, RecordMark)

    @cached_property
    def organisations(self) -> tuple[Pointer, ...]:
        """The organisations that its fields name."""
        return _pointers(self.record, OrganisationMark)

    @cached_property
    def parties(self) -> tuple[Pointer, ...]:
        """Who answers for its works, in words or by an organisation's id."""
        return _pointers(self.record, PartyMark)

    @cached_property
    def terms(self) -> tuple[Pointer, ...]:
        """The terms of vocabularies in its fields."""
        return _pointers(self.record, TermOf)

    @cached_property
    def sketch(self) -> Sequence[int]:
        """A few phrases of the text as numbers, by which records that are alike find each other."""
        return sketch(self.front + self.body)

    def locate(self) -> Spans:
        """Places of the front matter's keys and values; composed anew, so ask only for a finding."""
        return locate(Source(self.path, self.front + self.body))


def _pointers(record: Record, mark: type[Mark]) -> tuple[Pointer, ...]:
    return tuple((str(path[0]), text) for path, text in marked(record, mark))


@dataclass(frozen=True, slots=True)
class Backlink:
    """Another record that refers to this one, and through which field."""

    id: str
    field: str


@dataclass(frozen=True, slots=True)
class Registry:
    """The registers beside the records."""

    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    glossary: tuple[GlossaryEntry, ...] = ()
    manifests: Mapping[str, Manifest] = field(default_factory=dict)
    certificates: tuple[Certificate, ...] = ()

    @property
    def collections(self) -> Mapping[str, Collection]:
        """The collections by id; `manifests` know their files too."""
        return {id_: manifest.collection for id_, manifest in self.manifests.items()}

    def term_label(self, vocabulary: str, term: str) -> str:
        """The label of a term; the id itself when the vocabulary does not know it."""
        found = self.vocabularies.get(vocabulary)
        known = found.by_id.get(term) if found else None
        return known.label if known else term


@dataclass(frozen=True)
class Catalog:
    """All records of a bank, or the public ones of it, and all that can be asked about them together."""

    kinds: tuple[type[Record], ...]
    entries: Mapping[str, Entry]
    registry: Registry
    today: date

    def public(self) -> Catalog:
        """The catalogue that readers see: published and archived records only."""
        shown = {id_: entry for id_, entry in self.entries.items() if entry.record.status.public}
        return replace(self, entries=shown)

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """The entries of one kind, in the order of their titles."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Entry, ...]]:
        groups: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.by_title:
            groups[entry.kind.id].append(entry)
        return {kind: tuple(group) for kind, group in groups.items()}

    @cached_property
    def by_title(self) -> tuple[Entry, ...]:
        """All entries as a Russian reader would order their titles."""
        return tuple(
            sorted(self.entries.values(), key=lambda entry: (sort_key(entry.record.title), entry.id))
        )

    @cached_property
    def newest(self) -> tuple[Entry, ...]:
        """All entries, the latest change first."""
        return tuple(sorted(self.by_title, key=lambda entry: entry.record.changed.last, reverse=True))

    @cached_property
    def backlinks(self) -> Mapping[str, tuple[Backlink, ...]]:
        """For every record, the records that refer to it."""
        found: dict[str, list[Backlink]] = defaultdict(list)
        for entry in self.by_title:
            for field_, target in entry.references:
                link = Backlink(entry.id, field_)
                if target in self.entries and target != entry.id and link not in found[target]:
                    found[target].append(link)
        return {target: tuple(links) for target, links in found.items()}

    @cached_property
    def by_organisation(self) -> Mapping[str, tuple[Entry, ...]]:
        """For every organisation, the entries that name it in any field."""
        found: dict[str, dict[str, Entry]] = defaultdict(dict)
        for entry in self.by_title:
            for organisation in self.organisations_of(entry):
                found[organisation][entry.id] = entry
        return {organisation: tuple(group.values()) for organisation, group in found.items()}

    def organisations_of(self, entry: Entry) -> tuple[str, ...]:
        """Every known organisation that a record names, each once, the holder first."""
        named = [id_ for _, id_ in entry.organisations if id_ in self.registry.organisations]
        named += [found for _, text in entry.parties if (found := self.find_organisation(text))]
        return tuple(dict.fromkeys(named))

    def find_organisation(self, written: str) -> str | None:
        """The id of the only organisation written as its id or one of its names."""
        if written in self.registry.organisations:
            return written
        return self._organisation_names.get(fold_label(written)) if len(written) > 3 else None

    @cached_property
    def _organisation_names(self) -> dict[str, str | None]:
        """«Школа № 1» of two towns is neither: such a name leads to None."""
        found: dict[str, str | None] = {}
        for organisation in self.registry.organisations.values():
            for name in {fold_label(organisation.name), fold_label(organisation.short)}:
                found[name] = None if name in found else organisation.id
        return found

    @cached_property
    def children(self) -> Mapping[str, tuple[Entry, ...]]:
        """For every record, the records that name it as their parent."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.by_title:
            parent = _parent(entry)
            if parent in self.entries and parent != entry.id:
                found[parent].append(entry)
        return {parent: tuple(group) for parent, group in found.items()}

    def ancestors(self, entry: Entry) -> tuple[Entry, ...]:
        """From the root of the cascade down to the record's parent; a cycle ends the climb."""
        chain: list[Entry] = []
        current = _parent(entry)
        while current in self.entries and current != entry.id and all(item.id != current for item in chain):
            chain.append(self.entries[current])
            current = _parent(self.entries[current])
        return tuple(reversed(chain))


def _parent(entry: Entry) -> str:
    """The id of the record that this one grew from, for kinds that have such a field; empty for none."""
    return getattr(entry.record, "parent", None) or ""


def assemble(
    kinds: Iterable[type[Record]], entries: Iterable[Entry], registry: Registry, *, today: date
) -> Catalog:
    """A catalogue of the entries; of two with one id the first by path stays, a rule reports the other."""
    by_id: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda item: item.path):
        by_id.setdefault(entry.id, entry)
    return Catalog(tuple(kinds), by_id, registry, today)
