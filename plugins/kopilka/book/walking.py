"""Ways through the tree of a book: everything inside a text, its words, a text with parts replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from kopilka.book.tree import (
    Abbreviation,
    Block,
    Box,
    Cell,
    Definitions,
    Figure,
    Footnote,
    Heading,
    Inline,
    Items,
    Link,
    Listing,
    Paragraph,
    Quote,
    Styled,
    Table,
    Text,
)

Node: TypeAlias = Block | Inline | Cell


def children(node: Node) -> Iterator[Node]:
    """What stands right inside a node, in the order of reading."""
    match node:
        case Paragraph() | Heading() | Styled() | Link():
            yield from node.content
        case Footnote() | Quote() | Box() | Cell():
            yield from node.blocks
        case Items():
            yield from (block for item in node.items for block in item)
        case Definitions():
            for term, meaning in node.items:
                yield from term
                yield from meaning
        case Table():
            yield from node.caption
            yield from (cell for row in (*node.head, *node.rows) for cell in row)
        case Figure():
            yield from node.caption
        case _:
            return


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node of a text, each before what is inside it."""
    pending = [iter(nodes)]
    while pending:
        for node in pending[-1]:
            yield node
            if not isinstance(node, Text):  # as most of them are
                pending.append(children(node))
                break
        else:
            pending.pop()


def words_of(nodes: Iterable[Node]) -> str:
    """The words of a text in one line, footnotes left out: for measuring, searching and running heads."""
    return " ".join("".join(_pieces(nodes)).split(" ")).strip()


def _pieces(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text() | Abbreviation() | Listing():
                yield node.text
            case Footnote():
                continue
            case Styled() | Link():
                yield from _pieces(node.content)
            case _:
                yield " "
                yield from _pieces(children(node))
