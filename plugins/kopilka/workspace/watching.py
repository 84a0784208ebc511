"""Waits for a bank to change on disk."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from kopilka.workspace.bank import Workspace
from kopilka.workspace.files import Stamp, list_files

_PAUSE = 0.4
"""Seconds between two looks: less than a person waits for, more than a disk notices."""


def states(workspace: Workspace) -> Iterator[Workspace]:
    """The bank as it is now, then anew each time one of its files has changed, without end.

    A file that changes again while it is looked at is waited for: editors write in several moves.
    """
    seen = _stamps(workspace)
    yield workspace
    while True:
        time.sleep(_PAUSE)
        now = _stamps(workspace)
        if now == seen:
            continue
        time.sleep(_PAUSE)
        if (settled := _stamps(workspace)) == now:
            seen = settled
            workspace = workspace.reload()
            yield workspace


def _stamps(workspace: Workspace) -> dict[str, Stamp]:
    root = workspace.root
    found: dict[str, Stamp] = {}
    for place in workspace.watched:
        path = place.relative_to(root).as_posix()
        found |= dict(list_files(root, path)) if place.is_dir() else {path: _stamp(place)}
    return found


def _stamp(file: Path) -> Stamp:
    try:
        status = file.stat()
    except OSError:  # just being replaced
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)
