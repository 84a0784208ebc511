"""A folder as one ZIP file: the same folder gives the same bytes, a failure leaves the old file as it was."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that ZIP knows; when the files were written says nothing to the reader."""
_READABLE = 0o644 << 16
_PACKED = frozenset(
    {".woff2", ".png", ".jpg", ".jpeg", ".webp", ".zip", ".docx", ".xlsx", ".pptx", ".mp4", ".gz"}
)
"""Kinds of files that are compressed already."""


def pack_folder(
    folder: Path, target: Path, *, top: str, leave: frozenset[str] = frozenset(), more: Mapping[str, bytes]
) -> int:
    """Writes every file of `folder` into the ZIP `target` under the folder `top`; returns its size in bytes.

    `leave` are files left out, `more` are files added beside `top`; both by path. Raises `OSError`.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as part:
        try:
            with ZipFile(part, "w", ZIP_DEFLATED) as archive:
                for path, content in sorted(more.items()):
                    archive.writestr(_entry(path), content)
                for path in _files(folder):
                    if path not in leave:
                        archive.writestr(_entry(f"{top}/{path}"), (folder / path).read_bytes())
        except BaseException:
            part.close()
            os.unlink(part.name)  # noqa: PTH108 - the name is a string
            raise
    Path(part.name).chmod(0o644)
    Path(part.name).replace(target)
    return target.stat().st_size


def _files(folder: Path) -> Iterator[str]:
    yield from sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _entry(path: str) -> ZipInfo:
    entry = ZipInfo(path, _MOMENT)
    entry.compress_type = ZIP_STORED if Path(path).suffix.lower() in _PACKED else ZIP_DEFLATED
    entry.external_attr = _READABLE
    return entry
