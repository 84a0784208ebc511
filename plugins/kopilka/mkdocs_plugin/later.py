"""Work of `mkdocs serve` that can wait until the author has paused."""

from __future__ import annotations

import threading
from collections.abc import Callable

PAUSE = 2.0
"""Seconds without a change before the work begins: it takes a large bank's processor for half a minute."""

Act = Callable[[], None]


class Later:
    """Keeps the latest act, does it in a thread when nothing newer has come for a while.

    One act at a time; a newer one takes the place of one that has not begun.
    """

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._change = threading.Lock()
        self._working = threading.Lock()
        self._act: Act | None = None
        self._timer: threading.Timer | None = None

    def put(self, act: Act) -> None:
        """Takes an act in place of the one that waits."""
        self.drop()
        with self._change:
            self._act = act
            self._timer = threading.Timer(self._pause, self._work)
            self._timer.daemon = True
            self._timer.start()

    def drop(self) -> None:
        """Forgets the act that waits; one that has begun goes on."""
        with self._change:
            self._act = None
            if self._timer is not None:
                self._timer.cancel()

    def settle(self) -> None:
        """Does what waits now; returns when nothing is left to do."""
        self._work()

    def stop(self) -> None:
        """Forgets what waits; returns when nothing is being done."""
        self.drop()
        with self._working:
            pass

    def _work(self) -> None:
        with self._working:
            with self._change:
                act, self._act = self._act, None
            if act is not None:
                act()
