"""The page of a book: the trimmed paper, its margins, the width that is left for the text."""

from __future__ import annotations

from dataclasses import dataclass

from kopilka.records.paper import PAPERS, Paper

_LARGE = 190
"""Pages wider than so many millimetres are read on a table, not in the hand: wider margins suit them."""


@dataclass(frozen=True, slots=True)
class Page:
    """Sizes in millimetres; `inside` is the margin at the spine, `type` the size of the letters in points."""

    width: int
    height: int
    inside: int
    outside: int
    top: int
    bottom: int
    type: float = 10.0

    @property
    def measure(self) -> int:
        """The width of the text."""
        return self.width - self.inside - self.outside


def page_of(paper: Paper) -> Page:
    """The page that a paper format gives."""
    width, height = PAPERS[paper].page
    if width > _LARGE:
        return Page(width, height, inside=30, outside=27, top=27, bottom=28, type=11.5)
    return Page(width, height, inside=19, outside=16, top=20, bottom=20)
