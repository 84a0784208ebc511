"""A corrected Word file of a collection against the collection: what to carry back into the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kopilka.book.docx import write_docx
from kopilka.book.volume import Pages
from kopilka.exchange.corrections import CorrectedBook, Corrections, compare_books, read_book
from kopilka.exchange.intake.paper import Refusal
from kopilka.workspace.bank import Workspace
from kopilka.workspace.books import read_books
from kopilka.workspace.editions import open_edition


class CorrectionsError(Exception):
    """A file that cannot be compared; the text says why and what to do, in Russian."""


def read_corrections(workspace: Workspace, id_: str, name: str, data: bytes) -> Corrections:
    """What an editor changed in the Word file of the collection `id_`; the file is only read.

    The file carries the texts it was made with, so that later changes of the records are not taken for the
    editor's; a program that threw them away makes it be compared with the book of today. Raises
    `CorrectionsError`, and for a book of today that cannot be made what `open_edition` raises.
    """
    corrected = _read(name, data)
    if corrected.parts:
        if corrected.book != id_:
            raise CorrectionsError(f"{name}: это сборник {corrected.book}, а не {id_}")
        return compare_books(corrected.parts, corrected)
    sent = _read(name, docx_of_today(workspace, id_))
    return compare_books(sent.parts, replace(corrected, book=id_))


def sources_of(workspace: Workspace, corrections: Corrections) -> Mapping[str, str]:
    """The texts of the records that were corrected, by path; no other files are read."""
    known = {entry.path for entry in workspace.catalog.entries.values()}
    return dict(_texts(workspace, (part.path for part in corrections.parts if part.path in known)))


def _texts(workspace: Workspace, paths: Iterable[str]) -> Iterable[tuple[str, str]]:
    for path in paths:
        yield path, (workspace.root / path).read_text(encoding="utf-8", errors="replace")


def _read(name: str, data: bytes) -> CorrectedBook:
    found = read_book(name, data)
    if isinstance(found, Refusal):
        raise CorrectionsError(f"{name}: {found.message}. {found.remedy}")
    return found


def docx_of_today(workspace: Workspace, id_: str) -> bytes:
    """The Word file of the collection as it would be made now; its pages are those of the last book."""
    with open_edition(workspace, id_) as edition:
        pages = Pages(count=0, first={}, last={})
        known = read_books(workspace.root, workspace.settings.books).get(id_)
        imprint = edition.imprint(edition.form, known.pages if known else 1)
        return write_docx(edition.book, pages, imprint, edition.pictures, modified=edition.moment)
