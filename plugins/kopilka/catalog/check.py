"""Runs the rules over a catalogue: each rule is a file in `rules/`, none knows of another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from kopilka.catalog.graph import Catalog, Entry, Registry
from kopilka.catalog.pictures import Trace
from kopilka.diagnostics import Diagnostic, Severity
from kopilka.records.base import Kind, Record
from kopilka.settings import Bank, Checks

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a rule may look at besides the record itself.

    `files` are the attachments: path relative to the root → size in bytes; `traces` is what those
    that are pictures tell of people. `records` are the files of all
    records by their id, also those that could not be read; only a `CatalogRule` may look at them, since the
    findings about one record are kept when another comes or goes.
    """

    registry: Registry
    checks: Checks
    bank: Bank
    today: date
    files: Mapping[str, int] = field(default_factory=dict)
    records: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    traces: Mapping[str, frozenset[Trace]] = field(default_factory=dict)


class Written(Protocol):
    """The text of a record's file; an `Entry` has it, and so has a record whose fields are wrong."""

    @property
    def id(self) -> str:
        """The name of the file without its ending."""

    @property
    def path(self) -> str:
        """The file, relative to the bank's root."""

    @property
    def kind(self) -> Kind:
        """How the record's kind introduces itself."""

    @property
    def record(self) -> Record | None:
        """The fields, when nothing is wrong in them."""

    @property
    def front(self) -> str:
        """The file up to the body: the front matter with its dashes."""

    @property
    def body(self) -> str:
        """The file after the front matter."""

    @property
    def body_line(self) -> int:
        """The line, from 1, on which the body begins."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The text of a record whose fields are wrong."""

    id: str
    path: str
    kind: Kind
    front: str
    body: str
    body_line: int
    record: None = None


TextRule = Callable[[Written, Surroundings], Iterable[Diagnostic]]
"""Looks at the text of one record, also when its fields are wrong: all that is wrong is told in one run."""

EntryRule = Callable[[Entry, Surroundings], Iterable[Diagnostic]]
"""Looks at one record; its findings depend on that record and the surroundings alone, so they can be kept."""

CatalogRule = Callable[[Catalog, Surroundings], Iterable[Diagnostic]]
"""Looks at all records together: references, duplicates."""


def adjust(found: Iterable[Diagnostic], checks: Checks) -> Iterator[Diagnostic]:
    """The findings with the severities that the bank's settings give; what is switched off is left out."""
    for diagnostic in found:
        level = checks.severity.get(diagnostic.code)
        if level is None:
            yield diagnostic
        elif level != "off":
            yield Diagnostic(
                diagnostic.code,
                Severity.from_key(level),
                diagnostic.path,
                diagnostic.span,
                diagnostic.message,
                diagnostic.hint,
            )
