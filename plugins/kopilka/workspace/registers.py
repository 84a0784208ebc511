"""The registers beside the records: vocabularies, organisations, the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from kopilka.catalog.graph import Registry
from kopilka.diagnostics import Diagnostic
from kopilka.records.frontmatter import read_yaml
from kopilka.records.registry import GlossaryEntry, GlossaryFile, Organisation, OrganisationsFile, Vocabulary
from kopilka.records.registry_rules import check_registers
from kopilka.records.source import Source, decode
from kopilka.records.validate import validate
from kopilka.workspace.files import Stamp, list_files

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class LoadedRegistry:
    """The registers and everything wrong in them."""

    stamps: tuple[tuple[str, Stamp], ...]
    registry: Registry
    diagnostics: tuple[Diagnostic, ...]


def load_registry(root: Path, folder: str, *, before: LoadedRegistry | None = None) -> LoadedRegistry:
    """Reads the registers; gives back `before` itself when no file changed."""
    stamps = tuple(sorted(item for item in list_files(root, folder) if item[0].endswith((".yml", ".yaml"))))
    if before is not None and before.stamps == stamps:
        return before
    return _read(root, folder, stamps)


def _read(root: Path, folder: str, stamps: tuple[tuple[str, Stamp], ...]) -> LoadedRegistry:
    found: list[Diagnostic] = []
    sources: list[tuple[Source, BaseModel]] = []
    vocabularies: dict[str, Vocabulary] = {}

    def each(prefix: str, model: type[M], known: Mapping[str, Vocabulary]) -> Iterable[M]:
        for path, _ in stamps:
            if not path.startswith(prefix):
                continue
            value, source, problems = _read_file(root, path, model, known)
            found.extend(problems)
            if value is not None and source is not None:
                sources.append((source, value))
                yield value

    for vocabulary in each(f"{folder}/vocabularies/", Vocabulary, {}):
        vocabularies.setdefault(vocabulary.id, vocabulary)
    organisations: dict[str, Organisation] = {}
    for file in each(f"{folder}/organisations/", OrganisationsFile, vocabularies):
        for organisation in file.organisations:
            organisations.setdefault(organisation.id, organisation)
    glossary: list[GlossaryEntry] = []
    for entries in each(f"{folder}/glossary", GlossaryFile, vocabularies):
        glossary.extend(entries.entries)
    found.extend(check_registers(sources))
    return LoadedRegistry(stamps, Registry(vocabularies, organisations, tuple(glossary)), tuple(found))


def _read_file(
    root: Path, path: str, model: type[M], vocabularies: Mapping[str, Vocabulary]
) -> tuple[M | None, Source | None, tuple[Diagnostic, ...]]:
    source, found = decode(path, (root / path).read_bytes())
    if source is None:
        return None, None, found
    data, more = read_yaml(source)
    if data is None:
        return None, source, found + more
    value, wrong = validate(data, model, source, vocabularies=vocabularies, whole=True)
    return value, source, found + more + wrong
