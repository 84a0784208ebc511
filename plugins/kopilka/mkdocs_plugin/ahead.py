"""Draws pages ahead in a second process, while this one frames, looks at and writes those before them.

Drawing is two thirds of a build and needs nothing but the plan. A forked child has the plan already; it sends
finished pages through a pipe, whose buffer keeps it only some pages ahead, so memory stays flat.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection

from kopilka.site.pages import Rendered
from kopilka.site.plan import SitePlan

if sys.platform == "linux":
    import fcntl

FEWEST = 400
"""Under so many pages a second process costs more than it saves."""

_OWN = (0, 2)
_OF = 5
"""Two records of five are drawn here and no list: to frame and to write a page takes as long as to draw a
list or a quarter of a record. And the cards of lists, drawn once and kept, are kept in one process only.
"""

_BUFFER = 1 << 20
"""Bytes of drawn pages that may wait in the pipe."""


class Ahead:
    """Gives rendered pages like the plan itself, only sooner when asked for in the order of `paths`."""

    def __init__(self, plan: SitePlan, paths: Sequence[str], *, fewest: int = FEWEST) -> None:
        """Starts the child where the system can fork safely and the bank is large; else all is drawn here."""
        self._plan = plan
        self._waiting: list[str] = []
        self._pipe: Connection | None = None
        if len(paths) >= fewest and _can_fork():
            self._start([path for number, path in enumerate(paths) if not self._is_own(number, path)])

    def _is_own(self, number: int, path: str) -> bool:
        return bool(self._plan.pages[path].source) and number % _OF in _OWN

    def _start(self, ahead: list[str]) -> None:
        context = multiprocessing.get_context("fork")
        self._pipe, end = context.Pipe(duplex=False)
        _widen(end)
        self._waiting = ahead[::-1]
        gc.freeze()  # the collector must not touch what both processes share, or it would be copied
        self._child = context.Process(target=_draw, args=(self._plan, ahead, self._pipe, end), daemon=True)
        self._child.start()
        end.close()

    def render(self, path: str) -> Rendered:
        """The page at `path`; what the child could not draw is drawn here, so that its fault is seen."""
        if self._pipe is not None and self._waiting and self._waiting[-1] == path:
            self._waiting.pop()
            drawn = self._receive()
            if drawn is not None:
                return drawn
        return self._plan.render(path)

    def _receive(self) -> Rendered | None:
        try:
            drawn = self._pipe.recv() if self._pipe is not None else None
        except (EOFError, OSError):  # the child is gone, perhaps for want of memory
            self.close()
            return None
        return drawn if isinstance(drawn, Rendered) else None

    def close(self) -> None:
        """Lets the child go; it stops at the next page it would send."""
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
            self._child.join()
            self._child.close()
            gc.unfreeze()


def _can_fork() -> bool:
    """Only on Linux, with a second processor, and while no thread could be caught holding a lock."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _widen(end: Connection) -> None:
    if sys.platform == "linux":
        with suppress(OSError):  # the system may be sparing of pipes
            fcntl.fcntl(end.fileno(), fcntl.F_SETPIPE_SZ, _BUFFER)


def _draw(plan: SitePlan, paths: list[str], other: Connection, end: Connection) -> None:
    other.close()
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers for an interruption
    with suppress(BrokenPipeError):
        for path in paths:
            end.send(_attempt(plan, path))


def _attempt(plan: SitePlan, path: str) -> Rendered | None:
    try:
        return plan.render(path)
    except Exception:  # noqa: BLE001 - whatever it is, the parent meets it again and tells it
        return None
