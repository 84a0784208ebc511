"""Whole banks from disk to site: the smallest one, and one with every field of every kind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.bank_maker import REPOSITORY, copy_registers, opened
from tests.examples import body_of, full_example
from tests.golden import Golden

from kopilka.diagnostics import Severity
from kopilka.exchange.writing import write_record
from kopilka.records.base import Record
from kopilka.records.case import ProjectCase
from kopilka.records.network import NetworkProject
from kopilka.records.practice import Practice
from kopilka.records.site import Site

BANKS = Path(__file__).parent / "banks"
FULL: dict[str, type[Record]] = {
    "practices/chitatelskie-karty": Practice,
    "practices/laboratoriya-voprosov": Practice,
    "projects/cases/ot-transformacii-k-sistemnym-izmeneniyam": ProjectCase,
    "projects/cases/shag-kaskada": ProjectCase,
    "sites/chitaem-medlenno": Site,
    "projects/networks/chitaem-vmeste": NetworkProject,
}
FILES = ("karty-5-klass.docx", "anons.mp4", "spravka.pdf", "polozhenie.pdf")
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600"}


def _full_files() -> Iterator[tuple[str, str]]:
    for path, model in FULL.items():
        meta = full_example(model) | {
            "title": f"{model.kind.label}: {path.rpartition('/')[2].replace('-', ' ')}"
        }
        meta["summary"] = f"{meta['summary']} Запись {path.rpartition('/')[2]} заполнена целиком."
        if meta.get("parent") and path.endswith(meta["parent"]):
            del meta["parent"]
        meta["related"] = [other for other in meta["related"] if not path.endswith(other)]
        text = write_record(model, meta, body_of(model))
        yield f"{path}.md", text
        for name in FILES:
            if name in text:
                yield f"{path}/{name}", f"{name}: файл для пробы.\n"


def test_the_full_bank_is_made_of_the_declared_examples(golden: Golden) -> None:
    """The bank with every field is written from the models; a new field shows up here as a difference."""
    for path, text in _full_files():
        golden.check(BANKS / "full" / path, text)


def _copy(name: str, root: Path) -> Path:
    shutil.copytree(BANKS / name, root)
    if not (root / "registry").exists():
        copy_registers(root)
    return root


@pytest.mark.parametrize(("name", "directory_urls"), [("minimal", True), ("full", True), ("full", False)])
def test_a_bank_builds_strictly_and_whole(name: str, *, directory_urls: bool, tmp_path: Path) -> None:
    """Every page and every file that the plan names is on disk."""
    built = _built(_copy(name, tmp_path / "bank"), directory_urls)
    plan = opened(tmp_path / "bank").plan(directory_urls=directory_urls)
    for path in plan.pages:
        address = (
            "index.html" if path == "index" else f"{path}/index.html" if directory_urls else f"{path}.html"
        )
        assert built[address]
    assert {asset.path for asset in plan.assets} <= set(built)


def test_a_bank_built_twice_is_the_same(tmp_path: Path) -> None:
    """To the byte, wherever it lies."""
    first, second = (_built(_copy("full", tmp_path / part / "bank"), True) for part in ("one", "two"))  # noqa: FBT003
    assert first == second


def _built(root: Path, directory_urls: bool) -> dict[str, bytes]:  # noqa: FBT001 - a case of the test
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        f"{settings}use_directory_urls: {str(directory_urls).lower()}\n", encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def test_the_banks_that_must_be_clean_are_clean() -> None:
    """Neither this repository's bank nor the smallest one has an error."""
    for root in (REPOSITORY, BANKS / "minimal"):
        assert [d for d in opened(root).report.diagnostics if d.severity is Severity.ERROR] == []
