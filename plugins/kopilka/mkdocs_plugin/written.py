"""Pages written by hand, read for the search while MkDocs writes them."""

from __future__ import annotations

import re
from html import unescape

from mkdocs.structure.pages import Page

from kopilka.mkdocs_plugin.pages import page_path
from kopilka.mkdocs_plugin.view import PageView
from kopilka.site.data.written import WrittenPage

_CODE = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_SPACES = re.compile(r"[\s¶]+")


def read_written(page: Page, view: PageView) -> WrittenPage:
    """The page's words; the home page written by hand is a page like others."""
    text = unescape(_TAG.sub(" ", _CODE.sub(" ", page.content or "")))
    title = str(page.title or view.head_title)
    return WrittenPage(page_path(page), title, view.description, _SPACES.sub(" ", text).strip())
