"""The words of parsed text without its markup."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.token import Token

BREAKS = {"softbreak": "\n", "hardbreak": "\r"}
"""Line breaks in a paragraph, and the character that stands for each one when the paragraph is set."""


def plain(children: Iterable[Token]) -> str:
    """The words alone, without markup."""
    words = []
    for child in children:
        if child.type == "image":
            words.append(plain(child.children or ()))
        else:
            words.append(" " if child.type in BREAKS else child.content)
    return "".join(words)
