"""Where the printed pages begin in the EPUB: marks before blocks, and the list of all pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kopilka.book.volume import Pages

TITLE, VERSO, END = "titul", "oborot", "vyhodnye"
"""Ids of the documents that stand for the first two pages and for the last."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The pages that begin at a place, by its id."""

    at: Mapping[str, tuple[int, ...]]

    def html(self, place: str) -> str:
        """The marks before the block with the id `place`; nothing where no page begins."""
        return "".join(
            f'<div epub:type="pagebreak" role="doc-pagebreak" id="page-{page}" aria-label="Страница {page}">'
            "</div>"
            for page in self.at.get(place, ())
        )


def mark_pages(pages: Pages, places: Iterable[str]) -> Marks:
    """Every printed page at one of `places`, which are the ids of the EPUB in the order of reading.

    A page where no place begins – the middle of a long table – goes with the next page that has one.
    """
    known = list(places)
    begins = _begins(pages, set(known))
    order = {place: number for number, place in enumerate(known)}
    at: dict[str, list[int]] = {}
    following, furthest = END, len(known)
    for page in range(pages.count, 0, -1):
        place = begins.get(page)
        if place and order[place] <= furthest:
            following, furthest = place, order[place]
        at.setdefault(TITLE if page == 1 else following, []).insert(0, page)
    return Marks({place: tuple(numbers) for place, numbers in at.items()})


def _begins(pages: Pages, known: set[str]) -> dict[int, str]:
    """The first known place of every page; a title page and its verso are the first two."""
    begins = {2: VERSO}
    for place, page in pages.first.items():
        if place in known:
            begins.setdefault(page, place)
    return begins | {page: place for page, place in pages.starts if place in known}
