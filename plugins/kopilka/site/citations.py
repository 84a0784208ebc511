"""How to cite a record of the bank, in the styles that people ask for."""

from __future__ import annotations

from dataclasses import dataclass

from kopilka.catalog.graph import Entry
from kopilka.citing import Article, Network, Site, bibtex_of, describe, read_name, refer
from kopilka.russian import NBSP
from kopilka.site.view import View


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in one style, ready to be copied."""

    id: str
    label: str
    text: str
    pre: bool = False


def citations_of(view: View, entry: Entry) -> tuple[Citation, ...]:
    """The record's references; the day of the visit is the day of the build."""
    return in_styles(_page_of(view, entry))


def in_styles(article: Article) -> tuple[Citation, ...]:
    """A page of the site or an article of a book in every style."""
    return (
        Citation("gost-100", f"ГОСТ Р{NBSP}7.0.100", describe(article)),
        Citation("gost-5", f"ГОСТ Р{NBSP}7.0.5", refer(article)),
        Citation("bibtex", "BibTeX", bibtex_of(article), pre=True),
    )


def _page_of(view: View, entry: Entry) -> Article:
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
