"""A report in the formats that people and machines read."""

from __future__ import annotations

from importlib import import_module

from kopilka.cli.reports import as_text
from kopilka.cli.reports.findings import Findings
from kopilka.cli.streams import Screen

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")


def render(findings: Findings, form: str, screen: Screen) -> str:
    """The findings in one of `FORMATS`, ending with a line break; what machines read is loaded when asked."""
    if form == "text":
        return as_text.render(findings, screen)
    return str(import_module(f"{__name__}.as_{form}").render(findings))
