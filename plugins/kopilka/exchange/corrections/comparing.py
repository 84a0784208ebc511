"""The book as it was sent against the book as it came back: what differs, article by article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import chain
from typing import Literal

from kopilka.exchange.changes.texts import Paragraph as Words
from kopilka.exchange.changes.texts import compare_texts
from kopilka.exchange.corrections.document import Comment, CorrectedBook, Part
from kopilka.exchange.corrections.paragraphs import Mark, Paragraph

_INVISIBLE = re.compile("[\u2060\u00ad\u200b\ufeff]")
_LAST_COMMAS = re.compile(r"(?:\s*,)+\s*$")
_WORD = re.compile(r"\w+")
_ALIKE = 0.45
"""Paragraphs that share less are not one paragraph rewritten, but one that went and one that came."""
_MOVED = 30
"""Shorter paragraphs repeat by themselves: a table has «да» in every second cell."""
_MOST_PAIRED = 60


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph that differs; `words` show the difference, `marks` who made it under «Исправления»."""

    kind: Literal["changed", "added", "removed", "moved"]
    before: str
    after: str
    words: tuple[Words, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(slots=True)
class PartChanges:
    """What an article has otherwise, in the order of its text."""

    id: str
    title: str
    path: str
    changes: list[Change] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Corrections:
    """Everything that the editor did to the book, in its order.

    `since` is true where the texts that were sent are lost: then what the records changed since is in it too.
    """

    book: str
    parts: tuple[PartChanges, ...]
    since: bool = False

    @property
    def changes(self) -> int:
        """How many paragraphs differ."""
        return sum(len(part.changes) for part in self.parts)

    @property
    def comments(self) -> int:
        """How many comments were written."""
        return sum(len(part.comments) for part in self.parts)


@dataclass(frozen=True, slots=True)
class _Old:
    part: int
    text: str


def compare_books(parts: Sequence[Part], corrected: CorrectedBook) -> Corrections:
    """What differs between the texts that were sent and the file that came back.

    The whole book is laid beside itself, so neither lost bookmarks nor a title rewritten lose an article.
    """
    old = [_Old(number, _tidy(text)) for number, part in enumerate(parts) for text in part.texts]
    old = [item for item in old if item.text]
    new = [item for item in corrected.paragraphs if _tidy(item.text) or item.comments]
    found = [PartChanges(part.id, part.title, part.path) for part in parts]
    comments = {comment.id: comment for comment in corrected.comments}
    matcher = SequenceMatcher(
        None, [item.text for item in old], [_tidy(item.text) for item in new], autojunk=False
    )
    at = 0
    for tag, start, end, start_new, end_new in matcher.get_opcodes():
        pairs = _pairs(old[start:end], new[start_new:end_new], same=tag == "equal")
        for was, now in pairs:
            at = was.part if was else at
            if tag != "equal":
                found[at].changes.append(_change(was, now))
            if now:
                found[at].comments += [comments.pop(id_) for id_ in now.comments if id_ in comments]
    _join_moved(found)
    if comments and found:
        found[0].comments += comments.values()
    touched = (part for part in found if part.changes or part.comments)
    return Corrections(corrected.book, tuple(touched), since=not corrected.parts)


def _tidy(text: str) -> str:
    """The words alone: spaces of all kinds are one, what is not seen does not count."""
    return _LAST_COMMAS.sub("", " ".join(_INVISIBLE.sub("", text).split()))


_Pair = tuple[_Old | None, Paragraph | None]


def _pairs(old: Sequence[_Old], new: Sequence[Paragraph], *, same: bool) -> Iterator[_Pair]:
    """Each old paragraph with what became of it, in the order of the text."""
    if same or len(old) == len(new) == 1:
        yield from zip(old, new, strict=True)
        return
    left = list(new)
    for item in old:
        at = _twin(item.text, left[:_MOST_PAIRED])
        if at is None:
            yield item, None
            continue
        yield from ((None, paragraph) for paragraph in left[:at])
        yield item, left[at]
        del left[: at + 1]
    yield from ((None, paragraph) for paragraph in left)


def _twin(text: str, candidates: Iterable[Paragraph]) -> int | None:
    """The place of the paragraph that is most like a text; None when none is."""
    best, found = _ALIKE, None
    matcher = SequenceMatcher(None, "", _WORD.findall(text), autojunk=False)
    for at, candidate in enumerate(candidates):
        matcher.set_seq1(_WORD.findall(_tidy(candidate.text)))
        if matcher.quick_ratio() > best and matcher.ratio() > best:
            best, found = matcher.ratio(), at
    return found


def _change(was: _Old | None, now: Paragraph | None) -> Change:
    before, after = was.text if was else "", _tidy(now.text) if now else ""
    kind: Literal["changed", "added", "removed"] = "changed"
    if not before or not after:
        kind = "removed" if before else "added"
    return Change(kind, before, after, compare_texts(before, after), now.marks if now else ())


def _join_moved(parts: Sequence[PartChanges]) -> None:
    """A paragraph that went from one place and came to another is one that moved."""
    every = list(chain.from_iterable(part.changes for part in parts))
    came = {item.after for item in every if item.kind == "added" and len(item.after) > _MOVED}
    moved = {item.before for item in every if item.kind == "removed"} & came
    for part in parts:
        kept = (item for item in part.changes if not (item.kind == "removed" and item.before in moved))
        part.changes = [
            Change("moved", "", item.after, (), item.marks)
            if item.after in moved and item.kind == "added"
            else item
            for item in kept
        ]
