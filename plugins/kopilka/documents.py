"""What files for office programs and e-readers share: text that XML can hold, one zip for one content."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax import saxutils

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DAY = (1980, 1, 1, 0, 0, 0)
"""The same content is the same file, byte for byte, whenever it is made."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_QUOTED = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def clean(text: str) -> str:
    """Text without the characters that XML cannot hold, its line ends all alike."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escape(text: str) -> str:
    """A stranger's text as the content of an element."""
    return saxutils.escape(clean(text))


def quoted(text: str) -> str:
    """A stranger's text as the value of an attribute, in its quotation marks."""
    return f'"{saxutils.escape(clean(text), _QUOTED)}"'


def pack(parts: Mapping[str, bytes], *, stored: frozenset[str] = frozenset()) -> bytes:
    """A zip with the parts in the given order; those in `stored` are laid in as they are."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            item = zipfile.ZipInfo(name, _DAY)
            item.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(item, data)
    return made.getvalue()
