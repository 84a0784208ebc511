"""Records as articles of «Сборник по выбору»: the body as the page has it, and how to cite it."""

from __future__ import annotations

import zlib

from kopilka.catalog.graph import Entry
from kopilka.citing import describe
from kopilka.site.bundle import StaticFile
from kopilka.site.citations import page_of
from kopilka.site.data.files import FOLDER, loose_file
from kopilka.site.view import View


def article_file(view: View, entry: Entry, packed: bytes | None) -> StaticFile:
    """`data/articles/ID.js`: the sanitised body, in which ROOT is the site's root, and the description.

    `packed` is the body of the page that was drawn; without it the body is drawn again.
    """
    body = zlib.decompress(packed).decode() if packed else str(view.body(entry))
    return loose_file(
        f"{FOLDER}/articles/{entry.id}.js", f"articles/{entry.id}", (body, describe(page_of(view, entry)))
    )
