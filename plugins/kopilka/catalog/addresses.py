"""Addresses that a record gives.

In its address fields, in links and pictures of its text; what each of them is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from kopilka.catalog.check import Path, Surroundings, Written
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path, at_text, remember_last
from kopilka.catalog.markdown import links_of, usual_links_of
from kopilka.catalog.parts import find_marked
from kopilka.catalog.pictures import is_picture
from kopilka.diagnostics import Code, Diagnostic
from kopilka.records.addresses import PLAIN_SITE, Sort, relative, sort_address
from kopilka.records.labels import label_of
from kopilka.records.references import AddressMark


@dataclass(frozen=True, slots=True)
class Address:
    """An address with its place: a field (`path`) or an offset in the file."""

    text: str
    sort: Sort
    path: Path = ()
    offset: int = 0
    length: int = 1
    image: bool = False
    in_body: bool = False

    @property
    def name(self) -> str:
        """The name of the file beside the record; in the body `%20` is a space."""
        return self.text if self.path else relative(self.text)

    @property
    def has_bare_space(self) -> bool:
        """Whether a link in Markdown ends at a space: its address is not in `<…>`."""
        return not self.path and " " in self.text and self.length == len(self.text)

    def at(self, written: Written, code: Code, message: str, *, hint: str = "") -> Diagnostic:
        """A finding at this address; the message begins with what it is."""
        if not self.path:
            what = "картинка" if self.image else "ссылка"
            return at_text(written, code, self.offset, self.length, f"{what}: {message}", hint=hint)
        label = label_of(type(written.record), self.path) if written.record else ""
        return at_path(written, code, self.path, f"поле {label}: {message}", hint=hint)


AddressRule = Callable[[Written, Address, Surroundings], Iterable[Diagnostic]]
"""Looks at one address of a record."""

_PLAIN = re.compile(rf"{PLAIN_SITE}\Z")


def address_of(path: Path, text: str) -> Address | None:
    """The address of a field; None for the most usual one, a public site in its right form."""
    if path[-1] != "file" and _PLAIN.match(text):
        return None
    return Address(text, sort_address(text), path)


def linked_addresses(written: Written) -> Iterator[Address]:
    """Addresses of links and pictures, but for links to public sites in their right form."""
    if usual_links_of(written) is not None:
        return
    body = len(written.front)
    for link in links_of(written):
        address, in_body = link.address, link.place >= body
        if (link.image or not _PLAIN.match(address)) and (address or in_body):
            length = max(len(link.written), 1)
            yield Address(address, sort_address(address), (), link.place, length, link.image, in_body)


def is_file(address: Address) -> bool:
    """Whether an address means a file beside the record: fields and the body name such."""
    return address.sort is Sort.FILE and (address.in_body or bool(address.path))


def files_named(written: Written) -> set[str]:
    """Names of the files that the record names in its fields and in its body."""
    named = {address.name for address in linked_addresses(written) if is_file(address)}
    if written.record is not None:
        named |= {text for _, text in find_marked(written.record, AddressMark)}
    return named


@remember_last
def _in_order(files: Mapping[str, int]) -> list[str]:
    return sorted(files)


def pictures_shown(entry: Entry, around: Surroundings) -> Mapping[str, Address]:
    """Pictures beside the record that its text or its fields show, each with its first place."""
    beside = {name for name in files_beside(entry, around) if is_picture(name)}
    if not beside:
        return {}
    fields = (Address(text, Sort.FILE, path) for path, text in find_marked(entry.record, AddressMark))
    found: dict[str, Address] = {}
    for address in (*linked_addresses(entry), *fields):
        if address.name in beside and is_file(address):
            found.setdefault(address.name, address)
    return found


def files_beside(written: Written, around: Surroundings) -> list[str]:
    """Names of the files in the record's folder: `karta.svg` for `practices/ID/karta.svg`."""
    start = folder_of(written)
    ordered = _in_order(around.files)
    first = bisect_left(ordered, start)
    if first == len(ordered) or not ordered[first].startswith(start):
        return []
    last = bisect_left(ordered, start[:-1] + "0", first)  # the sign after «/»
    return [path[len(start) :] for path in ordered[first:last]]


def folder_of(written: Written) -> str:
    """Where the files of a record lie: `practices/ID/`."""
    return f"{written.path[: -len('.md')]}/"


def fold_name(name: str) -> str:
    """A name of a file for comparing: without the difference of case and of how «й» is made."""
    return normalize("NFC", name).casefold()
