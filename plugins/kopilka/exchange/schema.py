"""JSON Schema 2020-12 of what people write: for editors and for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from kopilka.records.registry import Vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OURS = frozenset({"x-kopilka", "x-vocabulary", "default"})
_DATA = frozenset({"examples", "enum", "required"})
_DAY = r"^\d{4}(-\d{2}(-\d{2})?)?$"


class _Generator(GenerateJsonSchema):
    """Pydantic's own generator, for models whose fields have functions in place of types."""

    def function_plain_schema(self, schema: core_schema.PlainValidatorFunctionSchema) -> dict[str, Any]:
        """A term says what it is by itself; the only other such field is «done»: a day, true or false."""
        return {} if schema.get("metadata") else {"type": ["boolean", "string", "integer"], "pattern": _DAY}


def make_schema(
    model: type[BaseModel], vocabularies: Mapping[str, Vocabulary], *, title: str
) -> dict[str, Any]:
    """The schema of a model: Russian titles, descriptions and examples, vocabularies as lists of words.

    What `check` accepts the schema accepts too, but for words of vocabularies in other letters; `check` looks
    further: at references, dates, texts and consents.
    """
    made = model.model_json_schema(schema_generator=_Generator)
    inner = {name: _owned(part) for name, part in made.pop("$defs", {}).items()}
    schema = {"$schema": DIALECT, "title": title, **_owned(made)}
    if inner:
        schema["$defs"] = inner
    return {name: _tidy(part, vocabularies) for name, part in schema.items()}


def _owned(part: dict[str, Any]) -> dict[str, Any]:
    """The schema of a model without the name and the words of its class, which are for programmers."""
    return {name: value for name, value in part.items() if name not in {"title", "description"}}


def _tidy(part: Any, vocabularies: Mapping[str, Vocabulary]) -> Any:
    if isinstance(part, list):
        return [_tidy(item, vocabularies) for item in part]
    if not isinstance(part, dict):
        return part
    named = part.get("x-vocabulary")
    tidy: dict[str, Any] = {}
    for name, value in part.items():
        if name in _DATA:
            tidy[name] = value
        elif name == "properties":  # the names of fields are no keywords: a field may be called «default»
            tidy[name] = {field: _tidy(inner, vocabularies) for field, inner in value.items()}
        elif name not in _OURS:
            tidy[name] = _tidy(value, vocabularies)
    if named is not None:
        tidy = _words(tidy, vocabularies.get(named))
    return _as_written(_with_nothing(tidy))


def _words(part: dict[str, Any], vocabulary: Vocabulary | None) -> dict[str, Any]:
    """The labels of the vocabulary, and then what may be written in their place."""
    if vocabulary is None:
        return part
    current = [term for term in vocabulary.terms if not term.replaced_by]
    labels = [term.label for term in current]
    others = [name for name in dict.fromkeys(_other_names(vocabulary)) if name not in labels]
    told = {"enum": labels, "enumDescriptions": [term.note or term.label for term in current]}
    kept = {name: value for name, value in part.items() if name != "type"}
    return {**kept, "anyOf": [told, {"enum": others}]}


def _other_names(vocabulary: Vocabulary) -> list[str]:
    names = [(term.id, term.short, *term.synonyms, term.label) for term in vocabulary.terms]
    return [name for group in names for name in group if name]


def _with_nothing(part: dict[str, Any]) -> dict[str, Any]:
    """«This or nothing» said shortly, so that an editor complains once and not three times."""
    choices = part.get("anyOf")
    if not isinstance(choices, list) or {"type": "null"} not in choices:
        return part
    others = [choice for choice in choices if choice != {"type": "null"}]
    if len(others) == 1 and isinstance(others[0].get("type"), (str, list)) and "enum" not in others[0]:
        only = others[0]
        types = only["type"] if isinstance(only["type"], list) else [only["type"]]
        rest = {name: value for name, value in part.items() if name != "anyOf"}
        return {**rest, **only, "type": [*types, "null"]}
    return part


def _as_written(part: dict[str, Any]) -> dict[str, Any]:
    """A text may look like a number in YAML: a year, the number of a row."""
    if part.get("type") == "string" and "enum" not in part and "const" not in part:
        return {**part, "type": ["string", "number"]}
    return part
