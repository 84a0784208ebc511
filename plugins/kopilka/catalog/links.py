"""Links of records to the web, each with its place: in fields, in the text, bare."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from kopilka.catalog.addresses import Address
from kopilka.catalog.graph import Entry
from kopilka.catalog.markdown import links_of
from kopilka.catalog.parts import find_marked
from kopilka.catalog.rules.bare_address import bare_addresses
from kopilka.diagnostics import Code, Diagnostic, Span
from kopilka.records.addresses import Sort, sort_address
from kopilka.records.references import AddressMark

_RESERVED = re.compile(r"(?:.+\.)?(?:example|test|invalid|localhost|local|example\.(?:org|com|net))\.?\Z")
"""Names that nobody may own, made for examples (RFC 2606, RFC 6761)."""
_WRITTEN = re.compile(r"https?://[^\s<>\"'«»,\[\]{}]+")


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link to the web and how a finding at its place is made: `tell(code, message, hint=…)`."""

    url: str
    path: str
    tell: Callable[..., Diagnostic]

    @property
    def host(self) -> str:
        """The name of its site."""
        return urlsplit(self.url).hostname or ""


def links_of_entry(entry: Entry) -> Iterator[WebLink]:
    """Every link of a record that leads to the web and is written as such."""
    found = [Address(text, Sort.WEB, path) for path, text in find_marked(entry.record, AddressMark)]
    found += [Address(link.address, Sort.WEB, (), link.place, len(link.written)) for link in links_of(entry)]
    found += [Address(text, Sort.WEB, (), place, len(text)) for place, text in bare_addresses(entry)]
    for address in found:
        if _is_web(address.text):
            yield WebLink(address.text, entry.path, partial(address.at, entry))


def links_of_register(path: str, text: str) -> Iterator[WebLink]:
    """Every address in the file of a register."""
    for number, line in enumerate(text.split("\n"), start=1):
        for match in _WRITTEN.finditer(line):
            if _is_web(match[0]):
                tell = partial(_tell_line, path, Span.at(number, match.start() + 1, len(match[0])))
                yield WebLink(match[0], path, tell)


def _tell_line(path: str, span: Span, code: Code, message: str, *, hint: str = "") -> Diagnostic:
    return code.at(path, span, message, hint=hint)


def _is_web(text: str) -> bool:
    """Whether a text is the address of a real site: not of one made for examples, nor with a password."""
    if sort_address(text) is not Sort.WEB or re.search(r"\s", text):
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    return bool(host) and "@" not in parts.netloc and not _RESERVED.match(host)
