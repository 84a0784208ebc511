"""Tables of Word: widths of columns, rows that stay whole, a head repeated on every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kopilka.book.docx.passages import plain
from kopilka.book.tree import Cell, Paragraph

_WHOLE_ROW = 900
"""A row of more characters may be parted between pages, or half a page would stay empty."""


def table(widths: Sequence[int], rows: Iterable[str], *, headed: bool) -> str:
    """A table of rows that are written already."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = '<w:tblLook w:val="0020" w:firstRow="1"/>' if headed else '<w:tblLook w:val="0000"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def row(cells: Sequence[Cell], written: Iterable[str], *, head: bool) -> str:
    """A row of cells that are written already."""
    letters = sum(_letters(cell) for cell in cells)
    properties = ("<w:cantSplit/>" if letters < _WHOLE_ROW else "") + ("<w:tblHeader/>" if head else "")
    inside = "".join(written)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>" if properties else f"<w:tr>{inside}</w:tr>"


def cell(inside: str, width: int, columns: int) -> str:
    """A cell over some columns."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{inside}</w:tc>'


def spread(cells: Sequence[Cell], widths: Sequence[int]) -> Iterator[tuple[Cell, int, int]]:
    """Every cell with its width and how many columns it takes; a row never takes more than there are."""
    at = 0
    for item in cells:
        columns = max(1, min(item.columns, len(widths) - at))
        yield item, sum(widths[at : at + columns]), columns
        at += columns


def column_widths(weights: Sequence[float], width: int) -> list[int]:
    """Whole widths of the columns; the last takes what rounding left."""
    total = sum(weights) or 1
    made = [round(width * weight / total) for weight in weights or (1.0,)]
    made[-1] += width - sum(made)
    return made


def _letters(item: Cell) -> int:
    return sum(len(plain(block.content)) for block in item.blocks if isinstance(block, Paragraph))
