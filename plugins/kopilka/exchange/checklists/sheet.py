"""A checklist as plain words; the writers only give it their marks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to put right: `must` – the book waits for it; `place` tells where, «строка 12»."""

    text: str
    hint: str
    place: str
    must: bool


@dataclass(frozen=True, slots=True)
class Part:
    """An article, or the book itself: its title, what is known of it, its remarks, none when all is well."""

    title: str
    note: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """The whole list: its title, the words under it, its parts in the order of the book."""

    title: str
    lead: str
    parts: tuple[Part, ...]


FINE = "Замечаний нет."
MUST = "обязательно"
"""Stands beside what the book waits for."""
