"""Texts of the editors are strangers' texts too: no private data, no foreign code, pictures described."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.addresses import linked_addresses
from kopilka.catalog.check import Manuscript, Surroundings, TextRule
from kopilka.catalog.graph import Catalog
from kopilka.catalog.rules import (
    birth_date,
    child_name,
    dangerous_link,
    escaped_text,
    heading_levels,
    image_alt,
    placeholder,
    private_email,
    private_numbers,
    raw_html,
    template_code,
    uneven_table,
)
from kopilka.diagnostics import Diagnostic
from kopilka.records.kind import Kind

_PERSONAL: tuple[TextRule, ...] = (
    private_numbers.check,
    private_email.check,
    birth_date.check,
    child_name.check,
)

_RULES: tuple[TextRule, ...] = (
    *_PERSONAL,
    raw_html.check,
    template_code.check,
    image_alt.check,
    heading_levels.check,
    escaped_text.check,
    uneven_table.check,
    placeholder.check,
)
"""Those of the rules of texts that ask nothing of a record."""

_KIND = Kind(
    id="editorial",
    label="Текст редакции",
    plural="Тексты редакции",
    forms=("текст", "текста", "текстов"),
    gender="m",
    slug="",
    icon="",
    template="",
    body_title="Текст",
)
"""Such a text is no record; rules of texts ask what it is all the same."""


def check(catalog: Catalog, around: Surroundings) -> Iterator[Diagnostic]:
    """Every Markdown file beside a manifest, and what the manifest itself tells of people."""
    for manifest in catalog.registry.manifests.values():
        own = Manuscript(manifest.id, manifest.path, _KIND, "", manifest.source.text, 1)
        for rule in _PERSONAL:
            yield from rule(own, around)
        for path, source in manifest.texts.items():
            written = Manuscript(manifest.id, path, _KIND, "", source.text, 1)
            for rule in _RULES:
                yield from rule(written, around)
            for address in linked_addresses(written):
                yield from dangerous_link.check(written, address, around)
