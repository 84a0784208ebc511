"""All data files of the site, from the plan's own drawing and the pages written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from kopilka.catalog.graph import Entry
from kopilka.search import Document, build
from kopilka.search.pagefind import PagefindBundle, build_pagefind
from kopilka.site import addresses
from kopilka.site.bundle import StaticFile
from kopilka.site.data import articles, cards, facets, forms, passports, search, texts
from kopilka.site.data.files import FOLDER, DataFile, cut, data_file, pack
from kopilka.site.data.written import WrittenPage
from kopilka.site.view import View

NO_BODIES: Mapping[str, bytes] = MappingProxyType({})

OTHER_KINDS = {
    "organisation": {"label": "Организация", "plural": "Организации", "icon": "school", "url": "organizacii"},
    "term": {"label": "Словарь", "plural": "Словарь", "icon": "term", "url": "slovar"},
    "page": {"label": "Помощь", "plural": "Помощь", "icon": "info", "url": "uchitelyu"},
}


class SiteData:
    """The data of one build. All files share the cards' numbers: records, the newest first, then the rest."""

    def __init__(
        self, view: View, written: tuple[WrittenPage, ...], bodies: Mapping[str, bytes] = NO_BODIES
    ) -> None:
        """`bodies` are packed bodies of records by the paths of their pages, as far as they are known."""
        self._view = view
        self._written = written
        self._bodies = bodies

    def files(self) -> Iterator[StaticFile]:
        """Every data file; what stands in `data/` of the site."""
        yield from pack(self._listed(), self._manifest())
        for entry in self.entries:
            yield articles.article_file(self._view, entry, self._bodies.get(addresses.of_record(entry)))
        for file in self._pagefind.files if self._pagefind else ():
            yield StaticFile(f"{FOLDER}/pagefind/{file.path}", file.content)

    def _listed(self) -> Iterator[DataFile]:
        yield from cut("cards", [card.json for card in self.cards], cards.BLOCK)
        yield from cut("texts", self.texts, texts.BLOCK)
        yield data_file("passports", passports.head(self._view.catalog))
        listed = [passports.passport(self._view, entry) for entry in self.entries]
        yield from cut("passports", listed, passports.BLOCK)
        yield from forms.form_files(self._view)
        yield data_file("facets", facets.facets_data(self._view, self.entries))
        yield from self._search()
        yield data_file("ids", "\n".join(entry.id for entry in self.entries))

    def _search(self) -> Iterator[DataFile]:
        if self._pagefind:
            yield data_file("pagefind", "\n".join(self._pagefind.names))
            return
        for file in build(self._documents, list(search.groups(self._view.registry))):
            yield data_file(file.name, file.value)

    @property
    def _documents(self) -> list[Document]:
        return list(search.documents(self._view, self.texts, self._written))

    @cached_property
    def _pagefind(self) -> PagefindBundle | None:
        """The index of the other engine, where the settings ask for it."""
        wanted = self._view.settings.search.engine == "pagefind"
        return build_pagefind(self._documents) if wanted else None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The records in the order of their numbers."""
        return self._view.catalog.newest

    @cached_property
    def cards(self) -> list[cards.Card]:
        """The cards in the order of their numbers."""
        records = [cards.record_card(self._view, entry) for entry in self.entries]
        return [*records, *cards.other_cards(self._view, self._written)]

    @cached_property
    def texts(self) -> list[str]:
        """The texts under the summaries, of records and of hand-written pages; the other cards have none."""
        return [texts.plain_text(self._view, entry) for entry in self.entries] + [
            page.text for page in self._written
        ]

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
            "cards": len(self.cards),
            "terms": len(view.registry.glossary),
            "block": cards.BLOCK,
            "texts": len(self.texts),
            "textBlock": texts.BLOCK,
            "kinds": kinds | OTHER_KINDS,
        }
