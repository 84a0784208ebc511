"""A collection of an open bank laid out for the checks before print."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from kopilka.book.gaps import Proof
from kopilka.book.volume import Book
from kopilka.catalog.check import Surroundings
from kopilka.catalog.collections import Resolved, resolve
from kopilka.catalog.pictures import PHOTOS
from kopilka.catalog.pixels import pixels_of
from kopilka.workspace.bank import Workspace

_HEAD = 1_000_000
"""Bytes in which a picture tells its size, however much its camera wrote before."""


def make_proof(
    workspace: Workspace, id_: str, book: Book, *, pages: Mapping[str, tuple[int, int]] | None = None
) -> Proof:
    """What the checks look at; `pages` are the first and the last of each article.

    Raises `KeyError` when the bank has no such collection.
    """
    manifest = workspace.catalog.registry.manifests[id_]
    resolved = resolve(manifest.collection, workspace.catalog)
    return Proof(
        manifest=manifest,
        resolved=resolved,
        catalog=workspace.catalog,
        around=_surroundings(workspace),
        book=book,
        known=workspace.report.diagnostics,
        sizes=_sizes(workspace.root, resolved, workspace.files),
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


def _sizes(root: Path, resolved: Resolved, files: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """The sizes in pixels of the pictures that lie beside the records of a collection."""
    folders = tuple(f"{item.entry.path.removesuffix('.md')}/" for item in resolved.items)
    shown = (path for path in files if path.startswith(folders) and path.lower().endswith(PHOTOS))
    found = ((path, _size(root / path, files[path])) for path in shown)
    return {path: size for path, size in found if size is not None}


@lru_cache(maxsize=4096)
def _size(path: Path, length: int) -> tuple[int, int] | None:  # noqa: ARG001 - it is a part of the key
    try:
        with path.open("rb") as file:
            return pixels_of(file.read(_HEAD))
    except OSError:
        return None
