"""Which files are pictures, which of them must not be shown, and what their marks tell: JPEG, PNG, WebP."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kopilka.records.base import Record
from kopilka.records.pictures import Use, picture_row

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif")
PHOTOS = (".jpg", ".jpeg", ".png", ".webp")
_GPS, _LATITUDE = 0x8825, 2
_XMP = (b"exif:GPSLatitude", b"exif:GPSLongitude")
_ENTRY = 12
_MOST_ENTRIES = 500


def is_picture(name: str) -> bool:
    """Whether a file is a picture, told by its ending."""
    return name.lower().endswith(PICTURES)


def is_withheld(record: Record, name: str, day: date, *, use: Use = "site") -> bool:
    """Whether a file is a picture of people who have not agreed to be shown so on that day."""
    row = picture_row(record.pictures, name) if record.pictures and is_picture(name) else None
    return row is not None and not row.may_be_shown(use, day)


def has_place(data: bytes) -> bool:
    """Whether the file tells where the picture was taken; False for anything that is no picture."""
    return any(_tells_place(block) for block in _exif_blocks(data)) or any(mark in data for mark in _XMP)


def _exif_blocks(data: bytes) -> Iterator[bytes]:
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


def _tells_place(block: bytes) -> bool:
    tiff = block.removeprefix(b"Exif\0\0")
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None:
        return False
    little = order == "little"
    table = dict(_entries(tiff, _number(tiff[4:8], little=little), little=little))
    return _GPS in table and any(tag == _LATITUDE for tag, _ in _entries(tiff, table[_GPS], little=little))


def _entries(tiff: bytes, start: int, *, little: bool) -> Iterator[tuple[int, int]]:
    """The tags of a table with their values."""
    count = min(_number(tiff[start : start + 2], little=little), _MOST_ENTRIES)
    for place in range(start + 2, start + 2 + count * _ENTRY, _ENTRY):
        entry = tiff[place : place + _ENTRY]
        if len(entry) == _ENTRY:
            yield _number(entry[:2], little=little), _number(entry[8:], little=little)


def _number(signs: bytes, *, little: bool) -> int:
    return int.from_bytes(signs, "little" if little else "big")
