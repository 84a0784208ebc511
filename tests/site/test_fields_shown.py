"""Every field that people fill in reaches the page, or says that it does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from tests.bank_maker import make_bank, opened
from tests.examples import body_of, full_example, record_text

from kopilka.records.base import Record
from kopilka.records.case import ProjectCase
from kopilka.records.fields import declarations
from kopilka.records.labels import inner_model
from kopilka.records.network import NetworkProject
from kopilka.records.practice import Practice
from kopilka.records.site import Site
from kopilka.workspace import Workspace

FOLDERS: dict[type[Record], str] = {
    Practice: "practices",
    ProjectCase: "projects/cases",
    Site: "sites",
    NetworkProject: "projects/networks",
}
OTHERS: dict[str, type[Record]] = {
    "laboratoriya-voprosov": Practice,
    "chitatelskie-karty": Practice,
    "chitaem-vmeste": NetworkProject,
    "ot-transformacii-k-sistemnym-izmeneniyam": ProjectCase,
}
SECOND = {
    "title": "Совсем другое название записи",
    "summary": "Другая аннотация, в которой не те слова, что в первой: страница её показывает. " * 2,
    "status": "archived",
    "organisations": ["shkola-primer-7"],
    "levels": ["дошкольное образование"],
    "audience": ["воспитатель"],
    "themes": ["наставничество"],
    "keywords": ["первое", "второе", "третье"],
    "sources": [{"document": "Другой документ"}],
    "created": "2024-01-01",
    "licence": "CC0-1.0",
    "type": {Practice: "управленческая", Site: "базовая"},
    "unique_idea": "Другая идея проекта.",
    "goal": "Другая цель проекта.",
    "coordinator": "shkola-primer-7",
}

_PICTURES = "\n![Карта с тремя графами](karta.svg)\n\n![План кабинета](plan.svg)\n"
"""One that a row of the example names, and one that a row without a file would speak of."""

Steps = tuple[str, ...]


def _shown_fields(model: type[BaseModel], before: Steps = ()) -> Iterator[tuple[Steps, bool]]:
    """Every field that some page shows, those of inner models too, and whether it is required."""
    for name, declared in declarations(model).items():
        if not declared.show.on_page:
            continue
        info = model.model_fields[name]
        yield (*before, name), info.is_required()
        annotation: Any = info.annotation
        inner = inner_model(annotation)
        if inner is not None:
            yield from _shown_fields(inner, (*before, name))


def _cases() -> list[Any]:
    return [
        pytest.param(model, steps, id=f"{model.kind.id}-{'.'.join(steps)}")
        for model in FOLDERS
        for steps, required in _shown_fields(model)
        if not required or len(steps) == 1
    ]


def _files(model: type[Record]) -> dict[str, str]:
    body = body_of(model) + _PICTURES
    files = {f"{FOLDERS[model]}/zapis.md": record_text(full_example(model), body)}
    for id_, other in OTHERS.items():
        files[f"{FOLDERS[other]}/{id_}.md"] = record_text(_required(other), body_of(other))
    for name in ("karty-5-klass.docx", "anons.mp4", "spravka.pdf", "polozhenie.pdf", "karta.svg", "plan.svg"):
        files[f"{FOLDERS[model]}/zapis/{name}"] = "файл"
    return files


def _required(model: type[Record]) -> dict[str, Any]:
    meta = {
        name: value for name, value in full_example(model).items() if model.model_fields[name].is_required()
    }
    return meta | {"status": "published", "related": []}


def _page(workspace: Workspace, model: type[Record], meta: dict[str, Any]) -> str:
    """The page of the record with these values in the place of the whole one."""
    record = model.model_validate(meta, context={"vocabularies": workspace.catalog.registry.vocabularies})
    entry = replace(workspace.catalog.entries["zapis"], record=record)
    catalog = replace(workspace.catalog, entries={**workspace.catalog.entries, "zapis": entry})
    plan = replace(workspace, catalog=catalog).plan(directory_urls=True)
    return plan.render(f"{model.kind.slug}/zapis").html


@pytest.fixture(scope="module")
def banks(tmp_path_factory: pytest.TempPathFactory) -> dict[type[Record], Workspace]:
    """For each kind a bank with one record that has every field."""
    return {
        model: opened(make_bank(tmp_path_factory.mktemp(model.kind.id), _files(model))) for model in FOLDERS
    }


@pytest.fixture(scope="module")
def whole(banks: dict[type[Record], Workspace]) -> dict[type[Record], str]:
    """The pages of those records."""
    return {model: _page(bank, model, full_example(model)) for model, bank in banks.items()}


@pytest.mark.parametrize(("model", "steps"), _cases())
def test_every_field_changes_the_page(
    model: type[Record], steps: Steps, banks: dict[type[Record], Workspace], whole: dict[type[Record], str]
) -> None:
    """Without a field, or with another value of it, the page is another: nothing is lost on the way."""
    assert _page(banks[model], model, _changed(model, steps)) != whole[model]


def _changed(model: type[Record], steps: Steps) -> dict[str, Any]:
    meta = full_example(model)
    owner: Any = meta
    for step in steps[:-1]:
        owner = owner[step][0] if isinstance(owner[step], list) else owner[step]
    name = steps[-1]
    if isinstance(owner[name], bool):
        owner[name] = not owner[name]
    elif len(steps) == 1 and (model.model_fields[name].is_required() or name == "licence"):
        second = SECOND[name]
        owner[name] = second[model] if isinstance(second, dict) else second
    else:
        del owner[name]
    return meta


@pytest.mark.parametrize("model", FOLDERS, ids=lambda model: model.kind.id)
def test_declared_examples_make_a_valid_record(model: type[Record], tmp_path: Path) -> None:
    """The examples that forms and the reference show are accepted by the checks of fields."""
    root = make_bank(
        tmp_path, {f"{FOLDERS[model]}/zapis.md": record_text(full_example(model), body_of(model))}
    )
    wrong = [d for d in opened(root).report.diagnostics if d.code[:2] in {"K1", "K2", "K3"}]
    assert wrong == []
