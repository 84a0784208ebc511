"""The format for our own and other programs."""

from __future__ import annotations

import json
from typing import Any

from kopilka.cli.reports.findings import Findings
from kopilka.diagnostics import Diagnostic

VERSION = 1


def render(findings: Findings) -> str:
    """The report as JSON of version 1: lines and columns from 1, columns in code points."""
    summary = findings.report.summary
    return dump(
        {
            "version": VERSION,
            "summary": {
                "records": summary.records,
                "errors": summary.errors,
                "warnings": summary.warnings,
                "advice": summary.advice,
            },
            "diagnostics": [_problem(item) for item in findings.report.diagnostics],
        }
    )


def dump(data: Any) -> str:
    """Any plain data as JSON that a person can read too."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _problem(item: Diagnostic) -> dict[str, Any]:
    return {
        "code": item.code,
        "severity": item.severity.key,
        "path": item.path,
        "line": item.span.line,
        "column": item.span.column,
        "end_line": item.span.end_line,
        "end_column": item.span.end_column,
        "message": item.message,
        "hint": item.hint,
    }
