"""The comments of a record's header, each with the field that it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from yaml import CollectionNode, MappingNode, Node, ScalarNode

from kopilka.records.compose import compose
from kopilka.records.sheet import Sheet

Path = tuple[str | int, ...]
"""Keys of mappings and numbers of list items, from the root."""

_OPENING = re.compile(r"[ \t-]*\Z")


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a header by the path of the field or item they stand at; each begins with `#`.

    `above` has whole lines before it, `beside` what ends its line, `below` lines after the last of its parts.
    """

    above: Mapping[Path, Sequence[str]] = field(default_factory=dict)
    beside: Mapping[Path, str] = field(default_factory=dict)
    below: Mapping[Path, Sequence[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        whole = (*self.above.values(), *self.below.values())
        return sum(map(len, whole)) + len(self.beside)

    @property
    def places(self) -> frozenset[Path]:
        """Everything that has a comment."""
        return frozenset((*self.above, *self.beside, *self.below))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A field or an item: where it and its value begin, the column of its siblings, the flow it is in."""

    path: Path
    start: int
    value: int
    column: int
    plain: bool
    flow_ends: tuple[tuple[int, Path], ...] = ()


def find_comments(sheet: Sheet) -> Comments:
    """The comments of a header that can be read; of one that cannot, none."""
    root = compose(sheet)[0] if "#" in sheet.text else None
    marks = list(_marks(sheet.text, list(_texts(sheet.text, root)) if root else []))
    if not marks:
        return Comments()
    finding = _Finding(sheet.text, list(_entries(root, (), ())) if root else [])
    for start, words in marks:
        finding.place(start, words.rstrip())
    return Comments(finding.above, finding.beside, finding.below)


def _marks(text: str, texts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """The comments: from a `#` that stands in no value to the end of the line."""
    starts = [start for start, _ in texts]
    at = text.find("#")
    while at >= 0:
        before = bisect_right(starts, at) - 1
        if before >= 0 and at < texts[before][1]:
            at = text.find("#", at + 1)
            continue
        end = text.find("\n", at) if "\n" in text[at:] else len(text)
        yield at, text[at:end]
        at = text.find("#", end)


def _texts(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """Where the words of values stand: a `#` there is no comment."""
    if isinstance(node, ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in {"|", ">"}:  # the line of the sign may end with a comment
            start = text.find("\n", start, end) if "\n" in text[start:end] else end
        yield start, end
        return
    parts = [part for pair in node.value for part in pair] if isinstance(node, MappingNode) else node.value
    for part in parts:
        yield from _texts(text, part)


def _entries(node: Node, path: Path, flows: tuple[tuple[int, Path], ...]) -> Iterator[_Entry]:
    """All fields and items in the order they are written."""
    if not isinstance(node, CollectionNode):
        return
    if node.flow_style:
        flows = (*flows, (node.end_mark.index, path))
    column = node.start_mark.column
    if isinstance(node, MappingNode):
        parts = [(key.value, key.start_mark.index, value) for key, value in node.value]
    else:
        parts = [(number, item.start_mark.index, item) for number, item in enumerate(node.value)]
    for name, start, value in parts:
        place, is_text = (*path, name), isinstance(value, ScalarNode)
        yield _Entry(place, start, value.start_mark.index, column, is_text, flows)
        yield from _entries(value, place, flows)


class _Finding:
    """Gives each comment its place."""

    def __init__(self, text: str, entries: list[_Entry]) -> None:
        self.text = text
        self.entries = entries
        self.starts = [entry.start for entry in entries]
        self.above: dict[Path, list[str]] = {}
        self.beside: dict[Path, str] = {}
        self.below: dict[Path, list[str]] = {}

    def place(self, at: int, words: str) -> None:
        """Looks at what stands before the comment on its line, and then at what stands around it."""
        line_start = self.text.rfind("\n", 0, at) + 1
        number = bisect_right(self.starts, at)
        before = self.entries[number - 1] if number else None
        if _OPENING.match(self.text[line_start:at]):
            margin = self.text[line_start:at]
            self._place_line(number, at, margin.find("-") if "-" in margin else len(margin), words)
        elif before is None:
            self.above.setdefault(self._first_path(), []).append(words)
        else:
            self._place_beside(before, at, words)

    def _place_beside(self, entry: _Entry, at: int, words: str) -> None:
        """A comment after the end of a list in brackets is of the field that has the list."""
        closed = next((path for end, path in entry.flow_ends if end <= at), entry.path)
        if closed in self.beside or not closed:
            self.above.setdefault(closed or self._first_path(), []).append(words)
        else:
            self.beside[closed] = words

    def _place_line(self, number: int, at: int, column: int, words: str) -> None:
        before = self.entries[number - 1] if number else None
        after = self.entries[number] if number < len(self.entries) else None
        if before and before.plain and before.start < before.value and at < before.value:
            self.above.setdefault(before.path, []).append(words)
        elif after and (column <= after.column or after.flow_ends):
            self.above.setdefault(after.path, []).append(words)
        else:
            self.below.setdefault(self._owner(before, column), []).append(words)

    def _owner(self, before: _Entry | None, column: int) -> Path:
        """The innermost list or mapping among those that have just ended that stands no deeper."""
        if before is None:
            return ()
        columns = {entry.path: entry.column for entry in self.entries}
        owners = (before.path[:length] for length in range(len(before.path), 0, -1))
        return next((path[:-1] for path in owners if columns[path] <= column), ())

    def _first_path(self) -> Path:
        return self.entries[0].path if self.entries else ()
