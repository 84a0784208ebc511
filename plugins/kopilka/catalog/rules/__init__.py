"""The rules, one a file; a new rule is a new file and a line here."""

from __future__ import annotations

from kopilka.catalog.check import CatalogRule, EntryRule, Surroundings, TextRule, Written
from kopilka.catalog.graph import Entry
from kopilka.diagnostics import Diagnostic

TEXT_RULES: tuple[TextRule, ...] = ()
"""Rules of the text: they need no fields and so look at every file that could be read."""

ENTRY_RULES: tuple[EntryRule, ...] = ()
"""Rules of one record's fields."""

CATALOG_RULES: tuple[CatalogRule, ...] = ()
"""Rules of all records together."""


def check_text(written: Written, around: Surroundings) -> tuple[Diagnostic, ...]:
    """Everything wrong in the text of a record, whatever its fields."""
    return tuple(problem for rule in TEXT_RULES for problem in rule(written, around))


def check_entry(entry: Entry, around: Surroundings) -> tuple[Diagnostic, ...]:
    """Everything wrong in one record by itself: its text and its fields."""
    found = [problem for rule in TEXT_RULES for problem in rule(entry, around)]
    found += [problem for rule in ENTRY_RULES for problem in rule(entry, around)]
    return tuple(found)
