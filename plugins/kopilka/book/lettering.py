"""How wide words are, by the font that tables are set in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

_FONTS = Path(__file__).parent / "fonts"
_FACES = {False: "PT_Sans-Web-Regular.ttf", True: "PT_Sans-Web-Bold.ttf"}
_POINT = 25.4 / 72
"""Millimetres in a point."""


def width_of(words: str, *, size: float, bold: bool = False) -> float:
    """Millimetres that the words take in one line; `size` is that of the letters in points."""
    advances = _advances(bold=bold)
    usual = advances[ord("н")]
    return sum(advances.get(ord(sign), usual) for sign in words) * size * _POINT


@cache
def _advances(*, bold: bool) -> Mapping[int, float]:
    """The widths of the signs as shares of the size; 20 ms, once."""
    with TTFont(_FONTS / _FACES[bold], lazy=True) as font:
        widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}
