"""The words of the sample are replaced by one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path, at_text
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.base import Record
from kopilka.records.fields import declarations
from kopilka.russian import NBSP

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
_ALIKE = 0.6
"""With such a share of the sample's pairs of words a text is the sample with a few words changed."""
_FEWEST = 5
"""So many pairs at least: a phrase of a few words is like another by chance."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Sample:
    """A sample, its pairs of words, and its longest words: where none of them is, nobody looks further."""

    text: str
    pairs: frozenset[tuple[str, str]]
    rare: tuple[str, str]

    def share(self, value: str) -> float:
        """How much of a text is the sample's, from 0 to 1."""
        if value == self.text:
            return 1.0
        if self.rare[0] not in value and self.rare[1] not in value:
            return 0.0
        pairs = _pairs(value)
        common = len(pairs & self.pairs)
        return common / len(pairs) if common >= _FEWEST else 0.0


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = _WORD.findall(text.lower())
    return frozenset(pairwise(words))


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Long texts equal to the example of their field or nearly so, and the help of a section as its text."""
    if entry.record.demo:
        return
    fields = entry.record.__dict__
    hint = "Напишите о своей работе или уберите."
    for name, sample in _samples(type(entry.record)).items():
        value = fields[name]
        share = sample.share(value) if value else 0.0
        if share >= _ALIKE:
            alike = "" if share == 1 else f": совпадает {int(100 * share)}{NBSP}%"
            yield at_path(entry, SAMPLE_TEXT, (name,), f"здесь остались слова образца{alike}", hint=hint)
    for section in entry.kind.sections:
        place = entry.body.find(f"\n{section.help}\n")
        if place >= 0:
            start = len(entry.front) + place + 1
            message = "под заголовком осталась подсказка образца"
            yield at_text(entry, SAMPLE_TEXT, start, len(section.help), message, hint=hint)


@lru_cache(maxsize=64)
def _samples(model: type[Record]) -> Mapping[str, _Sample]:
    """The fields whose example is a long text."""
    return {
        name: _sample(declared.example)
        for name, declared in declarations(model).items()
        if isinstance(declared.example, str) and len(declared.example) >= _LONG and " " in declared.example
    }


def _sample(text: str) -> _Sample:
    words = sorted(_WORD.findall(text), key=len, reverse=True)
    return _Sample(text, _pairs(text), (words[0], words[1]))
