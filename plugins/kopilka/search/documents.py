"""What the search is given: documents of five fields, groups of phrases that mean one thing."""

from __future__ import annotations

from dataclasses import dataclass

BOOSTS = {"title": 4, "summary": 2, "tags": 3, "organisation": 2, "text": 1}
"""How much a word in a field is worth. The top is flat: with 8/3/4 or 1/1/1 answers are a little worse."""

FIELDS = tuple(BOOSTS)
BODY = "text"
"""The field that may be long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing to be found. A line of `tags` is one value: a phrase does not cross lines."""

    title: str
    summary: str = ""
    tags: str = ""
    organisation: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Phrases that mean one thing: a term, its abbreviations, its synonyms; `see` names near groups."""

    id: str
    phrases: tuple[str, ...]
    see: tuple[str, ...] = ()
