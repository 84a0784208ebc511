"""What a document says, sorted: answers to fields, rows of tables, the body, and what nobody asked about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kopilka.exchange.intake.targets import How, Path


@dataclass(frozen=True, slots=True)
class Answer:
    """Text that a label gave to a field."""

    path: Path
    label: str
    text: str
    place: str
    how: How = "label"
    score: int = 100


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table: texts by the row's fields, the words of each column, the merged row above."""

    path: Path
    cells: Mapping[Path, str]
    labels: Mapping[Path, str]
    place: str
    section: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text that found no field."""

    label: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A label, a heading or a column that was understood or had no answer: its words, place and answer."""

    label: str
    place: str
    path: Path = ()
    how: How = "label"
    score: int = 100
    text: str = ""


@dataclass
class Reading:
    """All that one walk over a document found."""

    answers: list[Answer] = field(default_factory=list)
    rows: list[GridRow] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    heads: list[Seen] = field(default_factory=list)
    empty: list[Seen] = field(default_factory=list)
    titles: list[Seen] = field(default_factory=list)
    asks: list[tuple[str, str]] = field(default_factory=list)
