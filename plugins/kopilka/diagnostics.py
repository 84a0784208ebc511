"""What people wrote wrong, as values: where, how bad, in which words, and how to put it right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum


class Severity(IntEnum):
    """How bad a problem is; the order of the numbers is the order of gravity."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3

    @property
    def key(self) -> str:
        """The name in machine formats: advice, warning, error."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """The name people read: совет, замечание, ошибка."""
        return _LABELS[self]

    @classmethod
    def from_key(cls, key: str) -> Severity:
        """The severity named `key`; raises `KeyError` for any other word."""
        return cls[key.upper()]


_LABELS = {Severity.ADVICE: "совет", Severity.WARNING: "замечание", Severity.ERROR: "ошибка"}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file: lines and columns from 1, columns in code points, the end after the last one."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @classmethod
    def at(cls, line: int, column: int = 1, length: int = 1) -> Span:
        """A span of `length` code points inside one line."""
        return cls(line, column, line, column + length)


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of problem under its permanent number: its page in the reference is made from this.

    `before` and `after` are pieces of a record: with the problem and with it put right.
    """

    id: str
    name: str
    severity: Severity
    title: str
    why: str
    before: str
    after: str

    def at(self, path: str, span: Span, message: str, *, hint: str = "") -> Diagnostic:
        """One occurrence of the problem."""
        return Diagnostic(self.id, self.severity, path, span, message, hint)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place. `path` is relative to the bank's root, with forward slashes."""

    code: str
    severity: Severity
    path: str
    span: Span
    message: str
    hint: str = ""

    @property
    def sort_key(self) -> tuple[str | int, ...]:
        """By place, then by code and words, so that two runs print the same list."""
        span = self.span
        place = (self.path, span.line, span.column, span.end_line, span.end_column)
        return (*place, self.code, self.message, self.hint, -self.severity)


@dataclass(frozen=True, slots=True)
class Summary:
    """How many records were looked at and how many problems of each severity were found."""

    records: int
    errors: int
    warnings: int
    advice: int


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a check: everything wrong in the whole bank, sorted by place."""

    records: int
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @classmethod
    def of(cls, records: int, found: Iterable[Diagnostic]) -> Report:
        """A report with its diagnostics in order and without repetitions."""
        return cls(records, tuple(sorted(set(found), key=lambda item: item.sort_key)))

    def at_least(self, severity: Severity) -> Report:
        """The report without what is milder than `severity`."""
        return Report(self.records, tuple(d for d in self.diagnostics if d.severity >= severity))

    def count(self, severity: Severity) -> int:
        """How many diagnostics have exactly this severity."""
        return sum(d.severity is severity for d in self.diagnostics)

    @property
    def summary(self) -> Summary:
        """The counts that the machine formats and the last line of the text print."""
        return Summary(
            self.records,
            self.count(Severity.ERROR),
            self.count(Severity.WARNING),
            self.count(Severity.ADVICE),
        )
