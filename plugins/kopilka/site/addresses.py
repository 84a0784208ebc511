"""Paths of the site's pages: Latin, stable, made in one place."""

from __future__ import annotations

from kopilka.catalog.facets import FacetIndex
from kopilka.catalog.graph import Entry
from kopilka.records.base import Kind

HOME = "index"
CATALOGUE = "katalog"
SEARCH = "search"
PICK = "podobrat"
ROUTE = "marshrut"
COMPARE = "sravnit"
PROPOSE = "predlozhit"
COLLECTIONS = "sborniki"
OWN_COLLECTION = f"{COLLECTIONS}/po-vyboru"
CERTIFICATES = "spravki"
LISTS = "spiski"
ORGANISATIONS = "organizacii"
GLOSSARY = "slovar"
REFERENCE = "spravka"
CODES = f"{REFERENCE}/kody"
PAGE = "stranica"
"""The word before the number of a list's further pages: `temy/vospitanie/stranica-2`."""


def of_record(entry: Entry) -> str:
    """`praktiki/chitatelskie-karty`."""
    return f"{entry.kind.slug}/{entry.id}"


def of_kind(kind: Kind) -> str:
    """`praktiki`."""
    return kind.slug


def of_form(kind: Kind) -> str:
    """`predlozhit/praktiki`: the form for a new record of a kind."""
    return f"{PROPOSE}/{kind.slug}"


def of_word_form(kind: Kind) -> str:
    """`predlozhit/forma-praktiki.docx`: the same form as a Word file."""
    return f"{PROPOSE}/forma-{kind.slug}.docx"


def of_value(facet: str, value: str) -> str:
    """`temy/nastavnichestvo`."""
    return f"{facet}/{value}"


def of_facet(facet: FacetIndex) -> str | None:
    """The page with all values of a facet; none for a range, nor for what the catalogue itself shows."""
    return facet.slug if facet.own_lists or facet.slug == ORGANISATIONS else None


def of_organisation(organisation: str) -> str:
    """`organizacii/shkola-376`."""
    return f"{ORGANISATIONS}/{organisation}"


def of_collection(collection: str) -> str:
    """`sborniki/chitaem-schitaem`."""
    return f"{COLLECTIONS}/{collection}"


def of_book_file(collection: str, name: str) -> str:
    """Where a file of a set book stands on the site."""
    return f"{of_collection(collection)}/{name}"


def of_certificate(number: str) -> str:
    """`spravki/2026-001`: the page that confirms a certificate."""
    return f"{CERTIFICATES}/{number}"


def of_code(code: str) -> str:
    """`spravka/kody/k501`."""
    return f"{CODES}/{code.lower()}"


def of_fields(kind: Kind) -> str:
    """`spravka/polya-practice`: what the fields of a kind mean."""
    return f"{REFERENCE}/polya-{kind.id}"


COLLECTION_FIELDS = f"{REFERENCE}/polya-sbornika"
"""What the fields of a manifest mean."""


def of_vocabulary(vocabulary: str) -> str:
    """`spravka/slovar-theme`."""
    return f"{REFERENCE}/slovar-{vocabulary}"


def of_part(path: str, number: int) -> str:
    """The address of a list's page by its number, from 1."""
    return path if number == 1 else f"{path}/{PAGE}-{number}"


def of_file(entry: Entry, name: str) -> str:
    """Where a file that lies beside a record stands on the site."""
    return f"{of_record(entry)}/{name}"
