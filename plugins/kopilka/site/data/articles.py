"""Records as articles of «Сборник по выбору»: the body as the page has it, and how to cite it."""

from __future__ import annotations

from kopilka.catalog.graph import Entry
from kopilka.site.citations import citations_of
from kopilka.site.view import View

BLOCK = 4
"""Articles in one file: they are long, and few are asked for at once."""


def article(view: View, entry: Entry) -> tuple[str, str]:
    """Its body as sanitised HTML, in which ROOT stands for the way to the site's root; its description."""
    return str(view.body(entry)), citations_of(view, entry)[0].text
