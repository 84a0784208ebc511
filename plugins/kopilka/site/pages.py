"""What the plan is made of: a page with its address and the way to draw it, a drawn page, a file to copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kopilka.site.bundle import StaticFile


@dataclass(frozen=True, slots=True)
class TocItem:
    """A section of a page."""

    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A drawn page: the HTML of its content, its sections; of a record what goes with its page."""

    html: str
    toc: tuple[TocItem, ...]
    beside: Beside | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What is made of a record together with its page: files of its own, and its part of the common ones."""

    files: tuple[StaticFile, ...]
    parts: Mapping[str, bytes]
    """By their names: see `kopilka.site.data.records`."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site before it is drawn.

    `key` is equal for two plans exactly when the page's content is: `serve` draws again only what differs.
    """

    path: str
    title: str
    description: str
    key: object
    draw: Callable[[], str] = field(repr=False, compare=False)
    beside: Callable[[], Beside] | None = field(default=None, repr=False, compare=False)
    source: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file copied as it is: `path` on the site, `origin` relative to the bank's root."""

    path: str
    origin: str
