"""The Jinja environment of our pages: everything is escaped unless our own renderer made it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from kopilka.render.typography import typograph
from kopilka.russian import capitalise, count, decimal, join_words, long_date, quote, short_date

PLAIN_LIMIT = 4096


@lru_cache(maxsize=8)
def make_environment(folders: tuple[Path, ...], *, icons: Path) -> Environment:
    """An environment that looks for templates in `folders`, the first one winning.

    Filters: `t` sets plain text by the rules of Russian typography; the rest are the helpers of
    `kopilka.russian`. A name that does not exist is our fault and raises `jinja2.UndefinedError`. Compiled
    templates are kept for the life of the program: `serve` plans the site again at every change of a record.
    """
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=len(folders) > 1,
    )
    environment.filters.update(
        t=set_text,
        count=count,
        decimal=decimal,
        join_words=join_words,
        long_date=long_date,
        short_date=short_date,
        quote=quote,
        capitalise=capitalise,
    )
    environment.globals["icon"] = IconSet(icons).draw
    return environment


@lru_cache(maxsize=PLAIN_LIMIT)
def set_text(text: str) -> Markup:
    """Plain text for a page: typography, then escaping. Short labels repeat on many pages and are kept."""
    return escape(typograph(text))


class IconSet:
    """Icons by name, one SVG file each; always decoration beside words, so hidden from screen readers."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds NAME.svg files of our own; their text is trusted."""
        self._icons = {
            path.stem: self._prepare(path.read_text(encoding="utf-8")) for path in folder.glob("*.svg")
        }

    def draw(self, name: str) -> Markup:
        """The icon's SVG; an unknown name gives the neutral circle, so that a new kind need not draw one."""
        return self._icons.get(name) or self._icons["circle"]

    @staticmethod
    def _prepare(svg: str) -> Markup:
        return Markup(  # noqa: S704 - our own files
            svg.strip().replace(
                '<svg xmlns="http://www.w3.org/2000/svg"', '<svg class="k-i" aria-hidden="true"'
            )
        )
