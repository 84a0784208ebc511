"""Consents that a proposal gives, changes or ends; people by their positions, never by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from kopilka.exchange.changes.side import Written
from kopilka.records.parts import Consent, Person

_Key = tuple[str, str]


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
    for key in old:
        if key not in new:
            yield f"{key[0]}: согласия больше нет, имя на сайте не покажется. В истории Git оно осталось"


def _consents(written: Written | None) -> dict[_Key, Consent]:
    if written is None or written.entry is None:
        return {}
    people = (item for item in _people(written.entry.record) if item.consent)
    return {(item.position, item.name or ""): item.consent for item in people if item.consent}


def _people(value: Any) -> Iterator[Person]:
    if isinstance(value, Person):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _people(getattr(value, name))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _people(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _people(item)


_SCOPE = {"name": "имя", "position": "должность", "email": "почта", "photo": "фото", "video": "видео"}


def _terms(consent: Consent, today: date) -> str:
    scope = ", ".join(_SCOPE[item] for item in consent.scope)
    if consent.until is None:
        return f"{scope}; бессрочно"
    ended = " (уже закончилось)" if consent.until.last < today else ""
    return f"{scope}; до {consent.until.words}{ended}"
