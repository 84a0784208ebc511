"""What people hear of a wrong field: the words, the place, the guess at what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.catalog.rules.trial import MODELS, findings, parse_cases, show_in_place
from tests.golden import GOLDEN_FOLDER, Golden, question_in

from kopilka.diagnostics import Diagnostic
from kopilka.records.collection import Collection
from kopilka.records.explain import explain
from kopilka.records.field_codes import FIELD_CODES, FILE_NAME, RETIRED_TERM
from kopilka.records.finding import Finding
from kopilka.records.meaning_troubles import FORMS
from kopilka.records.registry import OrganisationsFile
from kopilka.records.source import Source
from kopilka.records.validate import validate

FOLDER = GOLDEN_FOLDER / "fields"
FILES = sorted(FOLDER.glob("*.txt"))
OWN = {code.id for code in FIELD_CODES}


def about_fields(found: list[Diagnostic]) -> list[Diagnostic]:
    """The findings that single fields give, and those of reading that may stand beside them."""
    return [item for item in found if item.code in OWN or item.code.startswith("K1")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_field(path: Path, golden: Golden) -> None:
    """A wrong field gives what its golden file tells, a right one gives nothing."""
    question, answers = question_in(path), []
    for name, wrong, case in parse_cases(question):
        found = about_fields(findings(case))
        assert bool(found) is wrong, f"{name}: {[str(item) for item in found]}"
        answers.append(f"=== {name}\n{show_in_place(found, case)}")
    golden.check_answer(path, question, "\n".join(answers))


def test_every_code_of_fields_has_a_wrong_record() -> None:
    """No code without an example; the name of a file and retired terms are shown elsewhere."""
    told = "".join(path.read_text(encoding="utf-8") for path in FILES)
    assert {code for code in OWN if f"\n{code} " not in told} == {FILE_NAME.id, RETIRED_TERM.id}


def test_every_pattern_of_the_models_is_told_in_words() -> None:
    """A form that people must keep is shown by an example, never as a regular expression."""
    assert {node["pattern"] for node in _nodes() if "pattern" in node} == set(FORMS)


def test_every_kind_of_problem_the_models_may_give_is_told() -> None:
    """Whatever a model asks for, somebody knows how to ask for it in Russian."""
    told = {"str", "int", "float", "bool", "tuple", "model", "literal", "enum", "function-plain"}
    frames = {"model-field", "model-fields", "default", "nullable", "definitions", "definition-ref", "any"}
    frames |= {"function-before", "function-after", "function-wrap", "chain", "no-info", "with-info"}
    assert {node["type"] for node in _nodes()} - told - frames == set()


def _nodes() -> Iterator[dict[str, Any]]:
    """Every node of what pydantic made of the models."""
    waiting: list[Any] = [model.__pydantic_core_schema__ for model, _ in MODELS.values()]
    waiting += [OrganisationsFile.__pydantic_core_schema__, Collection.__pydantic_core_schema__]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if isinstance(node.get("type"), str):
                yield node
            waiting += [value for key, value in node.items() if key not in {"serialization", "metadata"}]
        elif isinstance(node, (list, tuple)):
            waiting += node


def test_an_unknown_problem_is_told_too() -> None:
    """A new limit of pydantic gives a plain sentence, not a traceback."""
    told = explain("surprise", Finding("«Название»", "x", {}, {}))
    assert (told.code.id, told.message) == ("K209", "поле «Название» – значение не подходит")


def test_a_register_is_told_of_in_the_same_words() -> None:
    """Registers are YAML from the first line; their places are found too."""
    text = "organisations:\n  - id: Школа 1\n    name: Школа\n    short: Школа\n    type: школа\n"
    value, found = validate(
        {"organisations": [{"id": "Школа 1", "name": "Школа", "short": "Школа", "type": "школа"}]},
        OrganisationsFile,
        Source("registry/organisations/a.yml", text),
        vocabularies={},
        whole=True,
    )
    assert value is None
    assert [(item.code, item.span.line, item.span.column) for item in found] == [
        ("K209", 2, 9),
        ("K301", 5, 11),
    ]
