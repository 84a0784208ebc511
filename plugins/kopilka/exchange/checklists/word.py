"""The checklist as a file of Word: headings to go by, a box before each remark."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from kopilka.documents import clean, pack
from kopilka.exchange.checklists.sheet import FINE, MUST, Checklist, Part, Remark

_BOX = "☐"
_FONT = "Calibri"
_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - the file tells no time: the same list is the same file


def write_word(checklist: Checklist) -> bytes:
    """The file `.docx`."""
    document = Document()
    _prepare(document, checklist.title)
    document.add_heading(clean(checklist.title), 1)
    document.add_paragraph(clean(checklist.lead))
    for part in checklist.parts:
        _part(document, part)
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()})


def _prepare(document: Any, title: str) -> None:
    """Russian letters, spelling of Russian, margins of a sheet that is read and not bound."""
    for style in ("Normal", "Heading 1", "Heading 2"):
        font = document.styles[style].font
        font.name = _FONT
        fonts = document.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), _FONT)
    document.styles["Normal"].font.size = Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "ru-RU")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    properties = document.core_properties
    properties.title, properties.author, properties.language = clean(title), "", "ru-RU"
    properties.comments, properties.created, properties.modified = "", _DAY, _DAY


def _part(document: Any, part: Part) -> None:
    document.add_heading(clean(part.title), 2)
    if part.note:
        document.add_paragraph().add_run(clean(part.note)).italic = True
    if not part.remarks:
        document.add_paragraph(FINE)
    for remark in part.remarks:
        _remark(document, remark)


def _remark(document: Any, remark: Remark) -> None:
    """The box hangs at the left, everything else stands under the first word."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(0.8)
    paragraph.paragraph_format.first_line_indent = Cm(-0.8)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))
    paragraph.add_run(f"{_BOX}\t")
    if remark.must:
        paragraph.add_run(f"{MUST.capitalize()}: ").bold = True
    paragraph.add_run(clean(remark.text))
    for words in (remark.hint, remark.place):
        if words:
            paragraph.add_run().add_break()
            paragraph.add_run(clean(words)).italic = words is remark.place
