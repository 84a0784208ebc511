"""Memory of a process with its children, looked at while it runs: what they share is counted once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_EVERY = 0.2
_PROC = Path("/proc")


@contextmanager
def sampled_memory(process: int) -> Iterator[list[float]]:
    """The greatest number of megabytes seen so far; it stays nought where there is no /proc."""
    peak = [0.0]
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(_EVERY):
            peak[0] = max(peak[0], sum(map(_megabytes, _family(process))))

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        ended.set()
        watcher.join()


def _family(process: int) -> Iterator[int]:
    yield process
    for child in _read(_PROC / f"{process}/task/{process}/children").split():
        yield from _family(int(child))


def _megabytes(process: int) -> float:
    """The proportional set size: a page that two processes share is half in each."""
    lines = _read(_PROC / f"{process}/smaps_rollup").splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii")
    except OSError:  # no such system, or the process has just ended
        return ""
