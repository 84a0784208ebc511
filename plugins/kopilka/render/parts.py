"""What is met in a rendered body: headings, links, pictures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level on the page, its text, its anchor there, its line in the body from 1."""

    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link: the address as written, its words, where it leads on the page (None: nowhere), its line."""

    address: str
    text: str
    href: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: the address as written, what is seen on it, its caption, its line.

    `src` is where it lies on the page; None when it was not found or lies on another site, from where
    a page of ours never loads anything.
    """

    address: str
    alt: str
    caption: str
    src: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Body:
    """A rendered body and what was met in it, in the order of the text."""

    html: str
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    words: str = ""
    """What a reader would read, without marks, in one line."""
