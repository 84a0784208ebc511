"""A folder as one ZIP."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from kopilka.workspace.packing import pack_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site with a file that has a Russian name."""
    site = tmp_path / "site"
    (site / "файлы").mkdir(parents=True)
    (site / "index.html").write_text("<p>Главная</p>", encoding="utf-8")
    (site / "файлы" / "карты.txt").write_text("карты", encoding="utf-8")
    (site / "404.html").write_text("нет", encoding="utf-8")
    return site


def pack(folder: Path, target: Path) -> bytes:
    """Packs the folder as the command does."""
    pack_folder(folder, target, top="bank", leave=frozenset({"404.html"}), more={"start.html": b"start"})
    return target.read_bytes()


def test_everything_is_in(folder: Path, tmp_path: Path) -> None:
    """Every file under one folder, what is added beside it, what a server alone reads left out."""
    target = tmp_path / "out" / "bank.zip"
    pack(folder, target)
    with ZipFile(target) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["start.html", "bank/index.html", "bank/файлы/карты.txt"]
        assert archive.read("bank/файлы/карты.txt").decode() == "карты"


def test_same_folder_same_bytes(folder: Path, tmp_path: Path) -> None:
    """When and in which order the files were written does not matter."""
    first = pack(folder, tmp_path / "a.zip")
    for path in folder.rglob("*"):
        os.utime(path, (1, 1))
    assert pack(folder, tmp_path / "b.zip") == first


def test_a_failure_leaves_the_old_file(folder: Path, tmp_path: Path) -> None:
    """A name that no ZIP can hold ends the work; the ZIP of yesterday stays and nothing lies beside it."""
    target = tmp_path / "out" / "bank.zip"
    before = pack(folder, target)
    with pytest.raises(UnicodeEncodeError):
        pack_folder(folder, target, top="bank", more={"start": b"", "\ud800": b""})
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["bank.zip"]
