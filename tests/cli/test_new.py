"""`kopilka new`: a draft that `check` reads and `fmt` has nothing to add to."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from tests.bank_maker import REPOSITORY, make_bank
from tests.cli.command import DAY, complained, printed, run

from kopilka.exchange.writing import name_record
from kopilka.records.base import Record
from kopilka.records.frontmatter import split
from kopilka.records.source import Source
from kopilka.settings import DEFAULT_KINDS
from kopilka.workspace import load_kinds

MODELS = tuple(load_kinds(REPOSITORY, DEFAULT_KINDS).values())


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank with our registers and no records."""
    return make_bank(tmp_path_factory.mktemp("banks") / "bank", {})


def made(bank: Path, kind: str, title: str, *more: str) -> Path:
    """The draft that a call makes."""
    result = run("new", kind, "--title", title, *more, folder=bank)
    assert result.returncode == 0, complained(result)
    first = printed(result).split("\n")[0]
    assert first.startswith("Черновик: ")
    return bank / first.removeprefix("Черновик: ")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_draft_of_every_kind(bank: Path, model: type[Record]) -> None:
    """Required fields and sections are there; what is empty is explained by `check` and left by `fmt`."""
    title = f"Проба вида {model.kind.id}: как заполняют"
    path = made(bank, model.kind.label, title, "--organisation", "shkola-primer-1")
    text = path.read_text(encoding="utf-8")
    raw, found = split(Source("a.md", text))
    assert raw
    assert not found
    required = {name for name, info in model.model_fields.items() if info.is_required()}
    assert set(raw.meta) == required
    assert raw.meta["title"] == title
    assert raw.meta["status"] == "draft"
    assert raw.meta["organisations"] == ["shkola-primer-1"]
    assert raw.meta["created"] == "2026-11-22"
    assert [line for line in text.split("\n") if line.startswith("## ")] == [
        f"## {section.title}" for section in model.kind.sections
    ]
    assert run("fmt", "--check", path, folder=bank).returncode == 0
    report = printed(run("check", path, folder=bank))
    empty = [name for name in required if raw.meta[name] is None]
    assert report.count("ошибка K205") == len(empty)
    assert "ошибка K1" not in report


def test_nothing_is_overwritten(bank: Path) -> None:
    """A second record of the same title gets a name of its own, in whatever folder the first one lies."""
    first = made(bank, "practice", "Круг чтения на уроках")
    before = first.read_bytes()
    second = made(bank, "site", "Круг чтения на уроках")
    assert (first.name, second.name) == ("krug-chteniya-na-urokah.md", "krug-chteniya-na-urokah-2.md")
    assert first.read_bytes() == before


def test_names() -> None:
    """A name is cut between words, is never empty and never taken."""
    assert name_record("!!!", {"zapis"}) == "zapis-2"
    long = name_record("Слово " * 30, set())
    assert len(long) <= 60
    assert long.endswith("-slovo")
    assert name_record("я" * 100, set()) == ("ya" * 50)[:60]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("праткика", "--title", "Карта"), "нет такого вида записей: «праткика». Возможно, practice."),
        (("practice",), "укажите название: --title"),
        (("practice", "--title", " "), "впишите название буквами"),
        (
            ("practice", "--title", "Карта", "--organisation", "школа-пример"),
            "организации «школа-пример» нет в реестре. Похожие: ",
        ),
    ],
)
def test_wrong_calls(bank: Path, arguments: tuple[str, ...], words: str) -> None:
    """What is wrong is told with what was meant; no file is written."""
    before = {path for path in bank.rglob("*") if path.is_file()}
    result = run("new", *arguments, folder=bank)
    assert result.returncode == 2
    assert words in complained(result)
    assert {path for path in bank.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made in another way there")
def test_questions_in_a_terminal(bank: Path) -> None:
    """Without a title the command asks; an answer that makes no sense is asked again."""
    mine, its = pty.openpty()
    answers = "\nВопрос дня на двери кабинета\nшкола\nshkola-primer-4\nпедагогическая\n"
    command = [sys.executable, "-m", "kopilka.cli", "new", "practice"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": DAY, "TERM": "dumb", "PYTHONUTF8": "1"}
    with subprocess.Popen(command, stdin=its, stdout=its, stderr=its, cwd=bank, env=environment) as process:
        os.close(its)
        os.write(mine, answers.encode())
        said = b""
        while piece := _read(mine):
            said += piece
    os.close(mine)
    words = said.decode()
    assert process.returncode == 0, words
    assert "впишите название буквами" in words
    assert "организации «школа» нет в реестре. Похожие: " in words
    assert "1. педагогическая" in words
    raw, _ = split(Source("a.md", (bank / "practices/vopros-dnya-na-dveri-kabineta.md").read_text("utf-8")))
    assert raw
    assert raw.meta["organisations"] == ["shkola-primer-4"]
    assert raw.meta["type"] == "педагогическая"


def _read(terminal: int) -> bytes:
    """What the program printed next; a terminal whose program has ended gives an error on Linux."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
