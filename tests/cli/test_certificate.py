"""Certificates of publication: the paper, the register, the page that confirms it."""

from __future__ import annotations

import re
from pathlib import Path

import page
import pytest
from tests.bank_maker import make_bank, opened
from tests.cli.command import complained, printed, run
from tests.examples import body_of, full_example, record_text

from kopilka.records.practice import Practice
from kopilka.workspace import Workspace
from kopilka.workspace.certificates import issue
from kopilka.workspace.publications import CannotIssueError

CONSENT = {"date": "2025-09-01", "basis": "согласие № 12, хранится в школе"}
AUTHORS = [
    {"name": "Примерова Мария Ивановна", "position": "учитель истории", "consent": {**CONSENT}},
    {"name": "Образцова Анна Викторовна", "position": "учитель биологии", "consent": {**CONSENT}},
    {"name": "Прошлая Ольга Олеговна", "position": "методист", "consent": {**CONSENT, "until": "2025-12-31"}},
]
MANIFEST = "title: Читаем вместе\nyear: 2026\nplace: Примерск\nsections: [{records: [karty]}]\n"
REGISTER = "registry/certificates.yml"


def make(folder: Path) -> Path:
    """A bank with an address: a practice by three authors in a collection, a draft, a broken record."""
    meta = full_example(Practice) | {"related": [], "demo": False, "authors": AUTHORS}
    files = {
        "practices/karty.md": record_text(meta, body_of(Practice)),
        "practices/chernovik.md": record_text(meta | {"status": "draft"}, body_of(Practice)),
        "practices/ispisana.md": "---\ntitle: *oj\n---\n",
        "registry/collections/chitaem.yml": MANIFEST,
    }
    return make_bank(folder, files, settings="bank: {name: Проба, url: https://example.org/}\n")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank in which certificates are issued."""
    return make(tmp_path)


def test_a_certificate_is_printed_registered_and_confirmed(bank: Path) -> None:
    """The paper is accessible and kept for long; the register holds no name; the page shows who it is."""
    result = run("certificate", "karty", "--author", "Примерова", folder=bank)
    assert result.returncode == 0, complained(result)
    assert "Справка № 2026-001" in printed(result)
    assert "https://example.org/spravki/2026-001/" in printed(result)
    paper = bank / "books/spravki/2026-001.pdf"
    for profile in ("ua1", "2a"):
        assert page.is_pdf_compliant(str(paper), profile=profile), profile
    register = (bank / REGISTER).read_text(encoding="utf-8")
    assert "Примеров" not in register
    assert "collection: chitaem" in register
    html = opened(bank).plan(directory_urls=True).render("spravki/2026-001").html
    assert "Примерова Мария Ивановна" in html
    assert "Читаем вместе" in html


def test_the_same_facts_give_the_same_paper(bank: Path) -> None:
    """Another call prints it again, byte for byte, under its number; another author gets the next one."""
    run("certificate", "karty", "--author", "примерова м.", folder=bank)
    paper = bank / "books/spravki/2026-001.pdf"
    first, register = paper.read_bytes(), (bank / REGISTER).read_bytes()
    again = printed(run("certificate", "karty", "--author", "Примерова Мария", folder=bank))
    assert "выдана раньше" in again
    assert (paper.read_bytes(), (bank / REGISTER).read_bytes()) == (first, register)
    other = printed(run("certificate", "karty", "--author", "Образцова", "--out", "papki", folder=bank))
    assert "Справка № 2026-002" in other
    assert (bank / "papki/2026-002.pdf").exists()


def test_without_an_author_the_organisation_gets_it(bank: Path) -> None:
    """Two are named, so nobody is chosen; a name that is gone from the record is gone from the page."""
    assert "Справка выдана организации" in printed(run("certificate", "karty", folder=bank))
    run("certificate", "karty", "--author", "Примерова", folder=bank)
    record = bank / "practices/karty.md"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("Примерова Мария Ивановна", "Иная Анна"), encoding="utf-8")
    plan = opened(bank).plan(directory_urls=True)
    assert "имя сейчас не показывается" in plan.render("spravki/2026-002").html.replace("\u00a0", " ")
    assert "Автор" not in plan.render("spravki/2026-001").html


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The same bank, opened once: nothing is issued in it."""
    return opened(make(tmp_path_factory.mktemp("bank")))


@pytest.mark.parametrize(
    ("record", "author", "collection", "words"),
    [
        ("kart", None, None, "нет записи «kart»; возможно, karty"),
        ("ispisana", None, None, "в записи «ispisana» есть ошибки"),
        ("chernovik", None, None, "ещё не опубликована: её статус – «черновик»"),
        ("karty", "Прошлая", None, "нет действующего согласия"),
        ("karty", "Сидоров", None, "нет среди авторов записи «karty»; с согласием названы: «Примерова"),
        ("karty", None, "drugoj", "нет записи «karty»; она есть в таких: chitaem"),
    ],
)
def test_what_cannot_be_certified_is_explained(
    workspace: Workspace, record: str, author: str | None, collection: str | None, words: str
) -> None:
    """What is wrong, and what to write instead."""
    with pytest.raises(CannotIssueError, match=re.escape(words)):
        issue(workspace, record, author=author, collection=collection)


def test_a_broken_register_is_not_written_over(bank: Path) -> None:
    """What people did to it by hand is told, not lost."""
    (bank / REGISTER).write_text("certificates:\n  - number: первая\n", encoding="utf-8")
    result = run("certificate", "karty", folder=bank)
    assert "kopilka check" in complained(result)
    assert (bank / REGISTER).read_text(encoding="utf-8") == "certificates:\n  - number: первая\n"
