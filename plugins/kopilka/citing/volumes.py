"""Volumes of an edition: authors' sheets and conventional printed sheets."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from kopilka.records.paper import PaperFormat

CHARACTERS = 40_000
"""Characters with spaces in an author's sheet."""
PICTURES = 3_000
"""Square centimetres of pictures in an author's sheet."""
_CONVENTIONAL = 60 * 90
"""The sheet that all others are counted in, cm²."""
_CENT = Decimal("0.01")


def printed_sheets(pages: int, paper: PaperFormat) -> Decimal:
    """Усл. печ. л. of a block of `pages` (all of them, without the cover), to two places."""
    width, height = paper.sheet
    return _cents(Decimal(pages) / paper.share * _cents(Decimal(width * height) / _CONVENTIONAL))


def author_sheets(characters: int, *, pictures: float = 0) -> Decimal:
    """Authors' or publisher's sheets, to two places: `pictures` is their area in cm²."""
    return _cents(Decimal(characters) / CHARACTERS + Decimal(str(pictures)) / PICTURES)


def sheets_words(sheets: Decimal) -> str:
    """«6,28»."""
    return str(sheets).replace(".", ",")


def _cents(value: Decimal) -> Decimal:
    """To two places, a half up; the factor of the paper too, by custom: 60×84 → 0,93."""
    return value.quantize(_CENT, rounding=ROUND_HALF_UP)
