"""GitLab Code Quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

from typing import Any

from kopilka.cli.reports.as_json import dump
from kopilka.cli.reports.findings import Findings
from kopilka.cli.reports.fingerprints import fingerprints
from kopilka.diagnostics import Diagnostic, Severity
from kopilka.russian import capitalise

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def render(findings: Findings) -> str:
    """The report as an array of issues."""
    named = fingerprints(findings.report.diagnostics)
    return dump([_issue(item, name, findings.repository) for item, name in named])


def _issue(item: Diagnostic, fingerprint: str, prefix: str) -> dict[str, Any]:
    return {
        "description": sentences(item),
        "check_name": item.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[item.severity],
        "location": {
            "path": prefix + item.path,
            "lines": {"begin": item.span.line, "end": item.span.end_line},
        },
    }


def sentences(item: Diagnostic) -> str:
    """The message and the hint as sentences."""
    message = f"{capitalise(item.message).rstrip('.')}."
    return f"{message} {item.hint}" if item.hint else message
