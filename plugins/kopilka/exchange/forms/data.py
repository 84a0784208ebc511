"""What a form says once it has been read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kopilka.records.base import Record


@dataclass(frozen=True)
class Base:
    """The record as it was when the form was made: the fields that the form asks for, and the body."""

    data: Mapping[str, Any]
    body: str


@dataclass(frozen=True)
class FormData:
    """A form that was filled in: only what somebody wrote, in the shape of a record.

    `places` tell where each value stood («таблица 2, строка 4») by its dotted path, in lists with the numbers
    of their items. `record` and `revision` are those of the record that the form was made from, empty for an
    empty form; `base` is that record, where the file still holds it.
    """

    model: type[Record]
    data: Mapping[str, Any]
    body: str
    places: Mapping[str, str] = field(default_factory=dict)
    record: str = ""
    revision: str = ""
    base: Base | None = None
