"""Data as classic scripts: a page opened from a disk may load scripts and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count, islice
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
    return DataFile(name, as_json(value))


def as_json(value: Any) -> str:
    """As short as it can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def loose_file(path: str, name: str, value: Any) -> StaticFile:
    """A file that stands for itself and shares no numbers with others: it belongs to no build."""
    text = f'kopilka.receive("{name}","",{as_json(value)});\n'
    return StaticFile(path, text.encode())


def cut(name: str, values: Iterable[str], block: int) -> Iterator[DataFile]:
    """A long list of values, JSON already, as files of `block` of them: «cards-0», «cards-1»."""
    rest = iter(values)
    for number in count():
        listed = list(islice(rest, block))
        if not listed:
            return
        yield DataFile(f"{name}-{number}", f"[{','.join(listed)}]")


def pack(files: Callable[[], Iterable[DataFile]]) -> Iterator[StaticFile]:
    """The files as scripts, every one stamped with the digest of all, so they are gone through twice.

    `kopilka.receive` of assets/js/05-load.js takes them in. The same data give the same bytes.
    """
    digest = sha256()
    for file in files():
        digest.update(f"{file.name}\0{file.json}\0".encode())
    stamp = digest.hexdigest()[:8]
    for file in files():
        text = f'kopilka.receive("{file.name}","{stamp}",{file.json});\n'
        yield StaticFile(f"{FOLDER}/{file.name}.js", text.encode())
