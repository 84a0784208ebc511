"""Finished books on disk: written beside, moved into place whole; a failure leaves the last good book."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from kopilka.catalog.published import FILE_NAME, BookFile, Published, read_published

Made = tuple[BookFile, bytes]
"""A file of a book with what is in it."""


def book_at(folder: Path) -> Published | None:
    """The book that lies in a folder, whatever it was made from; None where there is none."""
    try:
        return read_published((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def is_whole(folder: Path, file: BookFile) -> bool:
    """Whether a file lies there as the book tells."""
    path = folder / file.path
    return path.is_file() and path.stat().st_size == file.size


class Shelf:
    """The place of one book: `folder` holds it, its neighbours with a dot the new and the former one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._new = folder.with_name(f".{folder.name}.new")
        self._former = folder.with_name(f".{folder.name}.former")

    def tidy(self) -> None:
        """Puts back the former book when a run was killed between two moves. Raises `OSError`."""
        if self._former.exists() and not self.folder.exists():
            self._former.rename(self.folder)
        for leftover in (self._new, self._former):
            shutil.rmtree(leftover, ignore_errors=True)

    def abandon(self) -> None:
        """Takes away what a run that failed has begun: on a full disk it would be in the way."""
        shutil.rmtree(self._new, ignore_errors=True)

    def start(self, kept: Iterable[BookFile] = ()) -> None:
        """Begins a new book with some files of the former one. Raises `OSError`."""
        self._new.mkdir(parents=True)
        for file in kept:
            target = self._new / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.folder / file.path, target)

    def write(self, path: str, content: bytes) -> None:
        """Writes a file of the new book. Raises `OSError`."""
        target = self._new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    def finish(self) -> None:
        """Puts the new book in the place of the former one. Raises `OSError`."""
        if self.folder.exists():
            self.folder.rename(self._former)
        try:
            self._new.rename(self.folder)
        except OSError:
            self.tidy()
            raise
        self.tidy()
