"""What is made of records one by one, kept on disk until all of them are known."""

from __future__ import annotations

import tempfile
import threading
import weakref
from collections.abc import Mapping

Parts = Mapping[str, bytes]


class Shelf:
    """Parts of records by the names of both. In `serve` one thread puts while another takes."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the shelf
        self._places: dict[tuple[str, str], tuple[int, int]] = {}
        self._end = 0
        self._lock = threading.Lock()
        weakref.finalize(self, self._file.close)

    def put(self, name: str, parts: Parts) -> None:
        """Keeps the parts of a record in place of those that were there."""
        with self._lock:
            self._file.seek(self._end)
            for part, content in parts.items():
                self._file.write(content)
                self._places[name, part] = self._end, len(content)
                self._end += len(content)

    def get(self, name: str, part: str) -> bytes | None:
        """One part of a record, or None when it was not put."""
        with self._lock:
            place = self._places.get((name, part))
            if place is None:
                return None
            start, size = place
            self._file.seek(start)
            return self._file.read(size)
