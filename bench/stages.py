"""Where our own time goes: reading with checks, planning, rendering; without MkDocs.

Run as a program: `python -m bench.stages ROOT`; prints JSON with the seconds of each stage.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from kopilka.workspace import open_workspace

T = TypeVar("T")
TODAY = date(2026, 11, 22)


def measure(root: Path) -> dict[str, float]:
    """Seconds of processor time for each stage over one bank."""
    costs: dict[str, float] = {}
    workspace = _timed(costs, "read", lambda: open_workspace(root, today=TODAY))
    plan = _timed(costs, "plan", lambda: workspace.plan(directory_urls=True))
    records = [path for path, page in plan.pages.items() if page.source]
    others = [path for path, page in plan.pages.items() if not page.source]
    _timed(costs, "render records", lambda: _render(plan.render, records))
    _timed(costs, "render lists", lambda: _render(plan.render, others))
    return costs


def _render(render: Callable[[str], object], paths: list[str]) -> None:
    for path in paths:
        render(path)


def _timed(costs: dict[str, float], name: str, work: Callable[[], T]) -> T:
    start = time.process_time()
    result = work()
    costs[name] = time.process_time() - start
    return result


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
