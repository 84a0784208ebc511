"""`kopilka publish … --check`: what is missing, in the formats of `check`, and the list for authors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.bank_maker import make_bank
from tests.catalog.rules.trial import record_text
from tests.cli.command import complained, printed, run

_MANIFEST = "title: Читаем вместе\nyear: 2026\ndemo: true\nsections: [{records: [gotovaya, poteryana]}]\n"


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank with a collection that has hardly been begun."""
    files = {
        "registry/collections/nachat.yml": _MANIFEST,
        "practices/gotovaya.md": record_text("practice"),
    }
    return make_bank(tmp_path_factory.mktemp("publish") / "bank", files)


def test_people_read_what_is_missing(bank: Path) -> None:
    """Every gap with its remedy, then how long the articles are; both lists are written."""
    result = run("publish", "nachat", "--check", "--out", "spisok", folder=bank)
    assert result.returncode == 1
    text = printed(result)
    assert "нет поля «Издатель»: электронной книге без него нельзя" in text
    assert "записи «poteryana» нет" in text
    assert "Объём статей: Читаем вместе" in text
    assert sorted(path.name for path in (bank / "spisok").iterdir()) == [
        "nachat-chto-popravit.docx",
        "nachat-chto-popravit.html",
    ]
    assert not (bank / "books").exists()


def test_programs_read_the_same(bank: Path) -> None:
    """One document and nothing beside it."""
    result = run("publish", "--all", "--check", "--report", "json", folder=bank)
    told = json.loads(printed(result))
    assert told["summary"]["records"] == 1
    assert {"K402", "K920", "K926"} <= {item["code"] for item in told["diagnostics"]}


def test_an_unknown_collection(bank: Path) -> None:
    """A slip in the name is guessed."""
    result = run("publish", "nachatt", "--check", folder=bank)
    assert result.returncode == 2
    assert "Возможно, nachat?" in complained(result)
