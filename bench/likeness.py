"""`python -m bench.likeness [N]`: how long near-duplicates are looked for among N records (10 000)."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bank_maker import TODAY

from bench.generator import write_bank
from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Catalog
from kopilka.catalog.rules import near_duplicate
from kopilka.workspace import open_workspace

SIZE = 10_000
_FIRST, _AGAIN = "первый раз", "ещё раз, в serve"


def measure(root: Path) -> dict[str, tuple[float, int]]:
    """Seconds of the processor and findings: with all sketches to make, and with them kept."""
    workspace = open_workspace(root, today=TODAY)
    settings, catalog = workspace.settings, workspace.catalog
    around = Surroundings(catalog.registry, settings.checks, settings.bank, TODAY)
    for entry in catalog.entries.values():
        entry.__dict__.pop("sketch", None)
    return {name: _timed(catalog, around) for name in (_FIRST, _AGAIN)}


def _timed(catalog: Catalog, around: Surroundings) -> tuple[float, int]:
    start = time.process_time()
    found = len(list(near_duplicate.check(catalog, around)))
    return time.process_time() - start, found


def main(arguments: Sequence[str]) -> None:
    """Writes a bank, measures, prints."""
    size = int(arguments[0]) if arguments else SIZE
    with tempfile.TemporaryDirectory(prefix="kopilka-bench-") as folder:
        write_bank(Path(folder), size)
        for name, (seconds, found) in measure(Path(folder)).items():
            print(f"{size} записей, {name}: {seconds:.2f} с, найдено {found}")


if __name__ == "__main__":
    main(sys.argv[1:])
