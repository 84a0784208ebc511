"""Everything that the books of a bank are made from as one digest, told before the bank is read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import kopilka
from kopilka.catalog.pictures import is_picture
from kopilka.settings import FILE_NAME, Settings
from kopilka.workspace.files import list_files

_PROGRAM = Path(kopilka.__file__).parent
_OUR_MODELS = "kopilka."
_READ = (".md", ".yml", ".yaml")


def inputs_of(root: Path, settings: Settings, *, today: date) -> str | None:
    """Changes with the texts and the pictures of the bank, its other files' sizes, the day, the program.

    None for a bank with models of its own: nobody knows what they look at.
    """
    if any(not item.model.startswith(_OUR_MODELS) for item in settings.kinds):
        return None
    seen = sha256((root / FILE_NAME).read_bytes() if (root / FILE_NAME).exists() else b"")
    seen.update(repr((today, sys.version, sorted(_libraries()), sorted(_program()))).encode())
    for folder in (settings.registry, *(item.folder for item in settings.kinds)):
        for path, (_, size) in sorted(list_files(root, folder)):
            seen.update(f"\0{path}\0{size}\0".encode("utf-8", "surrogatepass"))
            if path.endswith(_READ) or is_picture(path):
                seen.update((root / path).read_bytes())
    return seen.hexdigest()


def _program() -> Iterator[tuple[str, int, int]]:
    """The files of the program with their stamps."""
    for path in _PROGRAM.rglob("*"):
        if path.suffix != ".pyc" and path.is_file():
            status = path.stat()
            yield path.relative_to(_PROGRAM).as_posix(), status.st_mtime_ns, status.st_size


def _libraries() -> Iterator[str]:
    """What is installed, with versions."""
    for place in filter(os.path.isdir, sys.path):
        yield from (name for name in os.listdir(place) if name.endswith(".dist-info"))  # noqa: PTH208 - names
