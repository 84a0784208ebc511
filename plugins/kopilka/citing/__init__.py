"""Bibliographic descriptions, references and volumes by ГОСТ: facts in, one line of text out."""

from kopilka.citing.bibtex import bibtex_of
from kopilka.citing.copyright import copyright_line
from kopilka.citing.description import describe, describe_host
from kopilka.citing.facts import Article, Book, Carrier, Issue, Network, Site, Source
from kopilka.citing.names import Name, read_name
from kopilka.citing.references import refer
from kopilka.citing.volumes import author_sheets, printed_sheets, sheets_words

__all__ = [
    "Article",
    "Book",
    "Carrier",
    "Issue",
    "Name",
    "Network",
    "Site",
    "Source",
    "author_sheets",
    "bibtex_of",
    "copyright_line",
    "describe",
    "describe_host",
    "printed_sheets",
    "read_name",
    "refer",
    "sheets_words",
]
