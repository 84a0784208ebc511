"""How long near-duplicates are looked for among the records of a bank.

Run as a program: `python -m bench.likeness ROOT`; prints JSON with the seconds of the processor.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Catalog
from kopilka.catalog.rules import near_duplicate
from kopilka.workspace import open_workspace

TODAY = date(2026, 11, 22)


def measure(root: Path) -> dict[str, float]:
    """Seconds of the processor with all sketches to make, and with them kept, as `serve` keeps them."""
    workspace = open_workspace(root, today=TODAY)
    settings, catalog = workspace.settings, workspace.catalog
    around = Surroundings(catalog.registry, settings.checks, settings.bank, TODAY)
    for entry in catalog.entries.values():
        entry.__dict__.pop("sketch", None)
    return {name: _timed(catalog, around) for name in ("likeness", "likeness again")}


def _timed(catalog: Catalog, around: Surroundings) -> float:
    start = time.process_time()
    list(near_duplicate.check(catalog, around))
    return time.process_time() - start


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
