"""One of the two states that are compared, as it was opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kopilka.catalog.graph import Entry, Registry
from kopilka.diagnostics import Report
from kopilka.records.base import Record


@dataclass(frozen=True, slots=True)
class Written:
    """A record as people wrote it; `entry` is None where its file could not be read as one."""

    path: str
    model: type[Record]
    meta: Mapping[str, Any]
    body: str
    entry: Entry | None

    @property
    def id(self) -> str:
        """The record's id: the name of its file."""
        return self.path[self.path.rfind("/") + 1 :].removesuffix(".md")

    @property
    def title(self) -> str:
        """What the record is called; its file where it has no title."""
        title = self.meta.get("title")
        return " ".join(title.split()) if isinstance(title, str) and title.strip() else self.path


@dataclass(frozen=True, slots=True)
class Side:
    """A state of the bank: its records by path, what is wrong in it, its registers, attachments by size."""

    records: Mapping[str, Written]
    report: Report
    registry: Registry
    files: Mapping[str, int]
    today: date
    registers: str = "registry"

    def title_of(self, id_: str) -> str | None:
        """The title of a record by its id."""
        return next((item.title for item in self.records.values() if item.id == id_), None)


@dataclass(frozen=True, slots=True)
class FileChanged:
    """A file that differs: `A` added, `M` changed, `D` removed, `R` moved from `before`."""

    letter: str
    path: str
    before: str = ""
