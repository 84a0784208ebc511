"""Records made of the examples that the fields declare: whole ones, and ones without a field."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, get_origin

import yaml
from pydantic import BaseModel

from kopilka.records.base import Record
from kopilka.records.fields import declarations
from kopilka.records.labels import inner_model

BODY = "\n## Введение\n\nТекст введения.\n"


def full_example(model: type[BaseModel]) -> dict[str, Any]:
    """Every field of a model filled with its declared example, inner models filled the same way."""
    return {name: _value(model, name) for name in declarations(model)}


def _value(model: type[BaseModel], name: str) -> Any:
    annotation: Any = model.model_fields[name].annotation
    inner = inner_model(annotation)
    if inner is None:
        return deepcopy(declarations(model)[name].example)
    example = full_example(inner)
    return [example] if get_origin(annotation) is tuple else example


def record_text(meta: dict[str, Any], body: str = BODY) -> str:
    """A record's file."""
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=100)
    return f"---\n{front}---\n{body}"


def body_of(model: type[Record]) -> str:
    """A body with every section that the kind expects, long enough for the checks."""
    words = "Учителя параллели договариваются о вопросах и раз в неделю сверяют, что у кого получилось. " * 5
    titles = [section.title for section in model.kind.sections] or ["Замысел"]
    return "\n" + "\n".join(f"## {title}\n\n{words.strip()}\n" for title in titles)
