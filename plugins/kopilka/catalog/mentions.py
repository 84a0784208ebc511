"""Where records refer to other records: reference fields and links of the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kopilka.catalog.check import Path
from kopilka.catalog.graph import Catalog, Entry
from kopilka.catalog.look import at_path, at_text, remember_last
from kopilka.catalog.markdown import links_of
from kopilka.catalog.parts import find_marked
from kopilka.diagnostics import Code, Diagnostic
from kopilka.records.addresses import record_of
from kopilka.records.labels import label_of
from kopilka.records.references import RecordMark


@dataclass(frozen=True, slots=True)
class Mention:
    """One record names another: in a field (`path`) or by a link that stands at `offset` of the file."""

    entry: Entry
    target: str
    path: Path = ()
    offset: int = 0
    length: int = 1

    def at(self, code: Code, message: str, *, hint: str = "") -> Diagnostic:
        """A finding at this place; the message begins with the name of the field."""
        if not self.path:
            return at_text(
                self.entry, code, self.offset, self.length, f"ссылка в тексте: {message}", hint=hint
            )
        label = label_of(type(self.entry.record), self.path)
        return at_path(self.entry, code, self.path, f"поле {label}: {message}", hint=hint)


@remember_last
def doubtful_mentions(catalog: Catalog) -> tuple[Mention, ...]:
    """Where a record names one that readers do not see, in the order of the files.

    That record is not public, or it is not there. A body that names only public records is passed by.
    """
    found: list[Mention] = []
    shown = {id_ for id_, entry in catalog.entries.items() if entry.record.status.public}
    for entry in catalog.entries.values():
        if not shown.issuperset(target for _, target in entry.references):
            named = find_marked(entry.record, RecordMark)
            found += (Mention(entry, target, path) for path, target in named if target not in shown)
        if ".md" in entry.body and not shown.issuperset(_names(entry.body)):
            found += (mention for mention in _linked(entry) if mention.target not in shown)
    return tuple(found)


def _names(body: str) -> Iterator[str]:
    """What stands before every «.md», from the last sign that may begin the name of a file in a link."""
    for before in body.split(".md")[:-1]:
        yield before[max(before.rfind(sign) for sign in "(</") + 1 :]


def _linked(entry: Entry) -> list[Mention]:
    return [
        Mention(entry, record_of(link.address), (), link.place, len(link.written))
        for link in links_of(entry)
        if link.place >= len(entry.front) and not link.image and record_of(link.address)
    ]
