"""Reads a table: rows under a header, pairs of a label and a value, rows merged across."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kopilka.exchange.intake.labels import MOST_LABEL, is_number_cell, row_number
from kopilka.exchange.intake.paper import Cell, Row, Table, plain
from kopilka.exchange.intake.reading import GridRow, Reading, Seen
from kopilka.exchange.intake.targets import Index, Match, Names, Path, is_list
from kopilka.records.fields import declaration


class Headings(Protocol):
    """The walk that a table belongs to."""

    within: Path
    used: bool
    target: Match | None

    def open(self, match: Match, label: str, place: str) -> None:
        """A heading that names a field."""

    def mere(self, label: str) -> bool:
        """Whether it is a heading that asks for nothing."""

    def answer(self, match: Match, label: str, text: str, place: str) -> None:
        """An answer to a field."""

    def leave(self, label: str, text: str, place: str) -> None:
        """A text that no field asked for."""

    def paragraph(self, text: str, place: str) -> None:
        """A text that stands alone."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """A header that was found: the table it heads, and the field and the words of each column."""

    path: Path
    columns: Mapping[int, Path]
    labels: Mapping[int, str]
    plain_list: bool = False


@dataclass
class TableWalk:
    """One table on its way into fields."""

    index: Index
    reading: Reading
    walk: Headings
    caption: Match | None
    grid: _Grid | None = None
    section: str = ""
    last: tuple[Match | None, str] = (None, "")
    width: int = field(default=0)
    grouped: bool = False

    def run(self, table: Table) -> None:
        """Reads every row."""
        self.width = max((sum(cell.span for cell in row.cells) for row in table.rows), default=0)
        for row in table.rows:
            self._row(row)

    def _row(self, row: Row) -> None:
        filled = _filled(row)
        if not filled:
            return
        if len(filled) == 1 and (self.width == 1 or filled[0][1].span >= self.width):
            self._alone(filled[0][1], row)
            return
        grid = self._header(row, filled)
        if grid:
            self._start(grid, row)
        elif self.grid:
            self._data(self.grid, row)
        else:
            self._pair(row, [cell for _, cell in filled])

    def _alone(self, cell: Cell, row: Row) -> None:
        """A row merged across: a heading, the section of the rows below, or a paragraph of its own."""
        label = plain(cell.text).strip()
        match = (
            self.index.find(label, self.walk.within, guess=self.grid is None)
            if len(label) <= MOST_LABEL
            else None
        )
        heads = match and self._is_heading(match)
        if self.grid and not heads:
            self.section = label
            self.reading.heads.append(Seen(label, row.place, self.grid.path))
        elif match and self.width > 1 and not self.walk.mere(label):
            self.grid, self.caption, self.section = None, match, ""
            self.walk.open(match, label, row.place)
        else:
            self.grid = None
            self.walk.paragraph(cell.text, row.place)
            self.caption = self.walk.target

    def _is_heading(self, match: Match) -> bool:
        target = self.index.targets.get(match.path)
        return bool(target and (target.rows or target.part or is_list(target.info.annotation)))

    def _header(self, row: Row, filled: list[tuple[int, Cell]]) -> _Grid | None:
        labels = [(column, plain(cell.text).strip()) for column, cell in filled]
        named = [(column, label) for column, label in labels if not is_number_cell(label)]
        if not named or any(len(label) > MOST_LABEL for _, label in named):
            return None
        best: tuple[float, _Grid] | None = None
        for path, names in self.index.columns.items():
            found = self._columns(names, named)
            captioned = self.caption is not None and self.caption.path == path
            enough = len(found) >= 2 or (len(found) == 1 and captioned)
            needed = len(named) if self.grid else (len(named) + 1) // 2
            score = sum(match.score for match in found.values()) / 100 + captioned
            if (
                enough
                and len(found) >= needed
                and len(named) + captioned > 1
                and (best is None or score > best[0])
            ):
                columns = {column: (*match.path,) for column, match in found.items()}
                best = (score, _Grid(path, columns, dict(labels)))
        return best[1] if best else self._list_header(row, labels, named)

    def _columns(self, names: Names, named: list[tuple[int, str]]) -> dict[int, Match]:
        found: dict[int, Match] = {}
        taken: set[Path] = set()
        for column, label in named:
            match = names.find(label)
            if match and match.path not in taken:
                taken.add(match.path)
                found[column] = match
        return found

    def _list_header(
        self, row: Row, labels: list[tuple[int, str]], named: list[tuple[int, str]]
    ) -> _Grid | None:
        """«№ | Задача»: a list of plain values as a table."""
        numbered = bool(row.cells) and plain(row.cells[0].text).strip().startswith("№")
        if self.grid or not numbered or len(named) != 1:
            return None
        match = self.index.find(named[0][1], self.walk.within) or self.caption
        target = self.index.targets.get(match.path) if match else None
        if target is None or target.rows or not is_list(target.info.annotation):
            return None
        return _Grid(target.path, {named[0][0]: ()}, dict(labels), plain_list=True)

    def _start(self, grid: _Grid, row: Row) -> None:
        self.grid, self.section = grid, ""
        for column, label in grid.labels.items():
            path = (*grid.path, *grid.columns.get(column, ()))
            self.reading.heads.append(Seen(label, row.place, path))
        if self.walk.target and self.walk.target.path == grid.path:
            self.walk.used = True

    def _data(self, grid: _Grid, row: Row) -> None:
        cells: dict[Path, str] = {}
        spare: list[tuple[str, str]] = []
        number, column = "", 0
        for cell in row.cells:
            text, start = cell.text.strip(), column
            column += cell.span
            if not plain(text).strip():
                continue
            if start in grid.columns:
                cells[grid.columns[start]] = text
            elif start == 0 and is_number_cell(plain(text)):
                number = row_number(plain(text))
            else:
                spare.append((grid.labels.get(start, ""), text))
        if not cells and not spare:
            return
        for label, text in spare:
            self.walk.leave(label, text, row.place)
        if cells and grid.plain_list:
            self.walk.answer(Match(grid.path, "label"), self.index.label(grid.path), cells[()], row.place)
        elif cells:
            labels = {path: grid.labels.get(at, "") for at, path in grid.columns.items()}
            self.reading.rows.append(GridRow(grid.path, cells, labels, row.place, self.section, number))

    def _pair(self, row: Row, filled: list[Cell]) -> None:
        numbered = len(filled) > 1 and is_number_cell(plain(filled[0].text))
        named = self._past_group(filled[1:] if numbered else filled, row)
        label, values = plain(named[0].text).strip().rstrip(":"), named[1:]
        if not values:
            self._no_value(named[0], row)
            return
        value = "\n".join(dict.fromkeys(cell.text for cell in values))
        if all(self.walk.mere(plain(cell.text)) for cell in named):
            self.reading.heads += [Seen(plain(cell.text), row.place) for cell in named]
            return
        match = self.index.find(label, self.walk.within)
        if match:
            self.walk.answer(match, label, value, row.place)
        elif len(values) == 1:
            self.walk.leave(label, value, row.place)
        else:
            self.walk.leave(label, " | ".join(plain(cell.text) for cell in values), row.place)

    def _past_group(self, cells: list[Cell], row: Row) -> list[Cell]:
        """The cells without a first one that only names a group of questions, as «Общие сведения» does."""
        first, second = (plain(cell.text).strip().rstrip(":") for cell in [*cells, Cell("")][:2])
        asked = self.index.find(second, self.walk.within, guess=False) if len(cells) > 2 else None
        heads = self.index.find(first, self.walk.within)
        if not asked or not (self.grouped or cells[0].tall or heads is None or heads.path == asked.path):
            return cells
        self.grouped = True
        self.reading.heads.append(Seen(first, row.place))
        return cells[1:]

    def _no_value(self, cell: Cell, row: Row) -> None:
        match = self.index.find(plain(cell.text).strip().rstrip(":"), self.walk.within)
        if match:
            label = plain(cell.text).strip()
            self.reading.empty.append(Seen(label, row.place, match.path, match.how, match.score))
        else:
            self.walk.paragraph(cell.text, row.place)


def numbers_field(rows: object) -> str:
    """The field of a row that holds its number; empty when there is none."""
    fields = getattr(rows, "model_fields", {})
    return next((name for name, info in fields.items() if declaration(info).label == "№"), "")


def _filled(row: Row) -> list[tuple[int, Cell]]:
    found: list[tuple[int, Cell]] = []
    column = 0
    for cell in row.cells:
        if plain(cell.text).strip():
            found.append((column, cell))
        column += cell.span
    return found
