"""What an import has to know of the bank, small enough to be sent to a helping process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kopilka.catalog.graph import Registry
from kopilka.exchange.intake.aliases import Aliases
from kopilka.exchange.intake.parts import READERS
from kopilka.exchange.intake.targets import Index, make_index
from kopilka.exchange.intake.values import Tools
from kopilka.records.base import Record


@dataclass(frozen=True)
class Bank:
    """The kinds by folder, the registers, titles of records by id, labels, the day, the kind asked for."""

    kinds: Mapping[str, type[Record]]
    registry: Registry
    titles: Mapping[str, str]
    aliases: Aliases
    today: date
    wanted: str | None = None

    @cached_property
    def tools(self) -> Tools:
        """What values are looked up in."""
        return Tools(self.registry, self.titles, self.aliases, READERS)

    @cached_property
    def indexes(self) -> dict[str, Index]:
        """What the labels mean, for each kind by its id."""
        return {model.kind.id: make_index(model, self.aliases) for model in self.kinds.values()}

    def folder(self, kind: str) -> str:
        """Where records of a kind lie."""
        return next(folder for folder, model in self.kinds.items() if model.kind.id == kind)
