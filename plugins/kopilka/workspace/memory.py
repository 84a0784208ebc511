"""What is remembered of a bank's books: what each was made from, and where everything stands in it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kopilka.book.volume import Pages
from kopilka.exchange.writing.files import write_whole

_FOLDER = ".cache/books"


@dataclass(frozen=True, slots=True)
class Memory:
    """A book by the digest of its edition: the digest of the files it came from, the pages of its layout.

    Either may be unknown. Losing a memory costs time and nothing else.
    """

    digest: str
    inputs: str | None = None
    pages: Pages | None = None


_WRITTEN = TypeAdapter(Memory)


def recall(root: Path, id_: str) -> Memory | None:
    """What is remembered of a book; None where there is nothing, or nothing that can be read."""
    try:
        return _WRITTEN.validate_json(_file(root, id_).read_bytes())
    except (OSError, ValidationError):
        return None


def remember(root: Path, id_: str, memory: Memory) -> None:
    """Remembers a book for the next run; a disk that is full or closed to writing is no trouble."""
    with suppress(OSError):
        write_whole(_file(root, id_), _WRITTEN.dump_json(memory))


def _file(root: Path, id_: str) -> Path:
    return root / _FOLDER / f"{id_}.json"
