"""Asks Git where the history still keeps a name: in texts, names of files, signatures of changes."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from kopilka.exchange.forgetting.person import Sought, root_of

_PATIENCE = 120
_MOST = 50


@dataclass(frozen=True, slots=True)
class Traces:
    """What the history keeps.

    `commits` brought the surname in or took it out, newest first: «a1b2c3 2025-09-01 words»; `files` have the
    surname in their names, `signatures` stand under the changes that the person made. `asked` is False where
    there is no Git or no history.
    """

    commits: tuple[str, ...]
    asked: bool
    files: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()


def find_traces(root: Path, sought: Sought) -> Traces:
    """What the history of the folder has."""
    letters = root_of(sought.surname)
    pattern = f"[{letters[0].upper()}{letters[0]}]{letters[1:].replace('е', '(е|ё)')}"
    search = (f"--max-count={_MOST}", "--date=short", "--format=%h %ad %s", "--pickaxe-regex", f"-S{pattern}")
    commits = _log(root, *search)
    if commits is None:
        return Traces((), asked=False)
    files = _log(root, "--format=", "--name-only", "--no-renames", "--diff-filter=A") or []
    people = _log(root, "--format=%an <%ae>%n%cn <%ce>") or []
    return Traces(
        tuple(commits),
        asked=True,
        files=tuple(sorted({path for path in files if path and sought.names_file(path)})),
        signatures=tuple(sorted({name for name in people if _signs(name, sought)})),
    )


def _signs(signature: str, sought: Sought) -> bool:
    """Whether a signature is the person's: the whole name, or the surname in the address."""
    name, _, address = signature.rpartition(" <")
    return sought.names(name) or sought.names_file(address.partition("@")[0])


def _log(root: Path, *options: str) -> list[str] | None:
    command = ("git", "-C", str(root), "-c", "core.quotePath=off", "log", "--all", *options, "--", ".")
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603 - no word of a stranger in it
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace").splitlines() if done.returncode == 0 else None
