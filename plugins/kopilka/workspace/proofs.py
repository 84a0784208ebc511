"""A collection of an open bank laid out for the checks before print."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kopilka.book.gaps import Proof, find_gaps
from kopilka.book.phrases import figures_of
from kopilka.book.pictures import PictureError, load_picture
from kopilka.book.volume import Book
from kopilka.catalog.check import Surroundings
from kopilka.catalog.collections import resolve
from kopilka.catalog.pictures import PHOTOS
from kopilka.diagnostics import Report
from kopilka.workspace.bank import Workspace
from kopilka.workspace.editions import book_of, open_state
from kopilka.workspace.shelf import book_at


def check_collection(workspace: Workspace, id_: str, *, books: Path) -> tuple[Proof, Report]:
    """What a collection lacks before print; pages are those of its finished book in `books`, if it is there.

    A collection that names a commit is checked as the bank was then. Raises `KeyError`, `GitError` and
    `SettingsError`.
    """
    with open_state(workspace, id_) as (bank, _):
        manifest = bank.registers.registry.manifests[id_]
        finished = book_at(books / id_)
        pages = {row.id: (row.first, row.last) for row in finished.contents} if finished else {}
        proof = make_proof(bank, id_, book_of(bank, manifest), pages=pages)
        return proof, find_gaps(proof)


def make_proof(
    workspace: Workspace, id_: str, book: Book, *, pages: Mapping[str, tuple[int, int]] | None = None
) -> Proof:
    """What the checks look at; `pages` are the first and the last of each article.

    Raises `KeyError` when the bank has no such collection.
    """
    manifest = workspace.catalog.registry.manifests[id_]
    resolved = resolve(manifest.collection, workspace.catalog)
    sizes, damaged = _pictures(workspace.root, book)
    return Proof(
        manifest=manifest,
        resolved=resolved,
        catalog=workspace.catalog,
        around=_surroundings(workspace),
        book=book,
        known=workspace.report.diagnostics,
        sizes=sizes,
        damaged=damaged,
        pages=pages or {},
    )


def _surroundings(workspace: Workspace) -> Surroundings:
    records: dict[str, tuple[str, ...]] = {}
    for path in sorted(workspace.kept):
        id_ = Path(path).stem
        records[id_] = (*records.get(id_, ()), path)
    return Surroundings(
        workspace.registers.registry,
        workspace.settings.checks,
        workspace.settings.bank,
        workspace.catalog.today,
        workspace.files,
        records,
    )


def _pictures(root: Path, book: Book) -> tuple[dict[str, tuple[int, int]], dict[str, str]]:
    """Photographs of the book with their sizes in pixels, and pictures that cannot be drawn with why."""
    sizes: dict[str, tuple[int, int]] = {}
    damaged: dict[str, str] = {}
    for figure in figures_of(book):
        try:
            picture = load_picture(root, figure.file)
        except PictureError as error:
            damaged[figure.file] = error.why
        else:
            if figure.file.lower().endswith(PHOTOS):
                sizes[figure.file] = picture.width, picture.height
    return sizes, damaged
