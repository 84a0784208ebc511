"""The whole text of a record without its markup: what the search reads and snippets quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from kopilka.catalog.graph import Entry
from kopilka.records.fields import Model, Show, declarations
from kopilka.records.parts import Person
from kopilka.records.references import PartyMark, routes

BLOCK = 8
"""Texts in one file."""

_IN_CARD = frozenset({"title", "summary"})
_MARKS = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d+[.)][ \t]+|```.*|~~~.*|\|?[ \t:|-]+\|[ \t:|-]*$)"
    r"|!?\[(?=[^\]]*\]\()|\]\([^)\s]*(?:\s+\"[^\"]*\")?\)|[*`|]+|(?<!\w)_+|_+(?!\w)|<[^>\n]{1,200}>",
    re.MULTILINE,
)
_SPACES = re.compile(r"\s+")


def plain_text(entry: Entry, today: date) -> str:
    """What a reader of the record's page reads under its summary, in one line."""
    words = [plain_markdown(entry.body), *_fields(entry, today)]
    return _SPACES.sub(" ", " ".join(words)).strip()


def plain_markdown(text: str) -> str:
    """Words without marks of headings, lists, links and emphasis."""
    return _MARKS.sub(" ", text)


def _fields(entry: Entry, today: date) -> Iterator[str]:
    model = type(entry.record)
    pointers = {route.steps for route in routes(model) if not isinstance(route.mark, PartyMark)}
    for name, declared in declarations(model).items():
        if declared.show not in {Show.HIDDEN, Show.FOOT} and name not in _IN_CARD:
            yield from _words(getattr(entry.record, name), (name,), pointers, today)


def _words(value: Any, steps: tuple[str, ...], pointers: set[tuple[str, ...]], today: date) -> Iterator[str]:
    """Texts inside a value; ids of terms and organisations, addresses and dates are no words."""
    if isinstance(value, str):
        if steps not in pointers:
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item, (*steps, "*"), pointers, today)
    elif isinstance(value, Model):
        for name, declared in declarations(type(value)).items():
            if declared.show is not Show.HIDDEN and not (isinstance(value, Person) and name == "name"):
                yield from _words(getattr(value, name), (*steps, name), pointers, today)
        if isinstance(value, Person):  # the name only under a consent that is good today
            yield value.public_name(today) or ""
