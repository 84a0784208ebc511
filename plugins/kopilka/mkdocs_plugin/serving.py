"""`mkdocs serve`: a changed record is rendered alone, with the pages that depend on it; the rest stays."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jinja2
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from kopilka.mkdocs_plugin.bank import log, plan_bank, tell
from kopilka.mkdocs_plugin.building import Build
from kopilka.mkdocs_plugin.later import Later
from kopilka.mkdocs_plugin.pages import RecordPage, add_assets, add_page, record_file
from kopilka.mkdocs_plugin.theming import THEME
from kopilka.settings import FILE_NAME, SettingsError
from kopilka.site import pages as planned
from kopilka.site.bundle import ASSETS
from kopilka.site.plan import SitePlan

Stamps = dict[str, tuple[int, int]]

MANY_PAGES = 800
"""From so many pages on data for scripts are written when the author has paused."""


@dataclass
class Run:
    """What MkDocs had in hand when it wrote the site; enough to write one page again."""

    build: Build
    config: MkDocsConfig
    env: jinja2.Environment
    files: Files
    nav: Navigation

    def move_to(self, site: Path) -> None:
        """The written files are in another folder now."""
        for file in self.files:
            file.dest_dir = str(site)
            file.__dict__.pop("abs_dest_path", None)

    @property
    def sources(self) -> Iterator[Path]:
        """Files and folders that change more than records: for them the whole site is built anew."""
        config, root = self.config, self.build.workspace.root
        yield from (root / FILE_NAME, THEME, ASSETS, Path(config.docs_dir), *map(Path, config.watch))
        yield from (Path(place) for place in (config.config_file_path, config.theme.custom_dir) if place)
        if templates := self.build.workspace.settings.templates:
            yield root / templates


class Rebuilder:
    """Stands in the server for MkDocs' own builder. It never raises: the last good site stays in view."""

    def __init__(self, build_all: Callable[[], None], run: Callable[[], Run]) -> None:
        self._build_all = build_all
        self._run = run
        self.later = Later()
        self._seen = _look(run())
        _settle()

    def __call__(self) -> None:
        """Brings the site in line with what is on disk."""
        with self.later.held():
            try:
                self._rebuild()
            except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the server goes on
                # mkdocs-macros tells its trouble itself and then leaves with a bare number
                reason = "причина выше" if isinstance(error, SystemExit) else error
                log.error("Сайт не обновлён, показываю прежний: %s", reason)

    def _rebuild(self) -> None:
        now = _look(self._run())
        if now != self._seen or not refresh(self._run(), self.later):
            self.later.stop()
            gc.unfreeze()
            self._build_all()
            _settle()
        self._seen = now


def _settle() -> None:
    """Thousands of records have come to stay; to look through them for garbage costs a fifth of a refresh."""
    gc.collect()
    gc.freeze()


def refresh(run: Run, later: Later) -> bool:
    """Writes again what changed records change; False when the frame changed and everything must be built.

    The search index and the other data of a large bank are left for `later`: the author waits for a page.
    """
    try:
        workspace = run.build.workspace.reload()
    except SettingsError as error:
        log.error("%s", error)
        return True
    tell(workspace.report)
    before, plan = run.build.plan, plan_bank(workspace, run.config)
    if plan.frame("index") != before.frame("index"):
        return False
    changed = [path for path, page in plan.pages.items() if _differs(before, path, page.key)]
    gone = [page for path, page in before.pages.items() if path not in plan.pages]
    run.build.plan = plan
    _drop_pages(run, gone)
    _bring_assets(run, before, plan)
    pages = [*_record_pages(run, changed), *(_pages_with_macros(run) if changed or gone else ())]
    run.build.go_on(workspace, plan, run.files)
    for page in pages:
        _populate_page(page, run.config, run.files)
        _build_page(page, run.config, [], run.nav, run.env)
    site = Path(run.config.site_dir)
    if pages and len(plan.pages) < MANY_PAGES:
        run.build.write_data(site)
    elif pages:
        later.put(partial(_write_data, run.build.data_writer(site)))
    run.build.look_back(site)
    run.build.tell_found()
    log.info("Обновлено страниц: %d", len(pages))
    return True


def _write_data(write: Callable[[], object]) -> None:
    try:
        write()
    except Exception as error:  # noqa: BLE001 - in a thread of its own nobody else would tell of it
        log.error("Поиск и каталог на сайте остались прежними: %s", error)


def _differs(before: SitePlan, path: str, key: object) -> bool:
    known = before.pages.get(path)
    return known is None or known.key != key


def _record_pages(run: Run, paths: Iterable[str]) -> Iterator[Page]:
    for path in paths:
        title = run.build.plan.pages[path].title
        file = run.files.get_file_from_path(f"{path}.md")
        if file is None:
            yield add_page(run.files, run.config, record_file(run.config, path), title, path)
        elif isinstance(file.page, RecordPage):
            file.page.title = title
            yield file.page


def _pages_with_macros(run: Run) -> Iterator[Page]:
    """Hand-written pages that print records; which records, only the macros know."""
    for file in run.files.documentation_pages():
        page = file.page
        if page is not None and not isinstance(page, RecordPage) and _has_macros(file.content_string):
            yield page


def _has_macros(text: str) -> bool:
    return "{{" in text or "{%" in text


def _drop_pages(run: Run, pages: Iterable[planned.Page]) -> None:
    """Removes pages that are gone. A record that has just been spoilt keeps its last good page."""
    for page in pages:
        file = run.files.get_file_from_path(f"{page.path}.md")
        spoilt = page.source and (run.build.workspace.root / page.source).exists()
        if file is not None and isinstance(file.page, RecordPage) and not spoilt:
            _drop(run, file)


def _bring_assets(run: Run, before: SitePlan, plan: SitePlan) -> None:
    here = {asset.path for asset in plan.assets}
    for asset in before.assets:
        file = run.files.get_file_from_path(asset.path)
        if file is not None and asset.path not in here:
            _drop(run, file)
    new = (asset for asset in plan.assets if run.files.get_file_from_path(asset.path) is None)
    add_assets(run.files, run.config, new, root=run.build.workspace.root)
    for path in here:
        file = run.files.get_file_from_path(path)
        if file is not None and file.is_modified():
            file.copy_file()


def _drop(run: Run, file: File) -> None:
    run.files.remove(file)
    Path(file.abs_dest_path).unlink(missing_ok=True)


def _look(run: Run) -> Stamps:
    return {str(path): _stamp(path) for place in run.sources for path in _files(place)}


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for folder, _, names in os.walk(place):
        yield from (Path(folder, name) for name in names)


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size
