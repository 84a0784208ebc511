"""A practice that others are to repeat has a measured result and tells what it takes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_key
from kopilka.diagnostics import Code, Diagnostic, Severity, Span
from kopilka.records.base import Record
from kopilka.records.fields import declarations
from kopilka.records.labels import field_model
from kopilka.records.quantities import Result
from kopilka.russian import quote

NOT_MEASURED = Code(
    "K230",
    "no-measured-result",
    Severity.ADVICE,
    "Ни одного измеренного результата",
    "Одно число – сколько было, сколько стало, из скольких – убеждает лучше страницы рассказа. Не измеряли – "
    "измерьте к следующему подтверждению.",
    "results:\n  - what: Находят в тексте неявное",
    "results:\n  - what: Находят в тексте неявное\n    unit: '%'\n    before: 41\n    after: 63",
)
NO_CONDITIONS = Code(
    "K231",
    "no-conditions",
    Severity.ADVICE,
    "Нет условий переноса",
    "Коллеге важно знать заранее, без чего не получится: сколько людей, времени, какая договорённость.",
    "conditions: []",
    "conditions:\n  - карту ведут хотя бы три учителя одной параллели",
)
CODES = (NOT_MEASURED, NO_CONDITIONS)

_CONDITIONS = "conditions"


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Records of the kinds that have such fields, once they are about to be public."""
    record = entry.record
    if not record.status.about_to_be_public:
        return
    fields, declared = record.__dict__, declarations(type(record))
    for name in _measured(type(record)):
        if not any(result.measured for result in fields[name]):
            message = f"поле {quote(declared[name].label)}: ни одного числа"
            hint = "Впишите хотя бы одно: before и after или after и out_of."
            yield _tell(entry, NOT_MEASURED, name, message, hint)
    if _CONDITIONS in declared and not fields[_CONDITIONS]:
        message = f"не заполнено поле {quote(declared[_CONDITIONS].label)}"
        yield _tell(entry, NO_CONDITIONS, _CONDITIONS, message, declared[_CONDITIONS].help)


def _tell(entry: Entry, code: Code, name: str, message: str, hint: str) -> Diagnostic:
    """At the key or, where there is none, at the top of the record, which needs no looking for."""
    if name in entry.record.model_fields_set:
        return at_key(entry, code, (name,), message, hint=hint)
    return code.at(entry.path, Span.at(1, 1, 3), message, hint=hint)


@lru_cache(maxsize=64)
def _measured(model: type[Record]) -> tuple[str, ...]:
    """Fields that are lists of results with numbers."""
    return tuple(name for name, info in model.model_fields.items() if field_model(info) is Result)
