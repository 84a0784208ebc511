"""Anchors of headings: Latin, stable, and each one only once on a page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from kopilka.slugs import slugify, transliterate

__all__ = ["Anchors", "anchor_of", "slugify", "transliterate"]

_NAMELESS = "razdel"


def anchor_of(text: str) -> str:
    """The anchor of a heading: «Ход работы» → `hod-raboty`, however the letters «ё» and «й» are encoded."""
    return slugify(unicodedata.normalize("NFC", text)) or _NAMELESS


class Anchors:
    """The anchors taken on one page; `taken` are those that the page already uses for itself."""

    __slots__ = ("_prefix", "_taken")

    def __init__(self, *, prefix: str = "", taken: Iterable[str] = ()) -> None:
        self._prefix = prefix
        self._taken = set(taken)

    def take(self, text: str) -> str:
        """An anchor for a heading, with «-2», «-3» and so on when the page has it already."""
        base = self._prefix + anchor_of(text)
        anchor, number = base, 2
        while anchor in self._taken:
            anchor, number = f"{base}-{number}", number + 1
        self._taken.add(anchor)
        return anchor
