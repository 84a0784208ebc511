"""Asks Git where the history still keeps a name."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from kopilka.exchange.forgetting.person import Sought, root_of

_PATIENCE = 120
_MOST = 50


@dataclass(frozen=True, slots=True)
class Traces:
    """Changes that brought the surname in or took it out, newest first: «a1b2c3 2025-09-01 words»."""

    commits: tuple[str, ...]
    asked: bool


def find_traces(root: Path, sought: Sought) -> Traces:
    """What the history of the folder has; `asked` is False where there is no Git or no history."""
    letters = root_of(sought.surname)
    pattern = f"[{letters[0].upper()}{letters[0]}]{letters[1:].replace('е', '(е|ё)')}"
    command = [
        *("git", "-C", str(root), "log", "--all", f"--max-count={_MOST}", "--date=short"),
        *("--format=%h %ad %s", "--pickaxe-regex", f"-S{pattern}", "--", "."),
    ]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603 - letters alone
    except (OSError, subprocess.TimeoutExpired):
        return Traces((), asked=False)
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    return Traces(tuple(lines), asked=done.returncode == 0)
