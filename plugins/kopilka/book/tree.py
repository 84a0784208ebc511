"""The text of a book as one normalised tree, which every writer (PDF, EPUB, DOCX) sets in its own way.

Everything here is plain frozen data: texts are strings to be set as they are, never markup to be evaluated.
Ids are unique in the whole book: each article prefixes its own. Footnotes stand where they are called;
numbers of notes, tables and figures are given by whoever builds the tree, so that all formats agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

# Inline content


@dataclass(frozen=True, slots=True)
class Text:
    """Words, already typographed: «», –, non-breaking spaces."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Words that differ from those around them."""

    style: Literal["strong", "emphasis", "strike", "sub", "sup", "code"]
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link: `href` is an address outside the book or `#id` of a place inside it; words alone when empty."""

    href: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A shortening that the list of abbreviations explains; `title` is its meaning."""

    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote at the place of its call; `number` counts from 1 in every article."""

    number: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A forced end of line."""


Inline: TypeAlias = Text | Styled | Link | Abbreviation | Footnote | Break

# Blocks


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside an article: `level` 1 is a section of the article, 2 a subsection, and so on."""

    level: int
    content: tuple[Inline, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `start` is the first number of a numbered one, None for one with marks."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms with what they mean; also pairs «label – value»."""

    items: tuple[tuple[tuple[Inline, ...], tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A note set apart: «Совет», «Внимание». `kind` is an id of `render.notes.NOTE_KINDS`."""

    kind: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Text set letter by letter as it was written."""

    text: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A change of subject without a heading."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `header` cells name their column or, in the first column, their row."""

    blocks: tuple[Block, ...]
    align: Literal["start", "center", "end"] = "start"
    header: bool = False
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `weights` are relative widths of columns, `head` its repeated rows; number 0 – none."""

    id: str
    number: int
    caption: tuple[Inline, ...]
    weights: tuple[float, ...]
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: `file` relative to the bank's root; `credit` is whose it is; number 0 – none."""

    id: str
    number: int
    file: str
    alt: str
    caption: tuple[Inline, ...] = ()
    credit: str = ""


Block: TypeAlias = (
    Paragraph | Heading | Items | Definitions | Quote | Box | Listing | Divider | Table | Figure
)


def place_ids(owner: str, blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """Every block of a text with its id: its own, or its owner's with its number, `statya-b7`.

    All formats call the places of a book by these ids; the page list of the EPUB rests on them.
    """
    for number, block in enumerate(blocks, start=1):
        yield getattr(block, "id", f"{owner}-b{number}"), block
