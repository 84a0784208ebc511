"""The Russian search: analysis of words, the index, what the browser needs to read it."""

from kopilka.search.documents import BOOSTS, FIELDS, Document, Group
from kopilka.search.indexing import BODY_TERMS, Index, SearchFile, build, build_index, pack

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
