"""Data as classic scripts: a page opened from a disk may load scripts and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from kopilka.site.bundle import StaticFile

FOLDER = "data"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of data: its name («cards-3») and its value, already as JSON."""

    name: str
    json: str


def data_file(name: str, value: Any) -> DataFile:
    """A value as a file; only what JSON knows."""
    return DataFile(name, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def loose_file(path: str, name: str, value: Any) -> StaticFile:
    """A file that stands for itself and shares no numbers with others: it belongs to no build."""
    text = f'kopilka.receive("{name}","",{data_file(name, value).json});\n'
    return StaticFile(path, text.encode())


def cut(name: str, values: Sequence[Any], block: int) -> Iterator[DataFile]:
    """A long list as files of `block` values: «cards-0», «cards-1»."""
    for number, start in enumerate(range(0, len(values), block)):
        yield data_file(f"{name}-{number}", values[start : start + block])


def pack(files: Iterable[DataFile], manifest: Mapping[str, Any]) -> Iterator[StaticFile]:
    """The files as scripts, every one stamped with the digest of all; last of all the manifest.

    `kopilka.receive` of assets/js/05-load.js takes them in. The same data give the same bytes.
    """
    listed = [*files, data_file("manifest", manifest)]
    digest = sha256()
    for file in listed:
        digest.update(f"{file.name}\0{file.json}\0".encode())
    stamp = digest.hexdigest()[:8]
    for file in listed:
        text = f'kopilka.receive("{file.name}","{stamp}",{file.json});\n'
        yield StaticFile(f"{FOLDER}/{file.name}.js", text.encode())
