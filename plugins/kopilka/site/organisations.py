"""Pages of organisations: all of them by municipality, and each with its records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kopilka.catalog.graph import Entry
from kopilka.records.registry import Organisation
from kopilka.russian import count, sort_key
from kopilka.site import addresses
from kopilka.site.drawing import Drawing
from kopilka.site.lists import Group
from kopilka.site.pages import Page
from kopilka.slugs import slugify

_RECORDS = ("запись", "записи", "записей")


@dataclass(frozen=True, slots=True)
class Part:
    """The records in which an organisation has one part: holder or participant."""

    title: str
    entries: tuple[Entry, ...]


def organisation_pages(drawing: Drawing) -> Iterator[Page]:
    """The index and a page for every organisation that some shown record names."""
    named = drawing.view.catalog.by_organisation
    shown = [org for org in drawing.view.registry.organisations.values() if org.id in named]
    shown.sort(key=lambda org: sort_key(org.short))
    yield _index(drawing, shown)
    for organisation in shown:
        yield _page(drawing, organisation, named[organisation.id])


def _index(drawing: Drawing, shown: list[Organisation]) -> Page:
    view = drawing.view
    groups: dict[str, list[Organisation]] = defaultdict(list)
    for organisation in shown:
        groups[_region(organisation)].append(organisation)
    rows = [
        Group(
            slugify(place) or "drugie",
            place or "Без района",
            "",
            tuple(_row(drawing, org) for org in groups[place]),
        )
        for place in sorted(groups, key=lambda place: (not place, sort_key(place)))
    ]
    return Page(
        path=addresses.ORGANISATIONS,
        title="Организации",
        description="Школы, детские сады и центры, чей опыт собран в банке.",
        key=tuple(rows),
        draw=partial(
            drawing.page,
            "lists.html",
            title="Организации",
            lead="Школы, детские сады и центры, чей опыт собран в банке, и сколько записей их называют.",
            trail=[("Главная", view.url(addresses.HOME))],
            groups=rows,
        ),
    )


def _region(organisation: Organisation) -> str:
    return ", ".join(dict.fromkeys(part for part in (organisation.region, organisation.municipality) if part))


def _row(drawing: Drawing, organisation: Organisation) -> tuple[str, str, int]:
    number = len(drawing.view.catalog.by_organisation[organisation.id])
    return organisation.short, drawing.view.url(addresses.of_organisation(organisation.id)), number


def _page(drawing: Drawing, organisation: Organisation, entries: tuple[Entry, ...]) -> Page:
    held = tuple(entry for entry in entries if organisation.id in entry.record.organisations)
    joined = tuple(entry for entry in entries if organisation.id not in entry.record.organisations)
    parts = [part for part in (Part("Опыт организации", held), Part("Где участвует", joined)) if part.entries]
    return Page(
        path=addresses.of_organisation(organisation.id),
        title=organisation.short,
        description=f"{organisation.name}: {count(len(entries), _RECORDS)} в банке образовательных практик.",
        key=(organisation.id, tuple((entry.id, entry.version) for entry in entries)),
        draw=partial(_draw, drawing, organisation, parts),
    )


def _draw(drawing: Drawing, organisation: Organisation, parts: list[Part]) -> str:
    view = drawing.view
    children = [
        org
        for org in view.registry.organisations.values()
        if org.parent == organisation.id and _known(drawing, org)
    ]
    return drawing.page(
        "organisation.html",
        organisation=organisation,
        parts_=[(part.title, [drawing.card(entry) for entry in part.entries]) for part in parts],
        parent=organisation.parent
        if organisation.parent and _known_id(drawing, organisation.parent)
        else None,
        children=children,
    )


def _known(drawing: Drawing, organisation: Organisation) -> bool:
    return _known_id(drawing, organisation.id)


def _known_id(drawing: Drawing, id_: str) -> bool:
    return id_ in drawing.view.catalog.by_organisation
