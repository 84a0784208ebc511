"""A build beside the site: MkDocs writes into a folder next to `site/`, and only a good one takes its place.

Beside the folder lies a lock that the system lets go of even when the process is killed, so the next build
can tell the leavings of a dead one from the work of another that is still running.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

_MARK = ".kopilka-build-"
_LOCK = ".lock"
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD


class StagingError(Exception):
    """The site's folder cannot be replaced whole; the text says why and what to do, in Russian."""


class Staging:
    """The folder a build is written into, until it is published or thrown away."""

    def __init__(self, target: Path, folder: Path, lock: IO[bytes]) -> None:
        self.target = target
        self.folder = folder
        self._lock = lock

    @classmethod
    def open(cls, target: Path, *, keep_out: tuple[Path, ...] = ()) -> Staging:
        """A fresh folder beside `target`; leavings of dead builds are cleared first.

        `keep_out` are the folders of sources, which the site must not cover. Raises `StagingError`.
        """
        _refuse(target, keep_out)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _clear_leavings(target)
            number, name = tempfile.mkstemp(_LOCK, f".{target.name}{_MARK}", target.parent)
            lock = os.fdopen(number, "wb")
            _acquire(lock)
            folder = Path(name.removesuffix(_LOCK))
            folder.mkdir()
        except OSError as error:
            raise StagingError(
                f"Рядом с папкой сайта {target} не создать временную папку: {error}. "
                "Проверьте права и место на диске."
            ) from error
        return cls(target, folder, lock)

    def publish(self) -> None:
        """Puts the built folder in the site's place and removes the old one. Raises `StagingError`."""
        try:
            if self.target.exists():
                _exchange(self.folder, self.target)
                _keep_hidden(self.folder, self.target)
            else:
                self.folder.rename(self.target)
        except OSError as error:
            self.discard()
            raise StagingError(
                f"Не удалось заменить папку сайта {self.target}: {error}. Прежний сайт на месте. "
                "Закройте программы, которые держат файлы из неё открытыми, и соберите ещё раз."
            ) from error
        self.discard()

    def discard(self) -> None:
        """Removes whatever stands in the temporary folder, and the lock."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.close()
        _lock_path(self.folder).unlink(missing_ok=True)


def _refuse(target: Path, keep_out: tuple[Path, ...]) -> None:
    if target.is_symlink():
        raise StagingError(f"Папка сайта {target} – ссылка на другую папку. Укажите в site_dir саму папку.")
    if target.exists() and not target.is_dir():
        raise StagingError(f"На месте папки сайта лежит файл: {target}. Уберите его или смените site_dir.")
    place = target.resolve()
    for source in keep_out:
        kept = source.resolve()
        if place == kept or kept.is_relative_to(place) or place.is_relative_to(kept):
            raise StagingError(
                f"Папка сайта {target} пересекается с исходниками в {source}: "
                "сборка стёрла бы их. Смените site_dir."
            )


def _clear_leavings(target: Path) -> None:
    for lock in target.parent.glob(f".{target.name}{_MARK}*{_LOCK}"):
        if _is_dead(lock):
            folder = lock.with_name(lock.name.removesuffix(_LOCK))
            aside = _aside(folder)
            if aside.exists() and not target.exists():
                aside.rename(target)
            shutil.rmtree(aside, ignore_errors=True)
            shutil.rmtree(folder, ignore_errors=True)
            lock.unlink(missing_ok=True)


def _is_dead(path: Path) -> bool:
    with path.open("r+b") as lock:
        return _acquire(lock)


def _lock_path(folder: Path) -> Path:
    return folder.with_name(folder.name + _LOCK)


def _aside(folder: Path) -> Path:
    """Where the old site waits while the new one takes its place in two steps."""
    return folder.with_name(folder.name + ".old")


def _keep_hidden(old: Path, new: Path) -> None:
    """MkDocs never removes hidden files of the site (.git of a branch, .nojekyll), so neither do we."""
    for item in old.iterdir():
        if item.name.startswith(".") and not (new / item.name).exists():
            item.rename(new / item.name)


def _exchange(one: Path, other: Path) -> None:
    """Lets two folders change places: in one step where the system can, else in two with a way back."""
    if sys.platform == "linux" and _renameat2(one, other):
        return
    aside = _aside(one)
    other.rename(aside)
    try:
        one.rename(other)
    except OSError:
        aside.rename(other)
        raise
    aside.rename(one)


def _renameat2(one: Path, other: Path) -> bool:
    call: Callable[..., int] | None = getattr(ctypes.CDLL(None), "renameat2", None)
    return call is not None and call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


if sys.platform == "win32":
    import msvcrt

    def _acquire(lock: IO[bytes]) -> bool:
        """Takes the lock for this process, or tells that another holds it."""
        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _acquire(lock: IO[bytes]) -> bool:
        """Takes the lock for this process, or tells that another holds it."""
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
