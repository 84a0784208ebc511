"""The menu and the footer: from the settings, or what every bank has."""

from __future__ import annotations

from collections.abc import Sequence

from kopilka.catalog.facets import FacetIndex
from kopilka.catalog.graph import Catalog
from kopilka.records.licences import LICENCES
from kopilka.russian import long_date
from kopilka.settings import Link as Wanted
from kopilka.settings import Settings
from kopilka.site import addresses
from kopilka.site.facts import licence_url
from kopilka.site.frame import FooterColumn, Frame, Link, Tab


def frame_of(settings: Settings, catalog: Catalog, facets: Sequence[FacetIndex]) -> Frame:
    """The frame of the site, its addresses as paths from the root."""
    bank = settings.bank
    name = LICENCES.get(bank.licence, (bank.licence, ""))[0]
    return Frame(
        name=bank.name,
        title=bank.title,
        home_url="",
        search_url=addresses.SEARCH,
        route_url=addresses.ROUTE,
        tabs=_tabs(settings, catalog, facets),
        footer=_footer(settings, catalog),
        licence=Link(name, licence_url(bank.licence)),
        built=long_date(catalog.today),
    )


def _tabs(settings: Settings, catalog: Catalog, facets: Sequence[FacetIndex]) -> tuple[Tab, ...]:
    catalogue = Tab(
        "Каталог",
        addresses.CATALOGUE,
        sections=(addresses.LISTS, addresses.SEARCH, *(facet.slug for facet in facets)),
    )
    own = [Tab(model.kind.plural, model.kind.slug) for model in catalog.kinds]
    own += [Tab("Сборники", addresses.COLLECTIONS)] if catalog.registry.manifests else []
    more = [Tab("Организации", addresses.ORGANISATIONS), Tab("Словарь", addresses.GLOSSARY)]
    wanted = [
        _tab(item, last=number == len(settings.menu)) for number, item in enumerate(settings.menu, start=1)
    ]
    return (catalogue, *own, *more, *wanted)


def _tab(item: Wanted, *, last: bool) -> Tab:
    return Tab(item.label, item.to, last=last)


def _footer(settings: Settings, catalog: Catalog) -> tuple[FooterColumn, ...]:
    issued = [Link("Справки о публикации", addresses.CERTIFICATES)] if catalog.registry.certificates else []
    find = FooterColumn(
        "Найти",
        (
            Link("Каталог", addresses.CATALOGUE),
            Link("Подобрать под себя", addresses.PICK),
            Link("Все списки", addresses.LISTS),
            Link("Организации", addresses.ORGANISATIONS),
            Link("Словарь терминов", addresses.GLOSSARY),
        ),
    )
    check = FooterColumn(
        "Справка",
        (
            *(
                Link(f"Поля: {model.kind.label.lower()}", addresses.of_fields(model.kind))
                for model in catalog.kinds
            ),
            Link("Что говорит проверка", addresses.CODES),
            *issued,
        ),
    )
    own = (
        FooterColumn(column.title, tuple(Link(item.label, item.to) for item in column.links))
        for column in settings.footer
    )
    return (find, check, *own)
