"""`kopilka offline`: the site on a stick."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.bank_maker import REPOSITORY
from tests.cli.command import complained, printed, run

BANK = REPOSITORY / "tests" / "banks" / "minimal"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A small bank that may be spoilt."""
    return Path(shutil.copytree(BANK, tmp_path / "bank"))


def test_the_whole_site_in_one_file(bank: Path) -> None:
    """Pages are files, so that links work from a folder; what a server alone needs is left out."""
    result = run("offline", folder=bank)
    assert result.returncode == 0, complained(result)
    target = next((bank / "dist").iterdir())
    with ZipFile(target) as archive:
        names = archive.namelist()
        start = archive.read("nachat.html").decode()
    top = target.stem
    assert f'href="{top}/index.html"' in start
    assert {f"{top}/index.html", f"{top}/katalog.html", f"{top}/data/manifest.js"} <= set(names)
    assert not [name for name in names if name.endswith(("/404.html", "sitemap.xml"))]
    assert str(target) in printed(result)
    assert "откройте nachat.html" in printed(result)
    assert not (bank / "site").exists()


def test_same_bank_same_bytes(bank: Path) -> None:
    """Two copies of one day are one file."""
    for name in ("a.zip", "b.zip"):
        assert run("offline", "-o", name, folder=bank).returncode == 0
    assert (bank / "a.zip").read_bytes() == (bank / "b.zip").read_bytes()


def test_a_spoilt_bank_leaves_the_old_copy(bank: Path) -> None:
    """A bank with errors is not copied, and the copy of yesterday stays."""
    assert run("offline", "-o", "copy.zip", folder=bank).returncode == 0
    before = (bank / "copy.zip").read_bytes()
    record = next((bank / "practices").glob("*.md"))
    record.write_text(record.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")
    result = run("offline", "-o", "copy.zip", folder=bank)
    assert result.returncode == 2
    assert "сайт не собрался" in complained(result)
    assert "titel" in complained(result)
    assert (bank / "copy.zip").read_bytes() == before


def test_a_folder_is_no_file_name(bank: Path) -> None:
    """The mistake is told before the site is built."""
    result = run("offline", "-o", "docs", folder=bank)
    assert result.returncode == 2
    assert "папка, а нужно имя файла" in complained(result)
