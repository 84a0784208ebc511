"""The finished books of a bank: what `kopilka publish` left in their folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kopilka.catalog.published import FILE_NAME, Published
from kopilka.workspace.shelf import book_at, is_whole


def read_books(root: Path, folder: str) -> Mapping[str, Published]:
    """The books in `folder` by their ids; a file that is not whole is left out."""
    folders = sorted(path.parent for path in (root / folder).glob(f"*/{FILE_NAME}"))
    found = ((place, book) for place in folders if (book := book_at(place)) and book.id == place.name)
    return {book.id: _whole(place, book) for place, book in found}


def _whole(folder: Path, book: Published) -> Published:
    return book.model_copy(update={"files": tuple(file for file in book.files if is_whole(folder, file))})
