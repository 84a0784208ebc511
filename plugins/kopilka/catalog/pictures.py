"""Which files are pictures, which of them must not be shown, and what else their files tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from kopilka.catalog.exif import Tag, exif_of
from kopilka.records.base import Record
from kopilka.records.pictures import Use, picture_row

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif")
PHOTOS = (".jpg", ".jpeg", ".png", ".webp")


class Trace(StrEnum):
    """What a picture's file tells of people, in words for them."""

    PLACE = "место съёмки"
    PEOPLE = "имена тех, кто на снимке"
    AUTHOR = "имя владельца или автора"
    SERIAL = "номер камеры"
    COMMENT = "комментарий"
    THUMBNAIL = "уменьшенная копия, какой она была до обрезки"


def is_picture(name: str) -> bool:
    """Whether a file is a picture, told by its ending."""
    return name.lower().endswith(PICTURES)


def is_withheld(record: Record, name: str, day: date, *, use: Use = "site") -> bool:
    """Whether a file is a picture of people who have not agreed to be shown so on that day."""
    row = picture_row(record.pictures, name) if record.pictures and is_picture(name) else None
    return row is not None and not row.may_be_shown(use, day)


_TAGS: Mapping[int, Trace] = {
    Tag.GPS: Trace.PLACE,
    Tag.ARTIST: Trace.AUTHOR,
    Tag.XP_AUTHOR: Trace.AUTHOR,
    Tag.OWNER: Trace.AUTHOR,
    Tag.BODY_SERIAL: Trace.SERIAL,
    Tag.LENS_SERIAL: Trace.SERIAL,
    Tag.XP_COMMENT: Trace.COMMENT,
    Tag.USER_COMMENT: Trace.COMMENT,
}
_XMP = (
    (Trace.PLACE, re.compile(rb"exif:GPSL(?:atitude|ongitude)")),
    (Trace.PEOPLE, re.compile(rb"mwg-rs:Name|PersonInImage|PersonDisplayName|MPReg:PersonDisplayName")),
    (
        Trace.AUTHOR,
        re.compile(rb"dc:creator|aux:OwnerName|CameraOwnerName|tiff:Artist|photoshop:CaptionWriter"),
    ),
    (Trace.SERIAL, re.compile(rb"SerialNumber")),
    (Trace.COMMENT, re.compile(rb"exif:UserComment")),
)
_XMP_START = b"http://ns.adobe.com/"


def traces_of(data: bytes) -> frozenset[Trace]:
    """What the file of a picture tells; nothing for anything that is no JPEG, PNG or WebP."""
    return frozenset(_traces(data))


def _traces(data: bytes) -> Iterator[Trace]:
    for block in exif_of(data):
        yield from (_TAGS[tag] for tag in block.tags if tag in _TAGS)
        if block.thumbnail:
            yield Trace.THUMBNAIL
    if _XMP_START in data or b"<x:xmpmeta" in data or b"adobe:ns:meta" in data:
        yield from (trace for trace, pattern in _XMP if pattern.search(data))
