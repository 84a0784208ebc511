"""Records as articles of «Сборник по выбору»: the body as the page has it, and how to cite it."""

from __future__ import annotations

from kopilka.catalog.graph import Entry
from kopilka.citing import describe
from kopilka.site.bundle import StaticFile
from kopilka.site.citations import page_of
from kopilka.site.data.files import FOLDER, loose_file
from kopilka.site.view import View


def article_file(view: View, entry: Entry, html: str) -> StaticFile:
    """`data/articles/ID.js`: the sanitised body, in which ROOT is the site's root, and the description."""
    name = f"articles/{entry.id}"
    return loose_file(f"{FOLDER}/{name}.js", name, (html, describe(page_of(view, entry))))
