"""One file to one entry: decode, split, validate, look at it by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kopilka.catalog.check import Manuscript, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.rules import check_entry, check_text
from kopilka.diagnostics import Diagnostic, Span
from kopilka.records.base import Record
from kopilka.records.field_codes import FILE_NAME
from kopilka.records.frontmatter import split
from kopilka.records.reading_codes import AMBIGUOUS_VALUE
from kopilka.records.references import SLUG
from kopilka.records.registry import Vocabulary
from kopilka.records.salvage import Salvaged, salvage
from kopilka.records.source import decode
from kopilka.records.validate import validate
from kopilka.slugs import slugify
from kopilka.workspace.files import record_id


@dataclass(frozen=True, slots=True)
class LoadedRecord:
    """What came of a file: an entry, or none, and everything found wrong in it by itself.

    `draft` is what could be saved of a record whose fields are wrong: only the checks look at it, so that
    everything wrong in the bank is told in one run.
    """

    entry: Entry | None
    found: tuple[Diagnostic, ...]
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """The sound part of a record, with the lines that are not its own."""

    entry: Entry
    salvaged: Salvaged[Record]

    def keep(self, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The findings about what people wrote themselves."""
        spans = self.entry.locate()
        return tuple(item for item in found if self.salvaged.is_about(item, spans))


def load_record(root: Path, path: str, model: type[Record], around: Surroundings) -> LoadedRecord:
    """Reads and checks one record; a file that cannot be read is a diagnostic too."""
    source, found = decode(path, (root / path).read_bytes())
    if source is None:
        return LoadedRecord(None, found)
    raw, more = split(source)
    found += more + _file_name(path)
    if raw is None:
        return LoadedRecord(None, found)
    record, wrong = validate(raw.meta, model, source, vocabularies=around.registry.vocabularies)
    id_, front = record_id(path), source.text[: len(source.text) - len(raw.body)]
    if record is not None:
        entry = Entry(id_, path, record, front, raw.body, raw.body_line)
        return LoadedRecord(entry, found + check_entry(entry, around))
    found = _told_once(found, wrong)
    salvaged = salvage(raw.meta, model, id_, vocabularies=around.registry.vocabularies)
    if salvaged is None:
        written = Manuscript(id_, path, model.kind, front, raw.body, raw.body_line)
        return LoadedRecord(None, found + check_text(written, around))
    draft = Draft(Entry(id_, path, salvaged.record, front, raw.body, raw.body_line), salvaged)
    in_text = check_text(draft.entry, around)
    in_fields = draft.keep(item for item in check_entry(draft.entry, around) if item not in in_text)
    return LoadedRecord(None, found + in_text + in_fields, draft)


def _told_once(found: tuple[Diagnostic, ...], wrong: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """All findings; a doubtful value that its field refuses anyway is told by the field alone."""
    refused = {item.span for item in wrong}
    kept = (item for item in found if item.code != AMBIGUOUS_VALUE.id or item.span not in refused)
    return (*kept, *wrong)


def _file_name(path: str) -> tuple[Diagnostic, ...]:
    name = record_id(path)
    if SLUG.match(name):
        return ()
    better = slugify(name) or "imya-zapisi"
    return (
        FILE_NAME.at(
            path,
            Span(),
            f"имя файла «{name}.md» не годится в идентификаторы",
            hint=f"Малые латинские буквы, цифры и дефис. Переименуйте, например, в «{better}.md».",
        ),
    )


Vocabularies = Mapping[str, Vocabulary]
