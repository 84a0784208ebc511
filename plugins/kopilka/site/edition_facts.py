"""The imprint of a collection on its page: drawn from the declarations of the manifest's fields."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from kopilka.catalog.published import Published
from kopilka.citing.editions import day_words, recommendation_words
from kopilka.citing.wording import lowered
from kopilka.records.collection import Collection
from kopilka.records.collection_parts import Contributor, Isbns, Recommendation
from kopilka.records.dates import PartialDate
from kopilka.records.fields import Show, declarations
from kopilka.records.references import PartyMark, routes
from kopilka.render.templates import set_text
from kopilka.site.facts import Fact, licence, person_line
from kopilka.site.view import View

_STATE = "commit"
"""The field that names the state of the bank; a set book knows it better."""


def edition_facts(view: View, collection: Collection, book: Published | None) -> list[Fact]:
    """Every filled field that is declared to stand in the panel, in the order of the model."""
    facts = [
        Fact(set_text(declared.label), words)
        for name, declared in declarations(Collection).items()
        if declared.show is Show.FACTS
        and name != _STATE
        and (words := _words(view, name, getattr(collection, name)))
    ]
    state = state_words(book, collection.commit)
    label = declarations(Collection)[_STATE].label
    return [*facts, Fact(set_text(label), set_text(state))] if state else facts


def state_words(book: Published | None, commit: str | None) -> str:
    """«версия a1b2c3d» of the records that the book was made from."""
    version = (book.commit if book else None) or commit
    return f"версия {version[:7]}" if version else ""


def _words(view: View, name: str, value: Any) -> Markup:  # noqa: PLR0911 - one line a type
    if value is None or value == () or (name == "edition" and value == 1):
        return Markup()
    if name == "licence":
        return licence(value)
    if isinstance(value, tuple):
        return _lines(_words(view, name, item) for item in value)
    if isinstance(value, Contributor):
        return person_line(view, value) + _degree(value)
    if isinstance(value, Recommendation):
        return set_text(recommendation_words(value))
    if isinstance(value, Isbns):
        return _isbns(value)
    if isinstance(value, PartialDate):
        return set_text(day_words(value))
    return view.party(value) if name in _PARTIES else set_text(str(value))


_PARTIES = frozenset(str(route.steps[0]) for route in routes(Collection) if isinstance(route.mark, PartyMark))
"""Fields in which an organisation of the register may be named by its id."""


def _lines(parts: Any) -> Markup:
    return Markup("").join(Markup('<span class="k-block">{}</span>').format(part) for part in parts if part)


def _degree(person: Contributor) -> Markup:
    if not person.degree:
        return Markup()
    return Markup('<span class="k-dim k-block">{}</span>').format(set_text(person.degree))


def _isbns(isbns: Isbns) -> Markup:
    numbers = ((declared.label, getattr(isbns, name)) for name, declared in declarations(Isbns).items())
    return _lines(set_text(f"{number} ({lowered(label)})") for label, number in numbers if number)
