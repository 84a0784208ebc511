"""What lies on disk: files of a folder with their stamps, read as bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

Stamp = tuple[int, int]
"""Modification time in nanoseconds and size in bytes: enough to see that a file changed between two looks."""

_IGNORED = ("README.md", "index.md", "desktop.ini", "Thumbs.db")


def list_files(root: Path, folder: str) -> Iterator[tuple[str, Stamp]]:
    """Every file under `root/folder`, as a path relative to the root, slashes forward; not hidden ones."""
    start = root / folder
    if not start.is_dir():
        return
    pending = [(str(start), folder)]
    while pending:
        place, prefix = pending.pop()
        with os.scandir(place) as items:
            for item in items:
                if item.name.startswith((".", "_", "~$")) or item.name in _IGNORED:
                    continue
                path = f"{prefix}/{item.name}"
                if item.is_dir(follow_symlinks=False):
                    pending.append((item.path, path))
                elif item.is_file():
                    status = item.stat()
                    yield path, (status.st_mtime_ns, status.st_size)


def is_record(path: str, folder: str) -> bool:
    """Whether a file is a record: Markdown, directly in its kind's folder."""
    return path.endswith(".md") and "/" not in path[len(folder) + 1 :]


def record_id(path: str) -> str:
    """The id of the record in a file: the file's name without its ending."""
    return path[path.rfind("/") + 1 :].removesuffix(".md")
