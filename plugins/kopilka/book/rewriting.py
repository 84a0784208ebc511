"""A text of the tree with some of its nodes replaced, everything else as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar, cast

from kopilka.book.tree import (
    Box,
    Cell,
    Definitions,
    Figure,
    Footnote,
    Heading,
    Items,
    Link,
    Paragraph,
    Quote,
    Styled,
    Table,
    Text,
)
from kopilka.book.walking import Node

N = TypeVar("N", bound=Node)
Change = Callable[[Node], Node]
"""A node → what stands in its place, of the same sort: a block for a block, words for words."""


def rewrite(nodes: Iterable[N], change: Change) -> tuple[N, ...]:
    """The nodes and everything in them changed, each before what is inside it."""
    return tuple(_inside(change(node), change) for node in nodes)


def _inside(node: Any, change: Change) -> Any:
    changed: dict[str, Any] = {}
    match node:
        case Text():  # as most are
            return node
        case Paragraph() | Heading() | Styled() | Link():
            changed = {"content": rewrite(node.content, change)}
        case Footnote() | Quote() | Box() | Cell():
            changed = {"blocks": rewrite(node.blocks, change)}
        case Items():
            changed = {"items": tuple(rewrite(item, change) for item in node.items)}
        case Definitions():
            pairs = ((rewrite(term, change), rewrite(meaning, change)) for term, meaning in node.items)
            changed = {"items": tuple(pairs)}
        case Table():
            rows = {"head": _rows(node.head, change), "rows": _rows(node.rows, change)}
            changed = {"caption": rewrite(node.caption, change), **rows}
        case Figure():
            changed = {"caption": rewrite(node.caption, change)}
    return replace(node, **changed) if changed else node


def _rows(rows: tuple[tuple[Cell, ...], ...], change: Change) -> tuple[tuple[Cell, ...], ...]:
    return tuple(cast("tuple[Cell, ...]", rewrite(row, change)) for row in rows)
