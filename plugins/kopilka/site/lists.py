"""Lists of records: of each kind, of each value of each facet, all together; cut into pages of one size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kopilka.catalog.facets import FacetIndex, FacetValue
from kopilka.catalog.graph import Catalog, Entry
from kopilka.russian import capitalise, count, long_date
from kopilka.site import addresses
from kopilka.site.drawing import Drawing
from kopilka.site.pages import Page

PER_PAGE = 50
_RECORDS = ("запись", "записи", "записей")
_SHOWN_AROUND = 1
Row = tuple[str, str, int]
"""A line of an index: label, address, number of records."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list before it is cut into pages."""

    path: str
    title: str
    ids: tuple[str, ...]
    trail: tuple[tuple[str, str], ...]
    note: str = ""
    kind: str = ""
    inside: tuple[Row, ...] = ()
    beside: tuple[Row, ...] = ()
    beside_title: str = ""
    template: str = "list.html"
    """The template of its first page; the further ones are plain lists."""

    @property
    def total(self) -> int:
        """How many records the list has."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a list as links; None stands for a gap."""

    current: int
    last: int
    links: tuple[tuple[int | None, str], ...]


def list_pages(drawing: Drawing, facets: Sequence[FacetIndex]) -> Iterator[Page]:
    """Every list of the site."""
    for listing in _listings(drawing, facets):
        yield from _cut(drawing, listing)
    yield from _indexes(drawing, facets)


def _listings(drawing: Drawing, facets: Sequence[FacetIndex]) -> Iterator[Listing]:
    view = drawing.view
    home = ("Главная", view.url(addresses.HOME))
    newest = tuple(entry.id for entry in view.catalog.newest)
    yield Listing(
        addresses.CATALOGUE,
        "Каталог",
        newest,
        (home,),
        note="Все записи банка, новые сверху.",
        inside=_kinds(drawing),
        template="catalogue.html",
    )
    for model in view.catalog.kinds:
        ids = tuple(entry.id for entry in view.catalog.of_kind(model.kind.id))
        inside = _own_facets(drawing, model.kind.id, facets)
        yield Listing(model.kind.slug, model.kind.plural, ids, (home,), kind=model.kind.id, inside=inside)
    for facet in facets:
        trail = (home, ("Все списки", view.url(addresses.LISTS)), (facet.label, view.url(facet.slug)))
        for value in facet.values:
            yield _value_listing(drawing, facet, value, trail)
    stale = stale_ids(drawing)
    yield Listing(
        STALE,
        "Давно не подтверждали",
        stale,
        (home, ("Все списки", view.url(addresses.LISTS))),
        note="О судьбе этого опыта давно не спрашивали. Прежде чем повторять, свяжитесь с организацией.",
    )


STALE = f"{addresses.LISTS}/davno-ne-podtverzhdali"


def stale_ids(drawing: Drawing) -> tuple[str, ...]:
    """Records that nobody has vouched for within the years that the settings name, the oldest first."""
    view = drawing.view
    years = view.settings.checks.limits.confirm_years
    edge = (view.today.year - years, view.today.month, view.today.day)
    last = [(entry.record.last_confirmed.last, entry.id) for entry in view.catalog.by_title]
    old = [(day, id_) for day, id_ in last if (day.year, day.month, day.day) < edge]
    return tuple(id_ for _, id_ in sorted(old))


def _value_listing(
    drawing: Drawing, facet: FacetIndex, value: FacetValue, trail: tuple[tuple[str, str], ...]
) -> Listing:
    narrower = [item for item in facet.values if item.parent == value.id]
    beside = [item for item in facet.values if item.listed and value.id not in {item.id, item.parent}]
    return Listing(
        path=addresses.of_value(facet.slug, value.id),
        title=value.label,
        ids=value.listed,
        trail=trail,
        note=_note(drawing, facet, value),
        inside=tuple(_row(drawing, facet, item) for item in narrower),
        beside=tuple(_row(drawing, facet, item) for item in beside[:_BESIDE]),
        beside_title=f"{facet.label}: что ещё есть",
    )


def _note(drawing: Drawing, facet: FacetIndex, value: FacetValue) -> str:
    """What a value means; where values come and go, the day of the list: a copy may be months old."""
    if facet.dated:
        return f"На {long_date(drawing.view.today)}: в этот день собран сайт."
    return capitalise(value.note)


_BESIDE = 24


def _row(drawing: Drawing, facet: FacetIndex, value: FacetValue) -> Row:
    return (value.label, drawing.view.url(addresses.of_value(facet.slug, value.id)), len(value.listed))


