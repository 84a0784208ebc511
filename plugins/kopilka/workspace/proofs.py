"""A collection of an open bank laid out for the checks before print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kopilka.book.gaps import Proof, find_gaps
from kopilka.book.phrases import figures_of
from kopilka.book.pictures import PictureError, load_picture
from kopilka.book.press import Press, PressError
from kopilka.book.volume import Book, Picture
from kopilka.catalog.collections import resolve
from kopilka.catalog.print_codes import UNSETTABLE
from kopilka.diagnostics import Diagnostic, Report, Span
from kopilka.workspace.bank import Workspace
from kopilka.workspace.editions import Edition, book_of, open_state
from kopilka.workspace.refusals import line_of
from kopilka.workspace.shelf import book_at


def check_collection(workspace: Workspace, id_: str, *, books: Path) -> tuple[Proof, Report]:
    """What a collection lacks before print; it is set to count pages, unless `books` has the same book.

    A collection that names a commit is checked as the bank was then. Raises `KeyError`, `GitError` and
    `SettingsError`.
    """
    with open_state(workspace, id_) as (bank, commit):
        manifest = bank.registers.registry.manifests[id_]
        book = book_of(bank, manifest)
        pictures, damaged = _pictures(bank.root, book)
        proof = Proof(
            manifest=manifest,
            resolved=resolve(manifest.collection, bank.catalog),
            catalog=bank.catalog,
            around=bank.around,
            book=book,
            pictures=pictures,
            damaged=damaged,
            known=bank.report.diagnostics,
        )
        if damaged or not book.articles:
            return proof, find_gaps(proof)
        edition = Edition(manifest, bank.catalog, book, pictures, commit)
        try:
            proof = replace(proof, pages=_pages(edition, books / id_))
        except PressError as error:
            unset = _unset(proof, bank.root, error)
            return proof, Report.of(len(proof.articles), (*find_gaps(proof).diagnostics, unset))
        return proof, find_gaps(proof)


def _pages(edition: Edition, finished: Path) -> Mapping[str, tuple[int, int]]:
    """The first and the last page of each article. Raises `PressError`."""
    book = book_at(finished)
    if book is not None and book.digest == edition.digest:
        return {row.id: (row.first, row.last) for row in book.contents}
    with Press(edition.book, edition.pictures, moment=0) as press:
        pages = press.pages(edition.imprint(edition.form, 1))
    articles = (article.id for article in edition.book.articles)
    return {id_: (pages.first[id_], pages.last[id_]) for id_ in articles if id_ in pages.first}


def _unset(proof: Proof, root: Path, error: PressError) -> Diagnostic:
    """The text that the press refuses, in its record."""
    line = line_of(root / error.path, error.words) if error.path else 0
    start = " ".join(error.words.split()[:8])
    message = f"место «{start}…» не набирается"
    hint = "Проверьте разметку, таблицы и картинки в этом месте."
    return UNSETTABLE.at(
        error.path or proof.manifest.path, Span.at(line) if line else Span(), message, hint=hint
    )


def _pictures(root: Path, book: Book) -> tuple[dict[str, Picture], dict[str, str]]:
    """The pictures of the book by file, and those that cannot be drawn with why."""
    sound: dict[str, Picture] = {}
    damaged: dict[str, str] = {}
    for figure in figures_of(book):
        try:
            sound[figure.file] = load_picture(root, figure.file)
        except PictureError as error:
            damaged[figure.file] = error.why
    return sound, damaged
