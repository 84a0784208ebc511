"""A record with its required fields alone, made of the examples that the fields declare."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.exchange.writing import write_record
from kopilka.records.base import Record
from kopilka.records.fields import declarations
from kopilka.records.status import Status


def sample_fields(model: type[Record]) -> Iterator[str]:
    """The lines of the front matter, in the form that `kopilka fmt` gives."""
    required = {
        name: declared.example
        for name, declared in declarations(model).items()
        if model.model_fields[name].is_required()
    }
    text = write_record(model, {**required, "status": str(Status.DRAFT)}, "")
    yield from text.removeprefix("---\n").removesuffix("---\n").splitlines()


def sample_sections(model: type[Record]) -> Iterator[str]:
    """The headings of the body, each with what to write under it."""
    for section in model.kind.sections:
        yield f"## {section.title}\n\n{section.help}"
    if not model.kind.sections:
        yield "Расскажите своими словами."
