"""The rules, one a file; a new rule is a new file and a line here."""

from __future__ import annotations

from kopilka.catalog.check import CatalogRule, EntryRule

ENTRY_RULES: tuple[EntryRule, ...] = ()
CATALOG_RULES: tuple[CatalogRule, ...] = ()
