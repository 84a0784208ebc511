"""All data files of the site, from the plan's own drawing and the pages written by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from kopilka.catalog.graph import Entry
from kopilka.render.plain import plain_body
from kopilka.search import Document, build
from kopilka.search.pagefind import PagefindBundle, build_pagefind
from kopilka.site import addresses
from kopilka.site.bundle import StaticFile
from kopilka.site.data import cards, facets, forms, passports, search, texts
from kopilka.site.data.cards import Card
from kopilka.site.data.files import FOLDER, DataFile, as_json, cut, data_file, pack
from kopilka.site.data.records import CARD, PASSPORT, SEARCHED, TEXT, record_parts
from kopilka.site.data.shelf import Shelf
from kopilka.site.data.written import WrittenPage
from kopilka.site.view import View

OTHER_KINDS = {
    "organisation": {"label": "Организация", "plural": "Организации", "icon": "school", "url": "organizacii"},
    "term": {"label": "Словарь", "plural": "Словарь", "icon": "term", "url": "slovar"},
    "page": {"label": "Помощь", "plural": "Помощь", "icon": "info", "url": "uchitelyu"},
}


class SiteData:
    """The data of one build. All files share the cards' numbers: records, the newest first, then the rest."""

    def __init__(self, view: View, written: tuple[WrittenPage, ...], shelf: Shelf | None = None) -> None:
        """On the `shelf` lie the parts of records by the paths of their pages, as far as they are known."""
        self._view = view
        self._written = written
        self._shelf = shelf or Shelf()

    def files(self) -> Iterator[StaticFile]:
        """Every data file; what stands in `data/` of the site, but for the files of single records."""
        yield from pack(self._listed)
        for file in self._pagefind.files if self._pagefind else ():
            yield StaticFile(f"{FOLDER}/pagefind/{file.path}", file.content)

    def _listed(self) -> Iterator[DataFile]:
        yield from cut("cards", self.cards, cards.BLOCK)
        yield from cut("texts", self.texts, texts.BLOCK)
        yield data_file("passports", passports.head(self._view.catalog))
        yield from cut("passports", self._part(PASSPORT), passports.BLOCK)
        yield from forms.form_files(self._view)
        yield from self._found_by
        yield data_file("ids", "\n".join(entry.id for entry in self.entries))
        yield data_file("manifest", self._manifest())

    @cached_property
    def _found_by(self) -> tuple[DataFile, ...]:
        """What takes long to make and little room: the facets and the search."""
        facet_file = data_file("facets", facets.facets_data(self._view, self.entries))
        if self._pagefind:
            return facet_file, data_file("pagefind", "\n".join(self._pagefind.names))
        index = build(self.documents, list(search.groups(self._view.registry)))
        return facet_file, *(data_file(file.name, file.value) for file in index)

    @cached_property
    def _pagefind(self) -> PagefindBundle | None:
        """The index of the other engine, where the settings ask for it."""
        wanted = self._view.settings.search.engine == "pagefind"
        return build_pagefind(self.documents) if wanted else None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The records in the order of their numbers."""
        return self._view.catalog.newest

    def _part(self, name: str) -> Iterator[str]:
        """One part of every record, as JSON, in the order of their numbers."""
        for entry in self.entries:
            path = addresses.of_record(entry)
            if (known := self._shelf.get(path, name)) is None:
                parts = record_parts(self._view, entry, plain_body(entry.body))
                self._shelf.put(path, parts)
                known = parts[name]
            yield known.decode()

    @property
    def cards(self) -> Iterator[str]:
        """The cards as JSON in the order of their numbers."""
        yield from self._part(CARD)
        yield from (as_json(card.json) for card in self._other_cards)

    @cached_property
    def _other_cards(self) -> list[Card]:
        return list(cards.other_cards(self._view, self._written))

    @property
    def texts(self) -> Iterator[str]:
        """The texts under summaries, as JSON: of records and hand-written pages; other cards have none."""
        yield from self._part(TEXT)
        yield from (as_json(page.text) for page in self._written)

    @property
    def documents(self) -> Iterator[Document]:
        """Everything that is searched, in the order of the cards' numbers; records by their ids too."""
        for entry, rest, text in zip(self.entries, self._part(SEARCHED), self._part(TEXT), strict=True):
            yield Document(**json.loads(rest), text=f"{json.loads(text)} {entry.id}")
        yield from search.other_documents(self._view, self._written)

    def _manifest(self) -> dict[str, Any]:
        view = self._view
        kinds = {
            model.kind.id: {
                "label": model.kind.label,
                "plural": model.kind.plural,
                "icon": model.kind.icon,
                "url": model.kind.slug,
                "way": model.kind.way,
            }
            for model in view.catalog.kinds
        }
        site = view.settings.bank.url
        return {
            "today": view.today.isoformat(),
            "bank": view.settings.bank.name,
            "site": site.rstrip("/") + "/" if site else None,
            "records": len(self.entries),
            "cards": len(self.entries) + len(self._other_cards),
            "terms": len(view.registry.glossary),
            "block": cards.BLOCK,
            "texts": len(self.entries) + len(self._written),
            "textBlock": texts.BLOCK,
            "kinds": kinds | OTHER_KINDS,
        }