def _kinds(drawing: Drawing) -> tuple[Row, ...]:
    view = drawing.view
    return tuple(
        (model.kind.plural, view.url(model.kind.slug), len(view.catalog.of_kind(model.kind.id)))
        for model in view.catalog.kinds
    )


def _own_facets(drawing: Drawing, kind: str, facets: Sequence[FacetIndex]) -> tuple[Row, ...]:
    """The values of the facet that only this kind has: kinds of practices, of sites."""
    own = next(
        (
            facet
            for facet in facets
            if facet.slug.startswith("vidy-") and _owners(drawing.view.catalog, facet) == {kind}
        ),
        None,
    )
    return tuple(_row(drawing, own, value) for value in own.values) if own else ()


def _owners(catalog: Catalog, facet: FacetIndex) -> set[str]:
    """The kinds of the records that have a value of the facet."""
    return {catalog.entries[id_].kind.id for value in facet.values for id_ in value.ids}


def _cut(drawing: Drawing, listing: Listing) -> Iterator[Page]:
    last = max(1, -(-listing.total // PER_PAGE))
    for number in range(1, last + 1):
        ids = listing.ids[(number - 1) * PER_PAGE : number * PER_PAGE]
        entries = [drawing.view.catalog.entries[id_] for id_ in ids]
        suffix = f", страница {number}" if number > 1 else ""
        yield Page(
            path=addresses.of_part(listing.path, number),
            title=f"{capitalise(listing.title)}{suffix}",
            description=f"{capitalise(listing.title)}: {count(listing.total, _RECORDS)} банка практик.",
            key=(
                tuple(entry.version for entry in entries),
                listing.total,
                listing.note,
                listing.inside,
                listing.beside,
            ),
            draw=partial(_draw, drawing, listing, number, last, entries),
        )


def _draw(drawing: Drawing, listing: Listing, number: int, last: int, entries: Iterable[Entry]) -> str:
    cards = [drawing.card(entry) for entry in entries]
    template = listing.template if number == 1 else "list.html"
    return drawing.page(
        template, list=listing, cards=cards, pages=_page_links(drawing, listing.path, number, last)
    )


def _page_links(drawing: Drawing, path: str, current: int, last: int) -> Pages:
    near = range(current - _SHOWN_AROUND, current + _SHOWN_AROUND + 1)
    shown = sorted({1, last, *near} & set(range(1, last + 1)))
    links: list[tuple[int | None, str]] = []
    for number in shown:
        if links and links[-1][0] is not None and number - links[-1][0] > 1:
            links.append((None, ""))
        links.append((number, drawing.view.url(addresses.of_part(path, number))))
    return Pages(current, last, tuple(links))


@dataclass(frozen=True, slots=True)
class Group:
    """A facet on the page of all lists."""

    id: str
    label: str
    url: str
    items: tuple[Row, ...]


def _indexes(drawing: Drawing, facets: Sequence[FacetIndex]) -> Iterator[Page]:
    view = drawing.view
    home = ("Главная", view.url(addresses.HOME))
    groups = [_group(drawing, facet, filled=True) for facet in facets if facet.filled]
    groups.insert(0, Group("vidy", "Вид записи", view.url(addresses.CATALOGUE), _kinds(drawing)))
    yield _index(
        drawing, addresses.LISTS, "Все списки", "Каждое слово ведёт к своим записям.", (home,), groups
    )
    for facet in facets:
        trail = (home, ("Все списки", view.url(addresses.LISTS)))
        group = _group(drawing, facet, filled=False)
        yield _index(
            drawing, facet.slug, facet.label, "", trail, [Group(group.id, facet.label, "", group.items)]
        )


def _group(drawing: Drawing, facet: FacetIndex, *, filled: bool) -> Group:
    values = facet.filled if filled else facet.values
    return Group(
        facet.slug, facet.label, drawing.view.url(facet.slug), tuple(_row(drawing, facet, v) for v in values)
    )


def _index(  # noqa: PLR0913, PLR0917 - the parts of a page
    drawing: Drawing,
    path: str,
    title: str,
    lead: str,
    trail: tuple[tuple[str, str], ...],
    groups: list[Group],
) -> Page:
    return Page(
        path=path,
        title=title,
        description=f"{title}: по ним записи банка можно перебрать без поиска.",
        key=(title, tuple(groups)),
        draw=partial(drawing.page, "lists.html", title=title, lead=lead, trail=trail, groups=groups),
    )
