"""A bank in a small real Git repository, and proposals to it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.bank_maker import REPOSITORY, make_bank

PRACTICES = ("chitatelskie-karty", "laboratoriya-voprosov")
_ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
_STAMP = {"GIT_AUTHOR_DATE": "2026-11-22T12:00:00Z", "GIT_COMMITTER_DATE": "2026-11-22T12:00:00Z"}


def git(folder: Path, *words: str) -> str:
    """Runs Git in a folder, without the settings of whoever runs the tests."""
    name = ("-c", "user.name=Проба", "-c", "user.email=proba@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *name, *words],  # noqa: S607 - whichever Git is there
        cwd=folder,
        env={**os.environ, **_ALONE, **_STAMP},
        capture_output=True,
        check=True,
        timeout=300,
    )
    return done.stdout.decode()


def commit(folder: Path, message: str = "Правка") -> None:
    """Keeps the folder as it is now."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def make_repository(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """A bank of two practices of the repository, kept in one commit of the branch `main`."""
    root = make_bank(folder, files or {})
    (root / "practices").mkdir(exist_ok=True)
    for name in PRACTICES:
        shutil.copy(REPOSITORY / "practices" / f"{name}.md", root / "practices")
        if (REPOSITORY / "practices" / name).is_dir():
            shutil.copytree(REPOSITORY / "practices" / name, root / "practices" / name)
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "Банк")
    return root


def edit(root: Path, path: str, *changes: tuple[str, str]) -> None:
    """Replaces words of a file, each once; fails where they are not there."""
    target = root / path
    text = target.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    target.write_text(text, encoding="utf-8")
