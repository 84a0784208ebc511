"""Drawings as pictures of dots: older programs that read Word files show nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import typst

from kopilka.book.press import FONTS
from kopilka.book.volume import Picture

_DOTS = 220
"""Dots in an inch: enough for a printer in the office, light enough to send."""
_POINTS = 0.75
_TEMPLATE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.drawing), format: "svg", width: float(sys.inputs.width) * 1pt)
"""


def with_dots(pictures: Mapping[str, Picture]) -> Mapping[str, Picture]:
    """The pictures, every drawing with its PNG."""
    return {
        file: replace(picture, fallback=_dots(picture)) if _is_bare(picture) else picture
        for file, picture in pictures.items()
    }


def _is_bare(picture: Picture) -> bool:
    return picture.media_type == "image/svg+xml" and picture.fallback is None


def _dots(picture: Picture) -> bytes | None:
    """None for a drawing that cannot be drawn: its words stand in the text instead."""
    inputs = {"drawing": picture.data.decode("utf-8", "replace"), "width": str(picture.width * _POINTS)}
    try:
        return typst.compile(_TEMPLATE, format="png", ppi=_DOTS, sys_inputs=inputs, font_paths=_fonts())
    except typst.TypstError:
        return None


@cache
def _fonts() -> typst.Fonts:
    """Only our own: the same drawing looks the same on every computer."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
