"""Consents that a proposal gives, changes or ends: people by their positions, never by name, and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from kopilka.exchange.changes.side import Written
from kopilka.records.meaning_troubles import word_of
from kopilka.records.parts import Consent, Person
from kopilka.records.pictures import Picture, PictureConsent

_Key = tuple[str, str]
_Given = Consent | PictureConsent


def compare_consents(before: Written | None, after: Written | None, today: date) -> Iterator[str]:
    """A sentence for each consent that came, went, or says something else."""
    old, new = _consents(before), _consents(after)
    for key, consent in new.items():
        known = old.get(key)
        if known is None:
            yield f"{key[0]}: дано согласие – {_terms(consent, today)}"
        elif known != consent:
            terms = f"было: {_terms(known, today)}; стало: {_terms(consent, today)}"
            yield f"{key[0]}: согласие изменилось – {terms}"
    for key, consent in old.items():
        if key not in new:
            yield f"{key[0]}: согласия больше нет, {_HIDDEN[type(consent)]}. В истории Git оно осталось"


def _consents(written: Written | None) -> dict[_Key, _Given]:
    if written is None or written.entry is None:
        return {}
    found = (item for item in _holders(written.entry.record) if item.consent)
    return {_key(item): item.consent for item in found if item.consent}


def _key(holder: Person | Picture) -> _Key:
    """A person by the position and, unseen, the name; a picture by its file."""
    if isinstance(holder, Person):
        return holder.position, holder.name or ""
    return f"снимок {holder.file}" if holder.file else "снимки записи", ""


def _holders(value: Any) -> Iterator[Person | Picture]:
    if isinstance(value, Person | Picture):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _holders(getattr(value, name))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _holders(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _holders(item)


_HIDDEN = {Consent: "имя на сайте не покажется", PictureConsent: "детей на сайте не покажем"}


def _terms(consent: _Given, today: date) -> str:
    scope = ", ".join(map(word_of, consent.scope))
    if consent.until is None:
        return f"{scope}; бессрочно"
    ended = " (уже закончилось)" if consent.until.last < today else ""
    return f"{scope}; до {consent.until.words}{ended}"
