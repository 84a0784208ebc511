"""Facets: the questions by which the catalogue is divided, taken from the models and the records."""

from __future__ import annotations

from kopilka.catalog.facets.declared import declared_facets, terms_of
from kopilka.catalog.facets.derived import EVIDENCE, EVIDENCE_FACET, HOURS, KIND, derived_facets
from kopilka.catalog.facets.values import FacetIndex, FacetValue
from kopilka.catalog.graph import Catalog

__all__ = [
    "EVIDENCE",
    "EVIDENCE_FACET",
    "HOURS",
    "KIND",
    "FacetIndex",
    "FacetValue",
    "index_facets",
    "terms_of",
]


def index_facets(catalog: Catalog) -> tuple[FacetIndex, ...]:
    """Every facet of the catalogue, each once, in the order of their ranks."""
    found = {facet.slug: facet for facet in (*declared_facets(catalog), *derived_facets(catalog))}
    return tuple(sorted(found.values(), key=lambda facet: facet.rank))
