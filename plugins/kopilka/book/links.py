"""Where the links of strangers' texts may lead out of a book."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?::\d{1,5})?")
_MAILBOX = re.compile(r"mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SAFE = "/?#&=%:;,@!$'()*+-._~"


def external(href: str) -> str:
    """The address when it is a page or a mailbox, else nothing: such a link stays plain words.

    Office programs call a file with a malformed address damaged, so every sign outside of RFC 3986 is
    written by its number and a name of a site in Russian letters as the network knows it.
    """
    address = href.strip()
    if _MAILBOX.fullmatch(address):
        return address
    try:
        parts = urlsplit(address)
        host = parts.netloc.encode("idna").decode().lower()
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not _HOST.fullmatch(host):
        return ""
    rest = parts._replace(scheme="", netloc="").geturl()
    path = quote(_BARE_PERCENT.sub("%25", rest), safe=_SAFE)
    return f"{parts.scheme.lower()}://{host}{_one_fragment(path)}"


def _one_fragment(path: str) -> str:
    before, sign, fragment = path.partition("#")
    return f"{before}{sign}{fragment.replace('#', '%23')}"
