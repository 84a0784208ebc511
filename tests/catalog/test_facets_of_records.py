"""Every record of the repository's bank stands in exactly the values that its own fields tell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest
from tests.bank_maker import REPOSITORY, opened

from kopilka.catalog.facets import EVIDENCE, FacetIndex, FacetValue, index_facets
from kopilka.catalog.graph import Catalog, Entry
from kopilka.records.fields import declarations

ORDER = [
    "vid-zapisi",
    "trudnosti",
    "urovni",
    "temy",
    "chasy",
    "nabor",
    "komu",
    "municipalitety",
    "organizacii",
    "predmety",
    "gody",
    "dokazatelnost",
    "priznanie",
    "federalnye-proekty",
]


@lru_cache(maxsize=1)
def _catalog() -> Catalog:
    return opened(REPOSITORY).catalog.public()


@lru_cache(maxsize=1)
def _facets() -> dict[str, FacetIndex]:
    return {facet.slug: facet for facet in index_facets(_catalog())}


def test_order_and_no_doubles() -> None:
    """The catalogue's facets stand in their order; facets of single kinds come last; none comes twice."""
    slugs = [facet.slug for facet in index_facets(_catalog())]
    assert slugs[: len(ORDER)] == ORDER
    assert len(slugs) == len(set(slugs))
    assert set(slugs[len(ORDER) :]) == {"vidy-praktik", "kompetencii", "personalizaciya", "vidy-ploshchadok"}


def _own_values(entry: Entry) -> Iterator[tuple[str, str]]:
    """What the declared fields hold, read the plain way."""
    for name, declared in declarations(type(entry.record)).items():
        if declared.facet:
            value = getattr(entry.record, name)
            for item in (value,) if isinstance(value, str) else value or ():
                yield declared.facet.slug, item


def _worked_out(entry: Entry) -> Iterator[tuple[str, str]]:
    catalog, record = _catalog(), entry.record
    yield "vid-zapisi", entry.kind.id
    yield "dokazatelnost", f"stepen-{record.evidence}"
    for organisation in catalog.registry.organisations:
        if organisation in catalog.by_organisation and entry in catalog.by_organisation[organisation]:
            yield "organizacii", organisation
    if record.period and (record.period.start or record.period.end):
        first = (record.period.start or record.period.end or record.created).year
        last = record.period.end.year if record.period.end else catalog.today.year
        yield from (("gody", str(year)) for year in range(first, min(last, catalog.today.year) + 1))
    for window in record.windows():
        if window.holds(catalog.today) and record.dated:
            yield record.dated.facet.slug, window.value


@pytest.mark.parametrize("id_", sorted(_catalog().entries))
def test_a_record_stands_where_it_says(id_: str) -> None:
    """No value is lost and none is added."""
    entry = _catalog().entries[id_]
    found = {
        (facet.slug, value)
        for facet in _facets().values()
        for value in facet.by_record.get(id_, ())
        if facet.slug != "municipalitety"
    }
    assert found == {*_own_values(entry), *_worked_out(entry)}


def test_values_hold_records_by_title_and_once() -> None:
    """The lists of values follow the titles."""
    order = {entry.id: number for number, entry in enumerate(_catalog().by_title)}
    for facet in _facets().values():
        for value in facet.values:
            places = [order[id_] for id_ in value.ids]
            assert places == sorted(set(places)), (facet.slug, value.id)


def test_hours_are_the_records_own() -> None:
    """The range has a number for every record that knows its hours, and for no other."""
    hours = {entry.id: entry.record.hours for entry in _catalog().by_title if entry.record.hours}
    facet = _facets()["chasy"]
    assert dict(facet.numbers or ()) == hours
    assert not facet.values
    assert hours


def test_kinds_and_organisations_lead_to_pages_that_are_there() -> None:
    """Kinds lead to their lists; kinds, organisations and hours ask for no lists of their own."""
    facets = _facets()
    assert {value.id: value.elsewhere for value in facets["vid-zapisi"].values} == {
        model.kind.id: model.kind.slug for model in _catalog().kinds
    }
    assert {slug for slug, facet in facets.items() if not facet.own_lists} == {
        "vid-zapisi",
        "organizacii",
        "chasy",
    }


def test_hierarchy_and_other_names_come_from_the_vocabulary() -> None:
    """A value knows its wider one and its synonyms."""
    vocabulary = _catalog().registry.vocabularies["subject"]
    for value in _facets()["predmety"].values:
        term = vocabulary.by_id[value.id]
        assert (value.parent, value.synonyms) == (term.parent, term.synonyms)
    assert any(value.parent for value in _facets()["predmety"].values)


def test_degrees_of_evidence_stand_from_the_poorest() -> None:
    """Sorting by readiness of evidence rests on this order."""
    assert [value.id for value in _facets()["dokazatelnost"].values] == [
        f"stepen-{degree}" for degree in range(len(EVIDENCE))
    ]


def test_a_wider_value_lists_the_narrower_ones_too() -> None:
    """By title, each record once; a value without narrower records lists its own."""
    facet, order = _facets()["predmety"], [entry.id for entry in _catalog().by_title]
    children = {
        value.id: [item for item in facet.values if item.parent == value.id] for value in facet.values
    }

    def under(value: FacetValue) -> set[str]:
        return set(value.ids).union(*(under(child) for child in children[value.id]))

    for value in facet.values:
        assert value.listed == tuple(id_ for id_ in order if id_ in under(value))
    assert any(value.whole for value in facet.values)
