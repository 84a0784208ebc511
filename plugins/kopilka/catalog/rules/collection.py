"""What a manifest of a collection names is there: records, organisations, kinds; people under consents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.collections import find, resolve
from kopilka.catalog.graph import Catalog, Entry
from kopilka.catalog.markdown import headings_of
from kopilka.catalog.parts import find_marked, find_shaped
from kopilka.catalog.rules import name_consent, unknown_organisation, unknown_record
from kopilka.diagnostics import Code, Diagnostic
from kopilka.records.collection import Collection
from kopilka.records.collection_rules import EMPTY_QUERY, IDLE_OVERRIDE
from kopilka.records.fields import declarations
from kopilka.records.labels import label_of
from kopilka.records.manifest import Manifest
from kopilka.records.references import SLUG, PartyMark, RecordMark
from kopilka.records.spans import Spans
from kopilka.records.suggest import suggest
from kopilka.russian import fold_label, quote


@dataclass(frozen=True)
class _Place:
    """The findings of one manifest; its keys are looked for only when there is something to point at."""

    manifest: Manifest

    @cached_property
    def _spans(self) -> Spans:
        return self.manifest.locate()

    def at(self, code: Code, path: Path, message: str, *, hint: str) -> Diagnostic:
        """A finding at a value; the message begins with the name of the field."""
        told = f"поле {label_of(Collection, path)}: {message}"
        return code.at(self.manifest.path, self._spans.value(path), told, hint=hint)


def check(catalog: Catalog, around: Surroundings) -> Iterator[Diagnostic]:
    """Every manifest of the bank."""
    for manifest in catalog.registry.manifests.values():
        place = _Place(manifest)
        yield from _records(place, catalog, around)
        yield from _organisations(place, around)
        yield from _people(place, around)
        yield from _queries(place, catalog)
        yield from _overrides(place, catalog)


def _records(place: _Place, catalog: Catalog, around: Surroundings) -> Iterator[Diagnostic]:
    for path, id_ in find_marked(place.manifest.collection, RecordMark):
        if id_ not in catalog.entries and id_ not in around.records:
            hint = unknown_record.hint_of(id_, catalog=catalog)
            yield place.at(unknown_record.UNKNOWN_RECORD, path, f"записи {quote(id_)} нет", hint=hint)


def _organisations(place: _Place, around: Surroundings) -> Iterator[Diagnostic]:
    """A name in free words is right; one that looks like an id is to be an id."""
    known = around.registry.organisations
    for path, id_ in find_marked(place.manifest.collection, PartyMark):
        if "-" in id_ and SLUG.match(id_) and id_ not in known:
            yield _unknown(place, path, id_, around)
    for path, person in find_shaped(place.manifest.collection, *_PERSON):
        if person.organisation and person.organisation not in known:
            yield _unknown(place, (*path, "organisation"), person.organisation, around)


_PERSON = ("name", "position", "consent")


def _unknown(place: _Place, path: Path, written: str, around: Surroundings) -> Diagnostic:
    hint = unknown_organisation.hint_of(written, around.registry)
    message = f"организации {quote(written)} нет в реестре"
    return place.at(unknown_organisation.UNKNOWN_ORGANISATION, path, message, hint=hint)


def _people(place: _Place, around: Surroundings) -> Iterator[Diagnostic]:
    """An imprint is public by its nature: whoever is named in it has agreed to that."""
    for path, person in find_shaped(place.manifest.collection, *_PERSON):
        for trouble in name_consent.troubles_of(person, around.today):
            yield place.at(trouble.code, (*path, *trouble.path), trouble.message, hint=trouble.hint)


def _queries(place: _Place, catalog: Catalog) -> Iterator[Diagnostic]:
    kinds = [model.kind.id for model in catalog.kinds]
    collection = place.manifest.collection
    for number, section in enumerate(collection.sections):
        path: Path = ("sections", number, "query")
        if section.query is None:
            continue
        if section.query.kind and section.query.kind not in kinds:
            near = suggest(section.query.kind, kinds)
            hint = f"Возможно, вы имели в виду {quote(near)}." if near else f"Есть: {', '.join(kinds)}."
            message = f"вида записей {quote(section.query.kind)} нет"
            yield place.at(EMPTY_QUERY, (*path, "kind"), message, hint=hint)
        elif not section.records and not find(section.query, catalog, demo=collection.demo):
            hint = "Ослабьте отбор или назовите записи по одной в records."
            yield place.at(EMPTY_QUERY, path, "под отбор не подходит ни одна запись", hint=hint)


def _overrides(place: _Place, catalog: Catalog) -> Iterator[Diagnostic]:
    collection = place.manifest.collection
    if not collection.articles:
        return
    present = {item.entry.id for item in resolve(collection, catalog).items}
    for number, override in enumerate(collection.articles):
        if override.record in catalog.entries and override.record not in present:
            near = suggest(override.record, present)
            hint = f"Возможно, вы имели в виду {quote(near)}." if near else "Добавьте запись в раздел."
            message = f"запись {quote(override.record)} в этот сборник не входит"
            yield place.at(IDLE_OVERRIDE, ("articles", number, "record"), message, hint=hint)
        elif override.record in present:
            yield from _cuts(place, catalog.entries[override.record], number)


def _cuts(place: _Place, entry: Entry, number: int) -> Iterator[Diagnostic]:
    """What is to be left out is a heading of the text, or the label of a field that the kind has."""
    declared = declarations(type(entry.record)).values()
    titles = [heading.title for heading in headings_of(entry)]
    titles += [entry.kind.body_title, *(item.label for item in declared)]
    known = {fold_label(title) for title in titles}
    for part, written in enumerate(place.manifest.collection.articles[number].cut):
        if fold_label(written) not in known:
            near = suggest(written, titles)
            guess = f"Возможно, вы имели в виду {quote(near)}." if near else "Напишите его, как в записи."
            message = f"в записи {quote(entry.id)} нет ни раздела, ни поля {quote(written)}"
            yield place.at(IDLE_OVERRIDE, ("articles", number, "cut", part), message, hint=guess)
