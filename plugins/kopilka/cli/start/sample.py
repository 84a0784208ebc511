"""A record with its required fields alone, made of the examples that the fields declare."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kopilka.records.base import Record
from kopilka.records.fields import declarations


def sample_fields(model: type[Record]) -> Iterator[str]:
    """The lines of the front matter."""
    declared = declarations(model)
    for name, info in model.model_fields.items():
        if info.is_required():
            yield f"{name}: {_value(name, declared[name].example)}"


def sample_sections(model: type[Record]) -> Iterator[str]:
    """The headings of the body, each with what to write under it."""
    for section in model.kind.sections:
        yield f"## {section.title}\n\n{section.help}"
    if not model.kind.sections:
        yield "Расскажите своими словами."


def _value(name: str, example: Any) -> str:
    """JSON is YAML too; a text is quoted only where it holds what YAML would take for its own."""
    if name == "status":
        return "draft"
    if isinstance(example, str) and not any(sign in example for sign in ":#'\"[]{}&*!|>%@`,"):
        return example
    return json.dumps(example, ensure_ascii=False)
