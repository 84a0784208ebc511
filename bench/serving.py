"""How soon `mkdocs serve` shows a changed record: from the file's writing to the page that has the change."""

from __future__ import annotations

import http.client
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.draw import id_of, kind_of
from bench.measure import CommandError, environment, python

_LONGEST = 600.0
_PAUSE = 0.05
_READY = "<h1"


def measure(root: Path, size: int, changes: int) -> list[float]:
    """Seconds for each of so many changes; every change touches another practice of the bank in `root`."""
    practices = [number for number in range(size) if kind_of(number) == "practice"]
    step = max(len(practices) // changes, 1)
    with _server(root) as port:
        return [_change(root, port, number) for number in practices[::step][:changes]]


def _change(root: Path, port: int, number: int) -> float:
    path, sign = root / f"practices/{id_of(number)}.md", f"Правка-{time.time_ns()}"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n{sign}.\n", encoding="utf-8")
    return _wait(port, f"/praktiki/{id_of(number)}/", sign)


@contextmanager
def _server(root: Path) -> Iterator[int]:
    """A running server's port; it is ready when a record's page can be read."""
    port = _free_port()
    command = python("-m", "mkdocs", "serve", "--strict", "--dev-addr", f"127.0.0.1:{port}")
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(
            command, cwd=root, env=environment(), stdout=printed, stderr=subprocess.STDOUT
        )
        try:
            _wait(port, f"/praktiki/{id_of(0)}/", _READY, process)
            yield port
        finally:
            process.terminate()
            process.wait()


def _wait(port: int, path: str, sign: str, process: subprocess.Popen[bytes] | None = None) -> float:
    """Seconds until the page has the sign; raises `CommandError` when that does not come."""
    start = time.perf_counter()
    while (passed := time.perf_counter() - start) < _LONGEST:
        if sign in _read(port, path):
            return time.perf_counter() - start
        if process is not None and process.poll() is not None:
            raise CommandError("mkdocs serve ended before it served anything")
        time.sleep(_PAUSE)
    raise CommandError(f"{path} did not show the change in {passed:.0f} s")


def _read(port: int, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_LONGEST)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode(errors="replace")
    except OSError:
        return ""
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
