"""The whole text of a record without its markup: what the search reads and snippets quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kopilka.catalog.graph import Entry
from kopilka.records.fields import Show, declarations
from kopilka.records.parts import Person
from kopilka.records.quantities import hours_words
from kopilka.records.references import Mark, PartyMark, routes
from kopilka.render.plain import plain_body, plain_line, run_on
from kopilka.site.view import View

BLOCK = 8
"""Texts in one file."""

_IN_CARD = frozenset({"title", "summary"})
_LETTER = re.compile(r"[^\W\d_]")

Steps = tuple[str, ...]


def plain_text(view: View, entry: Entry, words: str) -> str:
    """What a reader of the record's page reads under its summary, in one line: `words` of the body first."""
    text = run_on((words, *_fields(view, entry)))
    hours = run_on([hours_words(entry.record.hours)])
    return text if hours in text else run_on((text, hours))


def _fields(view: View, entry: Entry) -> Iterator[str]:
    record = entry.record
    marks = _marks(type(record))
    for name in _names(type(record)):
        if name not in _IN_CARD:
            yield from _words(view, getattr(record, name), (name,), marks)


@lru_cache(maxsize=256)
def _names(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that a page shows in words; hidden ones, dates of the file and codes are none."""
    return tuple(
        name
        for name, declared in declarations(model).items()
        if declared.show.on_page and declared.show is not Show.FOOT and not _is_code(model.model_fields[name])
    )


def _is_code(info: FieldInfo) -> bool:
    """Whether a field holds one of our own words («published», «week», «CC-BY-4.0») and no text."""
    kinds = (info.annotation, *get_args(info.annotation))
    return any(
        get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, Enum)) for kind in kinds
    )


@lru_cache(maxsize=64)
def _marks(model: type[BaseModel]) -> Mapping[Steps, Mark]:
    """What the texts of a model point at."""
    return {route.steps: route.mark for route in routes(model)}


def _words(view: View, value: Any, steps: Steps, marks: Mapping[Steps, Mark]) -> Iterator[str]:
    """The texts inside a value, and amounts in words; a single date is a number, not a word."""
    if isinstance(value, str):
        yield from _text(view, value, marks.get(steps))
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(view, item, (*steps, "*"), marks)
    elif isinstance(value, Person):
        yield from (view.person_name(value) or "", value.position, value.role or "")
    elif isinstance(value, BaseModel):
        words = getattr(value, "words", "")
        yield words
        for name in _names(type(value)):
            inner = _words(view, getattr(value, name), (*steps, name), marks)
            yield from (text for text in inner if text not in words)


def _text(view: View, text: str, mark: Mark | None) -> Iterator[str]:
    """Ids of terms, organisations and records stand elsewhere in their own words; addresses are none."""
    if isinstance(mark, PartyMark):
        known = view.catalog.find_organisation(text)
        yield view.registry.organisations[known].short if known else text
    elif mark is None and _LETTER.search(text):
        yield plain_body(text) if "\n" in text else plain_line(text)
