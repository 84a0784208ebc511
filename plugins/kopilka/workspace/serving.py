"""Serves files to the browser of this computer alone, for as long as somebody works with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
_TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "wasm": "application/wasm",
    "woff2": "font/woff2",
}
"""Named here because a computer's own list may call a script a text, and a browser then refuses it."""

Files = Mapping[str, bytes]


class LocalServer(ThreadingHTTPServer):
    """Files by their paths, made anew whenever the page `first` is asked for: `admin/index.html`.

    Raises `OSError` when the port is taken. `port` 0 takes any.
    """

    daemon_threads = True

    def __init__(self, make: Callable[[], Files], first: str, port: int) -> None:
        self.first = first
        self._make = make
        self._files: Files = make()
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """Where the first page is: `http://127.0.0.1:8010/admin/`."""
        return f"http://{HOST}:{self.server_port}/{self.first.removesuffix('index.html')}"

    def find(self, path: str) -> bytes | None:
        """The file at the path, None where there is none."""
        if path == self.first:
            self._files = self._make()
        return self._files.get(path)

    def is_named(self, host: str) -> bool:
        """Whether a request was meant for this computer, and no strange name was led here."""
        return host in {f"{name}:{self.server_port}" for name in _NAMES}


class _Handler(BaseHTTPRequestHandler):
    server: LocalServer

    def do_GET(self) -> None:
        """Gives a file; the root leads to the first page."""
        path = unquote(urlsplit(self.path).path).lstrip("/")
        if not self.server.is_named(self.headers.get("Host", "")):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif not path or f"{path}/index.html" == self.server.first:
            self._lead(self.server.address)
        else:
            self._give(f"{path}index.html" if path.endswith("/") else path)

    def _lead(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self.end_headers()

    def _give(self, path: str) -> None:
        content = self.server.find(path)
        if content is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", _TYPES.get(path.rpartition(".")[2], "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Says nothing: the person looks at the page."""
