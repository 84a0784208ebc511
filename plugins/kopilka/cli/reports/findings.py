"""What a report is made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kopilka.diagnostics import Report


@dataclass(frozen=True, slots=True)
class Findings:
    """The result of a check with what the formats need besides it.

    `files` are the paths that were looked at, relative to `root` as the diagnostics' own are. `here` leads
    to the root from the folder of the reader, `repository` from the top of the repository; both are empty
    or end with «/».
    """

    report: Report
    root: Path
    files: tuple[str, ...] = ()
    here: str = ""
    repository: str = ""
