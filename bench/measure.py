"""Runs a command as a process of its own and tells what it and its children cost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.memory import sampled_memory

REPOSITORY = Path(__file__).parent.parent
TODAY_EPOCH = "1795305600"  # 2026-11-22: results do not depend on the day of the measurement

_KILOBYTES = 1024 if sys.platform == "darwin" else 1  # what `ru_maxrss` counts in


class CommandError(Exception):
    """A measured command ended with an error: its figures would mean nothing."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a process took with its children; the memory is that of all of them at one time."""

    wall: float
    cpu: float
    megabytes: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """The cost of a command in a folder; raises `CommandError` with what it printed."""
    with tempfile.TemporaryFile() as printed:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment(), stdout=printed, stderr=subprocess.STDOUT
        )
        with sampled_memory(process.pid) as peak:
            _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed.seek(0)
            raise CommandError(f"{' '.join(command)}\n{printed.read().decode(errors='replace')[-2000:]}")
    largest = usage.ru_maxrss / _KILOBYTES / 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, max(largest, *peak))


def python(*arguments: str) -> list[str]:
    """A command of the Python that runs the benchmark."""
    return [sys.executable, *arguments]


def environment() -> dict[str, str]:
    """The environment of a measured process: the day is fixed, the benchmark itself can be imported."""
    places = (os.environ.get("PYTHONPATH"), str(REPOSITORY / "plugins"), str(REPOSITORY))
    path = os.pathsep.join(place for place in places if place)
    return os.environ | {"PYTHONPATH": path, "SOURCE_DATE_EPOCH": TODAY_EPOCH, "NO_MKDOCS_2_WARNING": "1"}
