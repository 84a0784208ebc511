"""Annotations of GitHub Actions, read by Gitea, Forgejo and GitVerse too: commands for the runner."""

from __future__ import annotations

from kopilka.cli.reports.findings import Findings
from kopilka.diagnostics import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def render(findings: Findings) -> str:
    """A command a problem, the gravest first: the page of a run shows ten of each kind."""
    found = sorted(findings.report.diagnostics, key=lambda item: -item.severity)
    return "".join(f"{_command(item, findings.repository)}\n" for item in found)


def _command(item: Diagnostic, prefix: str) -> str:
    span = item.span
    properties = {
        "file": prefix + item.path,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": f"{item.severity.label} {item.code}",
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = f"{item.message}\n{item.hint}" if item.hint else item.message
    return f"::{_COMMANDS[item.severity]} {written}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
