"""A list names each thing once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, get_args, get_origin

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Entry, Registry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.base import Record
from kopilka.records.labels import label_of
from kopilka.records.references import TermOf, routes
from kopilka.russian import fold_label, quote

REPEATED_VALUE = Code(
    "K418",
    "repeated-value",
    Severity.WARNING,
    "В списке одно и то же дважды",
    "Повтор ничего не добавляет, а на странице выглядит ошибкой.",
    "related: [laboratoriya-voprosov, chitaem-medlenno, laboratoriya-voprosov]",
    "related: [laboratoriya-voprosov, chitaem-medlenno]",
)
CODES = (REPEATED_VALUE,)


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:
    """Lists of plain values: references, terms, keywords."""
    fields = entry.record.__dict__
    for name in _plain_lists(type(entry.record)):
        values = fields[name]
        if len(values) < 2:
            continue
        known = {value.lower() for value in values} if name == "keywords" else set(values)
        if len(known) < len(values):
            yield from _repeated(entry, name, values, around.registry)


@lru_cache(maxsize=64)
def _plain_lists(model: type[Record]) -> tuple[str, ...]:
    """Fields that are lists of short texts."""
    return tuple(name for name, info in model.model_fields.items() if _holds_texts(info.annotation))


def _holds_texts(annotation: Any) -> bool:
    if get_origin(annotation) is not tuple:
        return False
    item = get_args(annotation)[0]
    return item is str or get_args(item)[:1] == (str,)


def _repeated(entry: Entry, name: str, values: tuple[str, ...], registry: Registry) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        folded = fold_label(value)
        if folded in seen:
            said = quote(_said(type(entry.record), name, value, registry))
            message = f"поле {label_of(type(entry.record), (name,))}: {said} встречается дважды"
            yield at_path(entry, REPEATED_VALUE, (name, index), message, hint="Уберите повтор.")
        seen.add(folded)


def _said(model: type[Record], name: str, value: str, registry: Registry) -> str:
    """A value as a reader would say it: the label of a term, the name of an organisation."""
    marks = [route.mark for route in routes(model) if route.steps[0] == name]
    if marks and isinstance(marks[0], TermOf):
        return registry.term_label(marks[0].id, value)
    organisation = registry.organisations.get(value)
    return organisation.short if organisation else value
