"""How a kind of record introduces itself to the rest of the house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kopilka.records.dates import PartialDate
from kopilka.records.fields import Facet
from kopilka.russian import Forms


@dataclass(frozen=True, slots=True)
class Section:
    """A section that the body of a record is expected to have."""

    title: str
    help: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A dated thing that a reader can come to or apply for."""

    start: PartialDate
    end: PartialDate | None
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class DatedFacet:
    """A facet whose answer changes with the days: «набор открыт сейчас»; `values` are ids and labels.

    The first value is the one under which a reader can come.
    """

    facet: Facet
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which a record has a value of its kind's dated facet; None leaves an end open."""

    value: str
    first: date | None
    last: date | None

    def holds(self, day: date) -> bool:
        """Whether the record has the value on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of record introduces itself; nothing else in the house knows kinds by name.

    `forms` are the noun for counts («практика», «практики», «практик»); `gender` picks the endings of words
    beside it. `slug` stands in addresses; `template` is the page template; `icon` a name in the set of icons.
    `way` is what a teacher does with such a record: studies it, goes to see it, or takes part in it.
    """

    id: str
    label: str
    plural: str
    forms: Forms
    gender: Literal["m", "f", "n"]
    slug: str
    icon: str
    template: str
    body_title: str
    sections: tuple[Section, ...] = ()
    way: Literal["study", "visit", "join"] = "study"
