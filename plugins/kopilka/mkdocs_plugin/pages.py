"""The plan's pages and files in MkDocs' terms. Records never enter the navigation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from kopilka.diagnostics import Diagnostic, Span
from kopilka.site.bundle import Bundle
from kopilka.site.pages import Asset
from kopilka.site.plan import ADDRESS_TAKEN, SitePlan

_HOME = "index"


class RecordPage(Page):
    """A page whose body the plan renders: there is no Markdown to read, to convert or to give to macros."""

    def __init__(self, title: str, file: File, config: MkDocsConfig, *, path: str) -> None:
        super().__init__(title, file, config)
        self.path = path

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read. Macros would look into the title otherwise, and titles come from strangers."""
        self.markdown = ""
        self.meta = {"render_macros": False}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to convert."""
        self.content = ""


def page_path(page: Page) -> str:
    """The path of a page as the plan knows it: «praktiki/karty», «index», «teacher/index»."""
    if isinstance(page, RecordPage):
        return page.path
    folder = page.file.src_uri.rpartition("/")[0]
    return f"{folder}/{page.file.name}" if folder else page.file.name


def add_pages(files: Files, config: MkDocsConfig, plan: SitePlan) -> tuple[Diagnostic, ...]:
    """Appends the plan's pages; tells which of them would stand on the place of a page from docs/.

    The home page alone may be written by hand: docs/index.md takes the place of the planned one.
    """
    taken = {file.dest_uri: file.src_uri for file in files}
    problems = []
    for path, planned in plan.pages.items():
        file = record_file(config, path)
        if file.dest_uri not in taken:
            add_page(files, config, file, planned.title, path)
        elif path != _HOME:
            where = f"docs/{taken[file.dest_uri]}"
            message = f"адрес {file.url} уже занят страницей {where}"
            problems.append(ADDRESS_TAKEN.at(planned.source or where, Span(), message))
    return tuple(problems)


def record_file(config: MkDocsConfig, path: str) -> File:
    """The file that stands for a planned page; it is part of the site and never of the navigation."""
    return File.generated(config, f"{path}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)


def add_page(files: Files, config: MkDocsConfig, file: File, title: str, path: str) -> RecordPage:
    """Appends one planned page."""
    page = RecordPage(title, file, config, path=path)
    files.append(file)
    return page


def add_assets(files: Files, config: MkDocsConfig, assets: Iterable[Asset], *, root: Path) -> None:
    """Appends files of the bank in `root` that are copied as they are."""
    for asset in assets:
        origin = str(root / asset.origin)
        files.append(
            File.generated(config, asset.path, abs_src_path=origin, inclusion=InclusionLevel.NOT_IN_NAV)
        )


def add_bundle(files: Files, config: MkDocsConfig, bundle: Bundle) -> str:
    """Appends our styles, scripts and fonts and takes away what of Material no page asks for.

    Returns the path of Material's stylesheet. Its scripts, search worker, source maps and icon would be
    1.5 MB that nobody loads.
    """
    stylesheet = ""
    for file in list(_of_material(files, config)):
        if file.src_uri.startswith("assets/stylesheets/main.") and file.src_uri.endswith(".css"):
            stylesheet = file.src_uri
        else:
            files.remove(file)
    for ours in bundle.files:
        inclusion = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, ours.path, content=ours.content, inclusion=inclusion))
    return stylesheet


def _of_material(files: Files, config: MkDocsConfig) -> Iterator[File]:
    theme = {Path(folder) for folder in config.theme.dirs if folder != config.theme.custom_dir}
    return (file for file in files if file.src_dir is not None and Path(file.src_dir) in theme)
