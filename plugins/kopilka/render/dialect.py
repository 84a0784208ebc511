"""The Markdown of records: CommonMark without HTML, with tables, notes, footnotes and a few things more."""

from __future__ import annotations

from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from kopilka.render.addresses import Kind, classify
from kopilka.render.attributes import attribute_lists
from kopilka.render.figures import figures, table_captions
from kopilka.render.notes import note_titles
from kopilka.render.shortcuts import take_shortcuts


class Dialect(MarkdownIt):
    """The parser of records."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name is markdown-it's
        """Whether an address may be used; if not, its link or picture stays text as it was written."""
        return classify(url) is not Kind.FORBIDDEN


def plain_dialect() -> Dialect:
    """The dialect as the library parses it, rule after rule."""
    dialect = Dialect("commonmark", {"html": False})
    dialect.enable(["table", "strikethrough"]).disable(["html_block", "html_inline"])
    dialect.use(footnote_plugin).use(deflist_plugin).use(admon_plugin)
    dialect.core.ruler.after("block", "note_titles", note_titles)
    dialect.core.ruler.after("inline", "attribute_lists", attribute_lists)
    dialect.core.ruler.after("attribute_lists", "figures", figures)
    dialect.core.ruler.after("figures", "table_captions", table_captions)
    return dialect


def quick_dialect() -> Dialect:
    """The same dialect, the same tokens, in half the time."""
    dialect = plain_dialect()
    take_shortcuts(dialect)
    return dialect
