"""`kopilka ci`: writes the files of a forge, and says what is left to do."""

from __future__ import annotations

from pathlib import Path

from tests.bank_maker import make_bank
from tests.cli.command import complained, printed, run

SETTINGS = "forge: {kind: gitverse, repository: metodisty/bank}\n"


def test_the_files_of_a_forge(tmp_path: Path) -> None:
    """All of them at once; a second run makes the same; the next steps are told."""
    bank = make_bank(tmp_path / "bank", {})
    result = run("ci", "forgejo", folder=bank)
    assert result.returncode == 0, complained(result)
    assert (bank / ".forgejo/workflows/bank.yml").is_file()
    assert (bank / ".ci/bank.py").is_file()
    assert "1. Впишите в requirements.txt" in printed(result)
    assert run("ci", "forgejo", folder=bank).returncode == 0


def test_the_forge_of_the_settings(tmp_path: Path) -> None:
    """Nothing has to be named twice; another folder may be asked for."""
    bank = make_bank(tmp_path / "bank", {}, settings=SETTINGS)
    result = run("ci", "--out", tmp_path / "out", folder=bank)
    assert "Для GitVerse записано:" in printed(result)
    assert (tmp_path / "out/.gitverse/workflows/bank.yaml").is_file()


def test_what_a_person_wrote_stays(tmp_path: Path) -> None:
    """A file that is not ours is named and kept, and so is everything else, until it is forced."""
    bank = make_bank(tmp_path / "bank", {".gitlab-ci.yml": "mine: true\n"})
    result = run("ci", "gitlab", folder=bank)
    assert result.returncode == 2
    assert ".gitlab-ci.yml уже есть, и сделала его не эта команда" in complained(result)
    assert not (bank / ".ci").exists()
    assert run("ci", "gitlab", "--force", folder=bank).returncode == 0
    assert "bank.py" in (bank / ".gitlab-ci.yml").read_text(encoding="utf-8")


def test_wrong_calls(tmp_path: Path) -> None:
    """No forge to speak of; a forge nobody knows; a bank below the top of its repository."""
    bank = make_bank(tmp_path / "repository" / "bank", {})
    assert "назовите сервер: kopilka ci github" in complained(run("ci", folder=bank))
    assert "«svn» не подходит" in complained(run("ci", "svn", folder=bank))
    (tmp_path / "repository/.git").mkdir()
    assert "только в верхней папке хранилища" in complained(run("ci", "github", folder=bank))
