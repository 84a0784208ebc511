"""What page templates may ask: addresses, links to terms and organisations, safe text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import quote as quote_url

from markupsafe import Markup, escape

from kopilka.catalog.facets import FacetIndex
from kopilka.catalog.graph import Catalog, Entry
from kopilka.catalog.pictures import is_picture
from kopilka.records.parts import Material, Person
from kopilka.records.pictures import picture_row
from kopilka.records.references import TermOf, routes
from kopilka.records.site_parts import Video
from kopilka.render.body import Body, BodyRenderer
from kopilka.render.templates import set_text
from kopilka.russian import join_words
from kopilka.settings import Settings
from kopilka.site import addresses
from kopilka.site.frame import is_outside, page_url

ROOT = "\ue000"
"""Stands in a rendered page for the way up to the site's root, so that a part can be drawn once for all."""

_ENCODED_ROOT = quote_url(ROOT)
"""The mark after the renderer of bodies has made an address fit for HTML."""

_KILOBYTE = 1024


class View:
    """One catalogue as the templates see it; everything it returns is ready to be printed."""

    def __init__(  # noqa: PLR0913 - the parts of a plan, named at the call
        self,
        *,
        catalog: Catalog,
        facets: tuple[FacetIndex, ...],
        settings: Settings,
        renderer: BodyRenderer,
        files: Mapping[str, int],
        directory_urls: bool,
    ) -> None:
        """`files` are the attachments: path from the bank's root → size in bytes."""
        self.catalog = catalog
        self.registry = catalog.registry
        self.today = catalog.today
        self.settings = settings
        self.facets = {facet.slug: facet for facet in facets}
        self._renderer = renderer
        self._files = files
        self._directory_urls = directory_urls
        self._links: dict[tuple[str, str], Markup] = {}
        self._organisations: dict[str, Markup] = {}

    def url(self, path: str, anchor: str = "") -> str:
        """The address of a page of the site, to stand in an attribute."""
        return ROOT + page_url(path, directory_urls=self._directory_urls) + (f"#{anchor}" if anchor else "")

    def record_url(self, id_: str, anchor: str = "") -> str:
        """The address of a record's page."""
        return self.url(addresses.of_record(self.catalog.entries[id_]), anchor)

    def references(self, entry: Entry) -> tuple[str, ...]:
        """Every record that a record refers to."""
        return tuple(dict.fromkeys(target for _, target in entry.references))

    def entries(self, ids: Iterable[str]) -> list[Entry]:
        """The records of these ids that the site shows."""
        return [self.catalog.entries[id_] for id_ in ids if id_ in self.catalog.entries]

    def term(self, facet: str, value: str) -> Markup:
        """A facet's value as a link to its list."""
        key = (facet, value)
        if key not in self._links:
            self._links[key] = self._term(facet, value)
        return self._links[key]

    def _term(self, facet: str, value: str) -> Markup:
        found = next((item for item in self.facets[facet].values if item.id == value), None)
        if found is None:
            return escape(value)
        url = self.url(addresses.of_value(facet, value))
        return Markup('<a href="{}">{}</a>').format(url, self._short(found.label))

    def _short(self, label: str) -> Markup:
        return set_text(label)

    def terms(self, entry: Entry, field: str) -> Markup:
        """All values of a field that is a facet, as links."""
        facet = self.facet_of(entry, field)
        value = getattr(entry.record, field)
        values = (value,) if isinstance(value, str) else value or ()
        return Markup(", ").join(self.term(facet, item) for item in values)

    @staticmethod
    def facet_of(entry: Entry, field: str) -> str:
        """The facet that a field declares."""
        extra = type(entry.record).model_fields[field].json_schema_extra
        return str(extra["x-kopilka"]["facet"])  # type: ignore[index, call-overload]  # put there by `declare`

    def label(self, vocabulary: str, term: str) -> Markup:
        """The label of a term that is no facet."""
        return set_text(self.registry.term_label(vocabulary, term))

    def field_label(self, entry: Entry, field: str, term: str) -> Markup:
        """The label of a term, its vocabulary found from the field."""
        route = next(
            r for r in routes(type(entry.record)) if r.steps[0] == field and isinstance(r.mark, TermOf)
        )
        return self.label(route.mark.id, term) if isinstance(route.mark, TermOf) else escape(term)

    def organisation(self, id_: str) -> Markup:
        """An organisation by its short name, as a link where it has a page."""
        if id_ not in self._organisations:
            self._organisations[id_] = self._organisation(id_)
        return self._organisations[id_]

    def _organisation(self, id_: str) -> Markup:
        found = self.registry.organisations.get(id_)
        if found is None:
            return escape(id_)
        if id_ not in self.catalog.by_organisation:  # only a collection names it: it has no page
            return set_text(found.short)
        url = self.url(addresses.of_organisation(id_))
        return Markup('<a href="{}">{}</a>').format(url, set_text(found.short))

    def party(self, text: str) -> Markup:
        """Who answers: an organisation of the register as a link, other words as they are."""
        found = self.catalog.find_organisation(text)
        return self.organisation(found) if found else set_text(text)

    def parties(self, texts: Iterable[str]) -> Markup:
        """Several answerers in a row."""
        return Markup(", ").join(self.party(text) for text in texts)

    def place(self, entry: Entry) -> str:
        """The municipality of the record's holder."""
        holder = self.registry.organisations.get(entry.record.organisations[0])
        return (holder.municipality or holder.region or "") if holder else ""

    def inline(self, text: str) -> Markup:
        """A line of text with its emphasis and links."""
        return Markup(self._renderer.render_inline(text))  # noqa: S704 - sanitised by the renderer

    def prose(self, text: str) -> Markup:
        """A field of one paragraph or several."""
        if "\n" not in text:  # most are one line; the parser of blocks costs ten times as much
            return Markup("<p>{}</p>").format(self.inline(text))
        return Markup(self._renderer.render(text, shift=2, resolve=_nowhere).html)  # noqa: S704 - sanitised

    def body(self, entry: Entry) -> Body:
        """The body of a record as safe HTML, its links and pictures led to where they are on the site."""
        body = self._renderer.render(
            entry.body, resolve=self.resolver(entry), credit=partial(self.credit, entry)
        )
        return replace(body, html=body.html.replace(_ENCODED_ROOT, ROOT))

    def resolver(self, entry: Entry) -> Callable[[str], str | None]:
        """Leads an address written in a record to another record or to a file beside it, or to None."""

        def resolve(address: str) -> str | None:
            target, _, anchor = address.partition("#")
            path = PurePosixPath(target)
            if path.suffix == ".md" and path.stem in self.catalog.entries:
                return self.record_url(path.stem, anchor)
            if self.file_size(entry, target) is not None:
                return self.file_url(entry, target)
            return address if address.startswith("#") else None

        return resolve

    def file_size(self, entry: Entry, name: str) -> int | None:
        """Bytes of a file beside the record that may be shown, or None."""
        return self._files.get(f"{entry.path.removesuffix('.md')}/{name}")

    @staticmethod
    def credit(entry: Entry, name: str) -> str:
        """Whose a picture is and on what terms; empty for files of other kinds."""
        row = picture_row(entry.record.pictures, name) if is_picture(name) else None
        return row.credit if row else ""

    def file_url(self, entry: Entry, name: str) -> str:
        """The address of a file beside the record."""
        return ROOT + addresses.of_file(entry, quote_url(name))

    @staticmethod
    def file_at(path: str) -> str:
        """The address of a file of the site by its path from the root."""
        return ROOT + quote_url(path)

    def target(self, entry: Entry, url: str | None, file: str | None = None) -> str | None:
        """Where a material or an evidence leads: its address, or its file beside the record."""
        if url and url.startswith(("https://", "http://", "mailto:")):
            return url
        name = file or url
        return self.file_url(entry, name) if name and self.file_size(entry, name) is not None else None

    def file_words(self, entry: Entry, material: Material | Video) -> str:
        """«DOCX, 180 КБ» for a file, the host for an address."""
        if material.file:
            size = self.file_size(entry, material.file)
            kind = Path(material.file).suffix.lstrip(".").upper()
            return f"{kind}, {size_words(size)}" if size is not None else kind
        return (material.url or "").split("/")[2] if (material.url or "").startswith("http") else ""

    def person_name(self, person: Person) -> str | None:
        """A name that may be shown today."""
        return person.public_name(self.today)

    def proposal(self, template: str | None, entry: Entry) -> str | None:
        """A link of the settings with the record put in, or a page of the site; None if the bank has none."""
        if not template:
            return None
        if not is_outside(template):
            path, _, anchor = template.partition("#")
            return self.url(path, anchor)
        values = {"path": entry.path, "id": entry.id, "title": entry.record.title}
        for name, value in values.items():
            template = template.replace(
                "{" + name + "}", quote_url(value, safe="/" if name == "path" else "")
            )
        return template

    def permanent(self, entry: Entry) -> str | None:
        """The whole address of a record, when the bank has one."""
        return self.outside(addresses.of_record(entry))

    def outside(self, path: str) -> str | None:
        """The whole address of a page, to stand on paper and in citations; None without `bank.url`."""
        base = self.settings.bank.url
        return f"{base.rstrip('/')}/{page_url(path, directory_urls=self._directory_urls)}" if base else None

    def join(self, parts: Iterable[str], *, last: str = "и") -> Markup:
        """Safe pieces as «а, б и в»."""
        return Markup(join_words([str(escape(part)) for part in parts], last=last))  # noqa: S704 - each is escaped


def _nowhere(_address: str) -> str | None:
    return None


def size_words(size: int) -> str:
    """«180 КБ», «2,1 МБ»."""
    if size < _KILOBYTE * _KILOBYTE:
        return f"{max(1, round(size / _KILOBYTE))}\u00a0КБ"
    return f"{size / _KILOBYTE / _KILOBYTE:.1f}".replace(".", ",") + "\u00a0МБ"
