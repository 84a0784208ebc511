"""What changes in the registers: terms of vocabularies, organisations, the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from kopilka.exchange.changes.fields import FieldChange, FieldComparer
from kopilka.exchange.changes.side import Side
from kopilka.exchange.changes.values import Words
from kopilka.records.registry import GlossaryEntry, Organisation, Term, Vocabulary


class How(StrEnum):
    """What happened to a record, a term, a file."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """What happened to an item of a register: a term, an organisation, a word of the glossary."""

    how: How
    register: str
    title: str
    fields: tuple[FieldChange, ...] = ()


_Items = Mapping[str, tuple[str, BaseModel]]
"""The items of a register by id, each with what it is called."""


def compare_registers(old: Side, new: Side) -> Iterator[RegisterChange]:
    """Every term, organisation and word of the glossary that came, went or says something else."""
    comparer = FieldComparer(Words(old), Words(new))
    ids = dict.fromkeys([*new.registry.vocabularies, *old.registry.vocabularies])
    for id_ in ids:
        known = new.registry.vocabularies.get(id_) or old.registry.vocabularies[id_]
        yield from _items("Словари", _names(old, id_), _names(new, id_), comparer)
        yield from _items(f"Словарь «{known.label}»", _terms(old, id_), _terms(new, id_), comparer)
    yield from _items("Организации", _organisations(old), _organisations(new), comparer)
    yield from _items("Термины", _glossary(old), _glossary(new), comparer)


def _items(register: str, old: _Items, new: _Items, comparer: FieldComparer) -> Iterator[RegisterChange]:
    for id_ in dict.fromkeys([*new, *old]):
        was, now = old.get(id_), new.get(id_)
        if was is None or now is None:
            title = (now or was or ("", None))[0]
            yield RegisterChange(How.NEW if now else How.REMOVED, register, f"{title} ({id_})")
        elif was[1] != now[1]:
            fields = comparer.part(_data(was[1]), _data(now[1]), type(now[1]))
            yield RegisterChange(How.CHANGED, register, f"{now[0]} ({id_})", tuple(fields))


def _data(item: BaseModel) -> dict[str, Any]:
    return item.model_dump(mode="json", exclude_defaults=True)


def _names(side: Side, id_: str) -> dict[str, tuple[str, Vocabulary]]:
    """The vocabulary without its terms, which are told one by one."""
    found = side.registry.vocabularies.get(id_)
    return {id_: (found.label, found.model_copy(update={"terms": ()}))} if found else {}


def _terms(side: Side, id_: str) -> dict[str, tuple[str, Term]]:
    vocabulary = side.registry.vocabularies.get(id_)
    return {term.id: (term.label, term) for term in vocabulary.terms} if vocabulary else {}


def _organisations(side: Side) -> dict[str, tuple[str, Organisation]]:
    return {id_: (item.short, item) for id_, item in side.registry.organisations.items()}


def _glossary(side: Side) -> dict[str, tuple[str, GlossaryEntry]]:
    return {item.id: (item.term, item) for item in side.registry.glossary}
