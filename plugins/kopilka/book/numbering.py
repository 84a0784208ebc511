"""Numbers and ids of one article: its headings without gaps, its tables, figures and footnotes in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kopilka.book.rewriting import rewrite
from kopilka.book.tree import Block, Figure, Footnote, Heading, Table
from kopilka.book.walking import Node


def number(owner: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of an article or a chapter with the id `owner`, everything in them numbered from 1.

    A table or a figure has a number when it has a caption; the one its author gave stays as long as it is
    higher than the one before. Levels of headings begin with 1 and grow by one: readers of screens and
    PDF/UA do not forgive a gap.
    """
    return tuple(rewrite(_levelled(blocks), _Numbers(owner)))


def _levelled(blocks: Sequence[Block]) -> list[Block]:
    """A heading is as deep as there are headings above it; those of one level stay of one level."""
    above: list[int] = []
    levelled: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            levelled.append(replace(block, level=len(above)))
        else:
            levelled.append(block)
    return levelled


class _Numbers:
    """Gives out numbers in the order of reading; a repeated footnote keeps the number of its first call."""

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._tables = self._figures = self._headings = 0
        self._numbered = {Table: 0, Figure: 0}
        self._notes = 0
        self._note_of: dict[int, int] = {}

    def __call__(self, node: Node) -> Node:
        match node:
            case Table():
                self._tables += 1
                return replace(node, id=f"{self._owner}--t{self._tables}", number=self._next(node))
            case Figure():
                self._figures += 1
                return replace(node, id=f"{self._owner}--f{self._figures}", number=self._next(node))
            case Heading() if not node.id:
                self._headings += 1
                return replace(node, id=f"{self._owner}--h{self._headings}")
            case Footnote():
                return self._footnote(node)
            case _:
                return node

    def _next(self, node: Table | Figure) -> int:
        if not node.caption:
            return 0
        given = max(node.number, self._numbered[type(node)] + 1)
        self._numbered[type(node)] = given
        return given

    def _footnote(self, note: Footnote) -> Footnote:
        if note.blocks:
            self._notes += 1
            self._note_of[note.number] = self._notes
        return replace(note, number=self._note_of.get(note.number, note.number))
