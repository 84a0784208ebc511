"""Facets for the browser: which records have each value, what a value is called, how records are ordered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kopilka.catalog.facets import EVIDENCE_FACET, FacetIndex, FacetValue
from kopilka.catalog.graph import Entry
from kopilka.records.registry import GlossaryEntry
from kopilka.russian import fold_label
from kopilka.site import addresses
from kopilka.site.data.packing import pack_column, pack_list
from kopilka.site.view import View

Numbers = Mapping[str, int]
"""Ids of records and their numbers."""


def facets_data(view: View, entries: Sequence[Entry]) -> dict[str, Any]:
    """The type `FacetsData` of assets/js/types.d.ts; `entries` are the records in the order of numbers."""
    numbers = {entry.id: number for number, entry in enumerate(entries)}
    names = _other_names(view.registry.glossary)
    return {
        "today": view.today.isoformat(),
        "records": len(entries),
        "facets": [_facet(facet, numbers, names) for facet in view.facets.values()],
        "titles": pack_column(_title_ranks(view, numbers)),
        "degrees": EVIDENCE_FACET,
    }


def _title_ranks(view: View, numbers: Numbers) -> list[int]:
    ranks = [0] * len(numbers)
    for rank, entry in enumerate(view.catalog.by_title):
        ranks[numbers[entry.id]] = rank
    return ranks


def _facet(facet: FacetIndex, numbers: Numbers, names: Mapping[str, set[str]]) -> dict[str, Any]:
    data: dict[str, Any] = {"key": facet.slug, "label": facet.label, "type": "values"}
    if facet.span:
        data["span"] = True
    if facet.unit:
        data["unit"] = facet.unit
    if path := addresses.of_facet(facet):
        data["list"] = path
    if facet.numbers is not None:
        data |= {"type": "range"} | _range(facet.numbers, numbers)
    return data | {"values": [_value(value, numbers, names) for value in facet.values]}


def _range(known: Iterable[tuple[str, float]], numbers: Numbers) -> dict[str, Any]:
    by_number = {numbers[id_]: round(number, 2) for id_, number in known}
    steps = sorted(set(by_number.values()))
    places = {step: place for place, step in enumerate(steps, start=1)}
    column = [places[by_number[n]] if n in by_number else 0 for n in range(len(numbers))]
    return {"steps": steps, "column": pack_column(column)}


def _value(value: FacetValue, numbers: Numbers, names: Mapping[str, set[str]]) -> dict[str, Any]:
    data: dict[str, Any] = {"id": value.id, "label": value.label}
    if value.elsewhere:
        data["to"] = value.elsewhere
    known = {name: text for name in ("short", "note", "parent") if (text := getattr(value, name))}
    if words := _words(value, names):
        known["words"] = words
    if value.days:
        known["days"] = [
            [
                numbers[id_],
                str(window.first) if window.first else None,
                str(window.last) if window.last else None,
            ]
            for id_, window in value.days
        ]
    elif value.ids:
        known["in"] = pack_list(sorted(numbers[id_] for id_ in value.ids))
    return data | known


def _words(value: FacetValue, names: Mapping[str, set[str]]) -> list[str]:
    """The other names of a value: its own synonyms and the glossary's for any of its names."""
    own = {fold_label(name): name for name in (value.label, value.short) if name}
    found = dict.fromkeys(value.synonyms)
    for name in (*own, *map(fold_label, value.synonyms)):
        found |= dict.fromkeys(sorted(names.get(name, ())))
    return [name for name in found if fold_label(name) not in own]


def _other_names(glossary: Iterable[GlossaryEntry]) -> dict[str, set[str]]:
    """For every name of the glossary, all names of its term."""
    found: dict[str, set[str]] = {}
    for entry in glossary:
        names = {entry.term, *entry.abbreviations, *entry.synonyms}
        for name in names:
            found.setdefault(fold_label(name), set()).update(names)
    return found
