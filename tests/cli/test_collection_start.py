"""`kopilka new collection`: a manifest that is whole from the first minute, every field of it explained."""

from __future__ import annotations

import re
from pathlib import Path

from tests.bank_maker import REPOSITORY, make_bank, opened
from tests.cli.command import complained, printed, run

from kopilka.cli.collection_start import ask_for
from kopilka.exchange.writing.manifest import write_manifest
from kopilka.records.collection import Collection
from kopilka.records.fields import declarations
from kopilka.settings import DEFAULT_KINDS
from kopilka.workspace import load_kinds
from kopilka.workspace.registers import load_registry

KINDS = load_kinds(REPOSITORY, DEFAULT_KINDS)
REGISTRY = load_registry(REPOSITORY, "registry").registry


def test_a_manifest_without_questions(tmp_path: Path) -> None:
    """The file is read without a fault in any field; the only thing to tell is that there are no records."""
    bank = make_bank(tmp_path / "bank", {})
    result = run("new", "сборник", "--title", "Читаем вместе: практики района", folder=bank)
    assert result.returncode == 0, complained(result)
    path = "registry/collections/chitaem-vmeste-praktiki-rajona.yml"
    assert printed(result).startswith(f"Сборник: {path}\n")
    workspace = opened(bank)
    collection = workspace.catalog.registry.collections["chitaem-vmeste-praktiki-rajona"]
    assert (collection.title, collection.year) == ("Читаем вместе: практики района", 2026)
    assert [found.code for found in workspace.report.diagnostics if found.path == path] == ["K312"]


def test_answers_become_fields() -> None:
    """Each question is answered by a number, by words or by nothing; what makes no sense is asked again."""
    said = ["", "Читаем вместе", "", "2", "двадцатый", "2025", "Примерск", "методический центр-пример"]
    answers = iter([*said, "методист", "1", "читательская грамотность"])
    known = dict(ask_for(REGISTRY, KINDS, lambda _: next(answers), year=2026))
    assert known == {
        "title": "Читаем вместе",
        "subtitle": "",
        "purpose": "научно-методическое издание",
        "year": 2025,
        "place": "Примерск",
        "publisher": "metodicheskij-centr-primer",
        "compilers": [{"position": "методист"}],
        "sections": [{"query": {"kind": "practice", "themes": ["читательская грамотность"]}}],
    }


def test_every_field_is_in_the_file() -> None:
    """What is not known yet stands behind a sign with its example: nothing has to be looked up."""
    text = write_manifest({"title": "Читаем вместе"})
    awake = [line for line in text.split("\n") if line and not line.startswith("#")]
    assert awake == ["title: Читаем вместе"]
    missing = [name for name in declarations(Collection) if f"\n#{name}:" not in text]
    assert missing == ["title"]


def test_an_example_awoken_is_right(tmp_path: Path) -> None:
    """A person who takes away every sign gets a manifest whose fields are all of the right form."""
    text = write_manifest({"title": "Читаем вместе", "year": 2026})
    awake = "\n".join(line.removeprefix("#") for line in text.split("\n") if not re.match(r"# \S", line))
    bank = make_bank(tmp_path / "bank", {"registry/collections/proba.yml": awake})
    found = {item.code for item in opened(bank).report.diagnostics if item.path.endswith("proba.yml")}
    assert found == {"K309", "K402"}  # texts and records that this bank does not have


def test_nothing_is_asked_without_a_terminal(tmp_path: Path) -> None:
    """A script that forgot the title is told of it."""
    bank = make_bank(tmp_path / "bank", {})
    result = run("new", "collection", folder=bank)
    assert result.returncode == 2
    assert "укажите заглавие: --title" in complained(result)
