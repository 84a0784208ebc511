"""Every code of the house, in order: the reference is made from this list."""

from __future__ import annotations

from kopilka.catalog.accepting import ACCEPTING_CODES
from kopilka.catalog.link_codes import LINK_CODES
from kopilka.catalog.rules import RULE_CODES
from kopilka.records.collection_rules import MANIFEST_CODES
from kopilka.records.field_codes import FIELD_CODES
from kopilka.records.reading_codes import READING_CODES
from kopilka.records.registry_rules import REGISTRY_CODES

ALL_CODES = tuple(
    sorted(
        (
            *READING_CODES,
            *FIELD_CODES,
            *REGISTRY_CODES,
            *MANIFEST_CODES,
            *RULE_CODES,
            *ACCEPTING_CODES,
            *LINK_CODES,
        ),
        key=lambda code: code.id,
    )
)
