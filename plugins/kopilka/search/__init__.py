"""The Russian search: analysis of words, the index, what the browser needs to read it."""

from kopilka.search.build import BODY_TERMS, Index, SearchFile, build, build_index, pack
from kopilka.search.documents import BOOSTS, FIELDS, Document, Group

__all__ = [
    "BODY_TERMS",
    "BOOSTS",
    "FIELDS",
    "Document",
    "Group",
    "Index",
    "SearchFile",
    "build",
    "build_index",
    "pack",
]
