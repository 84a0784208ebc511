"""The repository's own site in a real browser: built once, served from here and opened from the disk."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, Request, sync_playwright
from tests.bank_maker import REPOSITORY

AXE = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that `make test` found, or the system's."""
    path = os.environ.get("KOPILKA_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


def build_bank(bank: Path, target: Path, *, directory_urls: bool = True) -> Path:
    """A bank, built into `target`."""
    config = load_config(str(bank / "mkdocs.yml"), site_dir=str(target), use_directory_urls=directory_urls)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    return target


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, its pages as folders."""
    return build_bank(REPOSITORY, tmp_path_factory.mktemp("folders") / "site")


@pytest.fixture(scope="session")
def flat_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, its pages as files."""
    return build_bank(REPOSITORY, tmp_path_factory.mktemp("files") / "site", directory_urls=False)


class _Handler(SimpleHTTPRequestHandler):
    """Serves without talking about it, with the site's own page for what is not there."""

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def send_error(self, code: int, *_: object) -> None:
        """Answers as a host of static sites does."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serves a folder; gives its address: «http://127.0.0.1:PORT/»."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site_folder: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site_folder) as found:
        yield found


@dataclass
class Seen:
    """What a page did besides showing itself."""

    outside: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class OpenPage(Protocol):
    """Opens a page of the site, by its path or by a whole address."""

    def __call__(  # noqa: PLR0913 - what a test may want of a browser, by name
        self,
        path: str,
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        javascript: bool = True,
        choices: dict[str, str] | None = None,
        before: str = "",
    ) -> Page:
        """`choices` are what the reader chose before, `before` a script that runs before the page's own."""


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Opens pages; by the end none has asked another server for anything, lost a file or failed."""
    seen, contexts = Seen(), []

    def open_it(path: str, **options: Any) -> Page:
        context = browser.new_context(
            viewport={"width": options.get("width", 1280), "height": options.get("height", 900)},
            color_scheme="dark" if options.get("dark") else "light",
            java_script_enabled=options.get("javascript", True),
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        if options.get("choices"):
            stored = json.dumps(json.dumps(options["choices"]))
            context.add_init_script(f"localStorage.setItem('kopilka', {stored})")
        if options.get("before"):
            context.add_init_script(options["before"])
        page = context.new_page()
        _listen(page, address, seen)
        page.goto(path if "://" in path else address + path)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert seen == Seen()


def _listen(page: Page, address: str, seen: Seen) -> None:
    def note(request: Request) -> None:
        if not request.url.startswith((address, "file:", "data:")):
            seen.outside.append(request.url)

    def lose(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader left before a file, perhaps the icon, had come
            seen.failed.append(request.url)

    page.on("request", note)
    page.on("requestfailed", lose)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Looks at a page with axe-core; each finding as «rule: place»."""
    script = AXE.read_text(encoding="utf-8")

    def look(page: Page) -> list[str]:
        page.evaluate(script)
        options = {"runOnly": {"type": "tag", "values": RULES}}
        result = page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{rule['id']}: {node['target'][0]}" for rule in result["violations"] for node in rule["nodes"]
        ]

    return look
