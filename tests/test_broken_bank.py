"""A bank with one broken record for every code, checked from the disk to the words that people read."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from tests.bank_maker import copy_registers, opened
from tests.golden import GOLDEN_FOLDER, Golden, show

from kopilka.catalog.codes import ALL_CODES
from kopilka.catalog.link_codes import LINK_CODES
from kopilka.workspace import Workspace

BROKEN = Path(__file__).parent / "banks" / "broken"
_CODE = re.compile(r"[kк](\d{3})(?:-[kк](\d{3}))?", re.IGNORECASE)


def _is_shown(path: Path) -> bool:
    """Whether a path is a broken file, or a folder that has lost its record."""
    owned = any(path.with_suffix(ending).exists() for ending in (".md", ".yml"))
    return _CODE.match(path.name) is not None and (path.is_file() or not owned)


NAMED = sorted(path.relative_to(BROKEN).as_posix() for path in BROKEN.rglob("*") if _is_shown(path))
ELSEWHERE = {"K101", "K113", "K115", "K121", "K124", "K149"} | {code.id for code in LINK_CODES}
"""Codes of reading whose files are too large or too odd to keep here; the reader's tests show them.

What only a site can tell is shown by the tests of links, with a server of their own.
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The broken bank over the repository's registers."""
    root = tmp_path_factory.mktemp("broken") / "bank"
    copy_registers(root)
    shutil.copytree(BROKEN, root, dirs_exist_ok=True)
    return root


@pytest.fixture(scope="module")
def bank(root: Path) -> Workspace:
    """The broken bank, checked."""
    return opened(root)


@pytest.mark.parametrize("path", NAMED)
def test_each_file_shows_the_code_in_its_name(path: str, bank: Workspace) -> None:
    """One file, one trouble: the code stands first in the file's name (a register may show several)."""
    found = defaultdict(set)
    for item in bank.report.diagnostics:
        found[item.path].add(item.code)
    stem = path.removesuffix(".md")
    told = {
        code
        for place, codes in found.items()
        if place == path or place.startswith(f"{stem}/")
        for code in codes
    }
    name = _CODE.match(Path(path).name)
    assert name is not None
    wanted = {f"K{number}" for number in range(int(name[1]), int(name[2] or name[1]) + 1)}
    known = {code.id for code in ALL_CODES}
    assert wanted & known <= told | ({"K406"} if path.startswith("practices/k406") else set())


def test_the_broken_bank_shows_every_code(bank: Workspace) -> None:
    """No code of the check is missing; those of the built site belong to another bank."""
    told = {item.code for item in bank.report.diagnostics}
    assert {code.id for code in ALL_CODES if code.id < "K9"} - told == ELSEWHERE


def test_the_whole_report(bank: Workspace, golden: Golden) -> None:
    """All the words that the broken bank calls forth, in order."""
    golden.check(GOLDEN_FOLDER / "broken-bank.txt", show(bank.report.diagnostics))


def test_the_command_says_the_same(root: Path, bank: Workspace) -> None:
    """`kopilka check` ends with 1 and tells everything at once."""
    done = subprocess.run(
        [sys.executable, "-m", "kopilka.cli", "check", "--root", str(root), "--format", "json"],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795305600"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    told = json.loads(done.stdout)
    assert told["summary"]["errors"] == bank.report.summary.errors
    assert [item["code"] for item in told["diagnostics"]] == [item.code for item in bank.report.diagnostics]
