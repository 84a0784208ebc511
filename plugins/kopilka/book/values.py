"""Values of a record's fields as words of the book."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from kopilka.book.reading import read_blocks, read_inline
from kopilka.book.tree import Block, Inline, Link, Paragraph, Text
from kopilka.catalog.graph import Catalog
from kopilka.records.fields import declarations
from kopilka.records.licences import LICENCES
from kopilka.records.parts import Person, SourceDocument
from kopilka.records.quantities import choice_words
from kopilka.records.references import (
    AddressMark,
    Mark,
    OrganisationMark,
    PartyMark,
    PictureMark,
    RecordMark,
    TermOf,
    routes,
)
from kopilka.render.addresses import Resolve
from kopilka.render.body import BodyRenderer
from kopilka.render.typography import typograph
from kopilka.russian import capitalise, decimal

_Marks = Mapping[str, tuple[Mark, ...]]
_EXPLAINED = re.compile(r"([\w-]+) – ([^,.;]+)")
"""How the help of a field explains what may be written: «meetings – мероприятия»."""


@dataclass(frozen=True)
class Values:
    """Says values of fields aloud; `day` is the day on which consents must hold."""

    catalog: Catalog
    renderer: BodyRenderer
    resolve: Resolve
    day: date

    def field(self, owner: BaseModel, name: str) -> tuple[Inline, ...]:
        """A field of a model in one line; empty where there is nothing to say.

        References are said by names, amounts by their own words, lists with commas, parts field by field.
        """
        value = getattr(owner, name)
        if isinstance(value, str) and (words := _choices(type(owner), name).get(value)):
            return (Text(typograph(words)),)
        return tuple(self._line(value, marks_at(type(owner), name)))

    def items(self, owner: BaseModel, name: str) -> list[tuple[Inline, ...]]:
        """A list's values one by one, the empty ones left out."""
        marks = marks_at(type(owner), name)
        lines = (tuple(self._line(item, marks)) for item in getattr(owner, name))
        return [line for line in lines if line]

    def prose(self, text: str) -> tuple[Block, ...]:
        """A field of one paragraph or several."""
        if "\n" not in text:
            return (Paragraph(self.line(text)),)
        return read_blocks(self.renderer.render(text, shift=2, resolve=self.resolve).html)

    def line(self, text: str) -> tuple[Inline, ...]:
        """A line that a person wrote, with its emphasis and links."""
        return read_inline(self.renderer.render_inline(text, resolve=self.resolve))

    def person(self, person: Person) -> str:
        """By name only under a consent; the position always."""
        known = self.catalog.registry.organisations.get(person.organisation or "")
        parts = (person.public_name(self.day), person.position, known.short if known else "")
        line = ", ".join(part for part in parts if part)
        return f"{line} – {person.role}" if person.role else line

    def source(self, source: SourceDocument) -> tuple[Inline, ...]:
        """A document, who issued it and when; an address of the web at the end."""
        parts = (source.document, source.issuer, source.date.words if source.date else None)
        words = Text(typograph(", ".join(part for part in parts if part)))
        found = tuple(address(source.url or ""))
        return (words, Text(". URL: "), *found) if found else (words,)

    def _line(self, value: Any, marks: tuple[Mark, ...]) -> Iterator[Inline]:
        if isinstance(value, tuple):
            yield from self._joined([tuple(self._line(item, marks)) for item in value], ", ")
        elif isinstance(value, str):
            yield from self._text(value, marks)
        elif isinstance(value, Person):
            yield Text(typograph(self.person(value)))
        elif words := _own_words(value):
            yield Text(typograph(words))
        elif isinstance(value, BaseModel):
            yield from self._joined([self.labelled(value, name) for name in shown(value)], ". ")

    def labelled(self, owner: BaseModel, name: str) -> tuple[Inline, ...]:
        """«Оборудование: принтер»; empty for an empty field."""
        words = self.field(owner, name)
        label = declarations(type(owner))[name].label
        return (Text(f"{typograph(label)}: "), *words) if words else ()

    @staticmethod
    def _joined(lines: list[tuple[Inline, ...]], between: str) -> Iterator[Inline]:
        for number, line in enumerate(filter(None, lines)):
            if number:
                yield Text(between)
            yield from line

    def _text(self, value: str, marks: tuple[Mark, ...]) -> Iterator[Inline]:
        registry = self.catalog.registry
        for mark in marks:
            match mark:
                case TermOf():
                    yield Text(typograph(registry.term_label(mark.id, value)))
                case OrganisationMark() | PartyMark():
                    found = registry.organisations.get(self.catalog.find_organisation(value) or "")
                    yield Text(typograph(found.short if found else value))
                case RecordMark():
                    yield from self._record(value)
                case AddressMark() | PictureMark():
                    yield from address(value)
            return
        yield from self.line(value)

    def _record(self, id_: str) -> Iterator[Inline]:
        """A record by its title; one that readers do not see is not named."""
        if found := self.catalog.entries.get(id_):
            words = (Text(f"«{typograph(found.record.title)}»"),)
            href = self.resolve(f"{id_}.md")
            yield from (Link(href, words),) if href else words


def address(value: str) -> Iterator[Inline]:
    """An address of the web as a link that can be read off paper; files beside a record are not named."""
    if value.startswith(("https://", "http://")):
        yield Link(value, (Text(value.split("://", 1)[1].rstrip("/")),))


def shown(owner: BaseModel) -> Iterator[str]:
    """The names of a model's fields that readers may see, in the order of the model."""
    return (name for name, declared in declarations(type(owner)).items() if declared.show.on_page)


def marks_at(model: type[BaseModel], name: str) -> tuple[Mark, ...]:
    """What the texts of a field point at."""
    return _marks(model).get(name, ())


@lru_cache(maxsize=512)
def _choices(model: type[BaseModel], name: str) -> Mapping[str, str]:
    """What a reader sees for each of the values that a field may have."""
    values = next(_literals(model.model_fields[name].annotation), ())
    if set(values) <= set(LICENCES):
        return {value: LICENCES[value][0] for value in values}
    explained = dict(_EXPLAINED.findall(declarations(model)[name].help))
    return {**explained, **choice_words(values)} if values else {}


def _literals(annotation: Any) -> Iterator[tuple[str, ...]]:
    if get_origin(annotation) is Literal:
        yield get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from _literals(part)


@lru_cache(maxsize=64)
def _marks(model: type[BaseModel]) -> _Marks:
    found: dict[str, tuple[Mark, ...]] = {}
    for route in routes(model):
        if route.steps[1:] in {(), ("*",)}:
            found[route.steps[0]] = (route.mark,)
    return found


def _own_words(value: Any) -> str:
    """The words of an amount, a date, a yes; empty for what has none of its own."""
    if isinstance(value, bool):
        return "да" if value else ""
    if isinstance(value, int | float):
        return decimal(value)
    return str(getattr(value, "words", ""))


def sentence(words: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The words with a large first letter."""
    if words and isinstance(words[0], Text):
        return (Text(capitalise(words[0].text)), *words[1:])
    return words
