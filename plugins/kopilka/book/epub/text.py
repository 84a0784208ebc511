"""Blocks of the tree as XHTML of an EPUB: everything escaped, footnotes gathered for the end of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kopilka.book.epub.pagination import Marks
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
    place_ids,
)
from kopilka.book.walking import walk
from kopilka.documents import escape, quoted

_TAGS = {"strong": "strong", "emphasis": "em", "strike": "s", "sub": "sub", "sup": "sup", "code": "code"}
_ALIGN = {"start": "", "center": ' class="center"', "end": ' class="end"'}
_DEEPEST = 6
_JOINER = "\u2060"
_JOINED = re.compile(rf"[^\s{_JOINER}]+(?:{_JOINER}[^\s{_JOINER}]*)+")


@dataclass(frozen=True, slots=True)
class Volume:
    """What the texts of one EPUB lean on: documents by the ids in them, files of pictures, printed pages."""

    documents: Mapping[str, str]
    pictures: Mapping[str, str]
    marks: Marks


@dataclass(slots=True)
class TextWriter:
    """Writes one text of the book, its footnotes kept until `notes` is asked for."""

    volume: Volume
    owner: str
    _notes: dict[int, str] = field(default_factory=dict)

    def text(self, blocks: Sequence[Block]) -> str:
        """The blocks of a whole text, a mark wherever a printed page begins."""
        return "\n".join(
            self.volume.marks.html(place) + self._block(block)
            for place, block in place_ids(self.owner, blocks)
        )

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks inside another block."""
        return "".join(self._block(block) for block in blocks)

    def notes(self) -> str:
        """The footnotes called so far, each with the way back."""
        return "\n".join(self._notes.values())

    def inline(self, content: Iterable[Inline]) -> str:
        """The content of a paragraph."""
        return "".join(self._inline(item) for item in content)

    def _inline(self, item: Inline) -> str:
        match item:
            case Text(text):
                return words(text)
            case Styled(style, content):
                return f"<{_TAGS[style]}>{self.inline(content)}</{_TAGS[style]}>"
            case Link(href, content):
                return self._link(href, content)
            case Abbreviation(text, title):
                return f"<abbr title={quoted(title)}>{words(text)}</abbr>"
            case Footnote(number, blocks):
                return self._footnote(number, blocks)
            case Break():
                return "<br/>"

    def _link(self, href: str, content: Sequence[Inline]) -> str:
        """Words that call a footnote are no link themselves: one link cannot hold another."""
        address, inside = self.address(href), self.inline(content)
        calls = any(isinstance(node, Footnote | Link) for node in walk(content))
        return f"<a href={quoted(address)}>{inside}</a>" if address and not calls else inside

    def address(self, href: str) -> str:
        """Where a link of the tree leads from inside the EPUB; empty when it must lead nowhere."""
        if not href.startswith("#"):
            return external(href)
        document = self.volume.documents.get(href[1:])
        return f"{document}{href}" if document else ""

    def _footnote(self, number: int, blocks: Sequence[Block]) -> str:
        note, call = f"{self.owner}-note-{number}", f"{self.owner}-call-{number}"
        place = "" if number in self._notes else f' id="{call}"'
        if place:
            self._notes[number] = ""
            back = f'<a href="#{call}" role="doc-backlink" aria-label="Вернуться к тексту">{number}.</a> '
            self._notes[number] = (
                f'<aside epub:type="footnote" role="doc-footnote" id="{note}">'
                f'<div class="number">{back}</div>{self.blocks(blocks)}</aside>'
            )
        return f'<a epub:type="noteref" role="doc-noteref" href="#{note}"{place}><sup>{number}</sup></a>'

    def _block(self, block: Block) -> str:  # noqa: C901, PLR0911 - one line for each kind of block
        match block:
            case Paragraph(content):
                return f"<p>{self.inline(content)}</p>"
            case Heading(level, content, id_):
                tag = f"h{min(level + 1, _DEEPEST)}"
                return f"<{tag} id={quoted(id_)}>{self.inline(content)}</{tag}>"
            case Items(items, start):
                return self._items(items, start)
            case Definitions(items):
                pairs = (f"<dt>{self.inline(term)}</dt><dd>{self._tight(what)}</dd>" for term, what in items)
                return f"<dl>{''.join(pairs)}</dl>"
            case Quote(blocks):
                return f"<blockquote>{self.blocks(blocks)}</blockquote>"
            case Box(kind, title, blocks):
                head = f'<p class="note-title">{words(title)}</p>'
                return f'<div role="note" class={quoted(f"note {kind}")}>{head}{self.blocks(blocks)}</div>'
            case Listing(text):
                return f"<pre><code>{escape(text)}</code></pre>"
            case Divider():
                return "<hr/>"
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)

    def _items(self, items: Iterable[Sequence[Block]], start: int | None) -> str:
        inside = "".join(f"<li>{self._tight(blocks)}</li>" for blocks in items)
        if start is None:
            return f"<ul>{inside}</ul>"
        return f'<ol start="{start}">{inside}</ol>'

    def _tight(self, blocks: Sequence[Block]) -> str:
        """Blocks in a narrow place: the first paragraph stands bare where only lists or nothing follow it."""
        first, rest = blocks[:1], blocks[1:]
        if first and isinstance(first[0], Paragraph) and all(isinstance(block, Items) for block in rest):
            return self.inline(first[0].content) + self.blocks(rest)
        return self.blocks(blocks)

    def _table(self, table: Table) -> str:
        total = sum(table.weights) or 1
        columns = "".join(f'<col style="width: {weight / total:.1%}"/>' for weight in table.weights)
        head = "".join(self._row(row, scope="col") for row in table.head)
        rows = "".join(self._row(row, scope="row") for row in table.rows)
        return (
            f"<table id={quoted(table.id)}>{self._caption('caption', table)}<colgroup>{columns}</colgroup>"
            f"{f'<thead>{head}</thead>' if head else ''}<tbody>{rows}</tbody></table>"
        )

    def _row(self, row: Iterable[Cell], *, scope: str) -> str:
        return f"<tr>{''.join(self._cell(cell, scope) for cell in row)}</tr>"

    def _cell(self, cell: Cell, scope: str) -> str:
        span = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        opening = f'th scope="{scope}"' if cell.header else "td"
        inside = self._tight(cell.blocks)
        return f"<{opening}{span}{_ALIGN[cell.align]}>{inside}</{'th' if cell.header else 'td'}>"

    def _figure(self, figure: Figure) -> str:
        file = self.volume.pictures.get(figure.file)
        image = (
            f"<img src={quoted(file)} alt={quoted(figure.alt)}/>" if file else f"<p>{words(figure.alt)}</p>"
        )
        return f"<figure id={quoted(figure.id)}>{image}{self._caption('figcaption', figure)}</figure>"

    def _caption(self, tag: str, block: Table | Figure) -> str:
        label, caption = caption_label(block), self.inline(block.caption)
        parts = [words(label) + "." if label and caption else words(label), caption]
        if isinstance(block, Figure) and block.credit:
            parts.append(f'<span class="credit">{words(block.credit)}</span>')
        inside = " ".join(part for part in parts if part)
        return f"<{tag}>{inside}</{tag}>" if inside else ""


def words(text: str) -> str:
    """Text of a stranger; joiners inside ranges, which old readers draw as boxes, become a style."""
    escaped = escape(text)
    if _JOINER not in escaped:
        return escaped
    held = _JOINED.sub(lambda found: f'<span class="whole">{found[0].replace(_JOINER, "")}</span>', escaped)
    return held.replace(_JOINER, "")
