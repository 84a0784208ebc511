"""Forms of real records come back, also from programs that saved them anew; other files are no forms."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

from kopilka.catalog.graph import Registry
from kopilka.exchange.forms.fields import fields_of
from kopilka.exchange.forms.ooxml import every, local, to_bytes
from kopilka.exchange.forms.reading import read_form, read_forms
from kopilka.exchange.forms.to_word import same_meaning
from kopilka.exchange.forms.word import Filling, asked_data, revision_of, write_word
from kopilka.exchange.forms.word_reading import read_word
from kopilka.records.base import Record
from kopilka.records.frontmatter import split
from kopilka.records.source import Source
from kopilka.workspace import Workspace, open_workspace

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def bank() -> Workspace:
    """The bank of the repository."""
    return open_workspace(ROOT, today=date(2026, 11, 22))


def without(pattern: str, form: bytes, *, controls: bool = False) -> bytes:
    """A form in which the document has lost something."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(form)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = re.sub(pattern.encode(), b"", data)
                data = _unwrapped(data) if controls else data
            new.writestr(name, data)
    return made.getvalue()


def _unwrapped(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for control in list(every(root, "w:sdt")):
        parent = control.getparent()
        assert parent is not None
        place = parent.index(control)
        content = next(item for item in control if local(item) == "w:sdtContent")
        for step, item in enumerate(list(content)):
            parent.insert(place + step, item)
        parent.remove(control)
    return to_bytes(root)


def test_every_record_of_the_bank_comes_back(bank: Workspace) -> None:
    """Record, form, record: the same data and the same body, by tags, by titles and by labels alone."""
    registry = bank.catalog.registry
    for number, entry in enumerate(bank.catalog.entries.values()):
        model = type(entry.record)
        text = (ROOT / entry.path).read_text(encoding="utf-8")
        raw, _ = split(Source(entry.path, text))
        assert raw is not None
        made = write_word(model, registry, Filling(raw.meta, raw.body, entry.id, revision_of(text)))
        form = read_word(BytesIO(made), (model,), registry)
        assert form is not None
        fields = fields_of(model, registry)
        assert same_record(model, registry, raw.meta, asked_data(fields, raw.meta), form.data), entry.id
        assert same_meaning(raw.body, form.body), entry.id
        assert (form.record, form.revision) == (entry.id, revision_of(text))
        if number % 5 == 0:
            for lost in (without("<w:tag [^>]*>", made), without("<w:tag [^>]*>", made, controls=True)):
                again = read_word(BytesIO(lost), (model,), registry)
                assert again is not None
                assert (again.data, again.body) == (form.data, form.body), entry.id


def same_record(
    model: type[Record],
    registry: Registry,
    meta: Mapping[str, Any],
    asked: Mapping[str, Any],
    read: Mapping[str, Any],
) -> bool:
    """Whether what was read means the same as what the record has in the fields that a form asks for."""
    context = {"vocabularies": registry.vocabularies}
    rest = {name: value for name, value in meta.items() if name not in asked}
    dumps = [model.model_validate({**rest, **data}, context=context).model_dump() for data in (asked, read)]
    return bool(dumps[0] == dumps[1])


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice_saves_the_form_anew(bank: Workspace, tmp_path: Path) -> None:
    """A form that LibreOffice has opened and saved, which drops the tags, still says the same."""
    registry = bank.catalog.registry
    forms = {}
    for id_ in ("chitatelskie-karty", "chitaem-vmeste", "chitaem-medlenno", "masterskaya-nastavnikov"):
        entry = bank.catalog.entries[id_]
        raw, _ = split(Source(entry.path, entry.front + entry.body))
        assert raw is not None
        path = tmp_path / f"{id_}.docx"
        path.write_bytes(write_word(type(entry.record), registry, Filling(raw.meta, raw.body, id_, "1")))
        forms[id_] = read_form(path, None, registry)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    saved = tmp_path / "saved"
    command = ["soffice", home, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved)]
    subprocess.run(
        [*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=300
    )
    for id_, before in forms.items():
        after = read_form(saved / f"{id_}.docx", None, registry)
        assert before is not None
        assert after is not None
        assert after.data == before.data
        assert same_meaning(after.body, before.body)
        assert (after.record, after.revision, after.base) == (before.record, before.revision, before.base)


def test_other_documents_are_not_ours(tmp_path: Path) -> None:
    """Anything else is no form of ours, and nothing is raised: a bomb, a broken zip, a text, no file."""
    plain, broken, bomb = tmp_path / "a.docx", tmp_path / "b.docx", tmp_path / "c.docx"
    Document().save(str(plain))
    broken.write_bytes(plain.read_bytes()[:500])
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/custom.xml", b" " * 60_000_000)
    sheet = tmp_path / "d.csv"
    sheet.write_text("Школа;Тема\n1;2\n", encoding="utf-8")
    fake = tmp_path / "e.xlsx"
    fake.write_bytes(b"not a workbook")
    for path in (plain, broken, bomb, sheet, fake, tmp_path / "nothing.docx", tmp_path / "nothing.csv"):
        assert read_forms(path) == ()
