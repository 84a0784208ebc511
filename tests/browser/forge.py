"""A small Forgejo: what Sveltia asks of its API, answered from a real repository."""

from __future__ import annotations

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "a-token-of-this-test"  # noqa: S105 - it opens nothing
BRANCH = "chernoviki"
_API = "/api/v1"
_REPOSITORY = f"{_API}/repos/metodisty/bank"
_ME = {
    "id": 1,
    "login": "metodist",
    "full_name": "Методист",
    "email": "metodist@primer.example",
    "html_url": "",
}


class Forge(ThreadingHTTPServer):
    """Keeps a folder as a repository with one branch; every save is a commit to it."""

    daemon_threads = True

    def __init__(self, root: Path) -> None:
        self.root = root
        super().__init__(("127.0.0.1", 0), _Handler)
        self.git("init", "--quiet", "--initial-branch", BRANCH)
        self.git("add", "--all")
        self.commit("Начало", "Начало", "nachalo@primer.example")

    @property
    def address(self) -> str:
        """Where it is served."""
        return f"http://127.0.0.1:{self.server_port}"

    def git(self, *arguments: str) -> str:
        """What git prints."""
        return self._git(*arguments).decode().rstrip("\n")

    def _git(self, *arguments: str) -> bytes:
        command = ["git", "-c", "core.quotePath=false", *arguments]
        return subprocess.run(command, cwd=self.root, check=True, capture_output=True).stdout

    def commit(self, message: str, name: str, email: str) -> str:
        """Commits what is added; the hash."""
        self.git("-c", f"user.name={name}", "-c", f"user.email={email}", "commit", "--quiet", "-m", message)
        return self.git("rev-parse", "HEAD")

    def answer(self, path: str, asked: dict[str, list[str]]) -> Any:
        """What a question of the API is answered with."""
        if path == f"{_REPOSITORY}/git/blobs":
            return [self._blob(sha) for sha in asked["shas"][0].split(",")]
        if path.startswith(f"{_REPOSITORY}/git/trees/"):
            return {"tree": list(self._tree()), "truncated": False}
        if path == f"{_REPOSITORY}/branches/{BRANCH}":
            return {"commit": {"id": self.git("rev-parse", "HEAD"), "message": ""}}
        return {
            f"{_API}/version": {"version": "12.0.1+gitea-1.22.0"},
            f"{_API}/settings/api": {"default_paging_num": 30, "max_response_items": 50},
            f"{_API}/user": _ME,
            _REPOSITORY: {"permissions": {"pull": True, "push": True}, "default_branch": BRANCH},
            f"{_REPOSITORY}/commits": [],
        }[path]

    def save(self, told: dict[str, Any]) -> Any:
        """Commits the files as told, to the branch as told."""
        assert told["branch"] == BRANCH
        for file in told["files"]:
            target = self.root / file["path"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(b64decode(file["content"]))
            self.git("add", "--", file["path"])
        sha = self.commit(told["message"], told["author"]["name"], told["author"]["email"])
        saved = [
            {"path": file["path"], "sha": self.git("hash-object", file["path"])} for file in told["files"]
        ]
        return {"commit": {"sha": sha, "created": told["dates"]["author"]}, "files": saved}

    def _blob(self, sha: str) -> dict[str, str]:
        content = self._git("cat-file", "blob", sha)
        return {"sha": sha, "encoding": "base64", "content": b64encode(content).decode()}

    def _tree(self) -> Iterator[dict[str, Any]]:
        for line in self.git("ls-tree", "-r", "--long", "HEAD").splitlines():
            (_, kind, sha, size), path = line.partition("\t")[0].split(), line.partition("\t")[2]
            yield {"type": kind, "path": path, "sha": sha, "size": int(size)}


class _Handler(BaseHTTPRequestHandler):
    server: Forge

    def do_OPTIONS(self) -> None:
        """The browser asks whether another site's page may ask."""
        self._give({})

    def do_GET(self) -> None:
        """A question; without the token nothing is told."""
        parts = urlsplit(self.path)
        known = self.headers.get("Authorization") == f"token {TOKEN}"
        self._give(
            self.server.answer(parts.path, parse_qs(parts.query)) if known else {}, 200 if known else 401
        )

    def do_POST(self) -> None:
        """A save."""
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._give(self.server.save(told), 201)

    def _give(self, value: Any, status: int = 200) -> None:
        content = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*, Authorization")
        self.send_header("Access-Control-Allow-Methods", "*")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@contextmanager
def forge_of(root: Path) -> Iterator[Forge]:
    """The forge of a folder, for as long as it is needed."""
    forge = Forge(root)
    Thread(target=forge.serve_forever, daemon=True).start()
    yield forge
    forge.shutdown()
    forge.server_close()
