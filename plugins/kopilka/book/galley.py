"""A book as the data that the Typst template sets: strings and records, nothing to be evaluated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from kopilka.book import phrases
from kopilka.book.columns import LETTERS_OF_MM, longest_run, longest_word
from kopilka.book.links import external
from kopilka.book.measuring import printed_width
from kopilka.book.page import Page
from kopilka.book.rewriting import rewrite
from kopilka.book.tree import (
    Abbreviation,
    Block,
    Box,
    Break,
    Cell,
    Definitions,
    Divider,
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
    place_ids,
)
from kopilka.book.volume import Picture
from kopilka.book.walking import Node, words_of
from kopilka.russian import NBSP

Data: TypeAlias = dict[str, Any]

_SHORT_LABEL = 45
"""Longer terms do not fit beside what they mean."""
_SHORT_MEANING = 140
"""Letters of what a label says, on the average: more is read as text, not looked up."""
_MARGINS = 2
"""Letters that the margins of a cell take."""
_LONG_RUN = re.compile(r"\S{40}")
"""So many letters without a space may be broken after the last of them: code is not hyphenated."""
_ENDS = (".", "!", "?", "…")
_LONG_CELL = 300
"""Letters of a cell that may break across pages: a shorter one stays whole."""


class Galley:
    """Turns texts of one book into data; `names` are the staged files of its pictures."""

    def __init__(self, page: Page, pictures: Mapping[str, Picture], names: Mapping[str, str]) -> None:
        self._page = page
        self._pictures = pictures
        self._names = names

    def text(self, owner: str, blocks: Sequence[Block]) -> list[Data]:
        """The blocks of an article or a chapter, each with the id of its place."""
        return [{**self._block(block), "place": id_} for id_, block in place_ids(owner, blocks)]

    def blocks(self, blocks: Sequence[Block]) -> list[Data]:
        """Blocks inside something."""
        return [self._block(block) for block in blocks]

    def _block(self, block: Block) -> Data:  # noqa: C901, PLR0911 - a line for each sort of block
        match block:
            case Paragraph():
                return {"t": "paragraph", "c": words(block.content)}
            case Heading():
                return {"t": "heading", "depth": block.level, "id": block.id, "c": words(block.content)}
            case Items():
                return {"t": "items", "start": block.start, "items": list(map(self.blocks, block.items))}
            case Definitions():
                return self._definitions(block)
            case Quote():
                return {"t": "quote", "c": self.blocks(block.blocks)}
            case Box():
                return {"t": "box", "title": block.title, "c": self.blocks(block.blocks)}
            case Listing():
                return {"t": "listing", "text": _LONG_RUN.sub("\\g<0>\u200b", block.text)}
            case Divider():
                return {"t": "divider"}
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)

    def _definitions(self, block: Definitions) -> Data:
        """Short labels with a phrase or a list each are pairs; terms with sentences are a list of terms."""
        short = all(
            len(words_of(term)) <= _SHORT_LABEL and len(meaning) == 1 for term, meaning in block.items
        )
        said = [words_of(meaning) for _, meaning in block.items]
        told = sum(text.endswith(_ENDS) for text in said) * 2 > len(said)
        short = short and not told and sum(map(len, said)) <= _SHORT_MEANING * len(said)
        items = [{"term": words(term), "c": self.blocks(meaning)} for term, meaning in block.items]
        return {"t": "pairs" if short else "terms", "items": items}

    def _table(self, table: Table) -> Data:
        return {
            "t": "table",
            "id": table.id,
            "caption": _caption(table),
            "weights": list(table.weights),
            "head": [self._row(row, table.weights) for row in table.head],
            "rows": [self._row(row, table.weights) for row in table.rows],
        }

    def _row(self, cells: Sequence[Cell], weights: Sequence[float]) -> list[Data]:
        """The cells; a word is broken only in a column that is too narrow for it."""
        row, place = [], 0
        for cell in cells:
            share = sum(weights[place : place + cell.columns]) / (sum(weights) or 1)
            row.append(self._cell(cell, share * self._page.measure * LETTERS_OF_MM - _MARGINS))
            place += cell.columns
        return row

    def _cell(self, cell: Cell, room: float) -> Data:
        """Words that should not part do in a column too narrow for them; a word itself is broken last."""
        text = words_of(cell.blocks)
        narrow = longest_run((text,)) > room
        return {
            "columns": cell.columns,
            "align": cell.align,
            "header": cell.header,
            "hyphenate": longest_word((text,)) > room,
            "breakable": len(text) > _LONG_CELL,
            "c": self.blocks(rewrite(cell.blocks, _parted) if narrow else cell.blocks),
        }

    def _figure(self, figure: Figure) -> Data:
        return {
            "t": "figure",
            "id": figure.id,
            "caption": _caption(figure),
            "file": self._names[figure.file],
            "alt": figure.alt.strip() or words_of(figure.caption) or phrases.NO_ALT,
            "width": printed_width(self._page, self._pictures[figure.file]),
        }


def _parted(node: Node) -> Node:
    """A text whose words may part anywhere."""
    return replace(node, text=node.text.replace(NBSP, " ")) if isinstance(node, Text) else node


def words(content: Sequence[Inline]) -> list[Any]:
    """Words as the template reads them: strings, and records where they differ from those around."""
    return list(_words(content))


def _words(content: Sequence[Inline]) -> Iterator[Any]:
    for item in content:
        match item:
            case Text() | Abbreviation():
                yield item.text
            case Styled():
                yield {"t": "styled", "style": item.style, "c": words(item.content)}
            case Link():
                yield from _link(item)
            case Break():
                yield {"t": "break"}
            case Footnote():
                yield {"t": "note", "number": item.number, "c": _note(item)}


def _link(link: Link) -> Iterator[Any]:
    """A link to an article tells its page, that to a place in one leads there; an address may be read off."""
    content = words(link.content)
    if link.href.startswith("#"):
        id_ = link.href[1:]
        yield {"t": "link", "href": link.href, "c": content} if "--" in id_ else _article(id_, content)
    elif href := external(link.href):
        bare = len(content) == 1 and isinstance(content[0], str) and " " not in content[0]
        named = {"t": "address", "words": content[0]} if bare else {"t": "link", "c": content}
        yield {**named, "href": href}
    else:
        yield from content


def _article(id_: str, content: list[Any]) -> Data:
    return {"t": "article", "id": id_, "c": content}


def _note(note: Footnote) -> list[Any]:
    """A footnote is words: paragraphs of one are parted by line breaks."""
    found: list[Any] = []
    for block in note.blocks:
        content = words(block.content) if isinstance(block, Paragraph) else [words_of((block,))]
        found += [{"t": "break"}, *content] if found else content
    return found


def _caption(block: Table | Figure) -> list[Any]:
    """«Таблица 1. Кто и когда», whose picture it is at the end."""
    caption = words(block.caption)
    label = phrases.caption_label(block)
    if label and caption:
        caption = [{"t": "styled", "style": "strong", "c": [f"{label}. "]}, *caption]
    credit = block.credit if isinstance(block, Figure) else ""
    if credit:
        caption += [". " if caption else "", f"{credit[:1].upper()}{credit[1:]}"]
    return caption
