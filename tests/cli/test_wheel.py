"""The package as it is installed: built, laid out in an empty folder, and used from there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.bank_maker import REPOSITORY
from tests.cli.command import DAY


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the contents of a freshly built wheel."""
    place = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(place)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, timeout=300)
    (wheel,) = place.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place / "site")
    return place / "site"


def python(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs Python with the installed package in front of everything else."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(installed),
            "SOURCE_DATE_EPOCH": DAY,
            "NO_MKDOCS_2_WARNING": "1",
        },
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )


def test_wheel_is_what_runs(installed: Path, tmp_path: Path) -> None:
    """The tests below look at the wheel and not at the repository."""
    program = "import kopilka.cli.start as start; print(start.find_shared('registry/glossary.yml'))"
    where = python(installed, tmp_path, "-c", program)
    assert Path(where.stdout.strip()).is_relative_to(installed)


def test_new_bank_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """Far from the repository a bank is begun, checked and built."""
    begun = python(installed, tmp_path, "-m", "kopilka.cli", "init", "bank", "--examples")
    assert begun.returncode == 0, begun.stderr
    checked = python(installed, tmp_path / "bank", "-m", "kopilka.cli", "check")
    assert checked.returncode == 0, checked.stdout
    built = python(installed, tmp_path / "bank", "-m", "mkdocs", "build", "--strict", "--quiet")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "bank/site/index.html").exists()


def test_same_bank_as_from_the_repository(installed: Path, tmp_path: Path) -> None:
    """The copies in the wheel are copies: both ways give one bank to the byte."""
    for name, place in (("wheel", installed), ("repository", REPOSITORY / "plugins")):
        assert python(place, tmp_path, "-m", "kopilka.cli", "init", name, "--examples").returncode == 0
    wheel, repository = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "wheel", tmp_path / "repository")
    )
    assert wheel == repository


def test_assets_are_inside(installed: Path) -> None:
    """Templates, styles, scripts, fonts and the mark of types travel in the package."""
    inside = {path.suffix for path in (installed / "kopilka").rglob("*") if path.is_file()}
    assert {".py", ".html", ".css", ".js", ".svg", ".woff2", ".yml", ".md"} <= inside
    assert (installed / "kopilka/py.typed").exists()
    (entry_points,) = installed.glob("*.dist-info/entry_points.txt")
    assert "kopilka = kopilka.cli:main" in entry_points.read_text(encoding="utf-8")
