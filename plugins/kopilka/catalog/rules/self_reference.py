"""A record does not refer to itself."""

from __future__ import annotations

from collections.abc import Iterable

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of

SELF_REFERENCE = Code(
    "K403",
    "self-reference",
    Severity.WARNING,
    "Запись ссылается сама на себя",
    "Читатель уже на этой странице: такая ссылка только занимает место.",
    "# practices/chitatelskie-karty.md\nrelated:\n  - chitatelskie-karty",
    "# practices/chitatelskie-karty.md\nrelated:\n  - laboratoriya-voprosov",
)
CODES = (SELF_REFERENCE,)


def check(entry: Entry, path: Path, target: str, around: Surroundings) -> Iterable[Diagnostic]:  # noqa: ARG001
    """A reference field with the record's own id.

    A record that is its own parent is a cycle, another rule's.
    """
    if target != entry.id or path == ("parent",):
        return ()
    message = f"поле {label_of(type(entry.record), path)}: запись ссылается сама на себя"
    return (at_path(entry, SELF_REFERENCE, path, message, hint="Уберите эту строку."),)
