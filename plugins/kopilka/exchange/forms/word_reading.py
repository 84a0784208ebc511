"""A Word form read back: by the tags of its controls, then by their titles, then by the labels."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from kopilka.catalog.graph import Registry
from kopilka.exchange.archives import UNREADABLE
from kopilka.exchange.forms.cells import read_cell
from kopilka.exchange.forms.controls import TAG_LIMIT
from kopilka.exchange.forms.data import FormData
from kopilka.exchange.forms.fields import Control, FormField, aliases_of, every_field, fields_of, shorten
from kopilka.exchange.forms.from_word import (
    Reading,
    blocks_in,
    cells_in,
    plain_text,
    rows_in,
    to_markdown,
)
from kopilka.exchange.forms.layout import column_title
from kopilka.exchange.forms.ooxml import Element, attribute, child, every, local, parse, unpack_part
from kopilka.exchange.forms.word_package import read_base, read_properties, read_references
from kopilka.records.base import Record
from kopilka.russian import fold_label

_STAR = " *"


def read_word(path: Path | BinaryIO, models: Iterable[type[Record]], registry: Registry) -> FormData | None:
    """The form in a Word file; None when it is another document or cannot be opened."""
    try:
        with zipfile.ZipFile(path) as archive:
            known = read_properties(archive)
            model = next((item for item in models if item.kind.id == known.get("kopilka.kind")), None)
            document = parse(unpack_part(archive, "word/document.xml")) if model else None
            if model is None or document is None:
                return None
            reading = read_references(archive)
            base = read_base(archive)
    except UNREADABLE:
        return None
    fields = fields_of(model, registry)
    found = _Found(model, fields, reading)
    found.read(child(document, "w:body"))
    record = known.get("kopilka.record", "")
    return FormData(
        model,
        found.data,
        found.body,
        found.places,
        record,
        known.get("kopilka.revision", ""),
        base if record else None,
    )


@dataclass
class _Found:
    """What one document says, gathered table by table."""

    model: type[Record]
    fields: tuple[FormField, ...]
    reading: Reading
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    body: str = ""

    def __post_init__(self) -> None:
        everything = list(every_field(self.fields))
        self._by_tag = {shorten(item.tag, TAG_LIMIT): item for item in everything}
        aliases = aliases_of(self.fields)
        self._by_alias = {fold_label(aliases[item.tag]): item for item in everything}

    def read(self, body: Element | None) -> None:
        """Reads the tables of fields, then the body, which begins at its heading."""
        if body is None:
            return
        blocks = list(_outer(body))
        start = self._start_of_body(blocks)
        for number, table in enumerate((item for item in blocks[:start] if local(item) == "w:tbl"), start=1):
            self._table(table, f"таблица {number}")
        texts = [item for block in blocks[start:] for item in self._text_of(block)]
        self.body = to_markdown(texts, self.reading)
        self.body = _without_empty_sections(self.body)
        if self.body:
            self.places["body"] = f"раздел «{self.model.kind.body_title}»"

    def _start_of_body(self, blocks: list[Element]) -> int:
        """After the heading of the body; where that is gone, at the first control of the body."""
        title = fold_label(self.model.kind.body_title)
        for number, block in enumerate(blocks):
            if local(block) == "w:p" and fold_label(plain_text(block)).endswith(title):
                style = self.reading.style(child(block, "w:pPr", "w:pStyle")).casefold()
                if style in {"heading1", "1", "заголовок1"} or "heading1" in style:
                    return number + 1
        tagged = (
            n
            for n, block in enumerate(blocks)
            if attribute(child(block, "w:sdtPr", "w:tag")).startswith("body.")
        )
        return next(tagged, len(blocks))

    def _text_of(self, block: Element) -> Iterator[Element]:
        """The blocks of the text; the star of a required section is not of its name."""
        for item in blocks_in([block]):
            style = self.reading.style(child(item, "w:pPr", "w:pStyle")).casefold()
            if "heading" in style:
                _drop_star(item)
            yield item

    def _table(self, table: Element, place: str) -> None:
        rows = list(rows_in(table))
        grid = self._grid_of(rows)
        if grid is not None:
            self._grid(grid, rows, place)
            return
        around: tuple[str, ...] = ()
        for number, row in enumerate(rows, start=1):
            cells = list(cells_in(row))
            if len(cells) < 2:
                around = self._group(cells, around)
                continue
            asked = self._controlled(cells[1:]) or self._labelled(cells[0], around)
            if asked is not None and asked.control not in {Control.GROUP, Control.ROWS}:
                around = asked.path[:-1]
                self._put(
                    asked.path, read_cell(asked, cells[-1], self.reading), asked, f"{place}, строка {number}"
                )

    def _controlled(self, cells: Iterable[Element]) -> FormField | None:
        """The field that the controls in cells name, by tag, then by title."""
        for cell in cells:
            for properties in every(cell, "w:sdtPr"):
                tag = attribute(child(properties, "w:tag"))
                alias = fold_label(attribute(child(properties, "w:alias")))
                found = self._by_tag.get(tag) or self._by_alias.get(alias)
                if found is not None and not found.fields:
                    return found
        return None

    def _labelled(self, cell: Element, around: tuple[str, ...]) -> FormField | None:
        """The field that a label names: inside the group that it stands in, else at the top."""
        label = _label_in(cell)
        for depth in range(len(around), -1, -1):
            for item in self._by_tag.values():
                if item.path[:-1] == around[:depth] and fold_label(item.label) == label:
                    return item
        return None

    def _group(self, cells: list[Element], around: tuple[str, ...]) -> tuple[str, ...]:
        """The path of the group whose heading stands in a row of one cell."""
        found = self._labelled(cells[0], around) if cells else None
        return found.path if found is not None and found.control is Control.GROUP else ()

    def _grid_of(self, rows: list[Element]) -> FormField | None:
        """The list of parts that a table is for."""
        if len(rows) < 2:
            return None
        for row in rows[2:]:
            found = self._controlled(cells_in(row))
            if found is not None:
                return next(
                    (item for item in self._lists() if found.path[: len(item.path)] == item.path), None
                )
        cells = list(cells_in(rows[0]))
        if len(cells) != 1:
            return None
        found = self._labelled(cells[0], ())
        return found if found is not None and found.control is Control.ROWS else None

    def _lists(self) -> Iterator[FormField]:
        return (item for item in self._by_tag.values() if item.control is Control.ROWS)

    def _grid(self, grid: FormField, rows: list[Element], place: str) -> None:
        columns = self._columns(grid, list(cells_in(rows[1])))
        held: list[Any] = []
        for number, row in enumerate(rows[2:], start=3):
            item: dict[str, Any] = {}
            spots: dict[str, str] = {}
            for position, cell in enumerate(cells_in(row)):
                column = self._controlled([cell]) or (columns[position] if position < len(columns) else None)
                if column is None or column.path[: len(grid.path)] != grid.path:
                    continue
                value = read_cell(column, cell, self.reading)
                if value is not None and not _is_idle(column, value):
                    put(item, column.path[len(grid.path) :], value)
                    spots[".".join(column.path[len(grid.path) :])] = f"{place}, строка {number}"
            if any(column_value(item, column, grid) for column in grid.columns):
                self.places |= {f"{grid.tag}.{len(held)}.{name}": spot for name, spot in spots.items()}
                self.places[f"{grid.tag}.{len(held)}"] = f"{place}, строка {number}"
                held.append(item)
        if held:
            put(self.data, grid.path, held)
            self.places.setdefault(grid.tag, place)

    @staticmethod
    def _columns(grid: FormField, head: list[Element]) -> list[FormField | None]:
        """The column under each label; those without a known label by their order."""
        titles = {fold_label(column_title(item, len(grid.path))): item for item in grid.columns}
        found = [titles.get(_label_in(cell)) for cell in head]
        if any(found):
            return found
        return list(grid.columns)

    def _put(self, path: tuple[str, ...], value: Any, asked: FormField, place: str) -> None:
        if value is None or _is_idle(asked, value):
            return
        put(self.data, path, value)
        self.places[asked.tag] = place


def column_value(item: Mapping[str, Any], column: FormField, grid: FormField) -> bool:
    """Whether a row says something in a column: an empty check box says nothing."""
    value: Any = item
    for step in column.path[len(grid.path) :]:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value is not None and value is not False


def _is_idle(asked: FormField, value: Any) -> bool:
    """Whether a check box says what the field says without it."""
    return asked.control is Control.FLAG and value == bool(asked.default)


def put(data: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    """Puts a value where names lead, making what is on the way."""
    for step in path[:-1]:
        data = data.setdefault(step, {})
    data[path[-1]] = value


def _outer(body: Element) -> Iterator[Element]:
    """What stands in a document on its top level; a control round tables opens up."""
    for item in body:
        name = local(item)
        if name in {"w:p", "w:tbl"}:
            yield item
        elif name == "w:sdt":
            content = child(item, "w:sdtContent")
            if content is not None and child(content, "w:tbl") is not None and not _is_body(item):
                yield from _outer(content)
            else:
                yield item


def _is_body(item: Element) -> bool:
    return attribute(child(item, "w:sdtPr", "w:tag")).startswith("body.")


def _label_in(cell: Element) -> str:
    first = next((text for item in every(cell, "w:p") if (text := plain_text(item))), "")
    return fold_label(first.removesuffix("*"))


def _drop_star(heading: Element) -> None:
    texts = list(every(heading, "w:t"))
    if texts and (texts[-1].text or "").rstrip().endswith("*"):
        texts[-1].text = (texts[-1].text or "").rstrip().removesuffix("*").rstrip()


def _without_empty_sections(body: str) -> str:
    """The text without headings of the second level that nothing stands under."""
    from kopilka.exchange.forms.bodies import join_body, split_body  # noqa: PLC0415

    return join_body(split_body(body))
