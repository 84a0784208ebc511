"""How complete a record is, and what would make it better soonest: worked out from the declarations alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from kopilka.catalog.graph import Entry
from kopilka.catalog.look import text_of
from kopilka.catalog.markdown import headings_of
from kopilka.records.base import Kind, Record
from kopilka.records.fields import declarations
from kopilka.russian import fold_label

SECTION_WORTH = 3
OPTIONAL_WORTH = 1
"""What a section of the body adds, on the scale of the fields' `worth`."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that a record lacks: a field by its key, or a section as its heading, «## Результаты»."""

    field: str
    label: str
    worth: int
    help: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """How much of what makes a record useful is there, in percent; the rest, what adds most first."""

    percent: int
    missing: tuple[Missing, ...]
    total: int

    @property
    def step(self) -> float:
        """What share of the whole the best next step adds."""
        return self.missing[0].worth / self.total if self.missing else 0.0

    @property
    def gain(self) -> int:
        """How many points of percent the best next step adds."""
        return self.gain_of(self.missing[0]) if self.missing else 0

    def gain_of(self, missing: Missing) -> int:
        """How many points of percent the record is readier with this one, one at least."""
        there = self.total - sum(item.worth for item in self.missing)
        return max(100 * (there + missing.worth) // self.total - self.percent, 1)


def readiness(entry: Entry) -> Readiness:
    """The worth of what is filled against the worth of all that a record of its kind may have.

    One hundred percent means that nothing is missing; what adds nothing («worth=0») does not count.
    """
    expected = _expected(type(entry.record))
    filled = {name for name in type(entry.record).model_fields if is_filled(getattr(entry.record, name))}
    filled |= set(_written_sections(entry))
    missing = [item for item in expected if item.field not in filled]
    total = sum(item.worth for item in expected)
    lost = sum(item.worth for item in missing)
    return Readiness(
        100 * (total - lost) // total, tuple(sorted(missing, key=lambda item: -item.worth)), total
    )


def is_filled(value: Any) -> bool:
    """Whether a field says anything: a group of fields does when one of those that were written does."""
    if isinstance(value, BaseModel):
        return any(is_filled(getattr(value, name)) for name in value.model_fields_set)
    return value is not None and value not in ((), "")


@lru_cache(maxsize=64)
def _expected(model: type[Record]) -> tuple[Missing, ...]:
    """Everything that counts for a kind, as if it were missing, in the order of the declarations."""
    fields = (
        Missing(name, declared.label, declared.worth, declared.help)
        for name, declared in declarations(model).items()
        if declared.worth
    )
    return (*fields, *_expected_text(model.kind))


def _expected_text(kind: Kind) -> Iterator[Missing]:
    for section in kind.sections:
        worth = SECTION_WORTH if section.required else OPTIONAL_WORTH
        yield Missing(f"## {section.title}", f"Раздел «{section.title}»", worth, section.help)
    if not kind.sections:
        yield Missing("## …", kind.body_title, SECTION_WORTH, "Расскажите своими словами, под шапкой записи.")


def _written_sections(entry: Entry) -> Iterator[str]:
    """The sections of the body that have words in them; the body itself where the kind has no sections."""
    if not entry.kind.sections:
        yield from ["## …"] if entry.body.strip() else []
        return
    text = text_of(entry)
    titles = {fold_label(section.title): section.title for section in entry.kind.sections}
    headings = [heading for heading in headings_of(entry) if heading.level <= 2]
    ends = [following.offset for _, following in pairwise(headings)] + [len(text)]
    for heading, end in zip(headings, ends, strict=False):
        title = titles.get(fold_label(heading.title))
        if title and text[heading.end : end].strip():
            yield f"## {title}"
