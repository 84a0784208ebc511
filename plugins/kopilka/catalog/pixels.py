"""How many pixels a picture has: read from the first bytes of PNG, JPEG, GIF and WebP."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Size = tuple[int, int]


def pixels_of(data: bytes) -> Size | None:
    """Width and height in pixels; None for drawings in lines, for other files and for torn ones."""
    for sign, read in _READERS.items():
        if data.startswith(sign):
            try:
                return read(data)
            except IndexError:
                return None
    return None


def _number(data: bytes, start: int, length: int, *, little: bool = False) -> int:
    """A number of `length` bytes; raises `IndexError` where the file ends before."""
    part = data[start : start + length]
    if len(part) < length:
        raise IndexError(start)
    return int.from_bytes(part, "little" if little else "big")


def _png(data: bytes) -> Size:
    return _number(data, 16, 4), _number(data, 20, 4)


def _gif(data: bytes) -> Size:
    return _number(data, 6, 2, little=True), _number(data, 8, 2, little=True)


_NOT_FRAMES = frozenset({0xC4, 0xC8, 0xCC})
"""Marks between C0 and CF that are tables, not frames."""


def _jpeg(data: bytes) -> Size | None:
    """The first frame: segments before it are passed by their lengths (ITU-T T.81, B.2.2)."""
    place = 2
    while _number(data, place, 1) == 0xFF:
        mark = _number(data, place + 1, 1)
        if 0xC0 <= mark <= 0xCF and mark not in _NOT_FRAMES:
            return _number(data, place + 7, 2), _number(data, place + 5, 2)
        place += 2 + max(_number(data, place + 2, 2), 2) if mark != 0xFF else 1
    return None


def _webp(data: bytes) -> Size | None:
    """Three forms: lossy, lossless, extended (RFC 9649)."""
    form = data[12:16]
    if form == b"VP8 ":
        return _number(data, 26, 2, little=True) & 0x3FFF, _number(data, 28, 2, little=True) & 0x3FFF
    if form == b"VP8L":
        bits = _number(data, 21, 4, little=True)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8X":
        return _number(data, 24, 3, little=True) + 1, _number(data, 27, 3, little=True) + 1
    return None


_READERS: Mapping[bytes, Callable[[bytes], Size | None]] = {
    b"\x89PNG\r\n\x1a\n": _png,
    b"GIF8": _gif,
    b"\xff\xd8": _jpeg,
    b"RIFF": _webp,
}
