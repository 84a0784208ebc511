"""A book that would be the same is known again without the bank being read, and only such a book."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.bank_maker import TODAY, opened
from tests.workspace.git_bank import edit
from tests.workspace.small_book import ID, MANIFEST, RECORD, make_book_bank

from kopilka.settings import read_settings
from kopilka.workspace.formats import Format
from kopilka.workspace.inputs import inputs_of
from kopilka.workspace.memory import recall
from kopilka.workspace.publishing import publish
from kopilka.workspace.standing import standing

_FORMATS = (Format.EPUB, Format.OFFPRINTS)


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank with a book of one practice, published once."""
    root = make_book_bank(tmp_path_factory.mktemp("bank"))
    _publish(root)
    return root


@pytest.fixture
def own_bank(bank: Path, tmp_path: Path) -> Path:
    """The bank with its book, to be changed by a test."""
    return Path(shutil.copytree(bank, tmp_path / "bank"))


def _inputs(root: Path) -> str | None:
    return inputs_of(root, read_settings(root), today=TODAY)


def _publish(root: Path, out: str = "books") -> bytes:
    """The EPUB as it was made."""
    inputs = _inputs(root)
    publish(opened(root), ID, formats=_FORMATS, out=root / out, tell=len, inputs=inputs)
    return (root / out / ID / f"{ID}.epub").read_bytes()


def _stands(root: Path, inputs: str | None) -> bool:
    return standing(root, ID, formats=_FORMATS, out=root / "books", inputs=inputs) is not None


def test_stands(bank: Path) -> None:
    """A book from the same files stands; in another format, folder or on another day it does not."""
    assert _stands(bank, _inputs(bank))
    assert not standing(bank, ID, formats=(Format.DOCX,), out=bank / "books", inputs=_inputs(bank))
    assert not standing(bank, ID, formats=_FORMATS, out=bank / "other", inputs=_inputs(bank))
    assert not _stands(bank, inputs_of(bank, read_settings(bank), today=TODAY + timedelta(1)))
    assert not _stands(bank, None)


def _change_record(root: Path) -> None:
    path = root / f"practices/{RECORD}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("урок", "урог", 1), encoding="utf-8")


def _change_settings(root: Path) -> None:
    with (root / "kopilka.yml").open("a", encoding="utf-8") as settings:
        settings.write("\n# другое\n")


_CHANGES: dict[str, Callable[[Path], object]] = {
    "record": _change_record,
    "manifest": lambda root: edit(root, MANIFEST, ("Маленькая", "Большая")),
    "settings": _change_settings,
    "picture": lambda root: (root / f"practices/{RECORD}/novaya.svg").write_text("<svg/>"),
    "lost file": lambda root: (root / f"books/{ID}/{ID}.epub").unlink(),
    "torn file": lambda root: (root / f"books/{ID}/{ID}.epub").write_bytes(b"torn"),
    "torn memory": lambda root: (root / f".cache/books/{ID}.json").write_text('{"digest": "'),
    "lost memory": lambda root: shutil.rmtree(root / ".cache"),
}


@pytest.mark.parametrize("change", _CHANGES)
def test_changed(own_bank: Path, change: str) -> None:
    """Whatever the book is made from, once changed, sends for the bank; so does anything lost or torn."""
    _CHANGES[change](own_bank)
    assert not _stands(own_bank, _inputs(own_bank))


def test_own_models(own_bank: Path) -> None:
    """Of a bank with models of its own nobody knows what they look at: it is always read."""
    with (own_bank / "kopilka.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nkinds:\n  - {model: 'own:Kind', folder: own}\n")
    assert _inputs(own_bank) is None


def test_same_pages(own_bank: Path) -> None:
    """A layout that is remembered gives the very EPUB that a new one gives; a change brings a new layout."""
    remembered = _publish(own_bank, "again")
    shutil.rmtree(own_bank / ".cache")
    assert _publish(own_bank, "anew") == remembered
    before = recall(own_bank, ID)
    edit(own_bank, f"practices/{RECORD}.md", ("## Введение\n", "## Введение\n\n" + "Правка. \n\n" * 200))
    _publish(own_bank, "changed")
    after = recall(own_bank, ID)
    assert before is not None
    assert after is not None
    assert before.pages
    assert after.pages
    assert after.pages.count > before.pages.count
