"""What every rule looks at first: the text of a record's file, its ASCII signs, and places in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from kopilka.catalog.check import Path, Written
from kopilka.diagnostics import Code, Diagnostic, Span
from kopilka.records.source import Source
from kopilka.records.spans import Spans, locate

Key = TypeVar("Key")
Value = TypeVar("Value")


def remember_last(make: Callable[[Key], Value]) -> Callable[[Key], Value]:
    """The same function, its last answer kept while it is asked about the same object.

    All rules look at one record before the next one comes, so one answer is enough to make each thing once.
    """
    last: tuple[Any, Any] = (None, None)

    def look(key: Key) -> Value:
        nonlocal last
        known, value = last
        if known is key:
            return value  # type: ignore[no-any-return]
        made = make(key)
        last = (key, made)
        return made

    return look


@remember_last
def text_of(written: Written) -> str:
    """The whole file: front matter and body. Offsets in it are places in the file."""
    return written.front + written.body


class Signs(NamedTuple):
    """The ASCII of a file: where a sign is not here, no rule need look for it in the text."""

    front: bytes
    body: bytes
    whole: bytes

    def have(self, sign: bytes) -> bool:
        """Whether a sign is anywhere in the file."""
        return sign in self.whole


@remember_last
def signs_of(written: Written) -> Signs:
    """The ASCII signs of a file. A Russian body is four fifths Cyrillic: they are quick to look through."""
    front, body = written.front.encode("ascii", "ignore"), written.body.encode("ascii", "ignore")
    return Signs(front, body, front + body)


@remember_last
def spans_of(written: Written) -> Spans:
    """Places of the front matter's keys and values.

    Composed anew, so ask only when there is something to point at.
    """
    return locate(Source(written.path, text_of(written)))


def at_text(  # noqa: PLR0913 - as `Code.at`, with the text the place is in
    written: Written, code: Code, offset: int, length: int, message: str, *, hint: str = ""
) -> Diagnostic:
    """A finding at a stretch of the file, given by its offset in code points; it ends with its first line."""
    starts = _line_starts(written)
    line = bisect_right(starts, offset)
    width = len(text_of(written)[offset : offset + length].split("\n", 1)[0])
    span = Span.at(line, offset - starts[line - 1] + 1, max(width, 1))
    return code.at(written.path, span, message, hint=hint)


@remember_last
def _line_starts(written: Written) -> list[int]:
    text, starts = text_of(written), [0]
    place = text.find("\n")
    while place >= 0:
        starts.append(place + 1)
        place = text.find("\n", place + 1)
    return starts


def at_path(written: Written, code: Code, path: Path, message: str, *, hint: str = "") -> Diagnostic:
    """A finding at a value of the front matter."""
    return code.at(written.path, spans_of(written).value(path), message, hint=hint)


def at_key(written: Written, code: Code, path: Path, message: str, *, hint: str = "") -> Diagnostic:
    """A finding at a key of the front matter, or at an item of a list as a whole."""
    return code.at(written.path, spans_of(written).key(path), message, hint=hint)
