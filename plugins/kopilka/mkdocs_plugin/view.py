"""What the theme's templates may use, under the one name `kopilka`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url

from kopilka.mkdocs_plugin.pages import RecordPage, page_path
from kopilka.russian import count
from kopilka.site.bundle import Bundle
from kopilka.site.frame import Frame, Link, absolute, climb
from kopilka.site.pages import Rendered, TocItem
from kopilka.site.plan import SitePlan

_HOME = "index"
_PARTS = ("header", "tabs", "nav", "footer")


@dataclass(frozen=True, slots=True)
class DrawnFrame:
    """The parts of a frame as HTML."""

    frame: Frame
    header: str
    tabs: str
    nav: str
    footer: str


class Dress:
    """What all pages of a build wear: our files, Material's stylesheet, and frames, each drawn once."""

    def __init__(self, bundle: Bundle, material: str, *, directory_urls: bool, description: str) -> None:
        self.bundle = bundle
        self.material = material
        self.directory_urls = directory_urls
        self.description = description
        self._drawn: dict[int, DrawnFrame] = {}

    def draw(self, frame: Frame, env: jinja2.Environment) -> DrawnFrame:
        """The frame as HTML; thousands of pages share a handful of frames, and the very objects."""
        drawn = self._drawn.get(id(frame))
        if drawn is None or drawn.frame is not frame:
            parts = (env.get_template(f"partials/{name}.html") for name in _PARTS)
            drawn = DrawnFrame(frame, *(part.render(frame=frame) for part in parts))
            self._drawn[id(frame)] = drawn
        return drawn


@dataclass(frozen=True, slots=True)
class PageView:
    """One page as the templates see it. `html` is ready; everything else is escaped where it is printed."""

    drawn: DrawnFrame
    dress: Dress
    base: str
    """The way up to the site's root, with its last slash."""
    head_title: str
    description: str
    html: str = ""
    toc: Sequence[TocItem] = ()
    crumbs: tuple[Link, ...] = ()
    part: str = ""
    siblings: tuple[Link, ...] = ()

    @property
    def toc_words(self) -> str:
        """How many parts the page has: «5 разделов»."""
        return count(len(self.toc), ("раздел", "раздела", "разделов"))


def view_record(
    page: RecordPage, plan: SitePlan, rendered: Rendered, dress: Dress, env: jinja2.Environment
) -> PageView:
    """A planned page: rendered one at a time, and let go when it is written."""
    planned = plan.pages[page.path]
    frame = plan.frame(page.path)
    return PageView(
        drawn=dress.draw(frame, env),
        dress=dress,
        base=climb(page.path, directory_urls=dress.directory_urls),
        head_title=f"{planned.title} – {frame.name}",
        description=planned.description,
        html=rendered.html,
        toc=rendered.toc,
    )


def view_written(page: Page, plan: SitePlan, dress: Dress, env: jinja2.Environment) -> PageView:
    """A page written by hand in docs/: its contents, its neighbours and the way back come from MkDocs."""
    path = page_path(page)
    frame = plan.frame(path)
    home = path == _HOME
    part, siblings = ("", ()) if home else _neighbours(page)
    return PageView(
        drawn=dress.draw(frame, env),
        dress=dress,
        base=climb(path, directory_urls=dress.directory_urls),
        head_title=f"{page.title or frame.title} – {frame.name}",
        description=page.meta.get("description") or dress.description,
        toc=() if home else tuple(_headings(page.toc)),
        crumbs=() if home else _crumbs(page, frame),
        part=part,
        siblings=siblings,
    )


def view_lost(plan: SitePlan, dress: Dress, env: jinja2.Environment, *, config: MkDocsConfig) -> PageView:
    """The page 404, which may be shown at any depth: its addresses start from the server's root."""
    base = urlsplit(config.site_url or "/").path.rstrip("/") + "/"
    frame = absolute(plan.frame(_HOME), base)
    return PageView(
        drawn=dress.draw(frame, env),
        dress=dress,
        base=base,
        head_title=f"Такой страницы нет – {frame.name}",
        description=dress.description,
    )


def _headings(toc: Iterable[AnchorLink]) -> Iterable[TocItem]:
    for item in toc:
        parts = item.children if item.level == 1 else [item]
        yield from (TocItem(part.id, unescape(part.title)) for part in parts)


def _neighbours(page: Page) -> tuple[str, tuple[Link, ...]]:
    """The part of the navigation the page stands in, and its pages; the page itself has no address."""
    part = page.parent
    if part is None or len(_pages(part)) < 2:
        return "", ()
    links = (Link(item.title or "", "" if item is page else _relative(item, page)) for item in _pages(part))
    return part.title or "", tuple(links)


def _crumbs(page: Page, frame: Frame) -> tuple[Link, ...]:
    """The way back: home, then the first page of each part above, for parts have no page of their own."""
    firsts = ((part, first) for part in reversed(list(page.ancestors)) for first in _pages(part)[:1])
    steps = (Link(part.title or "", _relative(first, page)) for part, first in firsts if first is not page)
    return (Link("Главная", frame.home_url), *steps)


def _pages(part: StructureItem) -> list[Page]:
    return [item for item in part.children if isinstance(item, Page)] if isinstance(part, Section) else []


def _relative(target: Page, page: Page) -> str:
    return get_relative_url(target.url, page.url)
