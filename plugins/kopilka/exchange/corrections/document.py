"""A Word file of a book taken apart: the texts it was made with, the texts as they are, the comments."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from kopilka.exchange.archives import UNREADABLE
from kopilka.exchange.corrections.paragraphs import Paragraph, Reader
from kopilka.exchange.forms.ooxml import Element, attribute, child, every, name_of, parse, unpack_part
from kopilka.exchange.intake.paper import Refusal
from kopilka.exchange.intake.safety import look_at

_BOOK = "{urn:kopilka:book}book"
_CONTENTS = ("toc", "оглавление", "contents")


@dataclass(frozen=True, slots=True)
class Part:
    """An article or another part of the book as it was written; `path` is the record's file, or empty."""

    id: str
    title: str
    path: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote beside the text; `quote` are the words it was written about."""

    id: str
    author: str
    quote: str
    text: str


@dataclass(frozen=True, slots=True)
class CorrectedBook:
    """A Word file of a book; `parts` are what it was made with, empty where a program threw them away."""

    book: str
    parts: tuple[Part, ...]
    paragraphs: tuple[Paragraph, ...]
    comments: tuple[Comment, ...]


def read_book(name: str, data: bytes) -> CorrectedBook | Refusal:
    """A file that an editor sent back, or why it cannot be read. Nothing in it is run or loaded."""
    if PurePath(name).suffix.lower() != ".docx":
        return Refusal(
            "нужен документ Word (.docx)", "Откройте файл в Word или LibreOffice и сохраните как .docx."
        )
    refusal = look_at(name, data)
    if refusal:
        return refusal
    broken = Refusal("файл повреждён, прочитать его не вышло", "Откройте его в Word и сохраните заново.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive) or broken
    except (*UNREADABLE, KeyError, TypeError, RecursionError):
        return broken


def _read(archive: zipfile.ZipFile) -> CorrectedBook | None:
    document = parse(unpack_part(archive, "word/document.xml"))
    body = child(document, "w:body")
    if document is None or body is None:
        return None
    styles = parse(unpack_part(archive, "word/styles.xml"))
    names = {
        attribute(item, "w:styleId"): attribute(child(item, "w:name")).casefold()
        for item in (every(styles, "w:style") if styles is not None else ())
    }
    reader = Reader(names, _notes(parse(unpack_part(archive, "word/footnotes.xml"))))
    paragraphs = tuple(item for item in reader.read(body) if not item.style.startswith(_CONTENTS))
    book, parts = _base(archive)
    comments = parse(unpack_part(archive, "word/comments.xml"))
    return CorrectedBook(book, parts, paragraphs, tuple(_comments(comments, body)))


def _notes(root: Element | None) -> dict[str, Element]:
    return {attribute(note, "w:id"): note for note in every(root, "w:footnote")} if root is not None else {}


def _base(archive: zipfile.ZipFile) -> tuple[str, tuple[Part, ...]]:
    """The texts that the file carries of itself, wherever the program that saved it has put them."""
    for name in sorted(archive.namelist()):
        if not (name.startswith("customXml/item") and "Props" not in name and name.endswith(".xml")):
            continue
        root = parse(unpack_part(archive, name))
        if root is not None and root.tag == _BOOK and root.text:
            held = json.loads(root.text)
            return str(held["book"]), tuple(_part(item) for item in held["parts"])
    return "", ()


def _part(held: dict[str, Any]) -> Part:
    texts = tuple(str(text) for text in held["texts"])
    return Part(str(held["id"]), str(held["title"]), str(held["path"]), texts)


def _comments(root: Element | None, body: Element) -> Iterator[Comment]:
    if root is None:
        return
    quotes = _quotes(body)
    for item in every(root, "w:comment"):
        id_ = attribute(item, "w:id")
        text = "\n".join("".join(_words(line)) for line in every(item, "w:p"))
        if text.strip():
            yield Comment(id_, attribute(item, "w:author"), quotes.get(id_, "").strip(), text.strip())


def _quotes(body: Element) -> dict[str, str]:
    """The words between the beginning and the end of every comment."""
    opened: dict[str, list[str]] = {}
    closed: dict[str, str] = {}
    start, end, words, paragraph = map(name_of, ("w:commentRangeStart", "w:commentRangeEnd", "w:t", "w:p"))
    for item in body.iter(start, end, words, paragraph):
        if item.tag == start:
            opened[attribute(item, "w:id")] = []
        elif item.tag == end:
            id_ = attribute(item, "w:id")
            closed[id_] = "".join(opened.pop(id_, ()))
        else:
            for pieces in opened.values():
                pieces.append((item.text or "") if item.tag == words else " ")
    return closed


def _words(element: Element) -> Iterator[str]:
    return (item.text or "" for item in every(element, "w:t"))
