"""The HTML that our renderer makes of a record's text, read into the tree of a book."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal
from urllib.parse import unquote

from lxml import html as lxml_html
from lxml.html import HtmlElement

from kopilka.book.columns import weigh
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

_SPACES = re.compile(r"[ \t\r\n]+")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Unseen signs that turn the direction of writing: one of them would set a whole paragraph backwards."""
_FOOTNOTE = re.compile(r"fn_(\d+)$")
_NOTE_KIND = re.compile(r"k-note--(\w+)")
_TABLE_NUMBER = re.compile(r"Таблица[ \u00a0]+(\d+)(?:\.[ \u00a0]|[ \u00a0]?[:–—][ \u00a0])\s*")
_STYLES: Mapping[str, Literal["strong", "emphasis", "strike", "code", "sup", "sub"]] = {
    "strong": "strong",
    "em": "emphasis",
    "s": "strike",
    "code": "code",
    "sup": "sup",
    "sub": "sub",
}
_ALIGN: Mapping[str, Literal["center", "end"]] = {"r": "end", "k-center": "center"}
_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "hr", "div"}
    | {"figure", "table", "section"}
)


def read_blocks(html: str) -> tuple[Block, ...]:
    """The blocks of a rendered text: `BodyRenderer.render(…).html`.

    Footnotes are moved to where they are called; a heading's level is that of the HTML (`h2` – 2). Tables
    and figures have the number their author gave, 0 where there is none: `number` gives out the rest.
    """
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    notes = {_note_number(item): item for item in root.xpath('//section[@class="k-footnotes"]/ol/li')}
    return _Reader(notes).blocks(root)


def read_inline(html: str) -> tuple[Inline, ...]:
    """The words of a rendered line: `BodyRenderer.render_inline(…)`."""
    return tuple(_tidy(_Reader({}).inline(lxml_html.fragment_fromstring(html, create_parent="div"))))


