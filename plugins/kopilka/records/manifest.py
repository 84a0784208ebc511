"""A collection in its place: its id, its file, the texts of the editors beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kopilka.records.collection import Collection
from kopilka.records.collection_parts import EditorialText
from kopilka.records.source import Source
from kopilka.records.spans import Path, Spans, locate


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest that was read; `texts` are the Markdown files beside it, by path from the bank's root."""

    id: str
    collection: Collection
    source: Source
    texts: Mapping[str, Source] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The file of the manifest, relative to the bank's root."""
        return self.source.path

    @property
    def folder(self) -> str:
        """Where its texts and their pictures lie, relative to the bank's root."""
        return f"{self.path.rpartition('/')[0]}/{self.id}"

    def locate(self) -> Spans:
        """Places of keys and values; composed anew, so ask only for a finding."""
        return locate(self.source, whole=True)

    def editorial(self) -> Iterator[tuple[Path, EditorialText]]:
        """The texts of the editors in the order of the book, each with its path in the manifest."""
        for name in ("foreword", "afterword"):
            text = getattr(self.collection, name)
            if text is not None:
                yield (name,), text
        for number, text in enumerate(self.collection.appendices):
            yield ("appendices", number), text

    def text_path(self, text: EditorialText) -> str:
        """The file that a text of the editors lies in: its own, or the manifest."""
        return f"{self.folder}/{text.file}" if text.file else self.path

    def read(self, text: EditorialText) -> str:
        """The words of a text of the editors; empty where its file is not there."""
        if not text.file:
            return text.text or ""
        found = self.texts.get(self.text_path(text))
        return found.text if found else ""
