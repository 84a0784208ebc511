"""What stands round every page: header, tabs, footer; planned once from the root, then led to each page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urljoin

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its words."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab of the menu; `active` while the reader is in its part, `last` for the one apart at the right end.

    `sections` are the first steps of the paths that belong to it besides its own: praktiki, temy.
    """

    label: str
    url: str
    active: bool = False
    last: bool = False
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FooterColumn:
    """A column of the footer."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a page.

    In the plan its addresses are paths from the site's root («temy», «slovar#iom», «» for home) or whole
    addresses; in the frame of a page they are ready for an `href` on that page.
    """

    name: str
    """Short name: by the logo and at the end of the browser's title."""
    title: str
    """What the bank is, in a phrase."""
    home_url: str = ""
    search_url: str = ""
    route_url: str = ""
    tabs: tuple[Tab, ...] = ()
    footer: tuple[FooterColumn, ...] = ()
    licence: Link | None = None
    built: str = ""
    """The day of the build in words: «22 ноября 2026 года»."""

    def lead(self, to: Callable[[str], str]) -> Frame:
        """The same frame with every address passed through `to`."""
        return replace(
            self,
            home_url=to(self.home_url),
            search_url=to(self.search_url),
            route_url=to(self.route_url),
            tabs=tuple(replace(tab, url=to(tab.url)) for tab in self.tabs),
            footer=tuple(
                FooterColumn(column.title, tuple(Link(link.label, to(link.url)) for link in column.links))
                for column in self.footer
            ),
            licence=self.licence and Link(self.licence.label, to(self.licence.url)),
        )


class Frames:
    """The frames of all pages. Thousands of pages share a handful: one for each depth and each active tab."""

    def __init__(self, plan: Frame, *, directory_urls: bool) -> None:
        self._plan = plan
        self._directory_urls = directory_urls
        self._made: dict[tuple[str, int], Frame] = {}

    def at(self, path: str) -> Frame:
        """The frame for the page at `path` («praktiki/karty», «index»), its addresses led from there."""
        key = (climb(path, directory_urls=self._directory_urls), _active_tab(self._plan.tabs, path))
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, up: str, active: int) -> Frame:
        def to(target: str) -> str:
            if is_outside(target):
                return target
            return up + page_url(target, directory_urls=self._directory_urls) or "./"

        led = self._plan.lead(to)
        tabs = tuple(replace(tab, active=number == active) for number, tab in enumerate(led.tabs))
        return replace(led, tabs=tabs)


def absolute(frame: Frame, base: str) -> Frame:
    """The home page's frame made fit for a page that cannot know its own address, such as 404.

    `base` is the path of the site on its server: «/» or «/bank/».
    """
    root = base.rstrip("/") + "/"
    return frame.lead(lambda url: url if is_outside(url) else urljoin(root, url))


def is_outside(url: str) -> bool:
    """Whether an address is whole by itself: another site, a mailbox, a place on the same page."""
    return _OUTSIDE.match(url) is not None


def page_url(path: str, *, directory_urls: bool) -> str:
    """The address of a page from the site's root: «temy» is «temy/» or «temy.html», home «» or «index.html».

    A path that ends in a file («dannye/reestr.xlsx») is its own address.
    """
    path, mark, anchor = path.partition("#")
    folder, slash, name = path.strip("/").rpartition("/")
    if name in ("", "index"):
        name = "" if directory_urls else "index.html"
    elif "." not in name:
        name += "/" if directory_urls else ".html"
    return folder + slash + name + mark + anchor


def page_file(path: str, *, directory_urls: bool) -> str:
    """The file of a page on the disk, from the site's root: «temy/index.html» or «temy.html»."""
    url = page_url(path, directory_urls=directory_urls)
    return f"{url}index.html" if not url or url.endswith("/") else url


def climb(path: str, *, directory_urls: bool) -> str:
    """The way from a page up to the site's root: «../../», or nothing for a page that stands at the root."""
    steps = path.count("/")
    if directory_urls and path.rpartition("/")[2] != "index":
        steps += 1
    return "../" * steps


def _active_tab(tabs: tuple[Tab, ...], path: str) -> int:
    for number, tab in enumerate(tabs):
        for section in (tab.url.strip("/"), *tab.sections):
            if section and (path == section or path.startswith(section + "/")):
                return number
    return -1
