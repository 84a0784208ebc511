"""What an address is that people wrote, and how a slip in it should be written."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePosixPath
from urllib.parse import unquote


class Sort(Enum):
    """What an address is."""

    WEB = "web"
    MAIL = "mail"
    PLACE = "place"
    RECORD = "record"
    FILE = "file"
    OUTSIDE = "outside"
    WRONG = "wrong"
    DANGEROUS = "dangerous"


PLAIN_SITE = r"https?://(?!forms\.|docs\.google\.)(?:[\w-]+\.)+(?!local|lan\b|internal)[^\W\d_]{2,}(?:[/?#][^\s\\<>()]*)?"
"""An address of a public site in its right form, and not of a service of forms."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DANGEROUS = re.compile(r"\s*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|\s*data\s*:", re.IGNORECASE)
_HOST = re.compile(
    r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:ru|рф|su|org|com|net|info|edu|online|site)(?=[/:?#]|\Z))",
    re.IGNORECASE,
)
# Everything wrong that an address may begin with when the author meant the web.
_MEANT_WEB = re.compile(r"(?:(?:h+t+p+s*|t{2,}ps?)\s*[:;.]?\s*[/\\]+\s*)+|h+t+p+s*[:;]", re.IGNORECASE)


def sort_address(text: str) -> Sort:  # noqa: PLR0911 - one line for each sort
    """What an address is.

    What has no right form is `WRONG`, what leads out of the record's folder `OUTSIDE`.
    """
    if text.startswith(("https://", "http://")):
        return Sort.WEB if text.count("://") == 1 or "?" in text else Sort.WRONG
    if _DANGEROUS.match(text):
        return Sort.DANGEROUS
    if text[:7].lower() == "mailto:":
        return Sort.MAIL if "@" in text else Sort.WRONG
    if text.startswith("#"):
        return Sort.PLACE
    if (
        _MEANT_WEB.match(text)
        or _SCHEME.match(text)
        or text.startswith("//")
        or _HOST.match(text)
        or "@" in text
    ):
        return Sort.WRONG
    if text.startswith(("/", "\\", "~")) or ".." in text.replace("\\", "/").split("/"):
        return Sort.RECORD if record_of(text) and not text.startswith(("/", "\\", "~")) else Sort.OUTSIDE
    return Sort.RECORD if record_of(text) else Sort.FILE


def meant_web(text: str) -> str:
    """How a slip in an address of the web should be written; empty when nothing of the web was meant."""
    slip = _MEANT_WEB.match(text)
    if slip:
        scheme = "http" if "s" not in slip[0].lower() else "https"
        return f"{scheme}://{text[slip.end() :].lstrip('/: ')}"
    if text.startswith("//"):
        return f"https:{text}"
    return f"https://{text}" if _HOST.match(text) else ""


def record_of(address: str) -> str:
    """The id of the record that a relative address means, empty when it means none.

    `../sites/karta.md#mesto`.
    """
    if ":" in address or ".md" not in address:
        return ""
    path = PurePosixPath(relative(address))
    return path.stem if path.suffix == ".md" else ""


def relative(address: str) -> str:
    """The name of a file in an address: without the place on the page, `%20` read as a space."""
    return unquote(address.partition("#")[0].partition("?")[0])
