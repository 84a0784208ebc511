"""The questions by which the catalogue is divided."""

from __future__ import annotations

import pytest
from tests.bank_maker import make_bank, opened
from tests.catalog.writing import case, practice

from kopilka.catalog.facets import EVIDENCE, FacetIndex, index_facets, terms_of
from kopilka.catalog.graph import Catalog
from kopilka.records.fields import declarations

FILES = {
    "practices/karty.md": practice(
        title="Карты для чтения на уроках",
        period={"start": "2024-09", "end": "2025-05"},
        subjects=["история"],
        results=[{"what": "Находят неявное", "before": 41, "after": 63}],
    ),
    "practices/krug.md": practice(
        title="Утренний круг в каждом классе",
        themes=["читательская грамотность", "наставничество"],
        period={"start": "2025-09"},
        results=[{"what": "Находят неявное", "after": 63}],
        transfer=[{"organisation": "shkola-primer-4"}],
    ),
    "practices/polka.md": practice(title="Полка незаконченных работ", results=[{"what": "Стало интереснее"}]),
    "projects/cases/koren.md": case(title="Корень каскада проектов", period={"end": "2023"}),
}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A bank of four records."""
    return opened(make_bank(tmp_path_factory.mktemp("bank"), FILES)).catalog


@pytest.fixture(scope="module")
def facets(catalog: Catalog) -> dict[str, FacetIndex]:
    """The facets of the bank by their slugs."""
    return {facet.slug: facet for facet in index_facets(catalog)}


def filled(facet: FacetIndex) -> dict[str, tuple[str, ...]]:
    """The values that have records, with the records."""
    return {value.id: value.ids for value in facet.filled}


def test_facets_come_from_declarations(catalog: Catalog, facets: dict[str, FacetIndex]) -> None:
    """Every field declared as a facet is one, and nothing else but those that are worked out."""
    declared = {
        item.facet.slug for kind in catalog.kinds for item in declarations(kind).values() if item.facet
    }
    assert set(facets) == declared | {
        "vid-zapisi",
        "chasy",
        "nabor",
        "municipalitety",
        "organizacii",
        "gody",
        "dokazatelnost",
    }


def test_values_of_a_vocabulary(facets: dict[str, FacetIndex]) -> None:
    """A facet has every term of its vocabulary; those with records, their own or narrower, are filled."""
    themes = facets["temy"]
    by_label = {value.label: value.ids for value in themes.values}
    assert by_label["читательская грамотность"] == ("karty", "koren", "polka", "krug")
    assert by_label["наставничество"] == ("krug",)
    filled_labels = {value.label for value in themes.filled}
    assert filled_labels == {"читательская грамотность", "функциональная грамотность", "наставничество"}
    assert len(themes.filled) < len(themes.values)


def test_labels_for_readers(facets: dict[str, FacetIndex]) -> None:
    """A facet and its values are called in Russian."""
    assert facets["komu"].label == "Для кого"
    assert [value.label for value in facets["predmety"].values if value.ids] == ["история"]


def test_years(facets: dict[str, FacetIndex]) -> None:
    """A year is one in which the work went on: an open period lasts until today, no period has no year."""
    assert filled(facets["gody"]) == {
        "2026": ("krug",),
        "2025": ("karty", "krug"),
        "2024": ("karty",),
        "2023": ("koren",),
    }


def test_municipalities(catalog: Catalog, facets: dict[str, FacetIndex]) -> None:
    """The municipality is that of the record's organisations."""
    place = catalog.registry.organisations["shkola-primer-1"].municipality
    assert [value.label for value in facets["municipalitety"].values] == [place]


def test_evidence(facets: dict[str, FacetIndex]) -> None:
    """A record stands in one degree of evidence, and all four degrees are there."""
    evidence = facets["dokazatelnost"]
    assert [value.label for value in evidence.values] == list(EVIDENCE)
    assert [value.ids for value in evidence.values] == [("koren",), ("polka",), ("karty",), ("krug",)]


def test_terms_of_one_record(catalog: Catalog) -> None:
    """A record tells its own facets, each value once, by the terms' ids."""
    terms = list(terms_of(catalog.entries["karty"]))
    assert len(terms) == len(set(terms))
    vocabularies = catalog.registry.vocabularies
    assert ("urovni", vocabularies["level"].find("основное общее образование")) in terms
    assert ("predmety", vocabularies["subject"].find("история")) in terms


def test_public_facets_hold_public_records(catalog: Catalog) -> None:
    """The facets of what readers see lead to nothing hidden."""
    shown = catalog.public()
    named = {id_ for facet in index_facets(shown) for value in facet.values for id_ in value.ids}
    assert named <= set(shown.entries)
