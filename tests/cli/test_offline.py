"""`kopilka offline`: the site on a stick."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.bank_maker import REPOSITORY
from tests.cli.command import complained, printed, run

BANK = REPOSITORY / "tests" / "banks" / "minimal"


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small bank."""
    return Path(shutil.copytree(BANK, tmp_path_factory.mktemp("offline") / "bank"))


@pytest.fixture(scope="module")
def told(bank: Path) -> str:
    """What is printed when the bank is packed."""
    result = run("offline", folder=bank)
    assert result.returncode == 0, complained(result)
    return printed(result)


@pytest.fixture(scope="module")
def target(bank: Path, told: str) -> Path:
    """The packed bank, where that was told."""
    (found,) = (bank / "dist").iterdir()
    assert str(found) in told
    return found


def test_the_whole_site_in_one_file(bank: Path, target: Path, told: str) -> None:
    """Pages are files, so that links work from a folder; what a server alone needs is left out."""
    with ZipFile(target) as archive:
        names = archive.namelist()
        start = archive.read("nachat.html").decode()
    top = target.stem
    assert f'href="{top}/index.html"' in start
    assert {f"{top}/index.html", f"{top}/katalog.html", f"{top}/data/manifest.js"} <= set(names)
    assert not [name for name in names if name.endswith(("/404.html", "sitemap.xml"))]
    assert "откройте nachat.html" in told
    assert not (bank / "site").exists()


def test_same_bank_same_bytes(bank: Path, target: Path) -> None:
    """Two copies of one day are one file."""
    assert run("offline", "-o", "again.zip", folder=bank).returncode == 0
    assert (bank / "again.zip").read_bytes() == target.read_bytes()


def test_a_spoilt_bank_leaves_the_old_copy(target: Path, tmp_path: Path) -> None:
    """A bank with errors is not copied, and the copy of yesterday stays."""
    bank = shutil.copytree(BANK, tmp_path / "bank")
    shutil.copy(target, bank / "copy.zip")
    record = next((bank / "practices").glob("*.md"))
    record.write_text(record.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")
    result = run("offline", "-o", "copy.zip", folder=bank)
    assert result.returncode == 2
    assert "сайт не собрался" in complained(result)
    assert "titel" in complained(result)
    assert (bank / "copy.zip").read_bytes() == target.read_bytes()


def test_a_folder_is_no_file_name(bank: Path) -> None:
    """The mistake is told before the site is built."""
    result = run("offline", "-o", "docs", folder=bank)
    assert result.returncode == 2
    assert "папка, а нужно имя файла" in complained(result)
