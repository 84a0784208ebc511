"""A bank of one practice of the repository, with a collection of it: the smallest that makes a book."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.bank_maker import REPOSITORY, make_bank

ID = "kniga"
RECORD = "nastavnik-na-chas"
MANIFEST = f"registry/collections/{ID}.yml"
TEXT = f"title: Маленькая книга\nyear: 2026\ndemo: true\nsections:\n  - records: [{RECORD}]\n"


def make_book_bank(root: Path) -> Path:
    """Writes the bank into an empty folder, and gives the folder."""
    make_bank(root, {MANIFEST: TEXT})
    (root / "practices").mkdir()
    shutil.copy(REPOSITORY / f"practices/{RECORD}.md", root / "practices")
    shutil.copytree(REPOSITORY / f"practices/{RECORD}", root / f"practices/{RECORD}")
    return root
