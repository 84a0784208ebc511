"""SARIF 2.1.0, the format of OASIS for static analysis: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from kopilka import __version__
from kopilka.catalog.codes import ALL_CODES
from kopilka.cli.reports.as_gitlab import sentences
from kopilka.cli.reports.as_json import dump
from kopilka.cli.reports.findings import Findings
from kopilka.cli.reports.fingerprints import fingerprints
from kopilka.diagnostics import Code, Diagnostic, Severity, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_BASE = "%SRCROOT%"
_CODES = {code.id: code for code in ALL_CODES}


def render(findings: Findings) -> str:
    """The report as a log of one run; the rules are those that gave results."""
    found = findings.report.diagnostics
    met = sorted({item.code for item in found})
    results = [
        _result(item, name, met.index(item.code), findings.repository) for item, name in fingerprints(found)
    ]
    run = {
        "tool": {"driver": _driver(met)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "Верхняя папка репозитория"}}},
        "invocations": [{"executionSuccessful": True}],
        "results": results,
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(met: Iterable[str]) -> dict[str, Any]:
    return {
        "name": "kopilka",
        "fullName": "Копилка: проверка записей",
        "semanticVersion": __version__,
        "language": "ru-RU",
        "rules": [_rule(_CODES[id_]) if id_ in _CODES else {"id": id_} for id_ in met],
    }


def _rule(code: Code) -> dict[str, Any]:
    text = f"Было:\n{code.before}\n\nСтало:\n{code.after}"
    markdown = f"Было:\n\n```text\n{code.before}\n```\n\nСтало:\n\n```text\n{code.after}\n```"
    return {
        "id": code.id,
        "name": "".join(word.capitalize() for word in code.name.split("-")),
        "shortDescription": {"text": f"{code.title}."},
        "fullDescription": {"text": code.why},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(item: Diagnostic, fingerprint: str, index: int, prefix: str) -> dict[str, Any]:
    place = {"uri": quote(prefix + item.path), "uriBaseId": _BASE}
    return {
        "ruleId": item.code,
        "ruleIndex": index,
        "level": _LEVELS[item.severity],
        "message": {"text": sentences(item)},
        "locations": [{"physicalLocation": {"artifactLocation": place, "region": _region(item.span)}}],
        "partialFingerprints": {"kopilka/v1": fingerprint},
    }


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
