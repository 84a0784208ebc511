"""What the files of photos tell of people is found in every kind of them, and nothing else is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from tests.bank_maker import REPOSITORY
from tests.examples import full_example

from kopilka.catalog.pictures import Trace, is_withheld, traces_of
from kopilka.records.pictures import Use
from kopilka.records.practice import Practice
from kopilka.workspace.registers import load_registry

KINDS = ("JPEG", "PNG", "WEBP")
DETAILS, GPS = 0x8769, 0x8825
TOLD: Mapping[str, tuple[int, int, Any, Trace]] = {
    "place": (GPS, 2, (59.0, 56.0, 0.0), Trace.PLACE),
    "artist": (0, 0x013B, "Примерова М. И.".encode(), Trace.AUTHOR),
    "windows author": (0, 0x9C9D, "Примерова".encode("utf-16-le"), Trace.AUTHOR),
    "owner": (DETAILS, 0xA430, "Primerova", Trace.AUTHOR),
    "camera": (DETAILS, 0xA431, "0012345", Trace.SERIAL),
    "lens": (DETAILS, 0xA435, "77", Trace.SERIAL),
    "comment": (DETAILS, 0x9286, b"ASCII\0\0\0 5 A", Trace.COMMENT),
}
SILENT: Mapping[str, tuple[int, int, Any]] = {
    "maker": (0, 0x010F, "Primer"),
    "blank owner": (DETAILS, 0xA430, "    "),
    "blank comment": (DETAILS, 0x9286, b"ASCII\0\0\0" + b" " * 40),
    "place without numbers": (GPS, 29, "2025:09:01"),
}


def photo(kind: str, *marks: tuple[int, int, Any], xmp: bytes = b"") -> bytes:
    """A small picture with marks of a camera: a table (0 is the main one), a tag and a value."""
    file, exif = BytesIO(), Image.Exif()
    exif[0x0112] = 1
    for table, tag, value in marks:
        (exif.get_ifd(table) if table else exif)[tag] = value
    more: dict[str, Any] = {"xmp": xmp} if xmp else {}
    if xmp and kind == "PNG":
        more = {"pnginfo": PngInfo()}
        more["pnginfo"].add_itxt("XML:com.adobe.xmp", xmp.decode())
    Image.new("RGB", (8, 8)).save(file, kind, exif=exif, **more)
    return file.getvalue()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TOLD)
def test_what_is_told_is_found(kind: str, name: str) -> None:
    """Each mark alone; a file cut in any place makes no crash."""
    table, tag, value, trace = TOLD[name]
    data = photo(kind, (table, tag, value))
    assert traces_of(data) == {trace}
    for end in range(0, len(data), 7):
        assert traces_of(data[:end]) <= {trace}


@pytest.mark.parametrize("kind", KINDS)
def test_marks_that_tell_nothing(kind: str) -> None:
    """The maker of the camera, blanks, and a table of the place without a place are nobody's."""
    assert traces_of(photo(kind, *SILENT.values())) == frozenset()


def test_a_small_copy_beside_the_marks() -> None:
    """The copy of a cropped photo may show what was cropped away."""
    first = b"\x00\x01" + b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x01\x00\x00" + b"\x00\x00\x00\x1a"
    second = b"\x00\x01" + b"\x02\x01\x00\x04\x00\x00\x00\x01\x00\x00\x00\x30" + b"\x00\x00\x00\x00"
    block = b"Exif\0\0MM\x00\x2a\x00\x00\x00\x08" + first + second
    data = b"\xff\xd8\xff\xe1" + (len(block) + 2).to_bytes(2, "big") + block + b"\xff\xd9"
    assert traces_of(data) == {Trace.THUMBNAIL}


@pytest.mark.parametrize("kind", KINDS)
def test_what_programs_for_photos_write(kind: str) -> None:
    """XMP names those who were marked on the picture, the owner and the camera."""
    said = '<mwg-rs:Name>Пётр</mwg-rs:Name><dc:creator/><aux:SerialNumber="1"/><exif:GPSLatitude/>'
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{said}</x:xmpmeta>'.encode()
    assert traces_of(photo(kind, xmp=xmp)) == {Trace.PEOPLE, Trace.AUTHOR, Trace.SERIAL, Trace.PLACE}


@given(st.sampled_from([b"", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"RIFF0000WEBPEXIF"]), st.binary())
def test_any_bytes_are_looked_through(head: bytes, rest: bytes) -> None:
    """Whatever a file holds."""
    assert traces_of(head + rest) <= set(Trace)


@pytest.mark.parametrize(
    ("row", "use", "withheld"),
    [
        ({"people": "none"}, "site", False),
        ({}, "site", False),
        ({"people": "adults"}, "site", False),
        ({"people": "children"}, "site", True),
        ({"people": "children", "consent": {}}, "site", False),
        ({"people": "children", "consent": {}}, "print", True),
        ({"people": "children", "consent": {"scope": ["site", "print"]}}, "print", False),
        ({"people": "adults", "consent": {"until": "2026-11-21"}}, "site", True),
        ({"people": "adults", "consent": {"until": "2026-11"}}, "site", False),
        ({"people": "none", "consent": {"until": "2020"}}, "site", False),
        ({"people": "children", "file": "drugaya.jpg"}, "site", False),
    ],
)
def test_pictures_that_nobody_agreed_to(row: dict[str, Any], use: Use, *, withheld: bool) -> None:
    """A child's photo without a consent, or outside of one, is shown nowhere; its row may speak for all."""
    if "consent" in row:
        row = {**row, "consent": {"date": "2025-09-01", "basis": "№ 14–38", **row["consent"]}}
    vocabularies = load_registry(REPOSITORY, "registry").registry.vocabularies
    record = Practice.model_validate(
        {**full_example(Practice), "pictures": [row]}, context={"vocabularies": vocabularies}
    )
    assert is_withheld(record, "urok.jpg", date(2026, 11, 22), use=use) is withheld
    assert not is_withheld(record, "karty.docx", date(2026, 11, 22), use=use)
