"""The graph of a bank: order, links both ways, cascades, organisations."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.bank_maker import TODAY, make_bank, opened
from tests.catalog.writing import case, practice

from kopilka.catalog.graph import Catalog, Registry, assemble
from kopilka.records.case import ProjectCase
from kopilka.records.practice import Practice
from kopilka.records.registry import Organisation, Term, Vocabulary

FILES = {
    "practices/karty.md": practice(title="Ёлка вопросов к тексту", related=["krug"], updated="2026-01-15"),
    "practices/krug.md": practice(title="Единый круг коллег", related=["karty", "krug", "net-takoj"]),
    "practices/polka.md": practice(
        title="«Журнал» незаконченных работ",
        status="archived",
        transfer=[{"organisation": "shkola-primer-4", "since": "2023"}],
        updated="2026-01",
    ),
    "practices/chernovik.md": practice(title="Zoom на уроке физики", status="draft", related=["karty"]),
    "projects/cases/koren.md": case(title="Корень каскада проектов", related=["karty"]),
    "projects/cases/stvol.md": case(title="Ствол каскада проектов", parent="koren", related=["koren"]),
    "projects/cases/vetka.md": case(title="Ветка каскада проектов", parent="stvol"),
    "projects/cases/zmeya.md": case(title="Змея, кусающая хвост", parent="hvost"),
    "projects/cases/hvost.md": case(title="Хвост той самой змеи", parent="zmeya"),
    "projects/cases/sirota.md": case(
        title="Сирота без родителя",
        parent="net-takogo",
        organisations=["shkola-primer-4"],
        events=[{"title": "Семинар", "who": ["Школа-пример № 1", "методисты", "shkola-primer-1"]}],
    ),
}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A bank of ten records, read from disk."""
    return opened(make_bank(tmp_path_factory.mktemp("bank"), FILES)).catalog


def ids(entries: Any) -> list[str]:
    """The ids of entries, in their order."""
    return [entry.id for entry in entries]


def test_by_title(catalog: Catalog) -> None:
    """Records stand as in a Russian dictionary: quotes do not count, «ё» is «е», Latin comes last."""
    assert ids(catalog.of_kind("practice")) == ["krug", "karty", "polka", "chernovik"]
    assert ids(catalog.of_kind("mentor")) == []


def test_public(catalog: Catalog) -> None:
    """Readers see published and archived records, and the links between those alone."""
    shown = catalog.public()
    assert "chernovik" in catalog.entries
    assert "chernovik" not in shown.entries
    assert "polka" in shown.entries
    assert [link.id for link in catalog.backlinks["karty"]] == ["krug", "koren", "chernovik"]
    assert [link.id for link in shown.backlinks["karty"]] == ["krug", "koren"]


def test_newest(catalog: Catalog) -> None:
    """The latest change comes first; a month counts by its last day, a record never changed by its first."""
    assert ids(catalog.newest)[:2] == ["polka", "karty"]
    assert all(entry.record.updated is None for entry in catalog.newest[2:])


def test_backlinks(catalog: Catalog) -> None:
    """Every reference is seen from the other side, once a field; to oneself and to nowhere there is none."""
    assert [(link.id, link.field) for link in catalog.backlinks["krug"]] == [("karty", "related")]
    assert [(link.id, link.field) for link in catalog.backlinks["koren"]] == [
        ("stvol", "related"),
        ("stvol", "parent"),
    ]
    assert "net-takoj" not in catalog.backlinks


def test_cascade(catalog: Catalog) -> None:
    """A branch knows the way from the root, a root its branches."""
    assert ids(catalog.ancestors(catalog.entries["vetka"])) == ["koren", "stvol"]
    assert ids(catalog.children["koren"]) == ["stvol"]
    assert ids(catalog.ancestors(catalog.entries["sirota"])) == []
    assert catalog.ancestors(catalog.entries["karty"]) == ()


def test_cycle_ends(catalog: Catalog) -> None:
    """Two records that are each other's parents do not climb for ever."""
    assert ids(catalog.ancestors(catalog.entries["zmeya"])) == ["hvost"]


def test_organisations(catalog: Catalog) -> None:
    """An organisation is found in every field, by id or by name, each once, the holder first."""
    assert catalog.organisations_of(catalog.entries["sirota"]) == ("shkola-primer-4", "shkola-primer-1")
    assert "sirota" in ids(catalog.by_organisation["shkola-primer-1"])
    assert ids(catalog.by_organisation["shkola-primer-4"]) == ["polka", "sirota"]


def test_entry_knows_its_places(catalog: Catalog) -> None:
    """An entry finds the line of a value in its file when there is something to point at."""
    entry = catalog.entries["krug"]
    span = entry.locate().value(("related", 2))
    line = (entry.front + entry.body).splitlines()[span.line - 1]
    assert line[span.column - 1 : span.end_column - 1] == "net-takoj"


def test_first_of_two_ids_stays(catalog: Catalog) -> None:
    """Of two records with one id the first by path is in the catalogue, whatever order they are read in."""
    entries = [catalog.entries["krug"], catalog.entries["karty"]]
    twins = [
        type(item)("odin", item.path, item.record, item.front, item.body, item.body_line) for item in entries
    ]
    for order in (twins, twins[::-1]):
        made = assemble([Practice], order, catalog.registry, today=TODAY)
        assert made.entries["odin"].path == "practices/karty.md"
        assert made.kinds == (Practice,)


def organisation(id_: str, name: str, short: str) -> Organisation:
    """A school."""
    return Organisation.model_validate(
        {"id": id_, "name": name, "short": short, "type": "школа"},
        context={"vocabularies": {"organisation-type": SCHOOLS}},
    )


SCHOOLS = Vocabulary(id="organisation-type", label="Тип", terms=(Term(id="shkola", label="школа"),))


def test_name_of_two_organisations_leads_nowhere() -> None:
    """«Школа № 1» of two towns is not guessed; a name that one organisation has twice is no trouble."""
    registry = Registry(
        organisations={
            "a": organisation("a", "Школа № 1 города А", "Школа № 1"),
            "b": organisation("b", "Школа № 1 города Б", "Школа № 1"),
            "c": organisation("c", "Лицей", "Лицей"),
        }
    )
    catalog = Catalog((Practice, ProjectCase), {}, registry, date(2026, 11, 22))
    assert catalog.find_organisation("Школа № 1") is None
    assert catalog.find_organisation("школа № 1 города б") == "b"
    assert catalog.find_organisation("«Лицей»") == "c"
    assert catalog.find_organisation("a") == "a"
    assert catalog.find_organisation("методисты") is None


def test_term_label() -> None:
    """A term is shown by its label; an unknown one by its id."""
    registry = Registry(vocabularies={"organisation-type": SCHOOLS})
    assert registry.term_label("organisation-type", "shkola") == "школа"
    assert registry.term_label("organisation-type", "licej") == "licej"
    assert registry.term_label("level", "shkola") == "shkola"


def test_changes_are_seen(tmp_path: Path) -> None:
    """The version of an entry changes with its text and with nothing else."""
    make_bank(tmp_path, {"practices/karty.md": FILES["practices/karty.md"]})
    first, again = (opened(tmp_path).catalog.entries["karty"].version for _ in range(2))
    make_bank(tmp_path, {"practices/karty.md": FILES["practices/karty.md"] + "\nЕщё слово.\n"})
    assert first == again != opened(tmp_path).catalog.entries["karty"].version
