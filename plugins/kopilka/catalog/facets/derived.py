"""Facets that no field declares: they are worked out from what every record says of itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from kopilka.catalog.facets.values import FacetIndex, FacetValue
from kopilka.catalog.graph import Catalog, Entry
from kopilka.records.kind import DatedFacet
from kopilka.russian import sort_key
from kopilka.slugs import slugify

KIND = "vid-zapisi"
HOURS = "chasy"
EVIDENCE_FACET = "dokazatelnost"
EVIDENCE = ("Итоги не указаны", "Итоги описаны словами", "Измерено", "Измерено и повторено")


def derived_facets(catalog: Catalog) -> Iterator[FacetIndex]:
    """Kind, hours, municipality, organisation, year, evidence, and what depends on the day."""
    yield FacetIndex(KIND, "Вид записи", _kinds(catalog), 1, own_lists=False)
    yield FacetIndex(HOURS, "Время", rank=5, own_lists=False, numbers=_hours(catalog), unit="часов")
    yield FacetIndex("municipalitety", "Муниципалитет", _group(catalog, _municipalities, slugify), 8)
    yield FacetIndex("organizacii", "Организация", _organisations(catalog), 9, own_lists=False)
    years = tuple(reversed(_group(catalog, _years, str)))
    yield FacetIndex("gody", "Год", years, 11, span=True)
    yield FacetIndex(EVIDENCE_FACET, "Доказательность", _evidence(catalog), 12)
    yield from _dated(catalog)


def _kinds(catalog: Catalog) -> tuple[FacetValue, ...]:
    kinds = [model.kind for model in catalog.kinds]
    return tuple(
        FacetValue(
            kind.id,
            kind.label,
            tuple(entry.id for entry in catalog.of_kind(kind.id)),
            synonyms=(kind.plural,),
            elsewhere=kind.slug,
        )
        for kind in kinds
    )


def _hours(catalog: Catalog) -> tuple[tuple[str, float], ...]:
    return tuple((entry.id, entry.record.hours) for entry in catalog.by_title if entry.record.hours)


def _organisations(catalog: Catalog) -> tuple[FacetValue, ...]:
    """Those that some record names in any part: just as the pages of organisations have it."""
    named = catalog.by_organisation
    known = [item for item in catalog.registry.organisations.values() if item.id in named]
    return tuple(
        FacetValue(
            item.id,
            item.short,
            tuple(entry.id for entry in named[item.id]),
            note=item.municipality or item.region or "",
            synonyms=(item.name,) if item.name != item.short else (),
        )
        for item in sorted(known, key=lambda item: (sort_key(item.short), item.id))
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


def _dated(catalog: Catalog) -> Iterator[FacetIndex]:
    """What kinds say of the days; kinds that share a dated facet fill it together."""
    facets = {dated.facet.slug: dated for model in catalog.kinds if (dated := model.dated)}
    for dated in facets.values():
        yield FacetIndex(
            dated.facet.slug, dated.facet.label, _windows(catalog, dated), dated.facet.rank, dated=True
        )


def _windows(catalog: Catalog, facet: DatedFacet) -> tuple[FacetValue, ...]:
    days = [
        (entry.id, window)
        for entry in catalog.by_title
        if entry.record.dated and entry.record.dated.facet.slug == facet.facet.slug
        for window in entry.record.windows()
    ]
    return tuple(
        FacetValue(
            id_,
            label,
            tuple(dict.fromkeys(r for r, w in days if w.value == id_ and w.holds(catalog.today))),
            days=tuple((record, window) for record, window in days if window.value == id_),
        )
        for id_, label in facet.values
    )
