"""JUnit XML, which every CI shows as a list of tests: a file is a test, its errors a failure."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from kopilka.cli.reports.as_gitlab import sentences
from kopilka.cli.reports.findings import Findings
from kopilka.diagnostics import Diagnostic, Severity

_SUITE = "kopilka"
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(findings: Findings) -> str:
    """The report as XML; files without problems are there too, and remarks do not fail a test."""
    by_path: dict[str, list[Diagnostic]] = {path: [] for path in findings.files}
    for item in findings.report.diagnostics:
        by_path.setdefault(item.path, []).append(item)
    failed = sum(any(item.severity is Severity.ERROR for item in found) for found in by_path.values())
    counts = {"name": _SUITE, "tests": str(len(by_path)), "failures": str(failed), "errors": "0"}
    suites = ET.Element("testsuites", counts)
    suite = ET.SubElement(suites, "testsuite", {**counts, "skipped": "0"})
    for path, found in sorted(by_path.items()):
        _case(suite, path, found, findings.repository)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _case(suite: ET.Element, path: str, found: list[Diagnostic], prefix: str) -> None:
    folder = PurePosixPath(path).parent.as_posix().replace("/", ".")
    name = {"classname": f"{_SUITE}.{_clean(folder)}", "name": _clean(path), "file": _clean(prefix + path)}
    case = ET.SubElement(suite, "testcase", name)
    errors = [item for item in found if item.severity is Severity.ERROR]
    if errors:
        summary = {"type": errors[0].code, "message": _clean(sentences(errors[0]))}
        ET.SubElement(case, "failure", summary).text = _list(errors)
    rest = [item for item in found if item.severity is not Severity.ERROR]
    if rest:
        ET.SubElement(case, "system-out").text = _list(rest)


def _list(found: list[Diagnostic]) -> str:
    return _clean("".join(f"\n{_line(item)}" for item in found) + "\n")


def _line(item: Diagnostic) -> str:
    span = item.span
    return f"{item.path}:{span.line}:{span.column}: {item.severity.label} {item.code}: {sentences(item)}"


def _clean(text: str) -> str:
    """XML has no way to write control characters."""
    return _NOT_XML.sub("\ufffd", text)
