"""The words of the sample are replaced by one's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path, at_text
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.base import Record
from kopilka.records.fields import declarations

SAMPLE_TEXT = Code(
    "K810",
    "sample-text",
    Severity.WARNING,
    "Остался текст образца",
    "В образце и в подсказках стоят слова, которые показывают, что писать. На странице они расскажут о чужой "
    "работе. Записей-примеров (demo: true) это не касается.",
    "demo: false\ndeficits_note: читают условие, но не понимают, что от них хотят",
    "demo: false\ndeficits_note: дети боятся спрашивать, когда не поняли",
)
CODES = (SAMPLE_TEXT,)

_LONG = 20
"""Shorter examples are words that anybody may write."""


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Long texts equal to the example of their field, and the help of a section as its text."""
    if entry.record.demo:
        return
    fields = entry.record.__dict__
    hint = "Напишите о своей работе или уберите."
    for name, example in _examples(type(entry.record)).items():
        if fields[name] == example:
            yield at_path(entry, SAMPLE_TEXT, (name,), "здесь остались слова образца", hint=hint)
    for section in entry.kind.sections:
        place = entry.body.find(f"\n{section.help}\n")
        if place >= 0:
            start = len(entry.front) + place + 1
            message = "под заголовком осталась подсказка образца"
            yield at_text(entry, SAMPLE_TEXT, start, len(section.help), message, hint=hint)


@lru_cache(maxsize=64)
def _examples(model: type[Record]) -> Mapping[str, str]:
    """The fields whose example is a long text."""
    return {
        name: declared.example
        for name, declared in declarations(model).items()
        if isinstance(declared.example, str) and len(declared.example) >= _LONG and " " in declared.example
    }
