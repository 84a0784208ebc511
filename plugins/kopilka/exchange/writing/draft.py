"""A new record to fill in: what is known, names of the fields that must be there, hints beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic.fields import FieldInfo

from kopilka.exchange.writing.emit import emit
from kopilka.exchange.writing.record import assemble
from kopilka.exchange.writing.shape import arrange, without_empty
from kopilka.records.base import Record
from kopilka.records.comments import Comments, Path
from kopilka.records.fields import declarations
from kopilka.records.references import TermOf, marks_of, routes
from kopilka.records.registry import Vocabulary
from kopilka.records.status import Status

_MOST_TERMS = 8
_MOST_WISHES = 5


def write_draft(
    model: type[Record],
    known: Mapping[str, Any],
    *,
    vocabularies: Mapping[str, Vocabulary],
    today: date,
) -> str:
    """The file of a draft: every required field is there, those without a value have a hint above them."""
    required = {name: None for name, info in model.model_fields.items() if info.is_required()}
    given = without_empty(known, model)
    data = {**required, "status": str(Status.DRAFT), "created": today.isoformat(), **given}
    above: dict[Path, list[str]] = {
        (name,): [f"# {_hint(model, name, vocabularies)}"] for name in required if data.get(name) is None
    }
    wishes: dict[Path, list[str]] = {(): [f"# {line}" for line in _wishes(model, data)]}
    fields = arrange(data, model, kept=frozenset())
    return assemble(emit(fields, Comments(above=above, below=wishes)), _body(model))


def terms_asked(info: FieldInfo) -> str | None:
    """The vocabulary that a field of one term takes its word from; None for other fields."""
    annotation: Any = info.annotation
    marks = [(steps, mark) for steps, mark in marks_of(annotation)] + [((), mark) for mark in info.metadata]
    return next((mark.id for steps, mark in marks if isinstance(mark, TermOf) and not steps), None)


def _hint(model: type[Record], name: str, vocabularies: Mapping[str, Vocabulary]) -> str:
    declared = declarations(model)[name]
    words = f"{declared.label}. {declared.help}"
    marks = [route.mark for route in routes(model) if route.steps[0] == name]
    vocabulary = next((vocabularies.get(mark.id) for mark in marks if isinstance(mark, TermOf)), None)
    if vocabulary is not None:
        labels = [term.label for term in vocabulary.terms if not term.replaced_by]
        more = " и другие" if len(labels) > _MOST_TERMS else ""
        return f"{words} Например: {'; '.join(labels[:_MOST_TERMS])}{more}."
    example = declared.example
    return f"{words} Например: {example}" if isinstance(example, str) else words


def _wishes(model: type[Record], data: Mapping[str, Any]) -> Iterator[str]:
    """The optional fields that help a reader most, and what to write under the headings."""
    declared = declarations(model)
    free = [name for name in declared if name not in data and declared[name].worth]
    best = sorted(free, key=lambda name: -declared[name].worth)[:_MOST_WISHES]
    if best:
        named = "; ".join(f"{name} – {declared[name].label}" for name in best)
        yield f"Что ещё пригодится читателю: {named}."
    for section in model.kind.sections:
        yield f"Раздел «{section.title}»: {section.help}"


def _body(model: type[Record]) -> str:
    return "\n\n".join(f"## {section.title}" for section in model.kind.sections)
