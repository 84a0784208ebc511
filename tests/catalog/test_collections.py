"""A collection against the catalogue: what it names, what its queries find, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.bank_maker import make_bank, opened
from tests.catalog.rules.trial import record_text

from kopilka.catalog.collections import resolve
from kopilka.catalog.graph import Catalog
from kopilka.records.collection import Collection

_REAL = "demo: false\n"
_RECORDS = {
    "practices/arbuz.md": f"{_REAL}title: 'Арбуз на уроке математики'\ncreated: 2024-06-10",
    "practices/berega.md": f"{_REAL}title: 'Берега: читаем про реки'\nstatus: approved\ncreated: 2025-06-10",
    "practices/vetka.md": f"{_REAL}title: 'Ветка: черновик о саде'\nstatus: draft",
    "practices/glina.md": f"{_REAL}title: 'Глина и терпение'\nupdated: 2026-01-10",
    "practices/dolya.md": "title: 'Доля: пример записи'",
}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Four practices, one of them a draft, an example and a site; a collection of two of them."""
    files = {path: record_text("practice", fields) for path, fields in _RECORDS.items()}
    files["sites/ezh.md"] = record_text("site", f"{_REAL}title: 'Ёж: площадка для стажёров'")
    files["registry/collections/pervyj.yml"] = (
        "title: Первый выпуск\nyear: 2024\nsections: [{records: [arbuz, berega]}]\n"
    )
    files["registry/collections/vtoroj.yml"] = (
        "title: Второй выпуск\nyear: 2025\nsections: [{records: [arbuz]}]\n"
    )
    return opened(make_bank(tmp_path_factory.mktemp("collections") / "bank", files)).catalog


def found(catalog: Catalog, *sections: Mapping[str, Any], **more: Any) -> list[list[str]]:
    """The ids that the sections come to."""
    collection = Collection.model_validate(
        {"title": "Проба", "year": 2026, "sections": sections, **more},
        context={"vocabularies": catalog.registry.vocabularies},
    )
    return [[item.entry.id for item in section.items] for section in resolve(collection, catalog).sections]


def test_named_records_keep_their_order(catalog: Catalog) -> None:
    """Whatever their status: the checks before print tell of drafts."""
    assert found(catalog, {"records": ["vetka", "arbuz"]}) == [["vetka", "arbuz"]]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({"kind": "practice"}, ["arbuz", "berega", "glina"]),
        ({}, ["arbuz", "berega", "glina", "ezh"]),
        ({"kind": "practice", "order": "newest"}, ["glina", "berega", "arbuz"]),
        ({"kind": "practice", "status": ["draft"]}, ["vetka"]),
        ({"year": 2024}, ["arbuz"]),
        ({"kind": "practice", "without": ["arbuz"]}, ["berega", "glina"]),
        ({"themes": ["читательская грамотность"], "kind": "site"}, ["ezh"]),
        ({"themes": ["наставничество"]}, []),
        ({"order": "organisation", "kind": "practice"}, ["arbuz", "berega", "glina"]),
    ],
)
def test_a_query(catalog: Catalog, query: Mapping[str, Any], ids: list[str]) -> None:
    """Kind, theme, status, year, exceptions, order; examples stay out."""
    assert found(catalog, {"query": query}) == [ids]


def test_an_invented_collection_takes_invented_records(catalog: Catalog) -> None:
    """Only where the manifest says that it is an example itself."""
    assert "dolya" in found(catalog, {"query": {"kind": "practice"}}, demo=True)[0]


def test_each_record_once(catalog: Catalog) -> None:
    """What any section names is its own, even when an earlier query finds it."""
    sections: tuple[dict[str, Any], ...] = (
        {"query": {"kind": "practice"}},
        {"records": ["berega"]},
        {"query": {}},
    )
    assert found(catalog, *sections) == [["arbuz", "glina"], ["berega"], ["ezh"]]


def test_what_is_not_there_and_what_is_otherwise(catalog: Catalog) -> None:
    """A missing record keeps its place in the manifest; an article may have a title of its own."""
    collection = Collection.model_validate(
        {
            "title": "Проба",
            "year": 2026,
            "sections": [{"records": ["arbuz", "net-takoj"]}],
            "articles": [{"record": "arbuz", "title": "Арбуз"}],
        }
    )
    resolved = resolve(collection, catalog)
    assert resolved.missing == ((("sections", 0, "records", 1), "net-takoj"),)
    assert [item.title for item in resolved.items] == ["Арбуз"]