@dataclass
class _Reader:
    """Reads one text; `notes` are its footnotes by number, each set only where it is called first."""

    notes: Mapping[int, HtmlElement]
    called: set[int] = field(default_factory=set)
    figures: list[Figure] = field(default_factory=list)

    def blocks(self, element: HtmlElement) -> tuple[Block, ...]:
        """The blocks inside an element; words that stand there bare are a paragraph."""
        found: list[Block] = []
        bare: list[Inline] = [*_words(element.text)]
        for child in element:
            if child.tag in _BLOCKS:
                found += self._paragraph(bare)
                bare = []
                found += self._readers[child.tag](self, child)
            else:
                bare += self._one_inline(child)
            bare += _words(child.tail)
        return (*found, *self._paragraph(bare))

    def inline(self, element: HtmlElement) -> Iterator[Inline]:
        """The words inside an element, spaces as they came."""
        yield from _words(element.text)
        for child in element:
            yield from self._one_inline(child)
            yield from _words(child.tail)

    def _one_inline(self, child: HtmlElement) -> Iterator[Inline]:
        tag, classes = child.tag, child.get("class", "")
        if tag == "sup" and classes == "k-fnref":
            yield self._footnote(child)
        elif tag == "img":
            self.figures.append(_figure(child))
        elif tag == "br":
            yield Break()
        elif tag == "abbr":
            yield Abbreviation(child.text_content(), child.get("title", ""))
        elif tag == "a" and classes != "k-fnback":
            yield from _link(child.get("href", ""), tuple(self.inline(child)))
        elif tag in _STYLES:
            yield Styled(_STYLES[tag], tuple(self.inline(child)))

    def _footnote(self, sup: HtmlElement) -> Footnote:
        """The note itself at its first call; later ones only repeat its number."""
        number = _note_number(sup[0], "href")
        if number in self.called or number not in self.notes:
            return Footnote(number, ())
        self.called.add(number)
        return Footnote(number, self.blocks(self.notes[number]))

    def _paragraph(self, content: list[Inline]) -> Iterator[Block]:
        """A paragraph, unless nothing is in it; pictures that stood among its words come after it."""
        if words := tuple(_tidy(content)):
            yield Paragraph(words)
        yield from self.figures
        self.figures.clear()

    def _read_paragraph(self, element: HtmlElement) -> Iterator[Block]:
        return self._paragraph(list(self.inline(element)))

    def _read_heading(self, element: HtmlElement) -> Iterator[Block]:
        if words := tuple(_tidy(self.inline(element))):
            yield Heading(int(element.tag[1]), words, element.get("id", ""))

    def _read_list(self, element: HtmlElement) -> Iterator[Block]:
        items = tuple(self.blocks(item) for item in element.findall("li"))
        start = int(element.get("start", "1")) if element.tag == "ol" else None
        yield Items(items, start)

    def _read_definitions(self, element: HtmlElement) -> Iterator[Block]:
        items: list[tuple[tuple[Inline, ...], tuple[Block, ...]]] = []
        for child in element:
            if child.tag == "dt":
                items.append((tuple(_tidy(self.inline(child))), ()))
            elif items:
                term, meaning = items[-1]
                items[-1] = (term, (*meaning, *self.blocks(child)))
        yield Definitions(tuple(items))

    def _read_quote(self, element: HtmlElement) -> Iterator[Block]:
        yield Quote(self.blocks(element))

    def _read_listing(self, element: HtmlElement) -> Iterator[Block]:
        yield Listing(element.text_content().rstrip("\n"))

    def _read_divider(self, _element: HtmlElement) -> Iterator[Block]:
        yield Divider()

    def _read_group(self, element: HtmlElement) -> Iterator[Block]:
        """A `div`: a note, or what only keeps a table together on the site."""
        kind = _NOTE_KIND.search(element.get("class", ""))
        if kind is None:
            yield from self.blocks(element)
            return
        body = element[0]
        title = body[0].text_content() if len(body) and body[0].get("class") == "k-note__title" else ""
        if title:
            body.remove(body[0])
        yield Box(kind[1], title, self.blocks(body))

    def _read_footnotes(self, _element: HtmlElement) -> Iterator[Block]:
        """They stand where they are called."""
        return iter(())

    def _read_figure(self, element: HtmlElement) -> Iterator[Block]:
        """A picture with its caption; one that was not found is only its description."""
        image, caption = element.find("img"), element.find("figcaption")
        if image is None:
            yield from self.blocks(element)
            return
        credit = next((part for part in element.iter("p") if part.get("class") == "k-fig__by"), None)
        by = credit.text_content() if credit is not None else ""
        if credit is not None:
            credit.drop_tree()
        words = tuple(_tidy(self.inline(caption))) if caption is not None else ()
        yield replace(_figure(image), caption=words, credit=by)

    def _read_table(self, element: HtmlElement) -> Iterator[Block]:
        head = tuple(self._row(row) for row in element.findall("thead/tr"))
        rows = tuple(self._row(row) for row in element.findall("tbody/tr"))
        caption = element.find("caption")
        words = tuple(_tidy(self.inline(caption))) if caption is not None else ()
        number, words = _own_number(words)
        yield Table("", number, words, weigh(head, rows), head, rows)

    def _row(self, row: HtmlElement) -> tuple[Cell, ...]:
        return tuple(
            Cell(self.blocks(cell), _ALIGN.get(cell.get("class", ""), "start"), cell.tag == "th")
            for cell in row
        )

    _readers: ClassVar[Mapping[str, Callable[[_Reader, HtmlElement], Iterator[Block]]]] = {
        "p": _read_paragraph,
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _read_heading),
        "ul": _read_list,
        "ol": _read_list,
        "dl": _read_definitions,
        "blockquote": _read_quote,
        "pre": _read_listing,
        "hr": _read_divider,
        "div": _read_group,
        "section": _read_footnotes,
        "figure": _read_figure,
        "table": _read_table,
    }


def _words(text: str | None) -> Iterator[Text]:
    if text:
        yield Text(_TURNS.sub("", _SPACES.sub(" ", text)))


def _link(href: str, content: tuple[Inline, ...]) -> Iterator[Inline]:
    """A link to the web, to a letter or inside the book; of any other only the words are left."""
    if href.startswith(("http://", "https://", "mailto:", "#")):
        yield Link(href, content)
    else:
        yield from content


def _figure(image: HtmlElement) -> Figure:
    return Figure("", 0, unquote(image.get("src", "")), image.get("alt", ""))


def _note_number(element: HtmlElement, attribute: str = "id") -> int:
    found = _FOOTNOTE.search(element.get(attribute, ""))
    return int(found[1]) if found else 0


def _own_number(caption: tuple[Inline, ...]) -> tuple[int, tuple[Inline, ...]]:
    """The number in «Таблица 2. Кто и когда» and the caption without it."""
    if caption and isinstance(caption[0], Text) and (found := _TABLE_NUMBER.match(caption[0].text)):
        rest = caption[0].text[found.end() :]
        return int(found[1]), (*((Text(rest),) if rest else ()), *caption[1:])
    return 0, caption


def _tidy(content: Iterator[Inline] | list[Inline]) -> Iterator[Inline]:
    """Texts that meet become one; spaces at both ends and after a break go."""
    joined: list[Inline] = []
    for item in content:
        if isinstance(item, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(_SPACES.sub(" ", joined[-1].text + item.text))
        elif isinstance(item, Text) and (not joined or isinstance(joined[-1], Break)):
            joined += _words(item.text.lstrip(" "))
        else:
            joined.append(item)
    if joined and isinstance(joined[-1], Text):
        joined[-1:] = _words(joined[-1].text.rstrip(" "))
    return iter(joined)
