"""Draws templates for one catalogue; what is the same on many pages is drawn once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from kopilka.catalog.graph import Entry
from kopilka.catalog.published import Published
from kopilka.records.quantities import hours_words, minutes_words
from kopilka.render.body import Body
from kopilka.render.templates import make_environment
from kopilka.russian import choose_form
from kopilka.site import addresses, cascades, citations, facts, meetings, results, roadmaps, timelines
from kopilka.site.cards import card_rows, card_tags
from kopilka.site.edition_facts import edition_facts
from kopilka.site.editions import Edition, Editions
from kopilka.site.pages import TocItem
from kopilka.site.view import View

HERE = Path(__file__).parent
CONTENTS = Markup("\ue001")
"""Stands in a drawn page for «На этой странице», which is known only when the whole page is drawn."""

_HEADING = re.compile(r'<h2 (?:class="[^"]*" )?id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_SECTIONS = ("раздел", "раздела", "разделов")
"""A page of one or two sections needs no contents."""
_FEW = 2


class Drawing:
    """The environment, the view and the parts that are drawn once."""

    def __init__(
        self, view: View, *, templates: Path | None = None, books: Mapping[str, Published] | None = None
    ) -> None:
        """`templates` is the bank's own folder of templates, which win over ours; `books` are set ones."""
        folders = tuple(folder for folder in (templates, HERE / "templates") if folder is not None)
        self.view = view
        self.editions = Editions(view, books or {})
        self._environment = make_environment(folders, icons=HERE / "icons")
        self._common = {"view": view, "draw": self._helpers(), "contents_marker": CONTENTS}
        self._cards: dict[str, Markup] = {}
        self._last: tuple[Entry, Body] | None = None

    def _helpers(self) -> SimpleNamespace:
        """What a kind's template may call; each works for any record that has the fields it needs."""
        view = self.view
        return SimpleNamespace(
            road_table=partial(roadmaps.road_table, view),
            event_table=partial(roadmaps.event_table, view),
            works_now=partial(roadmaps.works_now, view),
            stage_bars=partial(timelines.stage_bars, view),
            year_marks=timelines.year_marks,
            site_status=partial(timelines.site_status, view),
            intake_rows=partial(meetings.intake_rows, view),
            meeting_rows=partial(meetings.meeting_rows, view),
            scenario_days=meetings.scenario_days,
            result_rows=partial(results.result_rows, view),
            live_sites=partial(results.live_sites, view),
            needs=results.needs_of,
            cascade=partial(cascades.cascade_of, view),
            pairs=partial(cascades.pairs_of, view),
            partners=partial(cascades.partners_of, view),
            body=lambda entry: Markup(self.body(entry).html),  # noqa: S704 - sanitised by the renderer
            hours=hours_words,
            minutes=minutes_words,
            term_line=partial(timelines.term_line, view),
            video_words=meetings.video_words,
            person=partial(facts.person_line, view),
        )

    def body(self, entry: Entry) -> Body:
        """The body of a record, rendered once for the page and for the data that come of it together."""
        last = self._last
        if last is None or last[0] is not entry:
            last = self._last = entry, self.view.body(entry)
        return last[1]

    def page(self, template: str, **context: Any) -> str:
        """A page by its template."""
        return self._environment.get_template(template).render(self._common, **context)

    def record(self, entry: Entry) -> str:
        """The page of a record: its kind names the template."""
        view, record = self.view, entry.record
        confirmed = timelines.confirmation(view, record)
        published = self.editions.with_record(entry)
        return self.page(
            entry.kind.template,
            entry=entry,
            trail=self._trail(entry),
            facts=facts.facts_of(view, entry),
            confirmed=confirmed,
            published=published,
            citations=citations.citations_of(view, entry, published),
            outgoing=view.entries(record.related),
            incoming=self._incoming(entry),
            permanent=view.permanent(entry),
            edit=view.proposal(view.settings.proposals.edit, entry),
            report=view.proposal(view.settings.proposals.report, entry),
        )

    def edition_facts(self, edition: Edition) -> list[facts.Fact]:
        """The imprint of a collection."""
        return edition_facts(self.view, edition.collection, edition.book)

    def _trail(self, entry: Entry) -> list[tuple[str, str]]:
        trail = [
            ("Главная", self.view.url(addresses.HOME)),
            (entry.kind.plural, self.view.url(entry.kind.slug)),
        ]
        trail += [
            (item.record.title, self.view.record_url(item.id)) for item in self.view.catalog.ancestors(entry)
        ]
        return trail

    def _incoming(self, entry: Entry) -> list[Entry]:
        links = self.view.catalog.backlinks.get(entry.id, ())
        ids = dict.fromkeys(link.id for link in links if link.field != "parent")
        return [found for found in self.view.entries(ids) if found.id not in entry.record.related]

    def card(self, entry: Entry) -> Markup:
        """The record's card for lists, drawn once for the whole site."""
        if entry.id not in self._cards:
            text = self.page(
                "card.html", entry=entry, rows=card_rows(self.view, entry), tags=card_tags(entry)
            )
            self._cards[entry.id] = Markup(text)  # noqa: S704 - made by our template
        return self._cards[entry.id]


def with_contents(html: str) -> tuple[str, tuple[TocItem, ...]]:
    """The page with «На этой странице» in its place, and the sections it has."""
    if CONTENTS not in html:
        return html, ()
    toc = tuple(TocItem(anchor, _TAG.sub("", words).strip()) for anchor, words in _HEADING.findall(html))
    if len(toc) <= _FEW:
        return html.replace(CONTENTS, ""), ()
    links = "".join(f'<li><a href="#{item.anchor}">{item.label}</a></li>' for item in toc)
    summary = f"На этой странице: {len(toc)}\u00a0{choose_form(len(toc), _SECTIONS)}"
    contents = f'<details class="k-mtoc"><summary>{summary}</summary><ul>{links}</ul></details>'
    return html.replace(CONTENTS, contents), toc
