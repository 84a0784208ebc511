"""A collection on its way to print: the bank it is made from, its book, its pictures, its imprints."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from kopilka import __version__
from kopilka.book.building import Bank, build_book
from kopilka.book.imprint import Volume, imprint_of
from kopilka.book.measuring import volume_of
from kopilka.book.phrases import figures_of
from kopilka.book.pictures import load_pictures
from kopilka.book.press import SHEET, SOURCES
from kopilka.book.volume import Book, Imprint, Picture
from kopilka.catalog.collections import Resolved, resolve
from kopilka.catalog.graph import Catalog, Entry
from kopilka.citing.editions import Form, main_form
from kopilka.records.manifest import Manifest
from kopilka.settings import Settings
from kopilka.site.addresses import of_record
from kopilka.site.frame import page_url
from kopilka.workspace.bank import Workspace, open_workspace
from kopilka.workspace.files import list_files
from kopilka.workspace.git import Git
from kopilka.workspace.states import laid_out, settings_at

_OUR_MODELS = "kopilka."


@dataclass(frozen=True)
class Edition:
    """A collection with everything that its files are made from; `commit` is the full name of its state."""

    manifest: Manifest
    catalog: Catalog
    book: Book
    pictures: Mapping[str, Picture]
    commit: str | None

    @property
    def resolved(self) -> Resolved:
        """The records of the collection, those that are missing too."""
        return resolve(self.manifest.collection, self.catalog)

    @property
    def day(self) -> date:
        """The day of the edition: the manifest's, else the last change of its records."""
        own = self.manifest.collection.date
        changed = (item.entry.record.changed.last for item in self.resolved.items)
        return own.last if own else max(changed, default=self.catalog.today)

    @property
    def moment(self) -> datetime:
        """The beginning of that day: the time that the files tell."""
        return datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC)

    @property
    def form(self) -> Form:
        """What the book is first of all: printed or electronic."""
        return main_form(self.manifest.collection)

    def volume(self, form: Form, pages: int) -> Volume:
        """How large the book is in a form; a printed block has pages by fours."""
        whole = pages + -pages % SHEET if form is Form.PRINT else pages
        return replace(self._measured, pages=whole)

    @cached_property
    def _measured(self) -> Volume:
        return volume_of(self.book, self.pictures, pages=0)

    def imprint(self, form: Form, pages: int) -> Imprint:
        """The imprint of a form of so many pages."""
        return imprint_of(
            self.manifest.collection,
            self.catalog.registry,
            day=self.catalog.today,
            form=form,
            volume=self.volume(form, pages),
        )

    @cached_property
    def digest(self) -> str:
        """Changes with anything that the files are made from: texts, pictures, imprint, program, template."""
        parts = [__version__, version("typst"), repr(self.moment), repr(self.commit)]
        parts += [repr(replace(self.book, root=Path())), *(repr(self.imprint(form, 1)) for form in Form)]
        seen = sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
        for path in sorted(path for path in SOURCES.rglob("*") if path.suffix in {".py", ".typ", ".ttf"}):
            seen.update(path.read_bytes())
        for file, picture in self.pictures.items():
            seen.update(file.encode() + picture.data)
        return seen.hexdigest()


@contextmanager
def open_edition(workspace: Workspace, id_: str) -> Iterator[Edition]:
    """The edition of a collection. Raises `PictureError`, `GitError` and `SettingsError`."""
    with open_state(workspace, id_) as (bank, commit):
        yield _edition(bank, bank.registers.registry.manifests[id_], commit)


@contextmanager
def open_state(workspace: Workspace, id_: str) -> Iterator[tuple[Workspace, str | None]]:
    """The bank that a collection is made from: that of the commit its manifest names, or the bank as it is.

    The manifest and the texts beside it are always those of today: they name the commit. Raises `GitError`
    and `SettingsError`.
    """
    manifest = workspace.registers.registry.manifests[id_]
    frozen = manifest.collection.commit
    if not frozen:
        yield workspace, None
        return
    git = Git.around(workspace.root)
    commit = git.commit(frozen)
    code = any(not item.model.startswith(_OUR_MODELS) for item in settings_at(git, commit).kinds)
    with laid_out(git, commit, code=code, whole=True) as root:
        _bring(workspace, manifest, root)
        yield open_workspace(root, today=workspace.catalog.today), commit


def _bring(workspace: Workspace, manifest: Manifest, root: Path) -> None:
    """Puts the manifest of today with its folder into the bank of the commit."""
    for path in (manifest.path, *_beside(workspace.root, manifest)):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(workspace.root / path, root / path)


def _beside(root: Path, manifest: Manifest) -> dict[str, int]:
    """The files in the manifest's folder with their sizes."""
    return {path: stamp[1] for path, stamp in list_files(root, manifest.folder)}


def book_of(workspace: Workspace, manifest: Manifest) -> Book:
    """The book of a collection, before anything is set."""
    files = {**workspace.files, **_beside(workspace.root, manifest)}
    settings = workspace.settings
    bank = Bank(workspace.catalog, workspace.root, files, lambda entry: permanent(entry, settings))
    return build_book(manifest.id, bank)


def _edition(workspace: Workspace, manifest: Manifest, commit: str | None) -> Edition:
    book = book_of(workspace, manifest)
    return Edition(
        manifest=manifest,
        catalog=workspace.catalog,
        book=book,
        pictures=load_pictures(book.root, figures_of(book)),
        commit=commit,
    )


def permanent(entry: Entry, settings: Settings) -> str | None:
    """The address of a record's page; None where the bank has no site."""
    base = settings.bank.url
    return f"{base.rstrip('/')}/{page_url(of_record(entry), directory_urls=True)}" if base else None
