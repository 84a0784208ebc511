"""Facets: the questions by which the catalogue is divided, taken from the models' declarations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kopilka.catalog.graph import Catalog, Entry
from kopilka.records.base import Record
from kopilka.records.fields import Facet, declarations
from kopilka.records.references import TermOf, routes
from kopilka.russian import sort_key
from kopilka.slugs import slugify


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value with the records that have it, by title; `parent` where the vocabulary has a hierarchy."""

    id: str
    label: str
    ids: tuple[str, ...]
    short: str = ""
    note: str = ""
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class FacetIndex:
    """A facet with all its values, those without records too."""

    slug: str
    label: str
    values: tuple[FacetValue, ...]

    @property
    def filled(self) -> tuple[FacetValue, ...]:
        """The values that have records."""
        return tuple(value for value in self.values if value.ids)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a kind keeps the values of a facet."""

    facet: Facet
    vocabulary: str
    steps: tuple[str, ...]


EVIDENCE = ("Итоги не указаны", "Итоги описаны словами", "Измерено", "Измерено и повторено")


def index_facets(catalog: Catalog) -> tuple[FacetIndex, ...]:
    """Every facet of the catalogue: those that the fields declare, then municipality, year and evidence."""
    declared = {source.facet.slug: source for kind in catalog.kinds for source in _sources(kind)}
    ids = _collect(catalog)
    found = [_by_vocabulary(catalog, source, ids[source.facet.slug]) for source in declared.values()]
    return (*found, *_derived(catalog))


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
        FacetValue(
            term.id, term.label, tuple(ids.get(term.id, ())), term.short or "", term.note or "", term.parent
        )
        for term in terms
        if not term.replaced_by or term.id in ids
    )
    return FacetIndex(source.facet.slug, source.facet.label, values)


def _derived(catalog: Catalog) -> tuple[FacetIndex, ...]:
    return (
        FacetIndex("municipalitety", "Муниципалитет", _group(catalog, _municipalities, slugify)),
        FacetIndex("gody", "Год", tuple(reversed(_group(catalog, _years, str)))),
        FacetIndex("dokazatelnost", "Доказательность", _evidence(catalog)),
    )


def _group(
    catalog: Catalog, labels_of: Callable[[Catalog, Entry], Iterable[str]], id_of: Callable[[str], str]
) -> tuple[FacetValue, ...]:
    groups: dict[str, list[str]] = defaultdict(list)
    for entry in catalog.by_title:
        for label in labels_of(catalog, entry):
            groups[label].append(entry.id)
    return tuple(
        FacetValue(id_of(label), label, tuple(groups[label])) for label in sorted(groups, key=sort_key)
    )


def _municipalities(catalog: Catalog, entry: Entry) -> Iterable[str]:
    known = (catalog.registry.organisations.get(id_) for id_ in entry.record.organisations)
    return dict.fromkeys(found.municipality for found in known if found and found.municipality)


def _years(catalog: Catalog, entry: Entry) -> Iterable[str]:
    """The years in which the work went on; an open period lasts until today, no period has no year."""
    period = entry.record.period
    if period is None or (period.start is None and period.end is None):
        return ()
    first = (period.start or period.end or entry.record.created).year
    last = period.end.year if period.end else catalog.today.year
    return (str(year) for year in range(first, min(last, catalog.today.year, first + 30) + 1))


def _evidence(catalog: Catalog) -> tuple[FacetValue, ...]:
    ids: dict[int, list[str]] = defaultdict(list)
    for entry in catalog.by_title:
        ids[entry.record.evidence].append(entry.id)
    return tuple(
        FacetValue(f"stepen-{degree}", label, tuple(ids[degree])) for degree, label in enumerate(EVIDENCE)
    )
