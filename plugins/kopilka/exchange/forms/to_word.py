"""From the Markdown of a record to paragraphs, lists and tables of Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from kopilka.exchange.forms.from_word import OWN_SCHEME, Reading, to_markdown
from kopilka.exchange.forms.numbering import Numbering
from kopilka.exchange.forms.ooxml import Element, attribute, child, el, name_of, paragraph, run
from kopilka.render.addresses import Kind, classify
from kopilka.render.dialect import Dialect, quick_dialect

RAW_LINE = "KopilkaRawLine"
RAW_RUN = "KopilkaRaw"

_NOTE = re.compile(r"(\[\^[^\]\s]+\])")
"""A mark of a note whose text stands in another section."""

_Token = Any
_MARKS = {"strong": "b", "em": "i", "s": "strike"}


@dataclass
class Relations:
    """The addresses that a document links to, each with its id."""

    ids: dict[str, str] = field(default_factory=dict)

    def id_of(self, address: str) -> str:
        """The id of an address, a new one for a new address.

        A file beside the record gets a scheme of its own: programs turn relative addresses into those of
        wherever the form lies.
        """
        if classify(address) is Kind.BANK:
            address = f"{OWN_SCHEME}{address}"
        return self.ids.setdefault(address, f"rIdLink{len(self.ids) + 1}")


@dataclass
class WordWriter:
    """Writes Markdown into one document, which numbers its lists and links."""

    relations: Relations = field(default_factory=Relations)
    numbering: Numbering = field(default_factory=Numbering)

    def blocks(self, text: str) -> list[Element]:
        """Paragraphs and tables that say the same; what Word cannot say stands as Markdown."""
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        lines, done = plain.split("\n"), 0
        found: list[Element] = []
        for tokens in _top_blocks(_dialect().parse(plain)):
            start, end = tokens[0].map or (0, 0)
            self._add_raw(lines[done:start], found)
            made = self._sure(tokens)
            if made is None:
                self._add_raw(lines[start:end], found)
            found.extend(made or ())
            done = max(done, end)
        self._add_raw(lines[done:], found)
        return found

    def _sure(self, tokens: Sequence[_Token]) -> list[Element] | None:
        """The block in Word when it can be read back from there; None otherwise."""
        try:
            made = list(self._block(tokens))
        except _Untold:
            return None
        again = to_markdown(made, Reading(self.numbering.formats, _turned(self.relations.ids)))
        return made if meaning(_dialect().parse(again)) == meaning(tokens) else None

    @staticmethod
    def _add_raw(lines: Sequence[str], found: list[Element]) -> None:
        """Lines as they are; those that no block claims are notes at the foot and addresses of links."""
        text = "\n".join(lines).strip("\n")
        if not text.strip():
            return
        if found and attribute(child(found[-1], "w:pPr", "w:pStyle")) == RAW_LINE:
            found.append(paragraph(style=RAW_LINE))
        found.extend(paragraph(run(line), style=RAW_LINE) for line in text.split("\n"))

    def _block(self, tokens: Sequence[_Token], depth: int = 0, number: str = "") -> Iterator[Element]:
        first = tokens[0]
        if first.type == "paragraph_open":
            yield self._paragraph(tokens[1], depth, number)
        elif first.type == "heading_open":
            yield paragraph(*self._inline(tokens[1].children), style=f"Heading{first.tag[1:]}")
        elif first.type in {"bullet_list_open", "ordered_list_open"}:
            yield from self._list(tokens, depth)
        elif first.type == "blockquote_open":
            for inner in _inside(tokens):
                if inner[0].type != "paragraph_open":
                    raise _Untold
                yield paragraph(*self._inline(inner[1].children), style="Quote")
        elif first.type == "table_open":
            yield self._table(tokens)
        else:
            raise _Untold

    def _paragraph(self, inline: _Token, depth: int, number: str) -> Element:
        if not number:
            return paragraph(*self._inline(inline.children))
        level = el("w:numPr", el("w:ilvl", val=str(depth)), el("w:numId", val=number))
        return paragraph(*self._inline(inline.children), style="ListParagraph", more=[level])

    def _list(self, tokens: Sequence[_Token], depth: int) -> Iterator[Element]:
        ordered = tokens[0].type == "ordered_list_open"
        number = self.numbering.add(ordered=ordered, start=int(tokens[0].attrGet("start") or 1), level=depth)
        for item in _inside(tokens):
            parts = list(_inside(item))
            if not parts or parts[0][0].type != "paragraph_open":
                raise _Untold
            yield from self._block(parts[0], depth, number)
            for part in parts[1:]:
                if part[0].type not in {"bullet_list_open", "ordered_list_open"}:
                    raise _Untold
                yield from self._block(part, depth + 1)

    def _table(self, tokens: Sequence[_Token]) -> Element:
        rows: list[list[Element]] = []
        for place, token in enumerate(tokens):
            if token.type == "tr_open":
                rows.append([])
            elif token.type in {"th_open", "td_open"}:
                if token.attrs:
                    raise _Untold  # the alignment of a column
                rows[-1].append(self._cell(tokens[place + 1], head=token.type == "th_open"))
        return word_table(rows)

    def _cell(self, inline: _Token, *, head: bool) -> Element:
        return el(
            "w:tc", el("w:tcPr"), paragraph(*self._inline(inline.children), style="TableHead" if head else "")
        )

    def _inline(self, tokens: Sequence[_Token] | None) -> Iterator[Element]:
        marks: list[str] = []
        link: Element | None = None
        for token in tokens or ():
            name = token.type.removesuffix("_open").removesuffix("_close")
            if name in _MARKS:
                marks = (
                    [*marks, _MARKS[name]] if token.nesting > 0 else [m for m in marks if m != _MARKS[name]]
                )
            elif token.type == "link_open":
                if token.attrGet("title"):
                    raise _Untold
                link = el("w:hyperlink")
                link.set(name_of("r:id"), self.relations.id_of(str(token.attrGet("href"))))
            elif token.type == "link_close" and link is not None:
                yield link
                link = None
            else:
                made = list(self._runs(token, marks, linked=link is not None))
                if link is None:
                    yield from made
                else:
                    link.extend(made)

    @staticmethod
    def _runs(token: _Token, marks: Sequence[str], *, linked: bool) -> Iterator[Element]:
        properties = [("w:rStyle", "Hyperlink")] if linked else []
        properties += [(f"w:{mark}", "") for mark in ("b", "i", "strike") if mark in marks]
        if token.type in {"text", "text_special"}:
            for piece in _NOTE.split(token.content.replace("\n", " ")):
                is_note = _NOTE.fullmatch(piece)
                if piece:
                    yield run(piece, *([el("w:rStyle", val=RAW_RUN)] if is_note else _elements(properties)))
        elif token.type in {"softbreak", "hardbreak"}:
            yield run(" " if token.type == "softbreak" else "\n", *_elements(properties))
        else:
            yield run(_as_markdown(token), el("w:rStyle", val=RAW_RUN))


def _elements(properties: Sequence[tuple[str, str]]) -> list[Element]:
    return [el(name, val=value) if value else el(name) for name, value in properties]


class _Untold(Exception):  # noqa: N818 - it is no fault, only a turn of the way
    """Word has no counterpart."""


def word_table(rows: Sequence[Sequence[Element]]) -> Element:
    """A table with its grid; every column is as wide as any other."""
    columns = max(map(len, rows), default=1)
    grid = [el("w:gridCol", w=str(9638 // columns)) for _ in range(columns)]
    head = el("w:tblPr", el("w:tblStyle", val="TableGrid"), el("w:tblW", w="5000", type="pct"))
    return el("w:tbl", head, el("w:tblGrid", *grid), *(el("w:tr", *row) for row in rows))


def _as_markdown(token: _Token) -> str:
    """The source of an inline thing that Word does not know."""
    if token.type == "code_inline":
        return f"{token.markup}{token.content}{token.markup}"
    if token.type == "image" and set(token.attrs) <= {"src", "alt"}:
        return f"![{token.content}]({token.attrGet('src')})"
    raise _Untold


def _top_blocks(tokens: Sequence[_Token]) -> Iterator[Sequence[_Token]]:
    """Each block with all that is inside; footnotes at the end are of no block of their own."""
    start, depth = 0, 0
    for place, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            if tokens[start].map is not None:
                yield tokens[start : place + 1]
            start = place + 1


def _inside(tokens: Sequence[_Token]) -> Iterator[Sequence[_Token]]:
    """The blocks inside a block."""
    start, depth = 1, 0
    for place, token in enumerate(tokens[1:-1], start=1):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : place + 1]
            start = place + 1


def meaning(tokens: Sequence[_Token]) -> list[Any]:
    """What blocks of Markdown say, however they are written: for comparing."""
    found: list[Any] = []
    for token in tokens:
        if token.type == "inline":
            found.append(_inline_meaning(token.children or ()))
        else:
            attributes = {name: value for name, value in token.attrs.items() if name != "id"}
            info = (
                "" if token.type == "list_item_open" else token.info
            )  # its number: only the first one counts
            found.append((token.type, token.tag, sorted(attributes.items()), token.content, info))
    return found


def _inline_meaning(tokens: Sequence[_Token]) -> list[Any]:
    found: list[Any] = []
    for token in tokens:
        if token.type in {"text", "softbreak", "text_special"}:
            content = " " if token.type == "softbreak" else token.content
            if found and found[-1][0] == "text":
                found[-1] = ("text", found[-1][1] + content)
            elif content:
                found.append(("text", content))
        else:
            found.append((token.type, sorted(token.attrs.items()), token.content))
    return [(kind, " ".join(rest[0].split())) if kind == "text" else (kind, *rest) for kind, *rest in found]


def _turned(ids: dict[str, str]) -> dict[str, str]:
    return {id_: address for address, id_ in ids.items()}


@lru_cache(maxsize=1)
def _dialect() -> Dialect:
    return quick_dialect()


def same_meaning(one: str, other: str) -> bool:
    """Whether two texts in Markdown say the same, however they are written."""
    return one == other or meaning(_dialect().parse(one)) == meaning(_dialect().parse(other))
