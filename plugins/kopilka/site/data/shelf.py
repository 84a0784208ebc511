"""What is made of records one by one, kept on disk until all of them are known."""

from __future__ import annotations

import tempfile
import threading
import weakref


class Shelf:
    """Bytes by names. In `serve` one thread puts while another takes."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the shelf
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0
        self._lock = threading.Lock()
        weakref.finalize(self, self._file.close)

    def put(self, name: str, content: bytes) -> None:
        """Keeps `content` under `name`, in place of what was there."""
        with self._lock:
            self._file.seek(self._end)
            self._file.write(content)
            self._places[name] = self._end, len(content)
            self._end += len(content)

    def get(self, name: str) -> bytes | None:
        """What was put under `name`."""
        with self._lock:
            place = self._places.get(name)
            if place is None:
                return None
            start, size = place
            self._file.seek(start)
            return self._file.read(size)
