"""One record in the data files: made together with its page, by whichever process draws it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from kopilka.catalog.graph import Entry
from kopilka.search import Document
from kopilka.site.data import search
from kopilka.site.data.articles import article_file
from kopilka.site.data.cards import record_card
from kopilka.site.data.files import as_json
from kopilka.site.data.passports import passport
from kopilka.site.data.texts import plain_text
from kopilka.site.drawing import Drawing
from kopilka.site.pages import Beside
from kopilka.site.view import View


@dataclass(frozen=True, slots=True)
class RecordData:
    """The part of a record in the files of all records; its card and its passport are JSON already."""

    card: str
    passport: str
    document: Document

    def pack(self) -> bytes:
        """For the shelf and the way between processes."""
        parts = (self.card, self.passport, asdict(self.document))
        return json.dumps(parts, ensure_ascii=False).encode()

    @classmethod
    def unpack(cls, packed: bytes) -> RecordData:
        """What was packed."""
        card, passport_, document = json.loads(packed)
        return cls(card, passport_, Document(**document))


def record_data(view: View, entry: Entry, words: str) -> RecordData:
    """`words` are those of the record's body, see `Body`."""
    return RecordData(
        card=as_json(record_card(view, entry).json),
        passport=as_json(passport(view, entry)),
        document=search.record_document(view, entry, plain_text(view, entry, words)),
    )


def beside(drawing: Drawing, entry: Entry) -> Beside:
    """All that is made of a record beside its page; its body has just been rendered for the page."""
    body = drawing.body(entry)
    data = record_data(drawing.view, entry, body.words)
    return Beside((article_file(drawing.view, entry, body.html),), data.pack())
