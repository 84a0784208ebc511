"""How to cite a record of the bank, in the styles that people ask for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kopilka.catalog.graph import Entry
from kopilka.citing import Article, Network, Site, Source, bibtex_of, describe, read_name, refer
from kopilka.russian import NBSP
from kopilka.site.editions import Appearance
from kopilka.site.view import View


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in one style, ready to be copied."""

    id: str
    label: str
    text: str
    pre: bool = False


def citations_of(view: View, entry: Entry, published: Iterable[Appearance] = ()) -> tuple[Citation, ...]:
    """The record's references, then those to it as an article; the day of the visit is that of the build."""
    page = page_of(view, entry)
    articles = (
        Citation(f"book-{found.edition.id}", _label(found), describe(found.edition.article(found.item)))
        for found in published
    )
    return (*gost_styles(page), Citation("bibtex", "BibTeX", bibtex_of(page), pre=True), *articles)


def gost_styles(source: Source) -> tuple[Citation, ...]:
    """A book, a site or an article as a description and as a reference."""
    return (
        Citation("gost-100", f"ГОСТ Р{NBSP}7.0.100", describe(source)),
        Citation("gost-5", f"ГОСТ Р{NBSP}7.0.5", refer(source)),
    )


def _label(found: Appearance) -> str:
    """«Статья, 2026»: by its year an edition is told from another."""
    return f"Статья, {found.edition.collection.year}"


def page_of(view: View, entry: Entry) -> Article:
    """The record's page as it is cited."""
    record, bank = entry.record, view.settings.bank
    holder = view.registry.organisations.get(record.organisations[0])
    names = (name for person in record.authors if (name := view.person_name(person)))
    url = view.permanent(entry)
    return Article(
        id=entry.id,
        title=record.title,
        authors=tuple(read_name(name) for name in names),
        organisation=holder.name if holder else record.organisations[0],
        host=Site(title=bank.name, kind=bank.title, place=bank.place or ""),
        year=record.changed.year,
        network=Network(url=url, visited=view.today) if url else None,
    )
