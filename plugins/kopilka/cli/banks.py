"""Finds the bank that a command speaks of, and the files that it names."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from kopilka.cli.arguments import Usage
from kopilka.settings import FILE_NAME


def add_root(parser: argparse.ArgumentParser) -> None:
    """Declares `--root`."""
    parser.add_argument(
        "--root",
        type=Path,
        metavar="ПАПКА",
        help=f"папка банка, где лежит {FILE_NAME} (иначе – текущая или та, внутри которой вы сейчас)",
    )


def find_root(wanted: Path | None, current: Path) -> Path:
    """The bank's folder: the one that was named, or the nearest around the current one; raises `Usage`."""
    if wanted is None:
        inside = (folder for folder in (current, *current.parents) if (folder / FILE_NAME).is_file())
        return next(inside, current)
    if not wanted.is_dir():
        raise Usage(f"нет такой папки: {wanted}")
    return wanted


def narrow(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Paths as people write them, relative to the root; an empty one is the whole bank. Raises `Usage`."""
    return tuple(_inside(root, path) for path in paths)


def belongs(path: str, wanted: tuple[str, ...]) -> bool:
    """Whether a path of the bank is one of those wanted or lies in one; nothing wanted means everything."""
    return not wanted or any(not item or path == item or path.startswith(f"{item}/") for item in wanted)


def _inside(root: Path, written: str) -> str:
    path = Path(written)
    if not path.exists():
        raise Usage(f"нет такого файла или папки: {written}")
    for absolute in (path.resolve(), Path(os.path.abspath(path))):  # noqa: PTH100 - a link stays a link
        if absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix().removeprefix(".")
    raise Usage(f"{written} лежит вне банка {root}")


def way(start: Path, target: Path) -> str:
    """The way from one folder to another as a prefix of paths: empty, or ending with «/»."""
    try:
        path = Path(os.path.relpath(target, start)).as_posix()
    except ValueError:  # another drive of Windows
        path = target.as_posix()
    return "" if path == "." else f"{path}/"


def find_repository(root: Path) -> Path:
    """The top folder of the repository that the bank lies in; the bank itself when it lies in none."""
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)


def today(environment: Mapping[str, str]) -> date:
    """The day of the run: SOURCE_DATE_EPOCH where it is set (reproducible builds), the clock otherwise."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return datetime.now(tz=UTC).astimezone().date()
