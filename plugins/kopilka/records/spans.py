"""Where every key and every value of a file stands; made only for a file that something is wrong with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from yaml import MappingNode, Node, ScalarNode

from kopilka.diagnostics import Span
from kopilka.records.compose import compose
from kopilka.records.fences import check_size, find_header, header_sheet
from kopilka.records.sheet import MAX_DEPTH, Sheet
from kopilka.records.source import Source

Path = tuple[str | int, ...]
"""Keys of mappings and numbers of list items, from the root: `("events", 2, "title")`."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Offsets in a sheet of a key (or of the first line of a list item) and of its value."""

    key: tuple[int, int]
    value: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spans:
    """Finds the places of a file's keys and values.

    What is not there is looked for at its nearest owner: the list item, the key above it, and at last
    the opening `---` of a record or the beginning of a register.
    """

    sheet: Sheet
    top: Span
    _places: Mapping[Path, _Place] = field(repr=False)

    def key(self, path: Path) -> Span:
        """The key at `path`; for an item of a list, its first line."""
        place = self._nearest(path)
        return self.sheet.span(*place.key) if place else self.top

    def value(self, path: Path) -> Span:
        """The value at `path`; where nothing is written after a key, the key."""
        place = self._places.get(path)
        if place and place.value[0] < place.value[1]:
            return self.sheet.span(*place.value)
        return self.key(path)

    def _nearest(self, path: Path) -> _Place | None:
        for length in range(len(path), 0, -1):
            place = self._places.get(path[:length])
            if place:
                return place
        return None


def locate(source: Source, *, whole: bool = False) -> Spans:
    """The places of a record's header or, with `whole`, of a file that is YAML from its first line.

    A file that cannot be read has no places but its top.
    """
    sheet, top = _sheet_of(source, whole=whole)
    root = compose(sheet)[0] if sheet.text else None
    return Spans(sheet, top, dict(_places(sheet, root, (), 1)) if root else {})


def _sheet_of(source: Source, *, whole: bool) -> tuple[Sheet, Span]:
    if whole:
        sheet = Sheet(source.path, source.text)
        return sheet, sheet.span(0, 1)
    header = find_header(source.text)
    sheet = header_sheet(source, header) if header else Sheet(source.path, "")
    if header is None or check_size(sheet):
        return Sheet(source.path, ""), Span.at(1, 1, 3) if source.text.startswith("---") else Span()
    return sheet, Span.at(1, 1, 3)


def _places(sheet: Sheet, node: Node, path: Path, depth: int) -> Iterator[tuple[Path, _Place]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(node, MappingNode):
        yield from _mapping_places(sheet, node, path, depth)
    elif not isinstance(node, ScalarNode):
        for number, item in enumerate(node.value):
            yield (*path, number), _Place(_first_line(sheet, item), _extent(item))
            yield from _places(sheet, item, (*path, number), depth + 1)


def _mapping_places(sheet: Sheet, node: MappingNode, path: Path, depth: int) -> Iterator[tuple[Path, _Place]]:
    seen = set()
    for key, value in node.value:
        if not isinstance(key, ScalarNode) or key.value in seen:
            continue
        seen.add(key.value)
        yield (*path, key.value), _Place(_extent(key), _extent(value))
        yield from _places(sheet, value, (*path, key.value), depth + 1)


def _extent(node: Node) -> tuple[int, int]:
    return node.start_mark.index, node.end_mark.index


def _first_line(sheet: Sheet, item: Node) -> tuple[int, int]:
    """A list item may be a table of many lines: its first line is enough to point at."""
    start, end = _extent(item)
    line_end = sheet.text.find("\n", start, end)
    return start, end if line_end < 0 else line_end
