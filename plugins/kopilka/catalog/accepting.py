"""Findings that a record accepts with a reason are left out; what is accepted wrongly is told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of
from kopilka.records.suggest import suggest
from kopilka.settings import Checks

UNKNOWN_ACCEPTED = Code(
    "K811",
    "unknown-accepted",
    Severity.WARNING,
    "Принято замечание, которого не бывает",
    "У каждого замечания свой номер, он стоит в отчёте. С другим номером строка ничего не меняет.",
    "accepted:\n  - code: K999\n    why: кружок закрыли в 2021 году",
    "accepted:\n  - code: K712\n    why: кружок закрыли в 2021 году",
)
UNUSED_ACCEPTED = Code(
    "K812",
    "unused-accepted",
    Severity.ADVICE,
    "Принято замечание, которого нет",
    "Запись исправили, а строка осталась. Когда замечание вернётся по другой причине, его никто не увидит.",
    "reviewed: 2026-09-14\naccepted:\n  - code: K712\n    why: кружок закрыли в 2021 году",
    "reviewed: 2026-09-14",
)
ERROR_ACCEPTED = Code(
    "K813",
    "error-accepted",
    Severity.WARNING,
    "Ошибку так не снять",
    "Автор может принять совет или замечание. Ошибки, и прежде всего личные данные, исправляют; какие из них "
    "можно принять, решает хранитель банка в настройке checks.acceptable.",
    "lead: методист, тел. 8 900 000-00-00\naccepted:\n  - code: K610\n    why: номер известен всем",
    "lead: методист",
)
ACCEPTING_CODES = (UNKNOWN_ACCEPTED, UNUSED_ACCEPTED, ERROR_ACCEPTED)


@dataclass(slots=True)
class Acceptance:
    """What the records of a bank accept; keeps in mind what was met and what could not be accepted.

    `lenient` are the codes of errors that the settings let authors accept.
    """

    entries: Mapping[str, Entry]
    lenient: frozenset[str]
    met: set[tuple[str, str]] = field(default_factory=set)
    refused: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def of(cls, entries: Iterable[Entry], checks: Checks) -> Acceptance:
        """Of the records that accept anything; few do."""
        return cls(
            {entry.path: entry for entry in entries if entry.record.accepted}, frozenset(checks.acceptable)
        )

    def leave(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings that nobody has accepted, their severities settled before."""
        for item in found:
            owner = self._owner(item.path) if self.entries else None
            if owner is None or all(row.code != item.code for row in owner.record.accepted):
                yield item
            elif item.severity is Severity.ERROR and item.code not in self.lenient:
                self.refused.add((owner.path, item.code))
                yield item
            else:
                self.met.add((owner.path, item.code))

    def _owner(self, path: str) -> Entry | None:
        """The record whose file it is, or beside which it lies."""
        while path:
            found = self.entries.get(path) or self.entries.get(f"{path}.md")
            if found is not None:
                return found
            path = path.rpartition("/")[0]
        return None

    def judge(self, known: Collection[str], *, later: Collection[str] = ()) -> Iterator[Diagnostic]:
        """What is accepted wrongly; codes that come `later`, from the network, cannot be called unused."""
        for entry in self.entries.values():
            codes = [row.code for row in entry.record.accepted]
            for number in range(len(codes)):
                if found := self._judge(entry, number, codes, known, later):
                    yield found

    def _judge(
        self, entry: Entry, number: int, codes: list[str], known: Collection[str], later: Collection[str]
    ) -> Diagnostic | None:
        code, path = codes[number], ("accepted", number, "code")
        label = f"поле {label_of(type(entry.record), path[:2])}"
        if code not in known:
            near = suggest(code, sorted(known))
            hint = f"Возможно, {near}. " if near else ""
            return at_path(
                entry, UNKNOWN_ACCEPTED, path, f"{label}: замечания {code} не бывает",
                hint=f"{hint}Номер стоит в отчёте перед словами замечания.",
            )  # fmt: skip
        if code in codes[:number]:
            return at_path(
                entry,
                UNUSED_ACCEPTED,
                path,
                f"{label}: {code} уже принято выше",
                hint="Оставьте одну строку.",
            )
        if (entry.path, code) in self.refused:
            hint = "Исправьте её. Какие ошибки можно принять, решает хранитель банка: checks.acceptable."
            return at_path(
                entry, ERROR_ACCEPTED, path, f"{label}: {code} – ошибка, её так не снять", hint=hint
            )
        if (entry.path, code) in self.met or code in later:
            return None
        return at_path(
            entry,
            UNUSED_ACCEPTED,
            path,
            f"{label}: замечания {code} в записи нет",
            hint="Уберите эту строку.",
        )
