"""Publishes a collection: PDF for the screen and the press, EPUB, DOCX, offprints, the cover."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from kopilka.book.press import Press
from kopilka.catalog.published import FILE_NAME, BookFile, Published, Role
from kopilka.workspace.bank import Workspace
from kopilka.workspace.editions import Edition, open_edition
from kopilka.workspace.printing import Format, Printing, Tell
from kopilka.workspace.refusals import PublishError, refuse_gaps, told_in_words
from kopilka.workspace.shelf import Shelf, book_at, is_whole

__all__ = ["Outcome", "PublishError", "publish"]

_ROLES = {
    Format.PDF: {Role.SCREEN, Role.PICTURE},
    Format.PRINT: {Role.PRINT, Role.COVER},
    Format.EPUB: {Role.EPUB},
    Format.DOCX: {Role.DOCX},
    Format.OFFPRINTS: {Role.OFFPRINT},
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A published collection: its folder, what it is, the files that this run made: none when all stood."""

    folder: Path
    book: Published
    made: tuple[BookFile, ...]


def publish(workspace: Workspace, id_: str, *, formats: Collection[Format], out: Path, tell: Tell) -> Outcome:
    """Publishes a collection into `out/id_`; what stands there already and would be the same is left alone.

    The folder is changed whole at the end: nothing half-made is ever in it. Files of other formats stay
    only when they are of the very same book. Raises `PublishError` and `SettingsError`.
    """
    with told_in_words(workspace, id_), open_edition(workspace, id_) as edition:
        refuse_gaps(workspace, edition)
        shelf = Shelf(out / id_)
        shelf.tidy()
        former = book_at(shelf.folder)
        kept = _kept(shelf.folder, former, edition.digest)
        wanted = [item for item in Format if item in formats and not _stands(item, kept, edition)]
        if former is not None and kept and not wanted:
            return Outcome(shelf.folder, former, ())
        book, made = _print(edition, shelf, kept, wanted, tell)
        return Outcome(shelf.folder, book, made)


def _print(
    edition: Edition, shelf: Shelf, kept: tuple[BookFile, ...], wanted: list[Format], tell: Tell
) -> tuple[Published, tuple[BookFile, ...]]:
    made: list[BookFile] = []
    shelf.start(kept)
    with Press(edition.book, edition.pictures, moment=int(edition.moment.timestamp())) as press:
        printing = Printing(edition, press, wanted, tell)
        for file, content in printing.files():
            shelf.write(file.path, content)
            made.append(file)
        book = printing.published((*kept, *made))
    shelf.write(FILE_NAME, book.to_json().encode())
    shelf.finish()
    return book, tuple(made)


def _kept(folder: Path, former: Published | None, digest: str) -> tuple[BookFile, ...]:
    """The files of the former book that this one would make again."""
    if former is None or former.digest != digest:
        return ()
    return tuple(file for file in former.files if is_whole(folder, file))


def _stands(format_: Format, kept: Collection[BookFile], edition: Edition) -> bool:
    if format_ is Format.OFFPRINTS:
        offprints = {file.record for file in kept if file.role is Role.OFFPRINT}
        return offprints >= {article.id for article in edition.book.articles}
    return _ROLES[format_] <= {file.role for file in kept}
