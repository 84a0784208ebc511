"""A report in the formats that people and machines read."""

from __future__ import annotations

from pathlib import Path

from kopilka.cli.reports import text
from kopilka.diagnostics import Report

FORMATS = ("text",)


def render(report: Report, form: str, *, root: Path, colour: bool = False) -> str:
    """The report as `form`, ending with a line break; the text format shows lines of the files under `root`."""
    return text.render(report, root=root, colour=colour)
