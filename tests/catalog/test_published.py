"""What a book tells of itself goes to its file and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kopilka.catalog.published import BookFile, ContentsRow, Published, Role, read_published

BOOK = Published(
    id="sbornik",
    digest="ab12",
    pages=76,
    printed_sheets=Decimal("4.42"),
    publisher_sheets=Decimal("3.90"),
    day=date(2026, 8, 20),
    files=(
        BookFile(role=Role.SCREEN, path="sbornik.pdf", size=3_400_000),
        BookFile(role=Role.OFFPRINT, path="offprints/karty.pdf", size=90_000, record="karty"),
    ),
    contents=(
        ContentsRow(kind="part", id="predislovie", title="Предисловие", first=4, last=5),
        ContentsRow(kind="article", id="karty", title="Читательские карты", first=6, last=12),
    ),
)


def test_a_book_goes_to_its_file_and_back() -> None:
    """Nothing is lost, sums of sheets keep their two places."""
    assert read_published(BOOK.to_json()) == BOOK
    assert '"3.90"' in BOOK.to_json()


def test_files_and_pages_are_found_by_what_they_are() -> None:
    """An offprint by its record; a part of the editors has no pages of a record."""
    assert BOOK.file(Role.SCREEN)
    assert BOOK.file(Role.OFFPRINT, "karty")
    assert BOOK.file(Role.OFFPRINT) is None
    assert BOOK.pages_of("karty") == (6, 12)
    assert BOOK.pages_of("predislovie") is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"version": 2}', BOOK.to_json().replace("offprints/", "../")]
)
def test_a_damaged_file_is_no_book(text: str) -> None:
    """Half a file, another version, a path outside: the site goes on without the book."""
    assert read_published(text) is None
