"""`kopilka publish --corrections`: the file that an editor sent back, against the collection."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from tests.bank_maker import REPOSITORY

from kopilka.cli import main
from kopilka.workspace import open_workspace
from kopilka.workspace.correcting import docx_of_today

BOOK, OTHER = "chitaem-schitaem-somnevaemsya", "kaskad-i-seti"
RECORD = "practices/chitatelskie-karty.md"
WAS, NOW = "Первая карта решает", "Первая карта решила"


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word file of the repository's own collection with a word corrected."""
    workspace = open_workspace(REPOSITORY, today=date(2026, 11, 1))
    sent = zipfile.ZipFile(io.BytesIO(docx_of_today(workspace, BOOK)))
    target = tmp_path_factory.mktemp("returned") / "vernulos.docx"
    with sent, zipfile.ZipFile(target, "w") as corrected:
        for name in sent.namelist():
            data = sent.read(name)
            if name == "word/document.xml":
                assert WAS.encode() in data
                data = data.replace(WAS.encode(), NOW.encode())
            corrected.writestr(name, data)
    return target


def test_what_the_editor_changed(returned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The record, the line and the words; with --out also as a page and as JSON; the record stays."""
    before = (REPOSITORY / RECORD).read_bytes()
    command = [
        "publish",
        BOOK,
        "--corrections",
        str(returned),
        "--out",
        str(tmp_path),
        "--root",
        str(REPOSITORY),
    ]
    assert main(command) == 0
    line = next(n for n, text in enumerate(before.decode().splitlines(), start=1) if WAS in text)
    said = capsys.readouterr().out
    assert f"Запись: {RECORD}" in said
    assert f"Изменён абзац, строка {line}" in said
    assert "[−решает−]{+решила+}" in said
    (part,) = json.loads((tmp_path / f"{BOOK}-pravki.json").read_text(encoding="utf-8"))["parts"]
    assert [change["line"] for change in part["changes"]] == [line]
    assert "<ins>" in (tmp_path / f"{BOOK}-pravki.html").read_text(encoding="utf-8")
    assert (REPOSITORY / RECORD).read_bytes() == before


def test_wrong_files_are_refused(returned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file of another collection, a file that is no Word document, none at all."""
    for book, file, words in (
        (OTHER, returned, f"это сборник {BOOK}, а не {OTHER}"),
        (BOOK, REPOSITORY / "README.md", "нужен документ Word"),
        (BOOK, returned.with_name("net.docx"), "не удалось прочитать"),
    ):
        assert main(["publish", book, "--corrections", str(file), "--root", str(REPOSITORY)]) == 2
        assert words in capsys.readouterr().err
