"""Blocks of the tree as paragraphs and tables of Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from kopilka.book.docx import tables
from kopilka.book.docx.carrier import LEVELS, Lists, Media, Relations
from kopilka.book.docx.character import MARKS, add_mark
from kopilka.book.docx.looks import FRAME, FRAME_INDENT
from kopilka.book.docx.markup import anchor, bookmark_name, paragraph, run
from kopilka.book.docx.markup import field as word_field
from kopilka.book.docx.passages import Passage, plain
from kopilka.book.docx.place import Place, Properties
from kopilka.book.links import external
from kopilka.book.phrases import caption_label
from kopilka.book.tree import (
    Abbreviation,
    Block,
    Box,
    Break,
    Cell,
    Definitions,
    Divider,
    Figure,
    Footnote,
    Heading,
    Inline,
    Items,
    Link,
    Listing,
    Paragraph,
    Quote,
    Styled,
    Table,
    Text,
)
from kopilka.documents import clean
from kopilka.russian import NBSP

_ALIGN = {"start": "left", "center": "center", "end": "right"}
_DEEPEST = 6
_SHORT_TERM = 45
"""Letters of a label that begins the line of what it labels."""


@dataclass(slots=True)
class TextWriter:
    """Writes texts of one document; what they say is kept in the passages as well."""

    width: int
    links: Relations
    note_links: Relations
    lists: Lists
    media: Media
    ids: frozenset[str]
    offset: int = 1
    """By how much the level of a heading is deeper than inside its article."""
    notes: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    _note_of: dict[int, int] = field(default_factory=dict)
    _counted: dict[str, int] = field(default_factory=dict)
    _bookmarks: int = 0
    _narrow: bool = False

    def begin(self, passage: Passage) -> None:
        """What follows belongs to another part of the book; footnotes and captions are counted anew."""
        self.passages.append(passage)
        self._note_of, self._counted = {}, {}

    def say(self, text: str) -> None:
        """Keeps what a paragraph says with the other texts of its part."""
        if text.strip():
            self.passages[-1].texts.append(clean(text))

    def words(self, style: str, text: str, properties: Properties | None = None) -> str:
        """A paragraph of plain words."""
        return self.paragraph(style, (Text(text),), properties)

    def paragraph(
        self,
        style: str,
        content: Sequence[Inline],
        properties: Properties | None = None,
        *,
        place: str = "",
    ) -> str:
        """A paragraph, with the bookmark of a place when it has one."""
        self.say(plain(content))
        return paragraph(style, self.mark(place, self.inline(content)), properties)

    def mark(self, place: str, inside: str) -> str:
        """Runs under the bookmark of a place of the book."""
        if not place:
            return inside
        self._bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{bookmark_name(place)}"/>'
        return f'{start}{inside}<w:bookmarkEnd w:id="{self._bookmarks}"/>'

    def place(self, place: str) -> str:
        """An empty paragraph that only marks a place."""
        return paragraph("AfterTable", self.mark(place, ""))

    def blocks(self, blocks: Iterable[Block], place: Place | None = None) -> str:
        """Blocks one after another."""
        return "".join(self._block(block, place or Place()) for block in blocks)

    # Words

    def inline(self, content: Iterable[Inline], properties: str = "") -> str:
        """The runs of a paragraph; `properties` are those of the words around."""
        return "".join(self._inline(item, properties) for item in content)

    def _inline(self, item: Inline, properties: str) -> str:
        match item:
            case Text(text) | Abbreviation(text=text):
                return run(text.replace(NBSP, " ") if self._narrow else text, properties)
            case Styled(style, content):
                return self.inline(content, add_mark(properties, style))
            case Link(href, content):
                return self._link(href, content, properties)
            case Footnote(number, blocks):
                return self._footnote(number, blocks)
            case Break():
                return "<w:r><w:br/></w:r>"

    def _link(self, href: str, content: Sequence[Inline], properties: str) -> str:
        if href.startswith("#"):
            inside = self.inline(content, properties)
            return anchor(href[1:], inside) if href[1:] in self.ids else inside
        address = external(href)
        if not address:
            return self.inline(content, properties)
        inside = self.inline(content, add_mark(properties, "link"))
        return (
            f'<w:hyperlink r:id="{self.links.add("hyperlink", address)}" w:history="1">{inside}</w:hyperlink>'
        )

    def _footnote(self, number: int, blocks: Sequence[Block]) -> str:
        if self.links is self.note_links:
            return self._bracketed(blocks)
        known = self._note_of.get(number)
        if known:  # the second call of a note refers to the number of the first
            return word_field(f"NOTEREF {bookmark_name(f'note-{known}')} \\h", str(number), MARKS["note"])
        id_ = len(self.notes) + 1
        self._note_of[number] = id_
        self.notes.append("")
        with self._in_notes():
            self.notes[id_ - 1] = self._note(id_, blocks)
        called = f'<w:r><w:rPr>{MARKS["note"]}</w:rPr><w:footnoteReference w:id="{id_}"/></w:r>'
        return self.mark(f"note-{id_}", called)

    @contextmanager
    def _in_notes(self) -> Iterator[None]:
        """The notes are a part of the file with relations of its own."""
        outside, self.links, self.media.relations = self.links, self.note_links, self.note_links
        yield
        self.links = self.media.relations = outside

    def _bracketed(self, blocks: Iterable[Block]) -> str:
        """A note inside a note, which Word does not know, in brackets."""
        said = " ".join(plain(block.content) for block in blocks if isinstance(block, Paragraph))
        return run(f" ({said})")

    def _note(self, id_: int, blocks: Sequence[Block]) -> str:
        called = f"<w:r><w:rPr>{MARKS['note']}</w:rPr><w:footnoteRef/></w:r>"
        text = self.blocks(blocks, Place("FootnoteText")) or paragraph("FootnoteText", "")
        opening, _, rest = text.partition("</w:pPr>")
        return f'<w:footnote w:id="{id_}">{opening}</w:pPr>{called}{run(" ")}{rest}</w:footnote>'

    # Blocks

    def _block(self, block: Block, place: Place) -> str:  # noqa: C901, PLR0911 - one line for each kind
        match block:
            case Paragraph(content):
                return self.paragraph(place.style, content, place.paragraph())
            case Heading(level, content, id_):
                style = f"Heading{min(level + self.offset, _DEEPEST)}"
                return self.paragraph(style, content, place=id_)
            case Items(items, start):
                return "".join(self._items(items, start, place))
            case Definitions(items):
                return "".join(self._definitions(items, place))
            case Quote(blocks):
                return self.blocks(blocks, replace(place, style="Quote"))
            case Box(title=title, blocks=blocks):
                head = self.words("NoteTitle", title, FRAME)
                return head + self.blocks(blocks, Place("Note", indent=FRAME_INDENT, properties=FRAME))
            case Listing(text):
                return self.words("Listing", text, place.properties)
            case Divider():
                return self.words("Divider", "* * *")
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)

    def _items(self, items: Iterable[Sequence[Block]], start: int | None, place: Place) -> Iterator[str]:
        number = self.lists.add(start, min(place.depth, LEVELS - 1))
        framed = place.style in {"Note", "TableText", "FootnoteText", "Bibliography"}
        style = place.style if framed else "ListParagraph"
        inside = replace(place, style=style, depth=place.depth + 1, number=number)
        for blocks in items:
            yield self.blocks(blocks[:1], inside)
            yield self.blocks(blocks[1:], replace(inside, number=0))

    def _definitions(
        self, items: Iterable[tuple[Sequence[Inline], Sequence[Block]]], place: Place
    ) -> Iterator[str]:
        for term, meaning in items:
            match meaning:
                case (Paragraph(content),) if len(plain(term)) <= _SHORT_TERM:
                    label = Styled("strong", (*term, Text(":")))
                    yield self.paragraph("Pair", (label, Text(" "), *content), place.properties)
                case _:
                    yield self.paragraph("Term", term, place.properties)
                    yield self.blocks(meaning, replace(place, style="Meaning"))

    def _figure(self, figure: Figure) -> str:
        drawing = self.media.drawing(figure.file, figure.alt)
        made = self.words("Figure", figure.alt) if not drawing else paragraph("Figure", drawing)
        credit = (Break(), Text(figure.credit)) if figure.credit else ()
        return made + self._caption("FigureCaption", figure, (*figure.caption, *credit))

    def _caption(
        self,
        style: str,
        block: Table | Figure,
        content: Sequence[Inline],
        properties: Properties | None = None,
    ) -> str:
        """«Таблица 1. Этапы»: Word counts the number itself."""
        label = caption_label(block)
        if not label and not content:
            return ""
        word = label.partition(NBSP)[0]
        counter = self._count(word, block.number) if label else ""
        point = ". " if label and content else ""
        self.say(f"{label}{point}{plain(content)}")
        runs = (run(f"{word}{NBSP}") + counter if label else "") + run(point) + self.inline(content)
        return paragraph(style, self.mark(block.id, runs), properties)

    def _count(self, word: str, number: int) -> str:
        """The number of a caption as a field; told where the count of Word would differ."""
        name = "Рисунок" if word == "Рис." else word
        follows = self._counted.get(name, 0) + 1 == number and number > 1
        self._counted[name] = number
        anew = "" if follows else f" \\r {number}"
        return word_field(f"SEQ {name} \\* ARABIC{anew}", str(number))

    # Tables

    def _table(self, table: Table) -> str:
        widths = tables.column_widths(table.weights, self.width)
        caption = self._caption("Caption", table, table.caption, {"keepNext": "<w:keepNext/>"})
        rows = [self._row(row, widths, head=True) for row in table.head]
        rows += [self._row(row, widths) for row in table.rows]
        made = tables.table(widths, rows, headed=bool(table.head))
        return f"{caption}{made}{self.place('' if caption else table.id)}"

    def _row(self, row: Sequence[Cell], widths: Sequence[int], *, head: bool = False) -> str:
        spread = tables.spread(row, widths)
        written = (tables.cell(self._cell(cell), width, columns) for cell, width, columns in spread)
        return tables.row(row, written, head=head)

    def _cell(self, cell: Cell) -> str:
        style = "TableHead" if cell.header else "TableText"
        align = {"jc": f'<w:jc w:val="{_ALIGN[cell.align]}"/>'}
        self._narrow = True  # words held together would be torn in the middle where a column is narrow
        inside = self.blocks(cell.blocks, Place(style, properties=align))
        self._narrow = False
        return inside if inside.endswith("</w:p>") else inside + paragraph(style, "")
