"""Reads the marks that cameras write into pictures: the blocks of JPEG, PNG and WebP, and the tags in them.

Exif 2.32 (CIPA DC-008), which is TIFF 6.0 inside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum


class Tag(IntEnum):
    """Tags that tell something of people; `GPS` stands for a place that is really given."""

    ARTIST = 0x013B
    GPS = 0x8825
    XP_COMMENT = 0x9C9C
    XP_AUTHOR = 0x9C9D
    USER_COMMENT = 0x9286
    OWNER = 0xA430
    BODY_SERIAL = 0xA431
    LENS_SERIAL = 0xA435


@dataclass(frozen=True, slots=True)
class Exif:
    """What a block of marks holds: the tags that are filled in, and whether a small copy lies beside them."""

    tags: frozenset[int]
    thumbnail: bool


_DETAILS, _LATITUDE, _SMALL_COPY = 0x8769, 2, 0x0201
_COMMENT_HEAD = 8
_ENTRY = 12
_MOST_ENTRIES = 500
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8}
"""Bytes of a value by its type."""


def exif_of(data: bytes) -> Iterator[Exif]:
    """The blocks of marks in a picture's file; none for anything that is no picture."""
    for block in _blocks(data):
        tiff = block.removeprefix(b"Exif\0\0")
        if tiff[:2] in {b"II", b"MM"}:
            yield _read(_Tiff(tiff, little=tiff[:2] == b"II"))


def _blocks(data: bytes) -> Iterator[bytes]:
    if data[:2] == b"\xff\xd8":
        yield from _of_jpeg(data)
    elif data[:8] == b"\x89PNG\r\n\x1a\n":
        yield from _of_chunks(data, start=8, name=b"eXIf", length_first=True)
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        yield from _of_chunks(data, start=12, name=b"EXIF", length_first=False)


def _of_jpeg(data: bytes) -> Iterator[bytes]:
    """Segments up to the picture itself; each tells its length."""
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] not in {0xDA, 0xD9}:
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        if data[place + 1] == 0xE1:
            yield data[place + 4 : place + 2 + length]
        place += 2 + max(length, 2)


def _of_chunks(data: bytes, *, start: int, name: bytes, length_first: bool) -> Iterator[bytes]:
    place = start
    while place + 8 <= len(data):
        first, second = data[place : place + 4], data[place + 4 : place + 8]
        if length_first:
            length, found, after = int.from_bytes(first, "big"), second, 4
        else:
            length, found = int.from_bytes(second, "little"), first
            after = length % 2
        if found == name:
            yield data[place + 8 : place + 8 + length]
        place += 8 + length + after


class _Tiff:
    """A block of marks: tables of tags, each with its type, count and value or the place of it."""

    def __init__(self, data: bytes, *, little: bool) -> None:
        self.data = data
        self.little = little

    def number(self, start: int, size: int) -> int:
        return int.from_bytes(self.data[start : start + size], "little" if self.little else "big")

    def table(self, start: int) -> Mapping[int, int]:
        """The tags of a table with the places of their entries."""
        count = min(self.number(start, 2), _MOST_ENTRIES)
        places = range(start + 2, start + 2 + count * _ENTRY, _ENTRY)
        return {self.number(place, 2): place for place in places if place + _ENTRY <= len(self.data)}

    def after(self, start: int) -> int:
        """The place of the next table; 0 for none."""
        return self.number(start + 2 + min(self.number(start, 2), _MOST_ENTRIES) * _ENTRY, 4)

    def is_filled(self, place: int) -> bool:
        """Whether a value is more than blanks; a comment begins with the name of its letters."""
        size = _SIZES.get(self.number(place + 2, 2), 1) * self.number(place + 4, 4)
        start = place + 8 if size <= 4 else self.number(place + 8, 4)
        value = self.data[start : start + size]
        if self.number(place, 2) == Tag.USER_COMMENT:
            value = value[_COMMENT_HEAD:]
        return bool(value.strip(b"\0 \xff"))


def _read(tiff: _Tiff) -> Exif:
    first = tiff.number(4, 4)
    main = tiff.table(first)
    details = tiff.table(tiff.number(main[_DETAILS] + 8, 4)) if _DETAILS in main else {}
    place = tiff.table(tiff.number(main[Tag.GPS] + 8, 4)) if Tag.GPS in main else {}
    known = {tag: entry for tag, entry in (*main.items(), *details.items()) if tag in set(Tag)}
    known.pop(Tag.GPS, None)
    tags = {tag for tag, entry in known.items() if tiff.is_filled(entry)}
    second = tiff.after(first) if first else 0
    small = second > 0 and _SMALL_COPY in tiff.table(second)
    return Exif(frozenset(tags | ({int(Tag.GPS)} if _LATITUDE in place else set())), small)
