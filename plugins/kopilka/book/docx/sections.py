"""Sections of the Word file: each part of the book with its running heads, its page, its notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from kopilka.book.docx.carrier import Relations
from kopilka.book.docx.looks import Sheet
from kopilka.book.docx.markup import SPACES, paragraph, run
from kopilka.book.docx.markup import field as word_field
from kopilka.documents import HEAD

_EDGE = 567
"""From the edge of the page to a running head, a centimetre."""
_MIDDLE = '<w:vAlign w:val="center"/>'


@dataclass(slots=True)
class Sections:
    """The headers and footers written so far; `page` is the page of the book."""

    page: Sheet
    relations: Relations
    title: str
    files: dict[str, str] = field(default_factory=dict)

    def bare(self, *, middle: bool = False) -> str:
        """The end of a section without running heads: title pages, half-titles."""
        footer = self._part("footer-empty", "ftr", paragraph("Footer", ""))
        references = (
            self._refer("header", kind, self._empty_header()) + self._refer("footer", kind, footer)
            for kind in ("default", "even")
        )
        return self._end("".join(references), middle=middle)

    def _empty_header(self) -> str:
        return self._part("header-empty", "hdr", paragraph("Header", ""))

    def running(self, level: int, title: str) -> str:
        """The end of a section whose odd pages carry its title, taken from its heading of `level`."""
        name = f"header-{len(self.files)}"
        odd = self._part(name, "hdr", paragraph("Header", word_field(f"STYLEREF {level}", title)))
        even = self._part("header-book", "hdr", paragraph("Header", run(self.title)))
        number = self._part("footer-page", "ftr", paragraph("Footer", word_field("PAGE", "1")))
        references = (
            self._refer("header", "default", odd),
            self._refer("header", "even", even),
            self._refer("header", "first", self._empty_header()),
            *(self._refer("footer", kind, number) for kind in ("default", "even", "first")),
        )
        return self._end("".join(references), opening=True)

    def _part(self, name: str, root: str, inside: str) -> str:
        self.files.setdefault(f"{name}.xml", f"{HEAD}<w:{root} {SPACES}>{inside}</w:{root}>")
        return f"{name}.xml"

    def _refer(self, part: str, kind: str, name: str) -> str:
        return f'<w:{part}Reference w:type="{kind}" r:id="{self.relations.add(part, name)}"/>'

    def _end(self, references: str, *, middle: bool = False, opening: bool = False) -> str:
        page = self.page
        return (
            f'<w:sectPr>{references}<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
            f'<w:type w:val="nextPage"/><w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
            f'<w:pgMar w:top="{page.top}" w:right="{page.outside}" w:bottom="{page.bottom}" '
            f'w:left="{page.inside}" w:header="{_EDGE}" w:footer="{_EDGE}" w:gutter="0"/>'
            f"{_MIDDLE if middle else ''}{'<w:titlePg/>' if opening else ''}</w:sectPr>"
        )


def end_section(section: str) -> str:
    """The paragraph that ends a section of the text."""
    return paragraph("AfterTable", "", {"sectPr": section})
