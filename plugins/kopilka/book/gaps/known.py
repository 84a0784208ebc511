"""What the check of the bank has found already and a printed book does not forgive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kopilka.book.gaps.proof import Proof
from kopilka.catalog.rules import (
    duplicate_id,
    empty_section,
    heading_levels,
    image_alt,
    sections,
    uneven_table,
)
from kopilka.catalog.rules.body_length import ARTICLE_VOLUME
from kopilka.diagnostics import Diagnostic, Severity

_STRICT = frozenset(
    code.id
    for code in (
        sections.MISSING_SECTION,
        sections.SECTION_ORDER,
        sections.REPEATED_SECTION,
        *empty_section.CODES,
        image_alt.NO_ALT,
        *duplicate_id.CODES,
    )
)
"""Errors in a book, whatever they are on the site: an article has its sections, a picture its description."""

_TOLD = frozenset(
    code.id
    for code in (
        *sections.CODES,
        *image_alt.CODES,
        *heading_levels.CODES,
        *uneven_table.CODES,
    )
)
"""Told as they are."""


def check(proof: Proof) -> Iterator[Diagnostic]:
    """Findings about the files of the book: its manifest, its texts, its records."""
    own = {proof.manifest.path, *proof.manifest.texts}
    named = {id_ for _, id_ in proof.resolved.missing} | {item.entry.id for item in proof.resolved.items}
    records = {path for id_ in named for path in proof.around.records.get(id_, ())}
    for found in proof.known:
        if found.code == ARTICLE_VOLUME.id:
            continue  # told with the pages of the book
        if found.path in records and found.code in _STRICT:
            yield replace(found, severity=Severity.ERROR)
        elif found.path in own or (found.path in records and _matters(found)):
            yield found


def _matters(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR or found.code in _TOLD
