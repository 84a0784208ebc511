"""Values of fields in plain words, as the pages say them, for what scripts show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from kopilka.catalog.graph import Entry
from kopilka.records.fields import Show, declarations
from kopilka.records.licences import LICENCES
from kopilka.records.parts import Person
from kopilka.records.quantities import PEOPLE, Duration, Result, hours_words, minutes_words
from kopilka.records.references import AddressMark, OrganisationMark, RecordMark, TermOf, routes
from kopilka.records.site_parts import GrantedStatus, Trained
from kopilka.render.plain import plain_body
from kopilka.render.typography import typograph
from kopilka.russian import NBSP, count
from kopilka.site import addresses
from kopilka.site.results import result_rows
from kopilka.site.timelines import site_status
from kopilka.site.view import View

Line = str | list[str]
"""A text, or a record's title with the path of its page."""

Steps = tuple[str, ...]
_Marks = Mapping[Steps, Any]
_MARKS = re.compile(r"[\n*_`\[<|#>]| {2}|^ *(?:[-+]|\d+[.)]) ")


def plain_lines(view: View, entry: Entry, steps: Steps) -> list[Line]:
    """The value that the steps lead to, line by line; none when it is not filled.

    A list in a cell or in the panel of the page is one line; one with a section of its own is many.
    """
    value: Any = entry.record
    for step in steps:
        value = getattr(value, step, None)
    if steps == ("licence",):
        return [_licence(value or view.settings.bank.licence)]
    if value is None or value == ():
        return []
    lines = list(_lines(view, entry, value, steps))
    in_row = declarations(type(entry.record))[steps[0]].show is not Show.SECTION
    if in_row and not isinstance(_first(value), Person) and all(isinstance(line, str) for line in lines):
        return [", ".join(str(line) for line in lines)] if lines else []
    return lines


def record_line(entry: Entry) -> Line:
    """A record by its title, to be made a link."""
    return [typograph(entry.record.title), addresses.of_record(entry)]


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, tuple) else value


def _lines(view: View, entry: Entry, value: Any, steps: Steps) -> Iterator[Line]:
    if isinstance(value, tuple):
        for item in value:
            yield from _lines(view, entry, item, (*steps, "*"))
    elif isinstance(value, str):
        yield from _text(view, value, _marks(type(entry.record)).get(steps))
    elif isinstance(value, Result):
        yield from (_result(row) for row in result_rows(view, entry, (value,)))
    elif words := _words(view, value, steps[-1]):
        yield words
    elif isinstance(value, BaseModel):  # a part of a list is named by its first field
        name = next(iter(type(value).model_fields))
        yield from _lines(view, entry, getattr(value, name), (*steps, name))


@lru_cache(maxsize=16)
def _marks(model: type[BaseModel]) -> _Marks:
    """What the texts of a model point at."""
    return {route.steps: route.mark for route in routes(model)}


def _text(view: View, value: str, mark: Any) -> Iterator[Line]:
    if isinstance(mark, RecordMark):
        yield from (record_line(entry) for entry in view.entries([value]))
    elif isinstance(mark, OrganisationMark):
        known = view.registry.organisations.get(value)
        yield known.short if known else value
    elif isinstance(mark, TermOf):
        yield view.registry.term_label(mark.id, value)
    elif not isinstance(mark, AddressMark):
        yield _bare(value)


def _bare(text: str) -> str:
    """Words without marks; most fields have none to take away."""
    return plain_body(text) if _MARKS.search(text) else text


def _words(view: View, value: Any, name: str) -> str:
    """The words of an amount, a date, a person, a status; empty for other parts."""
    if isinstance(value, Person):
        return _person(view, value)
    if isinstance(value, GrantedStatus):
        return site_status(view, value).words
    if isinstance(value, Trained):
        return f"{value.year}: {count(value.number, PEOPLE)}"
    if isinstance(value, Duration):
        return "; ".join(part for part in (value.words, value.note or "") if part)
    if isinstance(value, int | float):
        return minutes_words(int(value)) if name.endswith("minutes") else hours_words(value)
    return str(getattr(value, "words", ""))


def _person(view: View, person: Person) -> str:
    """By name only under a consent; the position always."""
    name = view.person_name(person)
    known = view.registry.organisations.get(person.organisation or "")
    line = ", ".join(part for part in (name, person.position, known.short if known else "") if part)
    return f"{line} – {person.role}" if person.role else line


def _result(row: Any) -> str:
    """«Находят неявное: было 41 %, стало 63 %»."""
    what = row.what + (f" ({row.hint})" if row.hint else "")
    return f"{what}: {row.after}" if row.before == "–" else f"{what}: было {row.before}, стало {row.after}"


@lru_cache(maxsize=16)
def _licence(id_: str) -> str:
    name, words = LICENCES.get(id_, (id_, ""))
    return f"{name}: {words}" if words else name.replace(" ", NBSP)
