"""Two versions of a text word by word: only paragraphs that differ, only words around the difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

_PARAGRAPHS = re.compile(r"\n\s*\n")
_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_AROUND = 10
"""Tokens of the same words left on each side of a difference: words and the spaces between them."""
_MOST_TOKENS = 3000
_MOST_SHOWN = 1500
_MOST_PARAGRAPHS = 400
DOTS = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that stayed, went or came."""

    kind: Literal["same", "removed", "added"]
    text: str


Paragraph = tuple[Piece, ...]


def compare_texts(before: str, after: str) -> tuple[Paragraph, ...]:
    """The paragraphs that differ; nothing where only spaces and line ends do."""
    old, new = _paragraphs(before), _paragraphs(after)
    if max(len(old), len(new)) > _MOST_PARAGRAPHS:
        old, new = [" ".join(old)], [" ".join(new)]
    found: list[Paragraph] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, start_new, end_new in matcher.get_opcodes():
        if tag != "equal":
            pairs = zip_longest(old[start:end], new[start_new:end_new], fillvalue="")
            found += [_words(was, now) for was, now in pairs if was != now]
    return tuple(found)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in _PARAGRAPHS.split(text) if part.strip()]


def _words(before: str, after: str) -> Paragraph:
    if not before or not after:
        return tuple(_whole(before, after))
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if max(len(old), len(new)) > _MOST_TOKENS:
        return tuple(_whole(before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.3:
        return tuple(_whole(before, after))
    return tuple(_pieces(matcher.get_opcodes(), old, new))


def _whole(before: str, after: str) -> Iterator[Piece]:
    if before:
        yield Piece("removed", _cut(before))
    if after:
        yield Piece("added", _cut(after))


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]} {DOTS}"


def _pieces(
    steps: Sequence[tuple[str, int, int, int, int]], old: Sequence[str], new: Sequence[str]
) -> Iterator[Piece]:
    for number, (tag, start, end, start_new, end_new) in enumerate(steps):
        if tag == "equal":
            first, last = number == 0, number == len(steps) - 1
            yield Piece("same", _around(old[start:end], first=first, last=last))
            continue
        if end > start:
            yield Piece("removed", _cut("".join(old[start:end])))
        if end_new > start_new:
            yield Piece("added", _cut("".join(new[start_new:end_new])))


def _around(tokens: Sequence[str], *, first: bool, last: bool) -> str:
    if len(tokens) <= _AROUND * (1 if first or last else 2) + 2:
        return "".join(tokens)
    head = "" if first else "".join(tokens[:_AROUND])
    tail = "" if last else "".join(tokens[-_AROUND:])
    return (
        f"{head.rstrip()} {DOTS} {tail.lstrip()}".strip(" ")
        if not (first or last)
        else (f"{DOTS} {tail.lstrip()}" if first else f"{head.rstrip()} {DOTS}")
    )
