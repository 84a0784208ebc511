"""The paragraphs of a Word file as a reader sees them: corrections accepted, fields shown, pages left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kopilka.exchange.forms.ooxml import Element, attribute, child, local, name_of

_GONE = frozenset({"w:del", "w:moveFrom", "w:pict", "w:object", "mc:AlternateContent"})
"""What is crossed out or drawn."""
_COUNTED = ("PAGEREF", "NOTEREF", "PAGE", "TOC", "TC")
"""Fields whose result is a number that the program counts, not words of the book."""
_SPACES = frozenset({"w:tab", "w:br", "w:cr"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A correction made under «Исправления»: who made it; `words` are those that came or went."""

    author: str
    added: bool
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its style by name, its words, the corrections in it, the comments that begin in it."""

    style: str
    text: str
    marks: tuple[Mark, ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads paragraphs; `styles` are names by id, `notes` the footnotes by id."""

    styles: Mapping[str, str]
    notes: Mapping[str, Element] = field(default_factory=dict)

    def read(self, element: Element) -> Iterator[Paragraph]:
        """Every paragraph inside, each followed by its footnotes; the contents are left out."""
        for item in element:
            name = local(item)
            if name == "w:p":
                yield from self._paragraph(item)
            elif not (name in _GONE or _is_contents(item) or _is_removed_row(item)):
                yield from self.read(item)

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        found = _Pieces()
        found.read(element)
        style = attribute(child(element, "w:pPr", "w:pStyle"))
        words = "".join(found.words)
        yield Paragraph(self.styles.get(style, style), words, tuple(found.marks), tuple(found.comments))
        for note in found.notes:
            if note in self.notes:
                yield from self.read(self.notes[note])


class _Pieces:
    """Gathers the words of one paragraph."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.marks: list[Mark] = []
        self.comments: list[str] = []
        self.notes: list[str] = []
        self._fields: list[tuple[str, bool]] = []

    def read(self, element: Element) -> None:
        for item in element:
            name = local(item)
            if name in {"w:ins", "w:moveTo", "w:del", "w:moveFrom"}:
                self._corrected(item, added=name in {"w:ins", "w:moveTo"})
            elif name == "w:commentRangeStart":
                self.comments.append(attribute(item, "w:id"))
            elif name == "w:footnoteReference":
                self.notes.append(attribute(item, "w:id"))
            elif name == "w:fldChar":
                self._turn(attribute(item, "w:fldCharType"))
            elif name == "w:instrText" and self._fields:
                code, shown = self._fields[-1]
                self._fields[-1] = (code + (item.text or ""), shown)
            elif name == "w:fldSimple":
                self._fields.append((attribute(item, "w:instr"), True))
                self.read(item)
                self._fields.pop()
            elif name not in _GONE and name != "w:pPr":
                self._words(name, item)

    def _words(self, name: str, item: Element) -> None:
        if name == "w:t":
            self._say(item.text or "")
        elif name in _SPACES:
            self._say(" ")
        elif name == "w:noBreakHyphen":
            self._say("-")
        else:
            self.read(item)

    def _say(self, words: str) -> None:
        if all(shown and not code.strip().startswith(_COUNTED) for code, shown in self._fields):
            self.words.append(words)

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(("", False))
        elif kind == "separate" and self._fields:
            self._fields[-1] = (self._fields[-1][0], True)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _corrected(self, element: Element, *, added: bool) -> None:
        words = "".join(item.text or "" for item in element.iter(name_of("w:t"), name_of("w:delText")))
        if words.strip():
            self.marks.append(Mark(attribute(element, "w:author"), added, words))
        if added:
            self.read(element)


def _is_contents(element: Element) -> bool:
    gallery = child(element, "w:sdtPr", "w:docPartObj", "w:docPartGallery")
    return attribute(gallery) == "Table of Contents"


def _is_removed_row(element: Element) -> bool:
    return local(element) == "w:tr" and child(element, "w:trPr", "w:del") is not None
