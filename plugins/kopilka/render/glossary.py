"""Abbreviations of the glossary in a text: the first one in a section explains itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kopilka.render.typography import NBSP, typograph

Tree = dict[str, "Tree"]
_END = ""


def escape(text: str) -> str:
    """Plain text as HTML text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """Plain text as the value of an attribute in double quotes."""
    return escape(text).replace('"', "&quot;")


class Abbreviations:
    """Whole words of the glossary, the longest first; «ИОМ» → «индивидуальный образовательный маршрут»."""

    __slots__ = ("_pattern", "_tags")

    def __init__(self, meanings: Mapping[str, str]) -> None:
        named = {" ".join(word.split()): meaning for word, meaning in meanings.items()}
        self._tags = {word: _tag(word, meaning) for word, meaning in named.items() if word}
        self._pattern = re.compile(_alternatives(self._tags)) if self._tags else None

    def mark(self, text: str, seen: set[str]) -> str:
        """`text` as HTML, with `abbr` round the words not in `seen`, which it adds to."""
        if self._pattern is None or not self._pattern.search(text):
            return escape(text)
        pieces: list[str] = []
        done = 0
        for match in self._pattern.finditer(text):
            word = match[0].replace(NBSP, " ").replace("\n", " ")
            if word in seen:
                continue
            seen.add(word)
            pieces += (escape(text[done : match.start()]), self._tags[word])
            done = match.end()
        return "".join((*pieces, escape(text[done:])))


def _tag(word: str, meaning: str) -> str:
    title = escape_attribute(typograph(meaning))
    return f'<abbr title="{title}">{escape(word.replace(" ", NBSP))}</abbr>'


def _alternatives(words: Iterable[str]) -> str:
    """One pattern for all words, a tree by their letters.

    Every branch begins with a plain letter, so that the engine leaps over text without them; that the
    letter begins a word is checked after it.
    """
    tree: Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    heads = (rf"{re.escape(head)}(?<!\w.){_branch(rest)}" for head, rest in sorted(tree.items()))
    return rf"(?:{'|'.join(heads)})(?!\w)"


def _branch(node: Tree) -> str:
    """The ways on from a letter, the longest word first; the end of a word is the last choice."""
    ways = [_letter(letter) + _branch(rest) for letter, rest in sorted(node.items()) if letter != _END]
    if _END in node:
        ways.append("")
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _letter(letter: str) -> str:
    return rf"[ {NBSP}\n]" if letter == " " else re.escape(letter)
