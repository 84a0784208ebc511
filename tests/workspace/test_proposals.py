"""Two states of a bank are read through Git; nobody's files are touched and nothing of a stranger is run."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bank_maker import TODAY, make_bank
from tests.workspace.git_bank import commit, edit, git, make_repository

from kopilka.exchange.changes import Proposal
from kopilka.exchange.changes.registers import How
from kopilka.settings import SettingsError
from kopilka.workspace.proposals import GitError, read_proposal

CARDS = "practices/chitatelskie-karty.md"


def proposed(root: Path, words: str = "main~..main") -> Proposal:
    """What changes between two states, on a fixed day."""
    return read_proposal(root, words, today=TODAY)


def test_saved_and_unsaved(tmp_path: Path) -> None:
    """A commit and the folder as it is, with a new file, tell the same story; the folder stays as it was."""
    root = make_repository(tmp_path / "bank")
    edit(root, CARDS, ("licence: CC-BY-4.0", "licence: CC0-1.0"))
    (root / "practices/chitatelskie-karty/novoe.txt").write_text("x" * 2000)
    before = git(root, "status", "--porcelain")
    unsaved = proposed(root, "HEAD")
    assert git(root, "status", "--porcelain") == before
    commit(root)
    saved = proposed(root)
    assert saved.records == unsaved.records
    assert saved.attachments == unsaved.attachments
    (record,) = saved.records
    (field,) = record.fields
    assert (field.before, field.after) == ("CC-BY-4.0", "CC0-1.0")
    assert [(item.how, item.after) for item in saved.attachments] == [(How.NEW, 2000)]


def test_three_dots(tmp_path: Path) -> None:
    """Three dots leave out what others did meanwhile; two dots do not."""
    root = make_repository(tmp_path / "bank")
    git(root, "checkout", "--quiet", "-b", "proposal")
    edit(root, CARDS, ("licence: CC-BY-4.0", "licence: CC0-1.0"))
    commit(root)
    git(root, "checkout", "--quiet", "main")
    edit(root, "practices/laboratoriya-voprosov.md", ("status: published", "status: archived"))
    commit(root)
    assert [item.path for item in proposed(root, "main...proposal").records] == [CARDS]
    assert len(proposed(root, "main..proposal").records) == 2


def test_bank_inside_a_repository(tmp_path: Path) -> None:
    """A bank in a folder of a larger repository is read from there; files beside it do not count."""
    top = tmp_path / "top"
    root = make_repository(top / "bank")
    (root / ".git").rename(top / ".git")
    commit(top, "Выше")
    edit(root, CARDS, ("licence: CC-BY-4.0", "licence: CC0-1.0"))
    (top / "beside.md").write_text("x")
    commit(top)
    found = proposed(root)
    assert [item.path for item in found.records] == [CARDS]
    assert not found.others


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("net-takoj..HEAD", "нет такого состояния: net-takoj"),
        ("--output=x", "нет такого состояния: --output=x"),
        ("main..-x", "нет такого состояния: -x"),
    ],
)
def test_no_such_state(tmp_path: Path, words: str, said: str) -> None:
    """A name that Git does not know, or that looks like its option, is refused in Russian with a remedy."""
    root = make_repository(tmp_path / "bank")
    with pytest.raises(GitError) as refused:
        proposed(root, words)
    assert said in str(refused.value)
    assert "git branch --all" in str(refused.value)
    assert not (root / "x").exists()


def test_shallow(tmp_path: Path) -> None:
    """A shallow clone is named as the reason, with what to do."""
    root = make_repository(tmp_path / "bank")
    edit(root, CARDS, ("licence: CC-BY-4.0", "licence: CC0-1.0"))
    commit(root)
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "shallow")
    with pytest.raises(GitError, match=r"git fetch --unshallow"):
        proposed(tmp_path / "shallow", "HEAD~..HEAD")


def test_no_repository_and_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder outside Git, and a computer without it, are told plainly."""
    root = make_bank(tmp_path / "bank", {})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(GitError, match="не в репозитории Git"):
        proposed(root)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="нет Git"):
        proposed(root)


def test_foreign_code_is_not_run(tmp_path: Path) -> None:
    """A proposal that brings a kind with a program of its own is refused before the program runs."""
    root = make_repository(tmp_path / "bank")
    (root / "chuzhoe_zlo.py").write_text("raise SystemExit('run')\n")
    edit(root, "kopilka.yml", ("bank:", "kinds:\n  - {model: 'chuzhoe_zlo:X', folder: practices}\nbank:"))
    commit(root)
    with pytest.raises(SettingsError, match="Чужую программу"):
        proposed(root)


def test_links_are_not_followed(tmp_path: Path) -> None:
    """A symbolic link in a proposal brings nothing of the reader's computer into the report."""
    root = make_repository(tmp_path / "bank")
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: Тайна\n---\n")
    (root / "practices/ssylka.md").symlink_to(secret)
    commit(root)
    found = proposed(root)
    assert not found.records
    assert [item.path for item in found.others] == ["practices/ssylka.md"]
