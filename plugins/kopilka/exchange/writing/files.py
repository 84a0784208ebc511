"""Puts a text or bytes into a file at once: a reader, or a machine that stops, never sees half of it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_whole(path: Path, content: str | bytes, *, new: bool = False) -> None:
    """Writes beside the file and moves the whole of it to its place; a link stays a link, rights stay.

    With `new` nothing that is there is replaced. Raises `OSError`, `FileExistsError` among them.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.write_bytes(content.encode() if isinstance(content, str) else content)
        if new:
            _put_new(beside, target)
            return
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _put_new(beside: Path, target: Path) -> None:
    """A second name for the file fails when there is one already; not every disk knows such names."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:
        with target.open("xb") as file:
            file.write(beside.read_bytes())
