"""Looks into the pictures beside the records: which of them tell where they were taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from kopilka.catalog.pictures import PHOTOS, has_place
from kopilka.workspace.files import Stamp

_MOST = 30_000_000
"""Bytes of a file that are looked at; larger ones are refused by a rule of their own."""


def located_pictures(root: Path, listing: Iterable[Mapping[str, Stamp]]) -> frozenset[str]:
    """Paths of such pictures; a file is read again only when its stamp has changed."""
    return frozenset(
        path
        for files in listing
        for path, stamp in files.items()
        if path.lower().endswith(PHOTOS) and _is_located(root / path, stamp)
    )


@lru_cache(maxsize=50_000)
def _is_located(path: Path, stamp: Stamp) -> bool:  # noqa: ARG001 - it is a part of the key
    try:
        with path.open("rb") as file:
            return has_place(file.read(_MOST))
    except OSError:
        return False
