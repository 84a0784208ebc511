"""Small steps that the corpus of awkward applications is made by: python-docx, and raw XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

Rows = Iterable[Sequence[str]]


class Sheet:
    """A Word document in the making."""

    def __init__(self) -> None:
        self.doc: Any = docx.Document()

    def head(self, text: str, level: int = 1) -> Sheet:
        """A heading; level 0 is the title."""
        self.doc.add_heading(text, level)
        return self

    def text(self, text: str, *, bold: bool = False) -> Sheet:
        """A paragraph; `**Bold:** plain` has a bold beginning."""
        paragraph = self.doc.add_paragraph()
        for number, part in enumerate(text.split("**")):
            paragraph.add_run(part).bold = bold or number % 2 == 1
        return self

    def items(self, *texts: str, numbered: bool = False) -> Sheet:
        """A list."""
        for text in texts:
            self.doc.add_paragraph(text, style="List Number" if numbered else "List Bullet")
        return self

    def table(self, rows: Rows) -> Sheet:
        """A table; a row of one cell is merged across; «^» merges with the cell above."""
        made = [list(row) for row in rows]
        width = max(len(row) for row in made)
        table = self.doc.add_table(len(made), width)
        for number, row in enumerate(made):
            if len(row) == 1 and width > 1:
                table.cell(number, 0).merge(table.cell(number, width - 1)).text = row[0]
                continue
            for column, text in enumerate(row):
                if text == "^":
                    above = table.cell(number - 1, column)
                    words = above.text
                    above.merge(table.cell(number, column)).text = words
                else:
                    table.cell(number, column).text = text
        return self

    def raw(self, body: str) -> Sheet:
        """A paragraph or a table as XML of Word."""
        element = parse_xml(body.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1))
        self.doc.element.body.insert(len(self.doc.element.body) - 1, element)
        return self

    def picture(self, data: bytes) -> Sheet:
        """A picture in a paragraph of its own."""
        self.doc.add_picture(io.BytesIO(data))
        return self

    def bytes(self) -> bytes:
        """The file."""
        out = io.BytesIO()
        self.doc.save(out)
        return out.getvalue()


def photo(*, size: tuple[int, int] = (2400, 1200), gps: bool = True) -> bytes:
    """A photograph with the place where it was taken."""
    image = Image.new("RGB", size, (90, 140, 60))
    exif = Image.Exif()
    exif[0x010F] = "TestCamera"
    if gps:
        exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 44.0, 0.0), 3: "E", 4: (30.0, 5.0, 0.0)})
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def add_part(data: bytes, name: str, content: bytes) -> bytes:
    """A package with one more part in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(item, old.read(item.filename))
        new.writestr(name, content)
    return out.getvalue()


def with_broken_pictures(data: bytes) -> bytes:
    """A package whose pictures are no pictures."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            broken = item.filename.startswith("word/media/")
            new.writestr(item.filename, b"\x89PNG not really" if broken else old.read(item.filename))
    return out.getvalue()
