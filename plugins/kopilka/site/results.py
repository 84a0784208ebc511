"""Results of a practice and where it can be seen: rows ready for the page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from kopilka.catalog.graph import Entry
from kopilka.records.practice import Resources
from kopilka.records.quantities import Result, hours_words
from kopilka.records.site import Site
from kopilka.render.templates import set_text
from kopilka.site.meetings import Dated, intake_rows
from kopilka.site.timelines import site_status
from kopilka.site.view import View


@dataclass(frozen=True, slots=True)
class Comparison:
    """«Было» and «стало» in percent of the bar."""

    a: float
    b: float


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A line of «Что изменилось»."""

    what: str
    hint: str
    before: str
    after: str
    bar: Comparison | None
    proof: str
    proof_url: str | None


def result_rows(view: View, entry: Entry, results: tuple[Result, ...]) -> list[ResultRow]:
    """The results as a table; what was not measured is said so."""
    return [
        ResultRow(
            what=result.what,
            hint=result.note,
            before=result.amount(result.before) or "–",
            after=result.amount(result.after) or "не измеряли",
            bar=_comparison(result),
            proof=result.proof or "не указано",
            proof_url=view.target(entry, result.evidence_url),
        )
        for result in results
    ]


def _comparison(result: Result) -> Comparison | None:
    if result.after is None or (result.before is None and not result.out_of):
        return None
    largest = max(abs(result.before or 0), abs(result.after)) or 1.0
    whole = 100.0 if result.unit == "%" else result.out_of or largest
    return Comparison(_share(result.before or 0, whole), _share(result.after, whole))


def _share(part: float, whole: float) -> float:
    return round(min(max(100 * part / whole, 0.0), 100.0), 1)


def needs_of(resources: Resources | None) -> Markup:
    """«Что понадобится» as one phrase."""
    if resources is None:
        return Markup()
    parts = [
        resources.equipment,
        resources.materials,
        resources.cost.words if resources.cost else None,
        resources.staff,
    ]
    return Markup("; ").join(set_text(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class LiveSite:
    """A site where a practice can be seen, with its next intake."""

    entry: Entry
    facts: str
    next: Dated | None


def live_sites(view: View, entry: Entry) -> list[LiveSite]:
    """The sites that show a practice, those with an open intake first."""
    ids = [link.id for link in view.catalog.backlinks.get(entry.id, ()) if link.field == "practices"]
    sites = [_live_site(view, found) for found in view.entries(ids)]
    return sorted(sites, key=lambda site: 0 if site.next and site.next.open else 1)


def _live_site(view: View, entry: Entry) -> LiveSite:
    record = entry.record
    if not isinstance(record, Site):
        return LiveSite(entry, "", None)
    rows = [row for row in intake_rows(view, entry, record.intakes) if row.state != "Прошёл"]
    facts = [view.place(entry), hours_words(record.hours), site_status(view, record.granted).words.lower()]
    return LiveSite(entry, " · ".join(fact for fact in facts if fact), rows[0] if rows else None)
