"""Facets that fields declare: the values are the terms of the field's vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kopilka.catalog.facets.values import FacetIndex, FacetValue
from kopilka.catalog.graph import Catalog, Entry
from kopilka.records.base import Record
from kopilka.records.fields import Facet, declarations
from kopilka.records.references import TermOf, routes
from kopilka.records.registry import Term


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a kind keeps the values of a facet."""

    facet: Facet
    vocabulary: str
    steps: tuple[str, ...]


def declared_facets(catalog: Catalog) -> Iterator[FacetIndex]:
    """Every facet that a field of some kind declares; kinds that share a facet fill it together."""
    sources = {source.facet.slug: source for kind in catalog.kinds for source in _sources(kind)}
    ids = _collect(catalog)
    for source in sources.values():
        yield _by_vocabulary(catalog, source, ids[source.facet.slug])


@lru_cache(maxsize=64)
def _sources(kind: type[Record]) -> tuple[_Source, ...]:
    fields = declarations(kind)
    return tuple(
        _Source(facet, route.mark.id, route.steps)
        for route in routes(kind)
        if isinstance(route.mark, TermOf) and (facet := fields[route.steps[0]].facet)
    )


def terms_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Pairs (facet, term) of one record, each once."""
    facets = _facets(type(entry.record))
    yield from dict.fromkeys((facets[field], term) for field, term in entry.terms if field in facets)


@lru_cache(maxsize=64)
def _facets(kind: type[Record]) -> dict[str, str]:
    """The fields of a kind that are facets, and the facets' addresses."""
    return {source.steps[0]: source.facet.slug for source in _sources(kind)}


def _collect(catalog: Catalog) -> dict[str, dict[str, list[str]]]:
    ids: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for entry in catalog.by_title:
        for facet, term in terms_of(entry):
            ids[facet][term].append(entry.id)
    return ids


def _by_vocabulary(catalog: Catalog, source: _Source, ids: dict[str, list[str]]) -> FacetIndex:
    vocabulary = catalog.registry.vocabularies.get(source.vocabulary)
    terms = vocabulary.terms if vocabulary else ()
    values = tuple(
        _value(term, tuple(ids.get(term.id, ()))) for term in terms if not term.replaced_by or term.id in ids
    )
    return FacetIndex(
        source.facet.slug, source.facet.label, tuple(_with_narrower(catalog, values)), source.facet.rank
    )


def _with_narrower(catalog: Catalog, values: tuple[FacetValue, ...]) -> Iterator[FacetValue]:
    """The values, each knowing the records of those under it; a circle of parents is walked once."""
    whole = {value.id: set(value.ids) for value in values}
    parents = {value.id: value.parent for value in values}
    for value in values:
        seen = {value.id}
        parent = value.parent
        while parent in whole and parent not in seen:
            seen.add(parent)
            whole[parent].update(value.ids)
            parent = parents[parent]
    for value in values:
        found = whole[value.id]
        more = len(found) > len(value.ids)
        by_title = (entry.id for entry in catalog.by_title if entry.id in found) if more else ()
        yield replace(value, whole=tuple(by_title))


def _value(term: Term, ids: tuple[str, ...]) -> FacetValue:
    return FacetValue(
        term.id,
        term.label,
        ids,
        short=term.short or "",
        note=term.note or "",
        parent=term.parent,
        synonyms=term.synonyms,
    )
