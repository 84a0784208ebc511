"""Work that waits until the author has paused."""

from __future__ import annotations

import threading

from kopilka.mkdocs_plugin.later import Later


def test_only_the_latest_is_done() -> None:
    """What was put before it is out of date."""
    later, done = Later(pause=600), list[int]()
    with later.held():
        later.put(lambda: done.append(1))
    with later.held():
        later.put(lambda: done.append(2))
    later.settle()
    later.settle()
    assert done == [2]


def test_it_is_done_after_the_pause() -> None:
    """In a thread of its own, not before the urgent work has ended."""
    later, begun, where = Later(pause=0), threading.Event(), list[bool]()

    def act() -> None:
        where.append(threading.current_thread() is threading.main_thread())
        begun.set()

    with later.held():
        later.put(act)
        assert not begun.is_set()
    assert begun.wait(60)
    assert where == [False]


def test_what_waits_goes_on_waiting_when_nothing_new_came() -> None:
    """A touched file is no change; the work from before it is still to be done."""
    later, begun = Later(pause=0), threading.Event()
    later.put(begun.set)
    with later.held():
        pass
    assert begun.wait(60)


def test_what_waits_can_be_forgotten() -> None:
    """Before the site is built whole."""
    later, done = Later(pause=600), list[int]()
    with later.held():
        later.put(lambda: done.append(1))
        later.stop()
    later.settle()
    assert done == []
