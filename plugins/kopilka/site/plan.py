"""The plan of the site: every page with its address, and how each is drawn when its turn comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kopilka.catalog.codes import ALL_CODES
from kopilka.catalog.facets import index_facets
from kopilka.catalog.graph import Catalog, Entry
from kopilka.catalog.pictures import is_withheld
from kopilka.catalog.published import Published
from kopilka.diagnostics import Code, Diagnostic, Severity, Span
from kopilka.records.pictures import Use
from kopilka.render.body import BodyRenderer
from kopilka.settings import FILE_NAME, Settings
from kopilka.site import addresses
from kopilka.site.build_codes import BUILD_CODES, PUBLIC_EDITOR
from kopilka.site.bundle import StaticFile
from kopilka.site.certificates import certificate_pages
from kopilka.site.collections import collection_assets, collection_pages
from kopilka.site.data.build import SiteData
from kopilka.site.data.records import beside
from kopilka.site.data.shelf import Shelf
from kopilka.site.data.written import WrittenPage
from kopilka.site.drawing import Drawing, with_contents
from kopilka.site.editor import editor_files
from kopilka.site.frame import Frame, Frames, climb
from kopilka.site.home import home_page
from kopilka.site.lists import list_pages
from kopilka.site.menu import frame_of
from kopilka.site.organisations import organisation_pages
from kopilka.site.pages import Asset, Page, Rendered
from kopilka.site.proposing import form_pages
from kopilka.site.registers import register_pages
from kopilka.site.tools import tool_pages
from kopilka.site.view import ROOT, View

ADDRESS_TAKEN = Code(
    "K901",
    "address-taken",
    Severity.ERROR,
    "Две страницы просят один адрес",
    "По одному адресу может стоять одна страница: вторая пропала бы без следа. "
    "Так бывает, когда запись названа словом, занятым списками сайта.",
    "practices/stranica-2.md",
    "practices/vtoraya-stranica-knigi.md",
)


@dataclass(frozen=True)
class SitePlan:
    """All pages and files of the site; a page is drawn only when asked for, and not kept."""

    pages: Mapping[str, Page]
    assets: tuple[Asset, ...]
    diagnostics: tuple[Diagnostic, ...]
    directory_urls: bool
    drawing: Drawing = field(repr=False)
    frames: Frames = field(repr=False)

    def render(self, path: str) -> Rendered:
        """The page at `path`, its links led from there."""
        page = self.pages[path]
        html, toc = with_contents(page.draw())
        beside = page.beside() if page.beside else None
        return Rendered(html.replace(ROOT, climb(path, directory_urls=self.directory_urls)), toc, beside)

    def data(self, written: Iterable[WrittenPage], shelf: Shelf | None = None) -> Iterator[StaticFile]:
        """The data files that scripts read, with the pages written by hand among what can be found.

        On the `shelf` lies what was made with the pages of records, by their paths; the rest is made here.
        Where the settings ask for it, the files of the editor too: it is told of the same records.
        """
        view = self.drawing.view
        yield from SiteData(view, tuple(written), shelf).files()
        if view.settings.editor.public:
            yield from editor_files(view.catalog, view.settings)

    def frame(self, path: str) -> Frame:
        """What stands round the page at `path`."""
        return self.frames.at(path)


def plan_site(  # noqa: PLR0913 - the parts of a bank, named at the call
    catalog: Catalog,
    settings: Settings,
    *,
    root: Path,
    files: Mapping[str, int],
    directory_urls: bool,
    books: Mapping[str, Published] | None = None,
    use: Use = "site",
) -> SitePlan:
    """The plan for the catalogue that readers see.

    `files` are the attachments with their sizes; `books` are the set collections by id; `use` is what people
    on pictures must have agreed to.
    """
    assets = {asset.origin: asset for asset in _assets(catalog, files, use)}
    facets = index_facets(catalog)
    listed = tuple(facet for facet in facets if facet.own_lists)
    view = View(
        catalog=catalog,
        facets=facets,
        settings=settings,
        renderer=BodyRenderer(abbreviations=_abbreviations(catalog)),
        files={path: files[path] for path in assets},
        directory_urls=directory_urls,
    )
    templates = root / settings.templates if settings.templates else None
    drawing = Drawing(view, templates=templates, books=books)
    pages, doubles = _collect(
        home_page(drawing),
        *_record_pages(drawing),
        *list_pages(drawing, listed),
        *organisation_pages(drawing),
        *collection_pages(drawing, drawing.editions),
        *certificate_pages(drawing),
        *tool_pages(drawing),
        *form_pages(drawing),
        *register_pages(drawing, (*ALL_CODES, ADDRESS_TAKEN, *BUILD_CODES)),
    )
    frames = Frames(frame_of(settings, catalog, listed), directory_urls=directory_urls)
    copied = (*assets.values(), *collection_assets(drawing.editions, folder=settings.books))
    found = (*doubles, *_public_editor(settings))
    return SitePlan(pages, copied, found, directory_urls, drawing, frames)


def _public_editor(settings: Settings) -> Iterator[Diagnostic]:
    """The law told to the maintainer with every build that lays the editor out."""
    if settings.editor.public:
        hint = f"Если вход ведёт за границу, уберите editor: public. Хранилище сейчас: {settings.forge.host}."
        yield PUBLIC_EDITOR.at(FILE_NAME, Span(), PUBLIC_EDITOR.title.lower(), hint=hint)


def _collect(*pages: Page) -> tuple[dict[str, Page], tuple[Diagnostic, ...]]:
    taken: dict[str, Page] = {}
    doubles = []
    for page in pages:
        first = taken.setdefault(page.path, page)
        if first is not page:
            place = page.source or first.source or FILE_NAME
            message = f"адрес {page.path}/ уже занят страницей «{first.title}»"
            doubles.append(ADDRESS_TAKEN.at(place, Span(), message, hint="Переименуйте запись."))
    return taken, tuple(doubles)


def _record_pages(drawing: Drawing) -> Iterator[Page]:
    for entry in drawing.view.catalog.by_title:
        yield Page(
            path=addresses.of_record(entry),
            title=entry.record.title,
            description=entry.record.summary,
            key=_record_key(drawing, entry),
            draw=partial(drawing.record, entry),
            beside=partial(beside, drawing, entry),
            source=entry.path,
        )


def _record_key(drawing: Drawing, entry: Entry) -> object:
    """All that a record's page says: its own words, those of its neighbours, the books that it is in."""
    near = tuple(item.version for item in _neighbours(drawing, entry))
    published = drawing.editions.with_record(entry)
    return entry.version, near, tuple(found.edition.version for found in published)


