"""What people put into one phrase: an address among words, boxes with ticks."""

from __future__ import annotations

import re

ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"«»]+|(?<![\w@.])(?:[\w-]+\.)+(?:ru|рф|su|org|com|edu|net)(?:/[^\s<>\"«»]*)?(?![\w@])"
)
_TICKS = "☒☑✓✔■"
_BOX = re.compile(f"([☐□{_TICKS}])")


def split_address(words: str) -> tuple[str, str]:
    """The words without their first address, and the address; where they are all address, both are it."""
    found = ADDRESS.search(words)
    if found is None:
        return words, ""
    address = found[0].rstrip(".,;)")
    rest = " ".join((words[: found.start()] + words[found.end() :]).split()).strip(" ,;:–-()")
    return rest or address, address if address.startswith("http") else f"https://{address}"


def ticked(text: str) -> str:
    """Of «☐ начальное ☒ основное» what is ticked, a line each; a text without boxes as it is."""
    pieces = _BOX.split(text)
    marks = [(mark, words.strip(" \t,;\n")) for mark, words in zip(pieces[1::2], pieces[2::2], strict=True)]
    if not any(words for _, words in marks):
        return text
    return "\n".join(words for mark, words in marks if mark in _TICKS and words)
