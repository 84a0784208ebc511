"""The place of shooting is found in every kind of photo, and nothing else is taken for it."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kopilka.catalog.pictures import has_place


def photo(kind: str, *, place: bool) -> bytes:
    """A small picture with marks of a camera, and with the place if wanted."""
    picture, marks, file = Image.new("RGB", (8, 8)), Image.Exif(), BytesIO()
    marks[0x010F] = "Primer"
    if place:
        marks.get_ifd(0x8825).update({1: "N", 2: (59.0, 56.0, 0.0), 3: "E", 4: (30.0, 18.0, 0.0)})
    picture.save(file, kind, exif=marks)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_place_is_found(kind: str) -> None:
    """With the place yes, with other marks no, cut in any place no crash."""
    data = photo(kind, place=True)
    assert has_place(data)
    assert not has_place(photo(kind, place=False))
    for end in range(0, len(data), 7):
        has_place(data[:end])


@given(st.sampled_from([b"", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"RIFF0000WEBPEXIF"]), st.binary())
def test_any_bytes_are_looked_through(head: bytes, rest: bytes) -> None:
    """Whatever a file holds."""
    assert has_place(head + rest) in {True, False}
