"""What an address in a record may be: a web page, a letter, a place on the page, something of the bank."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from urllib.parse import unquote

Resolve = Callable[[str], str | None]
"""A relative address as the author wrote it → its address on the page; None when there is no such thing."""

Credit = Callable[[str], str]
"""The name of a picture beside the record → whose it is and on what terms; empty where nothing is told."""


class Kind(Enum):
    """Where an address leads."""

    WEB = "web"
    MAIL = "mail"
    PLACE = "place"
    BANK = "bank"
    FORBIDDEN = "forbidden"


# Browsers drop these before they look at the scheme, so «java\tscript:» is a script to them.
_IGNORED = re.compile(
    "[\x00-\x20\x7f-\xa0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]+"
)
_SCHEME = re.compile(r"[^/?#]*?(?::|&colon|%3a)", re.IGNORECASE)
_WEB = re.compile(r"https?://[^/\\]", re.IGNORECASE)


def classify(address: str) -> Kind:
    """The kind of an address, seen as the most forgiving browser would; any unknown scheme is forbidden."""
    bare = _IGNORED.sub("", address)
    if _WEB.match(bare):
        return Kind.WEB
    if bare[:7].lower() == "mailto:":
        return Kind.MAIL
    if bare.startswith("#"):
        return Kind.PLACE
    if bare.replace("\\", "/").startswith("//") or "%5c" in bare[:6].lower() or _SCHEME.match(bare):
        return Kind.FORBIDDEN
    return Kind.BANK if bare else Kind.FORBIDDEN


def as_written(address: str) -> str:
    """The address without percent signs: «пример%20урока.pdf» is the file «пример урока.pdf»."""
    return unquote(address)


def keep_address(address: str) -> str | None:
    """The resolver of a text that stands alone: every relative address is right as it is."""
    return address


def lose_address(_address: str) -> str | None:
    """The resolver of a text that must not point into the bank."""
    return None


def no_credit(_name: str) -> str:
    """The credits of a text whose pictures nobody asks about."""
    return ""
