"""The words of Markdown without its marks: what a reader would read, for searching and quoting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from markdown_it.token import Token

from kopilka.render.dialect import Dialect, quick_dialect
from kopilka.render.shortcuts import is_plain
from kopilka.render.words import plain

_CODE = frozenset({"fence", "code_block"})
_JOINER = "\u2060"
"""Holds «5–7» together on a page and means nothing."""
_ENDS = (".", "!", "?", "…", ":", ";", ",")


def plain_body(text: str) -> str:
    """The words of a body or a field of several paragraphs in one line, read as pages read it.

    Headings, cells, captions, notes, code and descriptions of pictures are there; addresses of links,
    numbers of footnotes and attributes are not.
    """
    return plain_blocks(_parser().parse(text))


def plain_line(text: str) -> str:
    """The words of a one-line field; most have no marks at all, so they are not parsed."""
    if is_plain(text):
        return " ".join(text.split())
    return plain_blocks(_parser().parseInline(text))


def plain_blocks(tokens: Iterable[Token]) -> str:
    """The words of what has been parsed and not yet set."""
    return run_on(_blocks(tokens))


def run_on(pieces: Iterable[str]) -> str:
    """Headings, cells and paragraphs in one line: a dot in the middle where a piece has no end of its own."""
    line = ""
    for piece in pieces:
        words = " ".join(piece.replace(_JOINER, "").split())
        if words:
            line += f"{' ' if line.endswith(_ENDS) else ' · '}{words}" if line else words
    return line


@lru_cache(maxsize=1)
def _parser() -> Dialect:
    """One parser: it is slow to make and keeps nothing between texts."""
    return quick_dialect()


def _blocks(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield plain(token.children or ())
        elif token.type in _CODE:
            yield token.content
