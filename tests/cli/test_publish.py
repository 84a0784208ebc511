"""`kopilka publish`: what it says, what it refuses, a full disk."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from tests.bank_maker import REPOSITORY, make_bank
from tests.cli.command import complained, printed, run

_RECORD = "spor-po-pravilam"
_MANIFEST = f"title: Маленькая книга\nyear: 2026\ndemo: true\nsections:\n  - records: [{_RECORD}]\n"
_ROOM = 60_000
"""Bytes: enough for the working files, too few for the book."""


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank of one practice, with a collection of it."""
    record = (REPOSITORY / f"practices/{_RECORD}.md").read_text(encoding="utf-8")
    files = {f"practices/{_RECORD}.md": record, "registry/collections/kniga.yml": _MANIFEST}
    return make_bank(tmp_path_factory.mktemp("bank"), files)


def test_says_what_it_made(bank: Path) -> None:
    """The book, its files with sizes, where they lie; the second time, that nothing has changed."""
    first = run("publish", "kniga", "--format", "pdf", folder=bank)
    assert first.returncode == 0, complained(first)
    assert "Маленькая книга: " in printed(first)
    assert "kniga.pdf" in printed(first)
    assert (bank / "books/kniga/kniga.pdf").is_file()
    second = run("publish", "--all", "--format", "pdf", folder=bank)
    assert "Ничего не изменилось" in printed(second)


def test_full_disk(bank: Path, tmp_path: Path) -> None:
    """A book that does not fit is told of, and the former one stays."""
    out = tmp_path / "books"
    former = out / "kniga/kniga.pdf"
    former.parent.mkdir(parents=True)
    former.write_bytes(b"former")
    done = subprocess.run(
        [sys.executable, "-m", "kopilka.cli", "publish", "kniga", "--format", "pdf", "--out", str(out)],
        cwd=bank,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (_ROOM, _ROOM)),
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 1
    assert "не удалось записать" in complained(done)
    assert "Прежняя книга осталась на месте" in complained(done)
    assert former.read_bytes() == b"former"
    assert [path.name for path in out.iterdir()] == ["kniga"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["knigi"], "Возможно, kniga?"),
        ([], "В банке есть: kniga"),
        (["kniga", "--format", "pdff"], "возможно, pdf"),
    ],
)
def test_wrong_calls(bank: Path, words: list[str], told: str) -> None:
    """A wrong name is answered with the right one."""
    result = run("publish", *words, folder=bank)
    assert result.returncode == 2
    assert told in complained(result)
