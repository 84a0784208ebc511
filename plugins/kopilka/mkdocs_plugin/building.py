"""One run of MkDocs over one bank: its plan, what was seen of its pages, whether the site is whole."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from kopilka.diagnostics import Diagnostic, Severity, Span
from kopilka.mkdocs_plugin.ahead import Ahead
from kopilka.mkdocs_plugin.bank import PROBLEMS, tell_all
from kopilka.mkdocs_plugin.pages import RecordPage, add_assets, add_bundle, add_pages
from kopilka.mkdocs_plugin.view import DrawnFrame, Dress, PageView, view_lost, view_record, view_written
from kopilka.mkdocs_plugin.written import read_written
from kopilka.russian import count
from kopilka.site.build_codes import BROKEN_LINK, EMPTY_PAGE, OUTSIDE_REQUEST
from kopilka.site.built import compare
from kopilka.site.bundle import StaticFile, read_bundle
from kopilka.site.data.shelf import Shelf
from kopilka.site.data.written import WrittenPage
from kopilka.site.links import BadLink, LinkCheck
from kopilka.site.pages import Beside
from kopilka.site.plan import SitePlan
from kopilka.workspace import Workspace
from kopilka.workspace.forms import form_paths, word_forms

_EVERYWHERE = ("a11y", "content")
"""Places every page has: the panel «Для слабовидящих», made by a script, and the article."""


@dataclass
class Build:
    """The state of one run. A `forgiving` one, for `serve`, tells what is wrong and goes on."""

    workspace: Workspace
    plan: SitePlan
    forgiving: bool
    dress: Dress = field(init=False)
    env: jinja2.Environment = field(init=False)
    links: LinkCheck = field(init=False)
    ahead: Ahead = field(init=False)
    found: list[Diagnostic] = field(default_factory=list)
    _sources: dict[str, str] = field(default_factory=dict)
    _frames: list[DrawnFrame] = field(default_factory=list)
    _written: dict[str, WrittenPage] = field(default_factory=dict)
    _shelf: Shelf = field(default_factory=Shelf)
    _beside: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.ahead = Ahead(self.plan, ())

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        """Everything planned, and everything the theme needs, in MkDocs' list of files."""
        bundle = read_bundle(self.workspace.settings.search.engine)
        material = add_bundle(files, config, bundle)
        description = config.site_description or ""
        self.dress = Dress(
            bundle, material, directory_urls=config.use_directory_urls, description=description
        )
        self.found.extend(add_pages(files, config, self.plan))
        add_assets(files, config, self.plan.assets, root=self.workspace.root)

    def begin(self, files: Files, env: jinja2.Environment) -> None:
        """From here on pages are drawn and looked at: all files are listed, the templates are there."""
        self.env = env
        known = {file.dest_uri for file in files if file.inclusion.is_included()}  # type: ignore[no-untyped-call]
        known |= form_paths(self.workspace)
        self.links = LinkCheck(known, common=_EVERYWHERE)
        self.ahead = Ahead(self.plan, () if self.forgiving else tuple(self.plan.pages))

    def go_on(self, workspace: Workspace, plan: SitePlan, files: Files) -> None:
        """Takes the bank as it is now, for pages that are written again."""
        if workspace.registers is not self.workspace.registers:  # names in data of all records
            self._shelf = Shelf()
        self.workspace, self.plan, self.found = workspace, plan, []
        self.begin(files, self.env)

    def view(self, page: Page) -> PageView:
        """What the templates print for a page."""
        if isinstance(page, RecordPage):
            rendered = self.ahead.render(page.path)
            if rendered.beside:
                self._keep(page, rendered.beside)
            return view_record(page, self.plan, rendered, self.dress, self.env)
        return view_written(page, self.plan, self.dress, self.env)

    def _keep(self, page: RecordPage, beside: Beside) -> None:
        """Files of the record alone are written at once; its part of the common ones waits for the others."""
        self._shelf.put(page.path, beside.parts)
        self._beside.update(_write_files(beside.files, Path(page.file.dest_dir)))

    def view_lost(self, config: MkDocsConfig) -> PageView:
        """What the templates print for pages without an address of their own."""
        return view_lost(self.plan, self.dress, self.env, config=config)

    def look(self, page: Page, output: str, view: PageView) -> None:
        """Notes what is wrong with a page about to be written.

        Pages share a handful of frames, so of a record only its own part is read, and a frame once.
        """
        file = page.file.dest_uri
        if not isinstance(page, RecordPage):
            self._sources[file] = f"docs/{page.file.src_uri}"
            self._written[file] = read_written(page, view)
            self._note(self.links.look(file, output))
            return
        self._sources[file] = source = self.plan.pages[page.path].source
        if not _holds(output, view.html):
            self.found.append(EMPTY_PAGE.at(source or file, Span(), f"страница собрана пустой: {file}"))
        self._note(self.links.look(file, view.html if self._is_known(view.drawn) else output))

    def finish(self, site: Path) -> None:
        """Compares the plan with the disk and tells everything found; raises `PluginError` on any error."""
        self.ahead.close()
        data = self.write_data(site)
        self.look_back(site)
        sources = {path: page.source for path, page in self.plan.pages.items()}
        files = [asset.path for asset in self.plan.assets] + [file.path for file in self.dress.bundle.files]
        files += [*data, *sorted(self._beside)]
        directory_urls = self.dress.directory_urls
        self.found.extend(compare(sources, files, site, directory_urls=directory_urls, read=False))
        self.tell_found()

    def write_data(self, site: Path) -> list[str]:
        """Writes what scripts read and the forms to download; the paths of these files."""
        return self.data_writer(site)()

    def data_writer(self, site: Path) -> Callable[[], list[str]]:
        """The same to be done later, with the bank as it is now."""
        written = tuple(page for _, page in sorted(self._written.items()))
        data = partial(self.plan.data, written, self._shelf)
        return partial(_write_data, data, self.workspace, site)

    def look_back(self, site: Path) -> None:
        """Looks up the places on other pages that the seen links lead to."""
        self._note(self.links.finish(lambda path: (site / path).read_text(encoding="utf-8")))

    def tell_found(self) -> None:
        """Prints what was found in the pages; raises `PluginError` at errors that may not pass."""
        listed = sorted({*self.plan.diagnostics, *self.found}, key=lambda item: item.sort_key)
        errors = [item for item in listed if item.severity is Severity.ERROR]
        tell_all((item for item in listed if item.severity is Severity.WARNING), logging.INFO)
        tell_all(errors, logging.ERROR)
        if errors and not self.forgiving:
            number = count(len(errors), PROBLEMS)
            raise PluginError(f"На страницах {number}: новый сайт не выложен, прежний остался на месте.")

    def _is_known(self, drawn: DrawnFrame) -> bool:
        known = any(drawn is frame for frame in self._frames)
        if not known:
            self._frames.append(drawn)
        return known

    def _note(self, links: Iterable[BadLink]) -> None:
        for link in links:
            code = OUTSIDE_REQUEST if link.outside else BROKEN_LINK
            source = self._sources.get(link.page) or link.page
            self.found.append(code.at(source, Span(), f"{link.reason}: {link.href} (страница {link.page})"))


def _write_data(data: Callable[[], Iterator[StaticFile]], workspace: Workspace, site: Path) -> list[str]:
    """`serve` writes over what readers have open."""
    return _write_files(chain(data(), word_forms(workspace)), site)


def _write_files(files: Iterable[StaticFile], site: Path) -> list[str]:
    paths = []
    for file in files:
        target = site / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
        paths.append(file.path)
    return paths


def _holds(output: str, html: str) -> bool:
    """Whether the content stands in the page; it nearly always does where its beginning does."""
    return bool(html.strip()) and (output.startswith(html, output.find(html[:80])) or html in output)


def strict_warnings() -> Iterator[str]:
    """What MkDocs itself will stop a strict build for, right after the last hook: «3 warning»."""
    for handler in logging.getLogger("mkdocs").handlers:
        if isinstance(handler, CountHandler):
            yield from (f"{number} {level.lower()}" for level, number in handler.get_counts())
