"""A report in the formats that people and machines read."""

from __future__ import annotations

from collections.abc import Callable

from kopilka.cli.reports import as_github, as_gitlab, as_json, as_junit, as_sarif, as_text
from kopilka.cli.reports.findings import Findings
from kopilka.cli.streams import Screen

_MACHINES: dict[str, Callable[[Findings], str]] = {
    "json": as_json.render,
    "github": as_github.render,
    "gitlab": as_gitlab.render,
    "sarif": as_sarif.render,
    "junit": as_junit.render,
}
FORMATS = ("text", *_MACHINES)


def render(findings: Findings, form: str, screen: Screen) -> str:
    """The findings in one of `FORMATS`, ending with a line break."""
    machine = _MACHINES.get(form)
    return machine(findings) if machine else as_text.render(findings, screen)
