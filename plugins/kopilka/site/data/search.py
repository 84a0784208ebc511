"""What of the bank is searched: documents by the cards' numbers, groups of words from the registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kopilka.catalog.graph import Entry, Registry
from kopilka.records.references import TermOf, routes, values_at
from kopilka.records.registry import GlossaryEntry, Organisation, Term, Vocabulary
from kopilka.search import Document, Group
from kopilka.site.data.written import WrittenPage
from kopilka.site.view import View


def other_documents(view: View, written: Iterable[WrittenPage]) -> Iterator[Document]:
    """Everything that has a card and is no record, in the order of the cards' numbers."""
    for page in written:
        yield Document(title=page.title, summary=page.description, text=page.text)
    named = view.catalog.by_organisation
    for organisation in view.registry.organisations.values():
        if organisation.id in named:
            yield _organisation(view.registry, organisation)
    for term in view.registry.glossary:
        yield _term(term)


def searched(view: View, entry: Entry) -> dict[str, str]:
    """The fields of a record's document, all but its text."""
    record, registry = entry.record, view.registry
    known = (registry.organisations[id_] for id_ in view.catalog.organisations_of(entry))
    period = record.period.words if record.period else ""
    return {
        "title": record.title,
        "summary": record.summary,
        "tags": _lines(*record.keywords, *_labels(registry, entry), entry.kind.label, period),
        "organisation": _lines(*(line for organisation in known for line in _names(organisation))),
    }


def _labels(registry: Registry, entry: Entry) -> Iterator[str]:
    """The terms of vocabularies in any field of a record, as readers see them."""
    record = entry.record
    found = dict.fromkeys(
        (route.mark.id, id_)
        for route in routes(type(record))
        if isinstance(route.mark, TermOf)
        for _, id_ in values_at(record, route.steps)
    )
    for vocabulary, id_ in found:
        known = registry.vocabularies.get(vocabulary)
        term = known.by_id.get(id_) if known else None
        yield from (term.label, term.short or "") if term else (id_,)


def _names(organisation: Organisation) -> Iterator[str]:
    name, short = organisation.name, organisation.short
    yield from (name, "" if short == name else short, organisation.municipality or "")
    yield organisation.region or ""


def _organisation(registry: Registry, organisation: Organisation) -> Document:
    contacts = organisation.contacts
    return Document(
        title=_lines(organisation.short, organisation.name),
        tags=registry.term_label("organisation-type", organisation.type),
        organisation=_lines(*_names(organisation)),
        text=_lines(organisation.site or "", (contacts and contacts.email) or ""),
    )


def _term(term: GlossaryEntry) -> Document:
    return Document(
        title=_lines(term.term, *term.abbreviations), summary=term.definition, tags=_lines(*term.synonyms)
    )


def _lines(*values: str) -> str:
    return "\n".join(dict.fromkeys(filter(None, values)))


def groups(registry: Registry) -> Iterator[Group]:
    """Words that mean one thing: terms of the glossary, terms of the vocabularies."""
    for entry in registry.glossary:
        yield Group(id=entry.id, phrases=(entry.term, *entry.abbreviations, *entry.synonyms), see=entry.see)
    for vocabulary in registry.vocabularies.values():
        for term in vocabulary.terms:
            yield _group(vocabulary, term)


def _group(vocabulary: Vocabulary, term: Term) -> Group:
    """A wider term sees its narrower ones, as a choice of it in the catalogue finds theirs."""
    narrower = (f"{vocabulary.id}/{one.id}" for one in vocabulary.terms if one.parent == term.id)
    short = (term.short,) if term.short else ()
    return Group(
        id=f"{vocabulary.id}/{term.id}", phrases=(term.label, *short, *term.synonyms), see=tuple(narrower)
    )
