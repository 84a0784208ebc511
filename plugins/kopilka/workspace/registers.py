"""The registers beside the records: vocabularies, organisations, the glossary, the collections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from kopilka.catalog.graph import Registry
from kopilka.diagnostics import Diagnostic
from kopilka.records.certificate import Certificate, CertificatesFile
from kopilka.records.collection import Collection
from kopilka.records.collection_rules import check_manifests
from kopilka.records.frontmatter import read_yaml
from kopilka.records.manifest import Manifest
from kopilka.records.registry import GlossaryEntry, GlossaryFile, Organisation, OrganisationsFile, Vocabulary
from kopilka.records.registry_rules import check_registers
from kopilka.records.source import Source, decode
from kopilka.records.validate import validate
from kopilka.workspace.files import Stamp, list_files

M = TypeVar("M", bound=BaseModel)

COLLECTIONS = "collections"
"""The folder of the manifests in the folder of the registers."""

CERTIFICATES = "certificates.yml"
"""The register of certificates of publication, there too."""

_YAML = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class LoadedRegistry:
    """The registers and everything wrong in them."""

    stamps: tuple[tuple[str, Stamp], ...]
    registry: Registry
    diagnostics: tuple[Diagnostic, ...]


def load_registry(root: Path, folder: str, *, before: LoadedRegistry | None = None) -> LoadedRegistry:
    """Reads the registers; gives back `before` itself when no file changed."""
    stamps = tuple(sorted(item for item in list_files(root, folder) if _is_read(item[0], folder)))
    if before is not None and before.stamps == stamps:
        return before
    return _read(root, folder, stamps)


def _is_read(path: str, folder: str) -> bool:
    """Registers, and in the folders of collections the texts of the editors."""
    beside = path.removeprefix(f"{folder}/{COLLECTIONS}/")
    return path.endswith(".md") if beside != path and "/" in beside else path.endswith(_YAML)


def _read(root: Path, folder: str, stamps: tuple[tuple[str, Stamp], ...]) -> LoadedRegistry:
    found: list[Diagnostic] = []
    sources: list[tuple[Source, BaseModel]] = []
    vocabularies: dict[str, Vocabulary] = {}

    def each(prefix: str, model: type[M], known: Mapping[str, Vocabulary]) -> Iterator[tuple[Source, M]]:
        for path, _ in stamps:
            if not path.startswith(prefix) or not path.endswith(_YAML):
                continue
            value, source, problems = _read_file(root, path, model, known)
            found.extend(problems)
            if value is not None and source is not None:
                sources.append((source, value))
                yield source, value

    for _, vocabulary in each(f"{folder}/vocabularies/", Vocabulary, {}):
        vocabularies.setdefault(vocabulary.id, vocabulary)
    organisations: dict[str, Organisation] = {}
    for _, file in each(f"{folder}/organisations/", OrganisationsFile, vocabularies):
        for organisation in file.organisations:
            organisations.setdefault(organisation.id, organisation)
    glossary: list[GlossaryEntry] = []
    for _, entries in each(f"{folder}/glossary", GlossaryFile, vocabularies):
        glossary.extend(entries.entries)
    certificates: list[Certificate] = []
    for _, issued in each(f"{folder}/{CERTIFICATES}", CertificatesFile, vocabularies):
        certificates.extend(issued.certificates)
    texts, wrong = _texts(root, [path for path, _ in stamps if not path.endswith(_YAML)])
    read = each(f"{folder}/{COLLECTIONS}/", Collection, vocabularies)
    every = [_manifest(source, value, texts) for source, value in read]
    manifests = {item.id: item for item in reversed(every)}  # of two with one name the first stays
    found.extend((*wrong, *check_registers(sources), *check_manifests(every)))
    registry = Registry(vocabularies, organisations, tuple(glossary), manifests, tuple(certificates))
    return LoadedRegistry(stamps, registry, tuple(found))


def _manifest(source: Source, value: Collection, texts: Mapping[str, Source]) -> Manifest:
    """A collection with the texts of its folder."""
    manifest = Manifest(PurePosixPath(source.path).stem, value, source)
    own = {path: text for path, text in texts.items() if path.startswith(f"{manifest.folder}/")}
    return replace(manifest, texts=own)


def _texts(root: Path, paths: Iterable[str]) -> tuple[dict[str, Source], list[Diagnostic]]:
    texts: dict[str, Source] = {}
    found: list[Diagnostic] = []
    for path in paths:
        source, wrong = decode(path, (root / path).read_bytes())
        found.extend(wrong)
        if source is not None:
            texts[path] = source
    return texts, found


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
