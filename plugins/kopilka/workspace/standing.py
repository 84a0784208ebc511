"""Finished books that would be the same today: known again without the bank being read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from kopilka.catalog.published import BookFile, Published
from kopilka.workspace.formats import Format, kept_of, lacking
from kopilka.workspace.memory import recall
from kopilka.workspace.shelf import book_at


@dataclass(frozen=True, slots=True)
class Outcome:
    """A published collection: its folder, what it is, the files that this run made: none when all stood."""

    folder: Path
    book: Published
    made: tuple[BookFile, ...] = ()


def standing(
    root: Path, id_: str, *, formats: Collection[Format], out: Path, inputs: str | None
) -> Outcome | None:
    """The book in `out/id_` when it was made from the same `inputs` and lacks none of the formats."""
    memory = recall(root, id_)
    if inputs is None or memory is None or memory.inputs != inputs:
        return None
    book = book_at(out / id_)
    if book is None or book.digest != memory.digest:
        return None
    return None if lacking(book, kept_of(out / id_, book), formats) else Outcome(out / id_, book)
