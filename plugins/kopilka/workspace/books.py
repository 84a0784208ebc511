"""The finished books of a bank: what `kopilka publish` left in their folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kopilka.catalog.published import FILE_NAME, Published, read_published


def read_books(root: Path, folder: str) -> Mapping[str, Published]:
    """The books in `folder` by their ids; a file that is not whole is left out."""
    return {book.id: _whole(path.parent, book) for path, book in _found(root / folder)}


def _found(folder: Path) -> Iterator[tuple[Path, Published]]:
    for path in sorted(folder.glob(f"*/{FILE_NAME}")):
        try:
            book = read_published(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            continue
        if book is not None and book.id == path.parent.name:
            yield path, book


def _whole(folder: Path, book: Published) -> Published:
    files = tuple(file for file in book.files if _size(folder / file.path) == file.size)
    return book.model_copy(update={"files": files})


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
