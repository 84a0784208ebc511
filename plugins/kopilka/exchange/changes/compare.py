"""Compares two states of a bank: records, registers, attachments, and what is wrong before and after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kopilka.catalog.readiness import readiness
from kopilka.catalog.rules import (
    missing_attachment,
    near_duplicate,
    similar_titles,
    unknown_organisation,
    unknown_record,
)
from kopilka.diagnostics import Diagnostic, Severity
from kopilka.exchange.changes.consents import compare_consents
from kopilka.exchange.changes.fields import FieldChange, FieldComparer
from kopilka.exchange.changes.registers import How, RegisterChange, compare_registers
from kopilka.exchange.changes.side import FileChanged, Side, Written
from kopilka.exchange.changes.values import Words, is_empty, label, typed
from kopilka.records.fields import Show, declarations

_LINKS = frozenset(
    code.id for rule in (unknown_record, unknown_organisation, missing_attachment) for code in rule.CODES
)
_ALIKE = frozenset(code.id for rule in (near_duplicate, similar_titles) for code in rule.CODES)
_MISSING_SHOWN = 3
_ROW = re.compile(r"\d+-я строка")
"""What stands in another row of a list than before is no new problem."""


@dataclass(frozen=True, slots=True)
class Percent:
    """How complete a record is, before and after, and what adds most next."""

    before: int | None
    after: int | None
    next: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What happened to a record; `facts` introduce a new one."""

    how: How
    kind: str
    title: str
    path: str
    status: str
    public: bool
    old_path: str = ""
    readable: bool = True
    facts: tuple[FieldChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    consents: tuple[str, ...] = ()
    readiness: Percent = Percent(None, None)


@dataclass(frozen=True, slots=True)
class AttachmentChange:
    """What happened to a file beside a record; sizes in bytes."""

    how: How
    path: str
    before: int = 0
    after: int = 0
    old_path: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that a proposal changes; `others` are files that the bank is not read from."""

    words: str
    records: tuple[RecordChange, ...]
    registers: tuple[RegisterChange, ...]
    attachments: tuple[AttachmentChange, ...]
    others: tuple[FileChanged, ...]
    came: tuple[Diagnostic, ...]
    gone: tuple[Diagnostic, ...]

    @property
    def links(self) -> tuple[Diagnostic, ...]:
        """Links that lead nowhere now."""
        return tuple(item for item in self.came if item.code in _LINKS)

    @property
    def alike(self) -> tuple[Diagnostic, ...]:
        """Records that are suspiciously like others now."""
        return tuple(item for item in self.came if item.code in _ALIKE)

    @property
    def rest(self) -> tuple[Diagnostic, ...]:
        """Everything else that is wrong now and was not, errors first."""
        return tuple(item for item in self.came if item.code not in _LINKS | _ALIKE)

    @property
    def errors(self) -> int:
        """How many errors it brings."""
        return sum(item.severity is Severity.ERROR for item in self.came)

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes at all."""
        return not (
            self.records or self.registers or self.attachments or self.others or self.came or self.gone
        )


def compare(old: Side, new: Side, files: Sequence[FileChanged], *, words: str) -> Proposal:
    """Everything that differs between two states; `files` are those that Git calls different."""
    moved = _moved(old, new, files)
    came, gone = _diagnostics(old, new, moved)
    attachments = tuple(_attachments(old, new, files))
    known = {*old.records, *new.records, *old.files, *new.files}
    others = (
        item for item in files if item.path not in known and not item.path.startswith(f"{new.registers}/")
    )
    return Proposal(
        words,
        tuple(_records(old, new, {item.path for item in files}, moved)),
        tuple(compare_registers(old, new)),
        attachments,
        tuple(others),
        came,
        gone,
    )


def _moved(old: Side, new: Side, files: Sequence[FileChanged]) -> dict[str, str]:
    """The old path of every record that lies elsewhere now: by Git's word, or by its title."""
    gone = {path for path in old.records if path not in new.records}
    come = {path for path in new.records if path not in old.records}
    found = {item.path: item.before for item in files if item.path in come and item.before in gone}
    titles = {old.records[path].title: path for path in gone - set(found.values())}
    for path in sorted(come - set(found)):
        twin = titles.pop(new.records[path].title, None)
        if twin:
            found[path] = twin
    return found


def _records(old: Side, new: Side, different: set[str], moved: Mapping[str, str]) -> Iterator[RecordChange]:
    comparer = FieldComparer(Words(old), Words(new))
    for path in sorted({*new.records, *old.records} - set(moved.values())):
        before, after = old.records.get(moved.get(path, path)), new.records.get(path)
        if path in different or before is None or after is None or path in moved:
            change = _record(comparer, before, after)
            if change is not None:
                yield change


def _record(comparer: FieldComparer, before: Written | None, after: Written | None) -> RecordChange | None:
    written = after or before
    if written is None:
        return None
    old, new = comparer.old.side, comparer.new.side
    how = _how(before, after)
    readable = written.entry is not None
    fields = comparer.record(before, after) if before and after and before.entry and after.entry else ()
    status = written.entry.record.status if written.entry else None
    change = RecordChange(
        how,
        written.model.kind.label,
        written.title,
        written.path,
        status.label if status else "",
        bool(status and status.public),
        before.path if before and how is How.MOVED else "",
        readable,
        tuple(_facts(Words(new), written)) if how is How.NEW else (),
        fields,
        tuple(compare_consents(before, after, new.today)),
        _percent(before, after),
    )
    unreadable = (before is None or before.entry is None) != (after is None or after.entry is None)
    same = how is How.CHANGED and not fields and not unreadable and readable
    return None if same and old is not new and not change.consents else change


def _how(before: Written | None, after: Written | None) -> How:
    if before is None:
        return How.NEW
    if after is None:
        return How.REMOVED
    return How.CHANGED if before.path == after.path else How.MOVED


def _facts(words: Words, written: Written) -> Iterator[FieldChange]:
    """What introduces a new record: the fields that stand at the head of its page and in brief."""
    for name, declared in declarations(written.model).items():
        value = written.meta.get(name)
        if (
            declared.show in {Show.HEAD, Show.BRIEF}
            and name not in {"title", "status"}
            and not is_empty(value)
        ):
            info = written.model.model_fields[name]
            yield FieldChange(label(info, name), after=words.of(value, typed(info)))


def _percent(before: Written | None, after: Written | None) -> Percent:
    was = readiness(before.entry) if before and before.entry else None
    now = readiness(after.entry) if after and after.entry else None
    missing = tuple(item.label for item in now.missing[:_MISSING_SHOWN]) if now else ()
    return Percent(was.percent if was else None, now.percent if now else None, missing)


def _diagnostics(
    old: Side, new: Side, moved: Mapping[str, str]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Problems that came and went; one that only stands in another line is the same."""
    places = {before: path for path, before in moved.items()}
    was = [(item, _key(item, places.get(item.path, item.path))) for item in old.report.diagnostics]
    now = [(item, _key(item, item.path)) for item in new.report.diagnostics]
    removed = {path for path in old.records if path not in new.records and path not in places}
    gone = (item for item in _beyond(was, now) if item.path not in removed)
    return _beyond(now, was), tuple(gone)


def _key(item: Diagnostic, path: str) -> tuple[str, str, str]:
    return item.code, path, _ROW.sub("", item.message)


_Keyed = tuple[Diagnostic, tuple[str, str, str]]


def _beyond(items: Sequence[_Keyed], others: Sequence[_Keyed]) -> tuple[Diagnostic, ...]:
    left, found = Counter(key for _, key in others), []
    for item, key in items:
        if left[key]:
            left[key] -= 1
        else:
            found.append(item)
    return tuple(sorted(found, key=lambda item: (-item.severity, item.sort_key)))


def _attachments(old: Side, new: Side, files: Sequence[FileChanged]) -> Iterator[AttachmentChange]:
    for item in files:
        before, after = old.files.get(item.before or item.path), new.files.get(item.path)
        if before is None and after is None:
            continue
        how = How.NEW if before is None else How.REMOVED if after is None else How.CHANGED
        if before is not None and after is not None and item.letter == "R":
            how = How.MOVED
        yield AttachmentChange(how, item.path, before or 0, after or 0, item.before)
