"""How to cite a record of the bank: ГОСТ Р 7.0.100-2018, ГОСТ Р 7.0.5-2008, BibTeX."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kopilka.catalog.graph import Entry
from kopilka.russian import NBSP, short_date
from kopilka.site.view import View

_NAME = re.compile(
    r"(?P<last>[А-ЯЁA-Z][\w’'-]+)\s+(?P<first>[А-ЯЁA-Z])[\w.’'-]*(?:\s+(?P<middle>[А-ЯЁA-Z])[\w.’'-]*)?"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in one style, ready to be copied."""

    id: str
    label: str
    text: str
    pre: bool = False


@dataclass(frozen=True, slots=True)
class _Facts:
    id: str
    title: str
    authors: tuple[str, ...]
    holder: str
    bank: str
    kind: str
    place: str
    year: int
    url: str
    visited: str


def citations_of(view: View, entry: Entry) -> tuple[Citation, ...]:
    """The record's references; the day of the visit is the day of the build."""
    facts = _facts(view, entry)
    return (
        Citation("gost-100", f"ГОСТ Р{NBSP}7.0.100", _gost_100(facts)),
        Citation("gost-5", f"ГОСТ Р{NBSP}7.0.5", _gost_5(facts)),
        Citation("bibtex", "BibTeX", _bibtex(facts), pre=True),
    )


def _facts(view: View, entry: Entry) -> _Facts:
    record = entry.record
    holder = view.registry.organisations.get(record.organisations[0])
    names = tuple(name for person in record.authors if (name := view.person_name(person)))
    return _Facts(
        id=entry.id,
        title=record.title,
        authors=tuple(_initials(name) for name in names),
        holder=holder.name if holder else record.organisations[0],
        bank=view.settings.bank.name,
        kind=view.settings.bank.title[:1].lower() + view.settings.bank.title[1:],
        place=view.settings.bank.place or "",
        year=record.changed.year,
        url=view.permanent(entry) or "",
        visited=short_date(view.today),
    )


def _initials(name: str) -> str:
    """«Примерова Мария Ивановна» → «Примерова, М. И.»; a name of another make stays as it is."""
    found = _NAME.match(name)
    if not found:
        return name
    middle = f"{NBSP}{found['middle']}." if found["middle"] else ""
    return f"{found['last']}, {found['first']}.{middle}"


def _direct(author: str) -> str:
    """«Примерова, М. И.» → «М. И. Примерова»."""
    last, comma, initials = author.partition(", ")
    return f"{initials}{NBSP}{last}" if comma else author


def _gost_100(facts: _Facts) -> str:
    """Up to three authors: heading with the first; four: all after the slash; more: three and [и др.]."""
    heading = f"{facts.authors[0]} " if 0 < len(facts.authors) <= 3 else ""
    place = f"{facts.place}, " if facts.place else ""
    url = f" – URL: {facts.url} (дата обращения: {facts.visited})." if facts.url else ""
    return (
        f"{heading}{facts.title} / {_responsibility(facts)}. – Текст : электронный // "
        f"{facts.bank} : {facts.kind} : [сайт]. – {place}{facts.year}.{url}"
    )


def _responsibility(facts: _Facts) -> str:
    names = [_direct(author) for author in facts.authors]
    if len(names) >= 5:
        return ", ".join(names[:3]) + f" [и{NBSP}др.] ; {facts.holder}"
    return " ; ".join(part for part in (", ".join(names), facts.holder) if part)


def _gost_5(facts: _Facts) -> str:
    heading = (
        f"{', '.join(author.replace(',', '') for author in facts.authors[:3])} " if facts.authors else ""
    )
    url = f" URL: {facts.url} (дата обращения: {facts.visited})." if facts.url else ""
    holder = "" if facts.authors else f" / {facts.holder}"
    return f"{heading}{facts.title}{holder} // {facts.bank} : {facts.kind} : [сайт]. {facts.year}.{url}"


def _bibtex(facts: _Facts) -> str:
    rows = [
        ("title", facts.title),
        ("organization", facts.holder),
        ("year", str(facts.year)),
        ("url", facts.url),
    ]
    if facts.authors:
        rows.insert(0, ("author", " and ".join(facts.authors)))
    lines = [f"  {name:<12} = {{{_braces(value)}}}" for name, value in rows if value]
    return f"@online{{{facts.id},\n" + ",\n".join(lines) + "\n}"


def _braces(text: str) -> str:
    return text.replace("{", "(").replace("}", ")").replace("\\", "/")
