"""A site on this very machine whose pages have every fate that a page can have."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SENT_ON = {
    "/moved": (301, "/ok"),
    "/moved-far": (308, "/moved"),
    "/moved-in-letters": (301, "/карты"),
    "/for-a-while": (302, "/ok"),
    "/mixed": (301, "/for-a-while"),
    "/slash": (301, "/slash/"),
    "/to-main": (301, "/"),
    "/room": (302, "/login?next=room"),
    "/loop": (302, "/loop-back"),
    "/loop-back": (302, "/loop"),
    "/to-disk": (302, "file:///etc/passwd"),
    "/to-nowhere": (301, "http://[::1"),
    **{f"/chain-{number}": (302, f"/chain-{number + 1}") for number in range(20)},
}
MOMENT = 0.02  # seconds a question is thought over: whoever asks two at once is seen
ANSWERS = {"/gone": 404, "/never": 410, "/closed": 403, "/sick": 503}


class Site(ThreadingHTTPServer):
    """Counts what was asked and how many asked at once."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Pages)
        self.asked: Counter[tuple[str, str]] = Counter()
        self.now = self.most = 0
        self.guard = threading.Lock()
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        """The address of its first page, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Pages(BaseHTTPRequestHandler):
    server: Site

    def do_HEAD(self) -> None:
        """The short question; one page does not like it."""
        self._answer()

    def do_GET(self) -> None:
        """The usual question; nobody reads what comes after the head."""
        self._answer()

    def _answer(self) -> None:
        """A question is over before its answer goes out: who has the answer may ask the next one at once."""
        site = self.server
        with site.guard:
            site.asked[self.command, self.path] += 1
            site.now += 1
            site.most = max(site.most, site.now)
        site.closing.wait(MOMENT)
        with site.guard:
            site.now -= 1
        self._page()

    def _page(self) -> None:
        if self.path == "/silent":
            self.server.closing.wait(30)
        elif self.path == "/drip":
            self._drip()
        elif self.path == "/rubbish":
            self.wfile.write(b"what?\r\n\r\n")
        elif self.path == "/only-get" and self.command == "HEAD":
            self._head(405)
        elif self.path in SENT_ON:
            status, place = SENT_ON[self.path]
            self._head(status, place)
        else:
            self._head(ANSWERS.get(self.path, 200))
            if self.path == "/endless" and self.command == "GET":
                self.server.closing.wait(30)

    def _drip(self) -> None:
        """A byte of the head at a time, each of them in time."""
        for byte in b"HTTP/1.1 200 OK\r\n" + b"X-Word: slow\r\n" * 500:
            if self.server.closing.wait(0.05):
                return
            try:
                self.wfile.write(bytes([byte]))
            except OSError:
                return

    def _head(self, status: int, place: str = "") -> None:
        self.send_response(status)
        if place:
            self.send_header("Location", place.encode().decode("latin-1"))
        self.send_header("Content-Length", "1000000")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's
        """Says nothing."""


@contextmanager
def serving() -> Iterator[Site]:
    """A site that answers until the end of the block."""
    site = Site()
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        site.shutdown()
        site.server_close()
