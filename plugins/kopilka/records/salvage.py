"""What is right in a record whose fields are wrong, for the other checks to look at in the same run."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from kopilka.diagnostics import Diagnostic
from kopilka.records.base import Record
from kopilka.records.fields import declaration
from kopilka.records.registry import Vocabulary
from kopilka.records.spans import Spans
from kopilka.records.status import Status

R = TypeVar("R", bound=Record)

_PASSES = 3
"""Leaving out a wrong field may show what it hid; after so many times nothing of the record is sound."""


@dataclass(frozen=True, slots=True)
class Salvaged(Generic[R]):
    """A record of the fields that are right; `replaced` are those that stand for wrong or missing ones."""

    record: R
    replaced: frozenset[str]

    def is_about(self, found: Diagnostic, spans: Spans) -> bool:
        """Whether a finding is about what people wrote, and not about a field that was put in its place."""
        line = found.span.line
        if line == 1:  # where a field that is not in the file is pointed at
            return False
        places = ((spans.key((name,)).line, spans.value((name,)).end_line) for name in self.replaced)
        return not any(first <= line <= last for first, last in places)


def salvage(
    data: Any, model: type[R], id_: str, *, vocabularies: Mapping[str, Vocabulary]
) -> Salvaged[R] | None:
    """The record without its wrong fields, required ones as their declared examples; None if hopeless."""
    if not isinstance(data, dict):
        return None
    sound, replaced = dict(data), set[str]()
    for _ in range(_PASSES):
        try:
            record = model.model_validate(sound, context={"vocabularies": vocabularies})
        except ValidationError as error:
            wrong = {str(problem["loc"][0]) for problem in error.errors(include_url=False) if problem["loc"]}
            for name in wrong:
                _put_right(sound, name, model)
            replaced |= wrong
        else:
            return Salvaged(_told_apart(record, id_, replaced), frozenset(replaced))
    return None


def _put_right(sound: dict[str, Any], name: str, model: type[BaseModel]) -> None:
    sound.pop(name, None)
    info = model.model_fields.get(name)
    if info is not None and info.is_required():
        sound[name] = deepcopy(declaration(info).example)


def _told_apart(record: R, id_: str, replaced: set[str]) -> R:
    """Two records with one example title are no twins; a status that nobody gave asks for nothing."""
    words: dict[str, Any] = {
        "title": f"Запись {id_}",
        "summary": f"Аннотация записи {id_}",
        "status": Status.DRAFT,
    }
    return record.model_copy(update={name: text for name, text in words.items() if name in replaced})
