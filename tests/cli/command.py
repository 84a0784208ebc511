"""Runs the real command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

DAY = "1795305600"
"""2026-11-22, so that nothing depends on the day of the test."""


def run(
    *arguments: str | Path, folder: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """`kopilka …` in a folder; what it printed stays bytes, since the encoding is a part of the promise."""
    return subprocess.run(
        [sys.executable, "-m", "kopilka.cli", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY, **(environment or {})},
        capture_output=True,
        check=False,
        timeout=300,
    )


def printed(result: subprocess.CompletedProcess[bytes]) -> str:
    """What a command printed, with ordinary spaces."""
    return result.stdout.decode().replace("\u00a0", " ").replace("\r\n", "\n")


def complained(result: subprocess.CompletedProcess[bytes]) -> str:
    """What a command complained of, with ordinary spaces."""
    return result.stderr.decode().replace("\u00a0", " ").replace("\r\n", "\n")
