"""The panel of facts: drawn from the fields' declarations alone, so that a new kind has it at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from kopilka.catalog.graph import Entry
from kopilka.records.base import Record
from kopilka.records.dates import PartialDate, Period
from kopilka.records.fields import Declaration, Show, declarations
from kopilka.records.licences import LICENCES
from kopilka.records.parts import Material, Person, SourceDocument
from kopilka.records.references import AddressMark, OrganisationMark, RecordMark, Route, TermOf, routes
from kopilka.render.templates import set_text
from kopilka.site.view import View

_Marks = Mapping[type, Route]

NO_NAMES = Markup('<span class="k-dim k-block">имена не опубликованы: нет согласия</span>')


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the panel."""

    label: Markup
    value: Markup


def facts_of(view: View, entry: Entry) -> list[Fact]:
    """Every filled field that is declared to stand in the panel, in the order of the model."""
    return [
        Fact(set_text(declared.label), value)
        for name, declared in declarations(type(entry.record)).items()
        if declared.show is Show.FACTS and (value := _value(view, entry, name, declared))
    ]


def _value(view: View, entry: Entry, name: str, declared: Declaration) -> Markup | None:
    value = getattr(entry.record, name)
    if name == "licence":
        return licence(value or view.settings.bank.licence)
    if value is None or value == ():
        return None
    if declared.facet:
        return view.terms(entry, name)
    marks = _marks(type(entry.record), name)
    if isinstance(value, tuple):
        return Markup("").join(_items(view, entry, value, marks))
    return _single(view, entry, value, marks)


@lru_cache(maxsize=256)
def _marks(model: type[Record], name: str) -> _Marks:
    """What the values of a field point at, not those of its parts."""
    own = {(name,), (name, "*")}
    return {type(route.mark): route for route in routes(model) if route.steps in own}


def _items(view: View, entry: Entry, values: tuple[Any, ...], marks: _Marks) -> Iterator[Markup]:
    if isinstance(values[0], Person):
        yield _people(view, values)
    elif isinstance(values[0], (SourceDocument, Material)):
        parts = [_single(view, entry, value, marks) for value in values]
        yield Markup("").join(Markup('<span class="k-block">{}</span>').format(part) for part in parts)
    else:
        shown = [part for value in values if (part := _single(view, entry, value, marks))]
        yield Markup(", ").join(shown)


def _single(view: View, entry: Entry, value: Any, marks: _Marks) -> Markup:  # noqa: PLR0911 - one line a type
    if RecordMark in marks:
        return record_link(view, value)
    if OrganisationMark in marks:
        return view.organisation(value)
    if AddressMark in marks:
        return Markup('<a href="{}" rel="noopener">{}</a>').format(
            value, value.removeprefix("https://").strip("/")
        )
    if TermOf in marks:
        mark = marks[TermOf].mark
        return view.label(mark.id, value) if isinstance(mark, TermOf) else Markup()
    if isinstance(value, SourceDocument):
        return source(view, entry, value)
    if isinstance(value, Material):
        return material_link(view, entry, value)
    if isinstance(value, PartialDate | Period) or hasattr(value, "words"):
        return set_text(value.words)
    return view.inline(str(value))


def _people(view: View, people: tuple[Person, ...]) -> Markup:
    lines = [person_line(view, person) for person in people]
    hidden = any(person.name and not view.person_name(person) for person in people)
    return Markup("").join(lines) + (NO_NAMES if hidden else Markup())


def person_line(view: View, person: Person) -> Markup:
    """A person by name, when there is a consent, and by position."""
    name = view.person_name(person)
    parts = [set_text(name)] if name else []
    parts.append(set_text(person.position))
    if person.organisation:
        parts.append(view.organisation(person.organisation))
    line = Markup(", ").join(parts)
    role = (
        Markup(' <span class="k-dim">– {}</span>').format(set_text(person.role)) if person.role else Markup()
    )
    return Markup('<span class="k-block">{}{}</span>').format(line, role)


def record_link(view: View, id_: str) -> Markup:
    """A record by its title; one that is not on the site is not named."""
    entry = view.catalog.entries.get(id_)
    if entry is None:
        return Markup()
    return Markup('<a href="{}">{}</a>').format(view.record_url(id_), set_text(entry.record.title))


def material_link(view: View, entry: Entry, material: Material) -> Markup:
    """A material by its title."""
    target = view.target(entry, material.url, material.file)
    title = set_text(material.title)
    link = Markup('<a href="{}">{}</a>').format(target, title) if target else title
    notes = [note for note in (view.file_words(entry, material), material.annotation or "") if note]
    return (
        link + Markup(' <span class="k-dim">{}</span>').format(set_text(", ".join(notes))) if notes else link
    )


def source(view: View, entry: Entry, document: SourceDocument) -> Markup:
    """Where the facts come from, in one line."""
    target = view.target(entry, document.url)
    title = set_text(document.document)
    parts = [Markup('<a href="{}">{}</a>').format(target, title) if target else title]
    if document.issuer:
        parts.append(set_text(document.issuer))
    if document.date:
        parts.append(set_text(document.date.words))
    return Markup(", ").join(parts)


@lru_cache(maxsize=16)
def licence(id_: str) -> Markup:
    """The licence in plain words, with a link to its text."""
    name, words = LICENCES.get(id_, (id_, ""))
    link = Markup('<a href="{}" rel="license noopener">{}</a>').format(licence_url(id_), set_text(name))
    return Markup("{}: {}").format(link, set_text(words)) if words else link


def licence_url(id_: str) -> str:
    """Where the licence explains itself in Russian."""
    path = "publicdomain/zero/1.0" if id_ == "CC0-1.0" else f"licenses/{id_[3:-4].lower()}/4.0"
    return f"https://creativecommons.org/{path}/deed.ru"
