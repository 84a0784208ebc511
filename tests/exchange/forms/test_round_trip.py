"""A form made, filled in and read back says the same: every field of every kind."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

import pytest
from docx import Document
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.form_values import HOSTILE, LONG, TEXT, compare, record_data

from kopilka.catalog.graph import Registry
from kopilka.documents import clean
from kopilka.exchange.forms.data import FormData
from kopilka.exchange.forms.fields import Control, aliases_of, every_field, fields_of
from kopilka.exchange.forms.ooxml import every, name_of, to_bytes
from kopilka.exchange.forms.reading import read_forms
from kopilka.exchange.forms.sheets import write_csv, write_xlsx
from kopilka.exchange.forms.to_word import same_meaning
from kopilka.exchange.forms.word import Filling, write_word
from kopilka.exchange.forms.word_reading import read_word
from kopilka.records.base import Kind, Record, Section
from kopilka.records.fields import Model, declare
from kopilka.records.parts import Material
from kopilka.records.quantities import Text, Words
from kopilka.records.references import Theme
from kopilka.workspace import Workspace, open_workspace

ROOT = Path(__file__).parents[3]
SOME = settings(max_examples=8, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


class Circle(Model):
    """A part of the fifth kind."""

    name: Words = declare(label="Кружок", help="Имя.", example="Шахматы")
    links: tuple[Material, ...] = declare((), label="Ссылки", help="Глубже формы.", example=[])


class Festival(Record):
    """A fifth kind, which nothing in the house has heard of."""

    kind: ClassVar[Kind] = Kind(
        id="festival",
        label="Фестиваль",
        plural="Фестивали",
        forms=("фестиваль", "фестиваля", "фестивалей"),
        gender="m",
        slug="festivali",
        icon="case",
        template="case.html",
        body_title="Как это было",
        sections=(Section("Начало", "С чего началось."), Section("Итог", "Чем кончилось.", required=False)),
    )

    motto: Words = declare(label="Девиз", help="Одной фразой.", example="Вместе")
    story: Text | None = declare(None, label="История", help="Абзац.", example="Давно.")
    circles: tuple[Circle, ...] = declare((), label="Кружки", help="Список.", example=[])
    halls: tuple[Theme, ...] = declare((), label="Залы", help="Из словаря.", example=[])


@pytest.fixture(scope="module")
def bank() -> Workspace:
    """The bank of the repository."""
    return open_workspace(ROOT, today=date(2026, 11, 22))


def kinds(bank: Workspace) -> tuple[type[Record], ...]:
    """All kinds and one more."""
    return (*bank.kinds.values(), Festival)


def through_word(model: type[Record], registry: Registry, filling: Filling) -> FormData:
    """The form of a record, read back."""
    form = read_word(BytesIO(write_word(model, registry, filling)), (model,), registry)
    assert form is not None
    return form


@pytest.mark.parametrize("number", range(5))
def test_every_field_comes_back_from_word(bank: Workspace, number: int) -> None:
    """What stands in the fields of a form is what is read, hostile texts and rows of tables among them."""
    model, registry = kinds(bank)[number], bank.catalog.registry
    fields = fields_of(model, registry)

    @SOME
    @given(data=record_data(fields), body=TEXT)
    def check(data: Mapping[str, Any], body: str) -> None:
        form = through_word(model, registry, Filling(data, body))
        compare(fields, data, form.data)
        assert same_meaning(body, form.body)

    check()


@pytest.mark.parametrize("number", range(5))
def test_every_field_comes_back_from_sheets(bank: Workspace, number: int, tmp_path: Path) -> None:
    """Excel and CSV bring back the same as Word."""
    model, registry = kinds(bank)[number], bank.catalog.registry
    fields = fields_of(model, registry)

    @settings(SOME, max_examples=4)
    @given(data=record_data(fields).filter(bool))
    def check(data: Mapping[str, Any]) -> None:
        for name, write in (("f.xlsx", write_xlsx), ("f.csv", write_csv)):
            path = tmp_path / name
            path.write_bytes(write(model, registry, [Filling(data)]))
            forms = read_forms(path, (model,), registry)
            assert len(forms) == 1
            compare(fields, data, forms[0].data)

    check()


def fill(form: bytes, texts: dict[str, str]) -> bytes:
    """Types texts into the controls of an empty form, as a person does."""
    with zipfile.ZipFile(BytesIO(form)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for control in every(root, "w:sdt"):
        properties = control.find(name_of("w:sdtPr"))
        tag = properties.find(name_of("w:tag")) if properties is not None else None
        hint = properties.find(name_of("w:showingPlcHdr")) if properties is not None else None
        text = (
            texts.pop(str(tag.get(name_of("w:val"))), None) if tag is not None and hint is not None else None
        )
        if text is not None and properties is not None and hint is not None:
            properties.remove(hint)
            next(every(control, "w:t")).text = clean(text)
    parts["word/document.xml"] = to_bytes(root)
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize("hostile", [*HOSTILE, LONG], ids=lambda text: text[:12].encode().hex())
def test_an_empty_form_filled_by_hand(bank: Workspace, hostile: str) -> None:
    """Text typed into any control is read as it was typed; what Markdown would take for marks is escaped."""
    for model in kinds(bank)[-2:]:
        fields = fields_of(model, bank.catalog.registry)
        single = [f for field in fields for f in field.leaves if f.control in {Control.LINE, Control.TEXT}]
        rich = [f for field in fields for f in field.leaves if f.control is Control.RICH]
        texts = {field.tag: hostile for field in (*single, *rich)}
        form = read_word(
            BytesIO(fill(write_word(model, bank.catalog.registry), {**texts, "body.0": hostile})),
            (model,),
            Registry(),
        )
        assert form is not None
        typed = " ".join(clean(hostile).split())
        for field in single:
            assert at(form.data, field.path) == clean(hostile).strip()
        for field in rich:
            assert words_in(at(form.data, field.path)) == typed
        assert typed in words_in(form.body)


def at(data: Any, path: tuple[str, ...]) -> Any:
    """The value that names lead to."""
    for step in path:
        data = data[step]
    return data


def words_in(markdown: str) -> str:
    """What a reader sees of a text in Markdown."""
    from kopilka.render.dialect import plain_dialect  # noqa: PLC0415

    tokens = plain_dialect().parse(markdown)
    inner = [child.content or " " for t in tokens if t.type == "inline" for child in t.children or ()]
    return " ".join("".join(inner).split())


def test_an_empty_form_says_nothing(bank: Workspace) -> None:
    """Placeholders, hints and examples are no values; python-docx opens the form."""
    for model in kinds(bank):
        made = write_word(model, bank.catalog.registry)
        form = read_word(BytesIO(made), (model,), bank.catalog.registry)
        assert form is not None
        assert (form.data, form.body, form.record) == ({}, "", "")
        assert Document(BytesIO(made)).tables
        assert made == write_word(model, bank.catalog.registry)


def test_names_of_controls(bank: Workspace) -> None:
    """Tags and titles fit Word's limit, and no two fields share one."""
    for model in kinds(bank):
        fields = fields_of(model, bank.catalog.registry)
        tags = [field.tag for field in every_field(fields)]
        aliases = aliases_of(fields)
        assert len(set(tags)) == len(tags) == len(set(aliases.values()))
        assert max(map(len, (*tags, *aliases.values()))) <= 64


@SOME
@given(text=st.text(max_size=200))
def test_any_markdown_goes_through_word(bank: Workspace, text: str) -> None:
    """A body of any text comes back with the same meaning."""
    form = through_word(Festival, bank.catalog.registry, Filling({}, clean(text)))
    assert same_meaning(clean(text), form.body)
