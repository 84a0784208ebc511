"""One record in the data files: made together with its page, by whichever process draws it."""

from __future__ import annotations

from kopilka.catalog.graph import Entry
from kopilka.site.data import search
from kopilka.site.data.articles import article_file
from kopilka.site.data.cards import record_card
from kopilka.site.data.files import as_json
from kopilka.site.data.passports import passport
from kopilka.site.data.texts import plain_text
from kopilka.site.drawing import Drawing
from kopilka.site.pages import Beside
from kopilka.site.view import View

CARD, PASSPORT, TEXT, SEARCHED = "card", "passport", "text", "searched"
"""The parts of a record in the files of all records, each as JSON; what is searched is without the text."""


def record_parts(view: View, entry: Entry, words: str) -> dict[str, bytes]:
    """Every part; `words` are those of the record's body, see `Body`."""
    values = {
        CARD: record_card(view, entry).json,
        PASSPORT: passport(view, entry),
        TEXT: plain_text(view, entry, words),
        SEARCHED: search.searched(view, entry),
    }
    return {name: as_json(value).encode() for name, value in values.items()}


def beside(drawing: Drawing, entry: Entry) -> Beside:
    """All that is made of a record beside its page; its body has just been rendered for the page."""
    body = drawing.body(entry)
    parts = record_parts(drawing.view, entry, body.words)
    return Beside((article_file(drawing.view, entry, body.html),), parts)