def _neighbours(drawing: Drawing, entry: Entry) -> list[Entry]:
    """The records whose words stand on this record's page."""
    view = drawing.view
    ids = set(view.references(entry))
    ids |= {link.id for link in view.catalog.backlinks.get(entry.id, ())}
    near = [view.catalog.entries[id_] for id_ in sorted(ids) if id_ in view.catalog.entries]
    ancestors = view.catalog.ancestors(entry)
    root = ancestors[0] if ancestors else entry
    return [*near, *ancestors, *_descendants(view.catalog, root, 4)]


def _descendants(catalog: Catalog, entry: Entry, depth: int) -> Iterator[Entry]:
    for child in catalog.children.get(entry.id, ()) if depth else ():
        yield child
        yield from _descendants(catalog, child, depth - 1)


def _assets(catalog: Catalog, files: Mapping[str, int], use: Use) -> Iterator[Asset]:
    """The files beside the records that the site shows; what may not be shown stays home."""
    folders = {entry.path.removesuffix(".md"): entry for entry in catalog.entries.values()}
    for path in sorted(files):
        parts = path.split("/")
        for depth in range(2, len(parts)):
            entry = folders.get("/".join(parts[:depth]))
            if entry is not None:
                name = "/".join(parts[depth:])
                if not is_withheld(entry.record, name, catalog.today, use=use):
                    yield Asset(addresses.of_file(entry, name), path)
                break


def _abbreviations(catalog: Catalog) -> dict[str, str]:
    return {short: entry.term for entry in catalog.registry.glossary for short in entry.abbreviations}
