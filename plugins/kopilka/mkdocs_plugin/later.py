"""Work of `mkdocs serve` that can wait until the author has paused."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PAUSE = 2.0
"""Seconds without a change before the work begins: it takes a large bank's processor for half a minute."""

Act = Callable[[], None]


class Later:
    """Keeps the latest act and does it in a thread of its own when the author has paused.

    One act at a time; a newer one takes the place of one that has not begun.
    """

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._working = threading.Lock()
        self._act: Act | None = None
        self._timer: threading.Timer | None = None

    def put(self, act: Act) -> None:
        """Takes an act in place of the one that waits."""
        self._act = act

    @contextmanager
    def held(self) -> Iterator[None]:
        """While something more urgent is done nothing begins; the pause is counted from its end."""
        if self._timer is not None:
            self._timer.cancel()
        try:
            yield
        finally:
            if self._act is not None:
                self._timer = threading.Timer(self._pause, self.settle)
                self._timer.daemon = True
                self._timer.start()

    def settle(self) -> None:
        """Does what waits; returns when nothing is being done."""
        with self._working:
            act, self._act = self._act, None
            if act is not None:
                act()

    def stop(self) -> None:
        """Forgets what waits; returns when nothing is being done."""
        self._act = None
        with self._working:
            pass
