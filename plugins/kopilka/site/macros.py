"""Macros for hand-written pages: lists, tables, cards and counts of records in the site's own hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from kopilka.catalog.graph import Entry
from kopilka.records.site import Site
from kopilka.records.status import Status
from kopilka.russian import quote
from kopilka.settings import Settings
from kopilka.site import addresses
from kopilka.site.drawing import Drawing
from kopilka.site.frame import climb
from kopilka.site.meetings import intake_rows
from kopilka.site.plan import SitePlan
from kopilka.site.settings_table import setting_rows
from kopilka.site.view import ROOT

Macro = Callable[..., str | int | None]


class MacroError(ValueError):
    """A macro was called with something the bank does not have; the text is for the page's author."""


class Macros:
    """The macros for one page: their links are led from its address."""

    def __init__(self, plan: SitePlan, path: str) -> None:
        """`path` is the page's address as the plan writes it: «o-banke»."""
        self._plan = plan
        self._drawing: Drawing = plan.drawing
        self._root = climb(path, directory_urls=plan.directory_urls)

    def all(self) -> Mapping[str, Macro]:
        """Every macro under the name that pages use."""
        return {
            "records": self.records,
            "records_table": self.records_table,
            "cards": self.cards,
            "record_card": self.record_card,
            "count_records": self.count_records,
            "road_map": self.road_map,
            "open_intakes": self.open_intakes,
            "glossary_term": self.glossary_term,
            "glossary_list": self.glossary_list,
            "mail_link": self.mail_link,
            "settings_table": self.settings_table,
        }

    def records(self, *, limit: int | None = None, order: str = "title", **conditions: Any) -> str:
        """Links to the records that meet the conditions: kind='practice', temy='nastavnichestvo'."""
        return self._page("macro_list.html", entries=self._find(limit, order, conditions))

    def records_table(self, *, limit: int | None = None, order: str = "title", **conditions: Any) -> str:
        """A table: title, kind, organisation, period."""
        return self._page("macro_table.html", entries=self._find(limit, order, conditions))

    def cards(self, *, limit: int | None = None, order: str = "title", **conditions: Any) -> str:
        """Cards as in the catalogue."""
        found = self._find(limit, order, conditions)
        return self._led("".join(self._drawing.card(entry) for entry in found))

    def record_card(self, id_: str) -> str:
        """One record's card."""
        return self._led(self._drawing.card(self._entry(id_)))

    def count_records(self, **conditions: Any) -> int:
        """How many records meet the conditions."""
        return len(self._find(None, "title", conditions))

    def road_map(self, id_: str) -> str:
        """The road map of a record."""
        entry = self._entry(id_)
        rows = getattr(entry.record, "roadmap", ())
        if not rows:
            raise MacroError(f"У записи {quote(id_)} нет дорожной карты.")
        return self._page("macro_roadmap.html", entry=entry, rows=rows)

    def open_intakes(self) -> str:
        """The sites that take trainees now, the nearest group first."""
        view = self._drawing.view
        found = [
            (entry, intake)
            for entry in view.catalog.by_title
            if isinstance(entry.record, Site) and entry.record.status is Status.PUBLISHED
            for intake in entry.record.intakes
            if intake.is_open(view.today)
        ]
        found.sort(key=lambda pair: (pair[1].start.first, pair[0].id))
        rows = [(entry, intake_rows(view, entry, (intake,))[0]) for entry, intake in found]
        return self._page("macro_intakes.html", rows=rows)

    def glossary_term(self, id_: str) -> str:
        """A word of the glossary with its meaning as a tooltip."""
        view = self._drawing.view
        found = next((entry for entry in view.registry.glossary if entry.id == id_), None)
        if found is None:
            raise MacroError(f"В словаре нет слова {quote(id_)}.")
        link = Markup('<a href="{}" title="{}">{}</a>')
        return self._led(link.format(view.url(addresses.GLOSSARY, found.id), found.definition, found.term))

    def glossary_list(self) -> str:
        """The whole glossary as a list."""
        entries = self._drawing.view.registry.glossary
        return self._page("macro_glossary.html", entries=entries)

    def mail_link(self) -> str | None:
        """The bank's mailbox as a link; None when the settings name none."""
        email = self._drawing.view.settings.bank.email
        return Markup('<a href="mailto:{0}">{0}</a>').format(email) if email else None

    def settings_table(self, *parts: str) -> str:
        """The settings of these parts of `kopilka.yml`: what each is for and what holds without it."""
        unknown = next((part for part in parts if part not in Settings.model_fields), None)
        if unknown:
            raise MacroError(f"В kopilka.yml нет настройки {quote(unknown)}.")
        rows = [row for part in parts for row in setting_rows(part)]
        return self._page("macro_settings.html", rows=rows)

    def _entry(self, id_: str) -> Entry:
        entry = self._drawing.view.catalog.entries.get(id_)
        if entry is None:
            raise MacroError(f"На сайте нет записи {quote(id_)}.")
        return entry

    def _find(self, limit: int | None, order: str, conditions: Mapping[str, Any]) -> list[Entry]:
        catalog = self._drawing.view.catalog
        ordered: Iterable[Entry] = catalog.newest if order == "new" else catalog.by_title
        wanted = {
            name: {value} if isinstance(value, str) else set(value) for name, value in conditions.items()
        }
        self._check(wanted)
        found = [entry for entry in ordered if self._meets(entry, wanted)]
        return found[:limit] if limit else found

    def _check(self, wanted: Mapping[str, set[str]]) -> None:
        view = self._drawing.view
        slugs = (facet.slug for facet in view.facets.values() if facet.numbers is None)
        known = {"kind", "organisation", *(slug.replace("-", "_") for slug in slugs)}
        for name, values in wanted.items():
            if name not in known:
                raise MacroError(f"Нет условия {quote(name)}. Есть: {', '.join(sorted(known))}.")
            facet = view.facets.get(name.replace("_", "-"))
            unknown = values - {value.id for value in facet.values} if facet else set()
            if unknown:
                raise MacroError(f"В списке {quote(name)} нет значения {quote(min(unknown))}.")

    def _meets(self, entry: Entry, wanted: Mapping[str, set[str]]) -> bool:
        facets = self._drawing.view.facets
        terms: dict[str, set[str]] = {
            "kind": {entry.kind.id},
            "organisation": set(entry.record.organisations),
        }
        for name in wanted.keys() - terms.keys():
            terms[name] = set(facets[name.replace("_", "-")].by_record.get(entry.id, ()))
        return all(terms[name] & values for name, values in wanted.items())

    def _page(self, template: str, **context: Any) -> str:
        return self._led(self._drawing.page(template, **context))

    def _led(self, html: str) -> str:
        """The HTML on one line between blank ones: Markdown passes such a block through as it is."""
        lines = (line.strip() for line in html.replace(ROOT, self._root).splitlines())
        return " ".join(line for line in lines if line)
