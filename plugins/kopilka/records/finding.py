"""A problem that pydantic found in a field, with what its declaration says; and the same problem in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from kopilka.diagnostics import Code
from kopilka.records.registry import Vocabulary
from kopilka.russian import quote


@dataclass(frozen=True, slots=True)
class Explained:
    """A problem in words."""

    code: Code
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem to be told: what the place is called, what is written there, what was asked for.

    `key` is the field's own name and `info` its declaration, where the problem is a field's and not that of
    an item of a list; `parts` are the fields of the part that was expected there.
    """

    label: str
    input: Any
    ctx: Mapping[str, Any]
    vocabularies: Mapping[str, Vocabulary]
    key: str = ""
    info: FieldInfo | None = None
    parts: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        """The place as the beginning of a message."""
        return f"поле {self.label}"

    @property
    def required(self) -> bool:
        """Whether the field cannot be left out."""
        return self.info is not None and self.info.is_required()

    @property
    def help(self) -> str:
        """What the field's declaration asks for."""
        return (self.info.description or "") if self.info else ""


def shown(value: Any) -> str:
    """A value as a message names it, cut to a readable length."""
    if isinstance(value, (list, tuple)):
        return "список"
    if isinstance(value, dict):
        return "подписанные значения"
    if value is None:
        return "пусто"
    text = plain(value)
    return quote(text if len(text) <= 40 else text[:39] + "…")


def plain(value: Any) -> str:
    """A value as it is written in YAML."""
    return str(value).lower() if isinstance(value, bool) else str(value)
