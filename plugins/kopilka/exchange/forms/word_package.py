"""What a Word form carries beside its text: properties, lists, links, styles and its base."""

from __future__ import annotations

import json
import zipfile

from kopilka.exchange.forms.data import Base
from kopilka.exchange.forms.from_word import Reading
from kopilka.exchange.forms.numbering import read_numbering
from kopilka.exchange.forms.ooxml import attribute, child, every, parse, unpack_part

_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"


def read_properties(archive: zipfile.ZipFile) -> dict[str, str]:
    """What the form says of itself: its kind, its record, its revision."""
    root = parse(unpack_part(archive, "docProps/custom.xml"))
    items = root.iter(_PROPERTY) if root is not None else ()
    return {str(item.get("name")): "".join(item.itertext()).strip() for item in items}


def read_references(archive: zipfile.ZipFile) -> Reading:
    """What the text of the document refers to: lists, links and styles."""
    numbering = parse(unpack_part(archive, "word/numbering.xml"))
    links = parse(unpack_part(archive, "word/_rels/document.xml.rels"))
    styles = parse(unpack_part(archive, "word/styles.xml"))
    return Reading(
        read_numbering(numbering),
        {str(item.get("Id")): str(item.get("Target")) for item in links} if links is not None else {},
        {attribute(item, "w:styleId"): attribute(child(item, "w:name")) for item in every(styles, "w:style")}
        if styles is not None
        else {},
    )


def read_base(archive: zipfile.ZipFile) -> Base | None:
    """The record that the form was made from, wherever the program that saved the form has put it."""
    for name in archive.namelist():
        if not (name.startswith("customXml/item") and "Props" not in name and name.endswith(".xml")):
            continue
        root = parse(unpack_part(archive, name))
        if root is not None and root.tag == "{urn:kopilka:form}form" and root.text:
            held = json.loads(root.text)
            if isinstance(held, dict) and isinstance(held.get("data"), dict):
                return Base(held["data"], str(held.get("body", "")))
    return None
