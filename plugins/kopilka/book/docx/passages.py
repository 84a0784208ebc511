"""The texts of the book as its Word file has them, kept inside it: what corrections are compared with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field

from kopilka.book.tree import Abbreviation, Break, Footnote, Inline, Link, Styled, Text
from kopilka.documents import HEAD, escape

SPACE = "urn:kopilka:book"
VERSION = 1


@dataclass(slots=True)
class Passage:
    """The paragraphs of an article, or of another part of the book; `path` is the record's file.

    `texts` are its paragraphs, each followed by its footnotes.
    """

    id: str
    title: str
    path: str
    texts: list[str] = field(default_factory=list)


def passages_xml(book: str, passages: Iterable[Passage]) -> str:
    """`customXml/item1.xml`."""
    held = {"version": VERSION, "book": book, "parts": [asdict(passage) for passage in passages]}
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    return f'{HEAD}<book xmlns="{SPACE}">{escape(text)}</book>'


def plain(content: Iterable[Inline]) -> str:
    """The words of a paragraph as Word shows them, without its footnotes."""
    return "".join(_pieces(content))


def _pieces(content: Iterable[Inline]) -> Iterator[str]:
    for item in content:
        match item:
            case Text(text) | Abbreviation(text=text):
                yield text
            case Styled(content=inside) | Link(content=inside):
                yield from _pieces(inside)
            case Break():
                yield " "
            case Footnote():
                continue
