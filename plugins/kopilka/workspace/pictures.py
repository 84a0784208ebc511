"""Looks into the pictures beside the records: what their files tell of people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from kopilka.catalog.pictures import PHOTOS, Trace, traces_of
from kopilka.workspace.files import Stamp

_MOST = 30_000_000
"""Bytes of a file that are looked at; larger ones are refused by a rule of their own."""


def picture_traces(root: Path, listing: Iterable[Mapping[str, Stamp]]) -> dict[str, frozenset[Trace]]:
    """What is told, by the paths of pictures that tell something; a file is read again only when changed."""
    return {
        path: told
        for files in listing
        for path, stamp in files.items()
        if path.lower().endswith(PHOTOS) and (told := _traces(root / path, stamp))
    }


@lru_cache(maxsize=50_000)
def _traces(path: Path, stamp: Stamp) -> frozenset[Trace]:  # noqa: ARG001 - it is a part of the key
    try:
        with path.open("rb") as file:
            return traces_of(file.read(_MOST))
    except OSError:
        return frozenset()
