"""Problems as values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopilka.diagnostics import Code, Diagnostic, Report, Severity, Span, Summary

CODE = Code("K203", "too-short", Severity.ERROR, "Слишком короткий текст", "Не поймут.", "a: б", "a: бв")


def diagnostic(*, severity: Severity = Severity.ERROR, line: int = 1, path: str = "a.md") -> Diagnostic:
    """A problem that differs only in what the test is about."""
    return Diagnostic("K203", severity, path, Span.at(line), "слишком коротко")


def test_severities_are_in_order_of_gravity() -> None:
    """An error is graver than a remark, a remark than advice."""
    assert sorted(Severity, reverse=True) == [Severity.ERROR, Severity.WARNING, Severity.ADVICE]


@pytest.mark.parametrize("severity", Severity)
def test_severity_has_two_names(severity: Severity) -> None:
    """A machine reads the key and finds the severity again; a person reads a Russian word."""
    assert Severity.from_key(severity.key) is severity
    assert severity.label in {"ошибка", "замечание", "совет"}


def test_unknown_severity() -> None:
    """No other word names a severity."""
    with pytest.raises(KeyError):
        Severity.from_key("fatal")


def test_span_inside_a_line() -> None:
    """The end of a span is the column after its last character."""
    assert Span.at(3, 5, 4) == Span(3, 5, 3, 9)
    assert Span() == Span(1, 1, 1, 1)


def test_code_makes_diagnostics() -> None:
    """A code lends its number and severity to every occurrence."""
    found = CODE.at("practices/a.md", Span.at(2), "поле – 3 знака", hint="Добавьте.")
    assert (found.code, found.severity, found.path) == ("K203", Severity.ERROR, "practices/a.md")
    assert (found.message, found.hint) == ("поле – 3 знака", "Добавьте.")


def test_report_is_sorted_and_says_each_thing_once() -> None:
    """Problems come by file, line and column, whatever order they were found in."""
    found = [diagnostic(line=9), diagnostic(line=2, path="b.md"), diagnostic(line=2), diagnostic(line=9)]
    report = Report.of(2, found)
    assert [(item.path, item.span.line) for item in report.diagnostics] == [
        ("a.md", 2),
        ("a.md", 9),
        ("b.md", 2),
    ]


EVERY = [diagnostic(line=line, severity=severity) for line in (1, 2, 10) for severity in Severity]


@given(st.permutations(EVERY))
def test_order_does_not_depend_on_the_finding(found: list[Diagnostic]) -> None:
    """Two runs over one bank print the same list."""
    assert Report.of(1, found) == Report.of(1, sorted(found, key=lambda item: item.sort_key))


def test_summary_and_narrowing() -> None:
    """The counts are of what the report holds; a narrower one keeps the number of records."""
    report = Report.of(
        7, [diagnostic(line=line, severity=severity) for line in (1, 2) for severity in Severity]
    )
    assert report.summary == Summary(records=7, errors=2, warnings=2, advice=2)
    assert report.at_least(Severity.WARNING).summary == Summary(records=7, errors=2, warnings=2, advice=0)
    assert report.at_least(Severity.ERROR).summary == Summary(records=7, errors=2, warnings=0, advice=0)


def test_severities_that_differ_are_kept() -> None:
    """One place may have an error and advice of one code: neither hides the other."""
    found = [diagnostic(severity=Severity.ERROR), diagnostic(severity=Severity.ADVICE)]
    assert len(Report.of(1, found).diagnostics) == 2
