"""Volumes against real imprints."""

from __future__ import annotations

import pytest

from kopilka.citing import author_sheets, copyright_line, printed_sheets, sheets_words
from kopilka.records.paper import PAPERS


@pytest.mark.parametrize(
    ("pages", "expected"),
    [(12, "1,40"), (16, "1,86"), (24, "2,79"), (60, "6,98"), (64, "7,44"), (68, "7,91"), (192, "22,32")],
)
def test_printed_sheets_agree_with_real_imprints(pages: int, expected: str) -> None:
    """Figures of books printed on 60×84/8."""
    assert sheets_words(printed_sheets(pages, PAPERS["60×84/8"])) == expected


def test_printed_sheets_of_a_book_of_a5() -> None:
    """108 pages of 60×84/16 are 6,28 of them."""
    assert sheets_words(printed_sheets(108, PAPERS["60×84/16"])) == "6,28"


def test_authors_sheets_count_characters_and_pictures() -> None:
    """40 000 characters or 3 000 cm² are a sheet."""
    assert sheets_words(author_sheets(100_000, pictures=1_500)) == "3,00"


def test_the_sign_of_copyright() -> None:
    """ГОСТ Р 7.0.1-2003: the holder, what part of the rights, the year."""
    assert copyright_line("Коллектив авторов", 2025) == "©\u00a0Коллектив авторов, 2025"
    assert copyright_line("Иванов И. И.", 2025, what="оформление").endswith("Иванов И. И., оформление, 2025")
