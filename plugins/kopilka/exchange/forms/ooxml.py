"""Small tools for the XML of Word: elements by short names, reading what others wrote."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from kopilka.documents import clean

Element = Any
"""An lxml element; its stubs are generic over text types, which only makes signatures longer."""

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
MOST_BYTES = 50_000_000


def name_of(short: str) -> str:
    """The full name of an element or attribute written as `w:p`."""
    prefix, _, local = short.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def el(short: str, *children: Element | str, **attributes: str) -> Element:
    """An element `w:…` with attributes of the same prefix; text children become its text."""
    prefix = short.partition(":")[0]
    made = etree.Element(name_of(short), nsmap=SPACES if short == "w:document" else None)
    for name, value in attributes.items():
        made.set(name_of(f"{prefix}:{name}"), clean(value))
    for child in children:
        if isinstance(child, str):
            made.text = clean(child)
        else:
            made.append(child)
    return made


def run(text: str, *properties: Element) -> Element:
    """A run of text; line ends and tabs become those of Word."""
    made = el("w:r", *([el("w:rPr", *properties)] if properties else []))
    for piece in re.split("([\n\t])", clean(text)):
        if piece == "\n":
            made.append(el("w:br"))
        elif piece == "\t":
            made.append(el("w:tab"))
        elif piece:
            words = el("w:t", piece)
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(words)
    return made


def paragraph(*content: Element, style: str = "", more: Iterable[Element] = ()) -> Element:
    """A paragraph in a style, with more properties after it."""
    properties = [*([el("w:pStyle", val=style)] if style else []), *more]
    return el("w:p", *([el("w:pPr", *properties)] if properties else []), *content)


def words(text: str, style: str = "", *properties: Element) -> Element:
    """A paragraph of plain words."""
    return paragraph(run(text, *properties), style=style)


def to_bytes(root: Element) -> bytes:
    """The file of an XML tree."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def unpack_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part of an archive; empty when there is none. Raises `ValueError` when it is too large."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return b""
    if info.file_size > MOST_BYTES:
        raise ValueError(f"{name} is too large")
    with archive.open(info) as part:
        data = part.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(f"{name} is larger than it says")
    return data


def parse(data: bytes) -> Element | None:
    """The tree of a stranger's XML: no entities, no network; None when it cannot be read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    docinfo: Any = root.getroottree().docinfo
    return None if docinfo.doctype else root


def local(element: Element) -> str:
    """`w:p` for a paragraph; empty for comments and elements of other makers."""
    tag = element.tag
    if not isinstance(tag, str) or not tag.startswith("{"):
        return ""
    space, _, name = tag[1:].partition("}")
    return next((f"{prefix}:{name}" for prefix, known in SPACES.items() if known == space), "")


def attribute(element: Element | None, short: str = "w:val") -> str:
    """An attribute of an element that may not be there."""
    return str(element.get(name_of(short), "")) if element is not None else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The element that short names lead to."""
    for step in path:
        if element is None:
            return None
        element = element.find(name_of(step))
    return element


def every(element: Element, short: str) -> Iterator[Element]:
    """All elements of a name inside, in the order of the document."""
    yield from element.iter(name_of(short))
