"""A bank as it was in a commit, laid out in a folder of its own without touching anybody's files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from kopilka.settings import FILE_NAME, Settings, SettingsError, parse_settings
from kopilka.workspace.git import Blob, Git, GitError


def settings_at(git: Git, commit: str) -> Settings:
    """The settings of a bank as they were in a commit. Raises `GitError` and `SettingsError`."""
    found = [blob for blob in git.files(commit) if blob.path == FILE_NAME]
    if not found:
        raise GitError(
            f"в состоянии {commit[:10]} нет файла {FILE_NAME}: банка там ещё не было, сравнивать не с чем."
        )
    ((_, data),) = git.contents(found)
    try:
        return parse_settings(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, SettingsError) as error:
        raise SettingsError(f"в состоянии {commit[:10]}: {error}") from error


@contextmanager
def laid_out(git: Git, commit: str | None, *, code: bool = False, whole: bool = False) -> Iterator[Path]:
    """A folder with what the bank is read from, as it was in a commit; None – the bank's own folder.

    Attachments have their size there and nothing in them, unless they are wanted `whole`. `code` brings the
    bank's own models along: those of the first state serve both.
    """
    if commit is None:
        yield git.root
        return
    settings = settings_at(git, commit)
    folders = {item.folder: True for item in settings.kinds} | {settings.registry: True}
    blobs = [blob for blob in git.files(commit) if _is_bank(blob.path, tuple(folders), code=code)]
    with TemporaryDirectory(prefix="kopilka-") as name:
        root = Path(name)
        read = [blob for blob in blobs if whole or _is_read(blob)]
        for blob, data in git.contents(read):
            _place(root, blob).write_bytes(data)
        for blob in blobs:
            if not (whole or _is_read(blob)):
                with _place(root, blob).open("wb") as file:
                    file.truncate(blob.size)
        yield root


def _is_bank(path: str, folders: tuple[str, ...], *, code: bool) -> bool:
    inside = any(path.startswith(f"{folder}/") for folder in folders)
    return inside or path == FILE_NAME or (code and path.endswith(".py"))


def _is_read(blob: Blob) -> bool:
    return PurePosixPath(blob.path).suffix in {".md", ".yml", ".yaml", ".py"}


def _place(root: Path, blob: Blob) -> Path:
    target = root / blob.path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
