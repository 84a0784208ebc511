"""`kopilka diff` as people call it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.command import complained, printed, run
from tests.workspace.git_bank import commit, edit, make_repository


def test_codes_and_files(tmp_path: Path) -> None:
    """No new errors is 0, new errors are 1, a wrong state is 2; a report goes into a file whole."""
    root = make_repository(tmp_path / "bank")
    quiet = run("diff", "HEAD", folder=root)
    assert quiet.returncode == 0
    assert "Ничего не меняется" in printed(quiet)
    edit(root, "practices/chitatelskie-karty.md", ("related:\n", "related:\n  - net-takoj\n"))
    commit(root)
    target = tmp_path / "report.html"
    written = run("diff", "HEAD~..HEAD", "--format", "html", "-o", target, folder=root)
    assert written.returncode == 1
    assert not printed(written)
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    wrong = run("diff", "net..HEAD", folder=root)
    assert wrong.returncode == 2
    assert complained(wrong).startswith("kopilka: нет такого состояния: net")
