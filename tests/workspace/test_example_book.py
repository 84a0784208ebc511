"""The example collection of this repository on paper: its pages look as when somebody last looked at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from tests.bank_maker import REPOSITORY, opened
from tests.golden import GOLDEN_FOLDER, Golden

from kopilka.book.press import Press
from kopilka.book.volume import Pages
from kopilka.workspace.editions import open_edition

_ID = "chitaem-schitaem-somnevaemsya"
_DOTS = 60


@dataclass(frozen=True)
class Block:
    """The book as the press sets it: where everything stands, its pages as PNG."""

    pages: Pages
    shots: list[bytes]


@pytest.fixture(scope="module")
def block() -> Iterator[Block]:
    """The example collection, set once."""
    with (
        open_edition(opened(REPOSITORY), _ID) as edition,
        Press(edition.book, edition.pictures, moment=0) as press,
    ):
        first = press.pages(edition.imprint(edition.form, 1))
        pages = press.pages(edition.imprint(edition.form, first.count))
        shots = press._compiler.compile(str(press._root / "book.typ"), format="png", ppi=_DOTS)
        assert isinstance(shots, list)
        yield Block(pages, shots)


@pytest.mark.parametrize(
    ("name", "place", "after"),
    [
        ("imprint", "soderzhanie", -1),
        ("contents", "soderzhanie", 0),
        ("article", "chitatelskie-karty", 0),
        ("road-map", "voprosy-k-tablicam", 2),
        ("scenario", "chitaem-medlenno", 4),
        ("index", "predmetnyj-ukazatel", 0),
    ],
)
def test_looks(block: Block, golden: Golden, name: str, place: str, after: int) -> None:
    """A page so many pages `after` the one where a text begins: `--update-golden`, then look."""
    shot = block.shots[block.pages.first[place] + after - 1]
    golden.check_picture(GOLDEN_FOLDER / "example-book" / f"page-{name}.png", shot)


def test_the_last_page_ends_the_book(block: Block) -> None:
    """Every page has its picture, and the output data stand on the last one."""
    assert len(block.shots) == block.pages.count == block.pages.first["vypusknye-dannye"]
