"""Names of problems that outlive an edit."""

from __future__ import annotations

from kopilka.cli.reports.fingerprints import fingerprints
from kopilka.diagnostics import Diagnostic, Span
from kopilka.records.field_codes import MISSING, UNKNOWN


def names_of(*found: Diagnostic) -> list[str]:
    """The fingerprints of problems."""
    return [name for _, name in fingerprints(found)]


def test_fingerprint_outlives_an_edit() -> None:
    """A problem that moved to another line is the same; in another file or of another kind it is not."""
    first = UNKNOWN.at("a.md", Span.at(3), "поле «x» уже есть в строке 2")
    moved = UNKNOWN.at("a.md", Span.at(9, 4), "поле «x» уже есть в строке 8")
    others = [
        UNKNOWN.at("b.md", Span.at(3), "поле «x» уже есть в строке 2"),
        UNKNOWN.at("a.md", Span.at(3), "поле «y» уже есть в строке 2"),
        MISSING.at("a.md", Span.at(3), "поле «x» уже есть в строке 2"),
    ]
    assert names_of(first) == names_of(moved)
    assert len({name for other in (first, *others) for name in names_of(other)}) == 4


def test_fingerprints_of_twins_differ() -> None:
    """Two alike in one file have names of their own, whatever their lines."""
    twin = UNKNOWN.at("a.md", Span.at(3), "поля «x» нет")
    names = names_of(twin, twin, twin)
    assert len(set(names)) == 3
    assert names[0] == names_of(twin)[0]
