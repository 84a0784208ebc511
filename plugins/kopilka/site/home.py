"""The home page: three doors, what is new, what is near, the themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from kopilka.catalog.facets import FacetIndex
from kopilka.catalog.graph import Entry
from kopilka.records.base import AgendaItem
from kopilka.records.dates import PartialDate
from kopilka.russian import MONTHS_GENITIVE, MONTHS_SHORT, NBSP
from kopilka.site import addresses
from kopilka.site.drawing import Drawing
from kopilka.site.lists import STALE, stale_ids
from kopilka.site.pages import Page

_NEW = 5
_NEAR = 6
_OF_A_KIND = 2


@dataclass(frozen=True, slots=True)
class Near:
    """A dated thing on the home page."""

    days: str
    month: str
    item: AgendaItem
    entry: Entry


def home_page(drawing: Drawing) -> Page:
    """The page at the root of the site."""
    view = drawing.view
    return Page(
        path=addresses.HOME,
        title=view.settings.bank.title,
        description=view.settings.bank.lead,
        key=(len(view.registry.manifests), tuple(entry.version for entry in view.catalog.newest)),
        draw=partial(_draw, drawing),
    )


def _draw(drawing: Drawing) -> str:
    view = drawing.view
    return drawing.page(
        "home.html",
        counts=[(model.kind, len(view.catalog.of_kind(model.kind.id))) for model in view.catalog.kinds],
        organisations=len(view.catalog.by_organisation),
        deficits=_facet(drawing, "trudnosti"),
        themes=_facet(drawing, "temy"),
        newest=[(entry, new_words(entry.record.changed)) for entry in _newest(view.catalog.newest)],
        near=_near(drawing),
        stale=(len(stale_ids(drawing)), view.url(STALE)),
        collections=len(view.registry.manifests),
    )


def _newest(entries: Iterable[Entry]) -> list[Entry]:
    """The latest records, no more than two of a kind: a day when forty cases came must not hide the rest."""
    taken: Counter[str] = Counter()
    shown: list[Entry] = []
    for entry in entries:
        taken[entry.kind.id] += 1
        if taken[entry.kind.id] <= _OF_A_KIND and len(shown) < _NEW:
            shown.append(entry)
    return shown


def _facet(drawing: Drawing, slug: str) -> FacetIndex | None:
    return drawing.view.facets.get(slug)


def new_words(day: PartialDate) -> str:
    """«10 ноября 2026», «ноябрь 2026»."""
    if day.day and day.month:
        return f"{day.day}{NBSP}{MONTHS_GENITIVE[day.month - 1]} {day.year}"
    return day.words


def _near(drawing: Drawing) -> list[Near]:
    view = drawing.view
    found = [
        (item, entry)
        for entry in view.catalog.by_title
        if entry.record.status.value == "published"
        for item in entry.record.agenda(view.today)
    ]
    found.sort(key=lambda pair: (max(pair[0].start.first, view.today), pair[1].id))
    return [Near(*_day_and_month(item, view.today), item, entry) for item, entry in found[:_NEAR]]


def _day_and_month(item: AgendaItem, today: date) -> tuple[str, str]:
    start, end = item.start, item.end
    month = start.first.month
    year = f" {start.year}" if start.year != today.year else ""
    if start.day is None:
        return MONTHS_SHORT[month - 1], str(start.year)
    days = str(start.day)
    if end and end.day and end.month == start.month and end.day != start.day:
        days = f"{start.day}\u2060–\u2060{end.day}"
    return days, MONTHS_SHORT[month - 1] + year
