"""A collection of an open bank laid out for the checks before print."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kopilka.book.gaps import Proof
from kopilka.book.phrases import figures_of
from kopilka.book.pictures import PictureError, load_picture
from kopilka.book.volume import Book
from kopilka.catalog.check import Surroundings
from kopilka.catalog.collections import resolve
from kopilka.catalog.pictures import PHOTOS
from kopilka.workspace.bank import Workspace


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
