"""Repeating elsewhere means elsewhere: not at the holder's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of
from kopilka.russian import quote

OWN_TRANSFER = Code(
    "K417",
    "own-transfer",
    Severity.WARNING,
    "Практику «повторила» та же организация",
    "«Кто уже повторил» – самое сильное доказательство, что опыт переносится. Сам автор здесь не в счёт.",
    "organisations: [shkola-primer-1]\ntransfer:\n  - organisation: shkola-primer-1",
    "organisations: [shkola-primer-1]\ntransfer:\n  - organisation: shkola-primer-4",
)
CODES = (OWN_TRANSFER,)


TRANSFERS = (("organisation", "since", "outcome"),)
PAIRS = (("organisation", "pair"),)


def check_transfer(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:
    """A transfer to an organisation that the record itself belongs to."""
    if part.organisation not in entry.record.organisations:
        return ()
    known = around.registry.organisations.get(part.organisation)
    name, place = known.short if known else part.organisation, (*path, "organisation")
    message = f"поле {label_of(type(entry.record), place)}: {quote(name)} – это организация самой записи"
    hint = "Оставьте здесь только тех, кто повторил практику у себя."
    return (at_path(entry, OWN_TRANSFER, place, message, hint=hint),)


def check_pair(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:  # noqa: ARG001
    """A pair of an organisation with itself."""
    if part.pair != part.organisation:
        return ()
    place = (*path, "pair")
    message = f"поле {label_of(type(entry.record), place)}: организация в паре сама с собой"
    return (
        at_path(entry, OWN_TRANSFER, place, message, hint="Назовите другую организацию или уберите строку."),
    )
