"""Small real banks on disk for tests: the repository's registers, and whatever records a test writes."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from kopilka.workspace import Workspace, open_workspace

REPOSITORY = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)


def make_bank(
    root: Path, files: Mapping[str, str | bytes], *, settings: str = "bank: {name: Проба}\n"
) -> Path:
    """Writes a bank into `root`: `kopilka.yml`, the repository's registry, and the given files by path."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "kopilka.yml").write_text(settings, encoding="utf-8")
    copy_registers(root)
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def copy_registers(root: Path) -> None:
    """The repository's registers without collections and certificates: those name records of its own."""
    own = shutil.ignore_patterns("collections", "certificates.yml")
    shutil.copytree(REPOSITORY / "registry", root / "registry", ignore=own, dirs_exist_ok=True)


def opened(root: Path, *, preview: bool = False, today: date = TODAY) -> Workspace:
    """The bank, read and checked on a fixed day."""
    return open_workspace(root, today=today, preview=preview)
