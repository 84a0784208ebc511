"""A bank that has been opened. Disk is touched here and in the faces, nowhere else."""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kopilka.catalog.accepting import Acceptance
from kopilka.catalog.check import Surroundings, adjust
from kopilka.catalog.codes import ALL_CODES
from kopilka.catalog.graph import Catalog, assemble
from kopilka.catalog.link_codes import LINK_CODES
from kopilka.catalog.rules import CATALOG_RULES
from kopilka.diagnostics import Diagnostic, Report
from kopilka.records.base import Record
from kopilka.records.pictures import Use
from kopilka.settings import FILE_NAME, KindFolder, Settings, SettingsError, read_settings
from kopilka.workspace.files import Stamp, is_record, list_files, record_id
from kopilka.workspace.loading import Draft, LoadedRecord, load_record
from kopilka.workspace.pictures import picture_traces
from kopilka.workspace.registers import LoadedRegistry, load_registry

if TYPE_CHECKING:
    from kopilka.site.plan import SitePlan

Kinds = Mapping[str, type[Record]]
"""The model of the records in each folder."""

_KNOWN_CODES = frozenset(code.id for code in ALL_CODES)
_LINK_CODES = frozenset(code.id for code in LINK_CODES)

_Kept = Mapping[str, tuple[Stamp, LoadedRecord]]


@dataclass(frozen=True)
class Workspace:
    """A bank that has been opened: its settings, its records as a catalogue, and everything wrong with it."""

    root: Path
    settings: Settings
    kinds: Kinds
    catalog: Catalog
    around: Surroundings = field(repr=False)
    preview: bool
    registers: LoadedRegistry = field(repr=False)
    kept: _Kept = field(repr=False)

    @property
    def files(self) -> Mapping[str, int]:
        """The attachments of the records with their sizes in bytes."""
        return self.around.files

    @cached_property
    def report(self) -> Report:
        """Everything wrong in the bank; the rules of all records together run when it is first asked for."""
        with _no_garbage_collection():
            return _report(self)

    @cached_property
    def shown(self) -> Catalog:
        """The catalogue that the site shows: public records, or all of them in a preview."""
        return self.catalog if self.preview else self.catalog.public()

    @property
    def watched(self) -> tuple[Path, ...]:
        """Files and folders whose change makes the bank another."""
        places = [FILE_NAME, self.settings.registry, self.settings.templates, *self.kinds]
        return tuple(self.root / place for place in places if place and (self.root / place).exists())

    def plan(self, *, directory_urls: bool, use: Use = "site") -> SitePlan:
        """The plan of the site, or of its copy, for the catalogue that readers see."""
        from kopilka.site.plan import plan_site  # noqa: PLC0415 - slow to load, and a check draws no pages
        from kopilka.workspace.books import read_books  # noqa: PLC0415 - the same

        with _no_garbage_collection():
            return plan_site(
                self.shown,
                self.settings,
                root=self.root,
                files=self.files,
                directory_urls=directory_urls,
                books=read_books(self.root, self.settings.books),
                use=use,
            )

    def reload(self) -> Workspace:
        """The bank as it is on disk now; records whose files did not change are not read again."""
        return _open(self.root, today=self.catalog.today, preview=self.preview, before=self)


def open_workspace(root: Path, *, today: date, preview: bool = False) -> Workspace:
    """Reads and checks the bank in `root`; raises `SettingsError` for wrong settings."""
    return _open(root.resolve(), today=today, preview=preview, before=None)


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Thousands of objects are made and none dies: looking for dead ones costs a quarter of the time.

    They are not looked through afterwards either: they hold each other in no circles, so they go when let go.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


@_no_garbage_collection()
def _open(root: Path, *, today: date, preview: bool, before: Workspace | None) -> Workspace:
    settings = read_settings(root)
    kinds = load_kinds(root, settings.kinds)
    registers = load_registry(root, settings.registry, before=before.registers if before else None)
    listing = {folder: dict(list_files(root, folder)) for folder in kinds}
    around = Surroundings(
        registers.registry,
        settings.checks,
        settings.bank,
        today,
        _attachments(listing),
        _record_files(listing),
        picture_traces(root, listing.values()),
    )
    kept = _load(root, kinds, listing, around, _still_good(before, settings, registers, around))
    entries = (item.entry for _, item in kept.values() if item.entry)
    catalog = assemble(kinds.values(), entries, registers.registry, today=today)
    return Workspace(root, settings, kinds, catalog, around, preview, registers, kept)


