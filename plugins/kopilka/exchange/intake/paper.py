"""What somebody sent, as blocks with places: headings, paragraphs, lists, tables, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

BOLD, ITALIC = "\ue010", "\ue011"
"""Stand in a text where bold and italic begin and end; rendered as Markdown at the very end."""

_LINK = re.compile("\ue012([^\ue012-\ue014]*)\ue013([^\ue012-\ue014]*)\ue014")
_SPECIAL = re.compile(r"([\\`*_<>\[\]|~{}])")
_LINE_START = re.compile(r"(?m)^(\s*)(#{1,6}\s|[+=]|-{3,}|:::|!!!|\?\?\?)")
_INNER = re.compile("[\ue000-\uf8ff]")
_SIGN, _MOST_SIGNS = 0xE100, 0x1000
SIGNS = re.compile(f"[{chr(_SIGN)}-{chr(_SIGN + _MOST_SIGNS)}]")
"""Each stands in a text where a picture was; what it stands for is known when the pictures are named."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a list; the items of a list are the lines of its text."""

    kind: Literal["heading", "text", "list"]
    text: str
    place: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `span` is how many columns it takes.

    `tall` marks a cell merged with the one below, `again` its repetition there.
    """

    text: str
    span: int = 1
    again: bool = False
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with its place."""

    cells: tuple[Cell, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `caption` is the label of the cell that it was nested in."""

    rows: tuple[Row, ...]
    place: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it lay in the document."""

    data: bytes
    mime: str
    alt: str
    place: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that was read; `notes` are what the reader has to tell of it, each with its place."""

    blocks: tuple[Block | Table, ...]
    pictures: tuple[Picture, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not read, and what its sender or the methodologist can do."""

    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Source text on its way into a field, the body or the leftovers: its label, text and place."""

    label: str
    text: str
    place: str
    lines: tuple[str, ...] = field(default=(), compare=False)


def link(text: str, address: str) -> str:
    """A link inside a text."""
    return f"\ue012{text}\ue013{address}\ue014" if text != address else address


def sign_of(number: int) -> str:
    """The sign of a picture, by its number in the document; none for too many."""
    return chr(_SIGN + number) if number < _MOST_SIGNS else ""


def clean(text: str) -> str:
    """A stranger's text without the signs that stand for marks here, and without control characters."""
    kept = "".join(sign if sign >= " " or sign in "\n\t" else " " for sign in text)
    return _INNER.sub("", kept).replace("\ufeff", "").replace("\u00ad", "").replace("\u007f", "")


def plain(text: str) -> str:
    """The text without marks; of a link, its words and its address."""
    without = SIGNS.sub("", _LINK.sub(lambda match: _spoken(match[1], match[2]), text))
    return without.replace(BOLD, "").replace(ITALIC, "")


def markdown(text: str) -> str:
    """The text as Markdown: what means something to Markdown by chance is escaped, marks are written."""
    parts: list[str] = []
    end = 0
    for match in _LINK.finditer(text):
        parts += [
            _escape(text[end : match.start()]),
            f"[{_escape(match[1])}]({match[2].replace(' ', '%20')})",
        ]
        end = match.end()
    parts.append(_escape(text[end:]))
    return "".join(parts).replace(BOLD + BOLD, "").replace(BOLD, "**").replace(ITALIC, "*")


def marked(text: str, mark: str) -> str:
    """A run of bold or italic text: every line by itself, spaces outside of the marks."""
    lines = []
    for line in text.split("\n"):
        core = line.strip()
        lines.append(line.replace(core, f"{mark}{core.replace(mark, '')}{mark}", 1) if core else line)
    return "\n".join(lines)


def is_bold(text: str) -> bool:
    """Whether a whole paragraph is bold: people make headings so."""
    bare = text.strip()
    return len(bare) > 2 and bare[0] == bare[-1] == BOLD and BOLD not in bare[1:-1]


def _spoken(words: str, address: str) -> str:
    words = plain(words) if "\ue012" in words else words
    return f"{words} ({address})" if address not in words else words


def _escape(text: str) -> str:
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
