"""Publishes a collection: PDF for the screen and the press, EPUB, DOCX, offprints, the cover."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from kopilka.book.press import Press
from kopilka.catalog.published import FILE_NAME, BookFile, Published
from kopilka.workspace.bank import Workspace
from kopilka.workspace.editions import Edition, open_edition
from kopilka.workspace.formats import Format, kept_of, lacking
from kopilka.workspace.memory import Memory, recall, remember
from kopilka.workspace.printing import Printing, Tell
from kopilka.workspace.refusals import PublishError, refuse_gaps, told_in_words
from kopilka.workspace.shelf import Shelf, book_at
from kopilka.workspace.standing import Outcome

__all__ = ["Outcome", "PublishError", "publish"]


def publish(  # noqa: PLR0913 - each is named at the call
    workspace: Workspace,
    id_: str,
    *,
    formats: Collection[Format],
    out: Path,
    tell: Tell,
    inputs: str | None = None,
) -> Outcome:
    """Publishes a collection into `out/id_`; what stands there already and would be the same is left alone.

    The folder is changed whole at the end: nothing half-made is ever in it. Files of other formats stay
    only when they are of the very same book. `inputs` is what `inputs_of` said before the bank was opened:
    with it `standing` knows the book again. Raises `PublishError` and `SettingsError`.
    """
    with told_in_words(workspace, id_), open_edition(workspace, id_) as edition:
        refuse_gaps(workspace, edition)
        shelf = Shelf(out / id_)
        shelf.tidy()
        memory = _memory(workspace.root, edition, inputs)
        former = book_at(shelf.folder)
        same = former if former is not None and former.digest == edition.digest else None
        kept = kept_of(shelf.folder, same) if same else ()
        wanted = lacking(same, kept, formats) if same else [item for item in Format if item in formats]
        if same and not wanted:
            remember(workspace.root, id_, memory)
            return Outcome(shelf.folder, same)
        with Press(edition.book, edition.pictures, moment=int(edition.moment.timestamp())) as press:
            printing = Printing(edition, press, wanted, tell, known=memory.pages)
            book, made = _print(printing, shelf, kept)
        remember(workspace.root, id_, replace(memory, pages=printing.pages))
        return Outcome(shelf.folder, book, made)


def _memory(root: Path, edition: Edition, inputs: str | None) -> Memory:
    """What is known of this very edition; a commit may be another tomorrow under the same name."""
    former = recall(root, edition.book.id)
    pages = former.pages if former is not None and former.digest == edition.digest else None
    return Memory(edition.digest, inputs if edition.commit is None else None, pages)


def _print(
    printing: Printing, shelf: Shelf, kept: tuple[BookFile, ...]
) -> tuple[Published, tuple[BookFile, ...]]:
    """Prints onto the shelf; what was begun is taken away again when it cannot be finished."""
    made: list[BookFile] = []
    try:
        shelf.start(kept)
        for file, content in printing.files():
            shelf.write(file.path, content)
            made.append(file)
        book = printing.published((*kept, *made))
        shelf.write(FILE_NAME, book.to_json().encode())
        shelf.finish()
    except BaseException:
        shelf.abandon()
        raise
    return book, tuple(made)