def _still_good(
    before: Workspace | None, settings: Settings, registers: LoadedRegistry, around: Surroundings
) -> _Kept:
    """What was read before, when all that the rules of one record look at is as it was."""
    same = (
        before is not None
        and before.settings == settings
        and before.registers is registers
        and before.around.files == around.files
        and before.around.traces == around.traces
    )
    return before.kept if before and same else {}


def _report(workspace: Workspace) -> Report:
    catalog, around, loaded = (
        workspace.catalog,
        workspace.around,
        [item for _, item in workspace.kept.values()],
    )
    drafts = [item.draft for item in loaded if item.draft]
    found = [*workspace.registers.diagnostics, *(problem for item in loaded for problem in item.found)]
    found += _check_together(catalog, around, drafts)
    acceptance = Acceptance.of((*catalog.entries.values(), *(draft.entry for draft in drafts)), around.checks)
    left = [*acceptance.leave(adjust(found, around.checks))]
    told = adjust(acceptance.judge(_KNOWN_CODES, later=_LINK_CODES), around.checks)
    return Report.of(len(loaded), (*left, *told))


def _check_together(catalog: Catalog, around: Surroundings, drafts: list[Draft]) -> list[Diagnostic]:
    """What the rules of all records find, those of records with wrong fields too, which no page shows."""
    sound = {draft.entry.path: draft for draft in drafts if "status" not in draft.salvaged.replaced}
    entries = {draft.entry.id: draft.entry for draft in sound.values()}
    whole = replace(catalog, entries={**entries, **catalog.entries}) if entries else catalog
    found = [problem for rule in CATALOG_RULES for problem in rule(whole, around)]
    own = [problem for problem in found if problem.path not in sound]
    return own + [
        kept for path, draft in sound.items() for kept in draft.keep(p for p in found if p.path == path)
    ]


def _load(
    root: Path, kinds: Kinds, listing: Mapping[str, Mapping[str, Stamp]], around: Surroundings, before: _Kept
) -> _Kept:
    kept: dict[str, tuple[Stamp, LoadedRecord]] = {}
    for folder, model in kinds.items():
        for path, stamp in sorted(listing[folder].items()):
            if not is_record(path, folder):
                continue
            known = before.get(path)
            if known is not None and known[0] == stamp:
                kept[path] = known
            else:
                kept[path] = (stamp, load_record(root, path, model, around))
    return kept


def _record_files(listing: Mapping[str, Mapping[str, Stamp]]) -> dict[str, tuple[str, ...]]:
    """The files of records by id, those that cannot be read too; two of one id are two."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(
        path for folder, files in listing.items() for path in files if is_record(path, folder)
    ):
        id_ = record_id(path)
        found[id_] = (*found.get(id_, ()), path)
    return found


def _attachments(listing: Mapping[str, Mapping[str, Stamp]]) -> dict[str, int]:
    return {
        path: stamp[1]
        for folder, files in listing.items()
        for path, stamp in files.items()
        if not is_record(path, folder)
    }


def load_kinds(root: Path, folders: tuple[KindFolder, ...]) -> Kinds:
    """The models that the settings name; a bank may keep its own beside them. Raises `SettingsError`."""
    kinds: dict[str, type[Record]] = {}
    for item in folders:
        model = _import_model(root, item.model)
        if item.folder in kinds or any(known.kind.id == model.kind.id for known in kinds.values()):
            raise SettingsError(
                f"{FILE_NAME}: папка или вид записи указаны дважды: {item.model}, {item.folder}"
            )
        kinds[item.folder] = model
    return kinds


def _import_model(root: Path, address: str) -> type[Record]:
    module_name, _, name = address.partition(":")
    if not module_name.startswith("kopilka.") and str(root) not in sys.path:
        sys.path.append(str(root))
    try:
        model = getattr(importlib.import_module(module_name), name)
    except Exception as error:  # a bank's own module is anybody's code and may fail in any way
        raise SettingsError(f"{FILE_NAME}: вид записи {address} не найден: {error}") from error
    if not (isinstance(model, type) and issubclass(model, Record) and hasattr(model, "kind")):
        raise SettingsError(f"{FILE_NAME}: {address} – не вид записи: нужен наследник Record с полем kind")
    return model
