"""The repository's own site in a real browser: built once, served from here and opened from the disk."""

from __future__ import annotations

import itertools
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Protocol
from urllib.parse import urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright
from tests.bank_maker import REPOSITORY
from tests.cli.command import DAY

AXE = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
FIND = """async only => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const ending = document.getAnimations().filter(one => one.effect.getComputedTiming().endTime < Infinity);
  await Promise.allSettled(ending.map(one => one.finished));
  const found = await axe.run(document, { runOnly: only, resultTypes: ["violations"] });
  return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target[0]}`));
}"""
"""What is right on a page is told of at such length that to carry it over costs more than to find it."""

_WITHOUT = (
    # Each new page would get a list under an address bar that nobody sees: half of the time of opening it.
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    # What the driver switches off: the flag said last is the one that counts.
    *("AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "OptimizationHints", "PaintHolding"),
    *("NetworkTimeServiceQuerying", "PreconnectToSearch", "ThirdPartyStoragePartitioning"),
)
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    f"--disable-features={','.join(_WITHOUT)}",
]

# What is right is seen at once; how long it may take is a matter of who else works on the machine.
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that `make test` found, or the system's."""
    path = os.environ.get("KOPILKA_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


def build_bank(bank: Path, target: Path, *, directory_urls: bool = True) -> Path:
    """A bank, built into `target` as on a fixed day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        config = load_config(
            str(bank / "mkdocs.yml"), site_dir=str(target), use_directory_urls=directory_urls
        )
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


class Profiles:
    """The reader's browser with the site's scripts in its cache and nothing of the reader's own in it.

    A new profile for each page would fetch and compile every script anew: half of the time of the tests.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: defaultdict[tuple[bool, bool], list[BrowserContext]] = defaultdict(list)

    def open(self, url: str, *, dark: bool, javascript: bool) -> Page:
        """A blank page for an address, in a profile without other pages and without memories of that site."""
        kept = self._kept[dark, javascript]
        context = next((context for context in kept if not context.pages), None)
        if context is None:
            context = self._browser.new_context(
                color_scheme="dark" if dark else "light",
                java_script_enabled=javascript,
                permissions=["clipboard-read", "clipboard-write"],
            )
            kept.append(context)
        page = context.new_page()
        parts, session = urlsplit(url), context.new_cdp_session(page)
        origin = f"{parts.scheme}://{parts.netloc}"
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        session.detach()
        return page

    def close_pages(self) -> None:
        """Closes what a test has left open."""
        for context in itertools.chain(*self._kept.values()):
            for page in context.pages:
                page.close()


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Profiles:
    """Shared by all tests."""
    return Profiles(browser)


@pytest.fixture
def open_page(profiles: Profiles, address: str) -> Iterator[OpenPage]:
    """Opens pages; by the end none has asked another server for anything, lost a file or failed."""
    seen = Seen()

    def open_it(path: str, **options: Any) -> Page:
        url = path if "://" in path else address + path
        dark, javascript = options.get("dark", False), options.get("javascript", True)
        page = profiles.open(url, dark=dark, javascript=javascript)
        page.set_viewport_size({"width": options.get("width", 1280), "height": options.get("height", 900)})
        if options.get("choices"):
            stored = json.dumps(json.dumps(options["choices"]))
            page.add_init_script(f"localStorage.setItem('kopilka', {stored})")
        if options.get("before"):
            page.add_init_script(options["before"])
        _listen(page, address, seen)
        page.goto(url)
        return page

    yield open_it
    profiles.close_pages()
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


class Axe(Protocol):
    """Looks at a page that has come to rest; each finding as «rule: place»."""

    def __call__(self, page: Page, *, dark: bool = True) -> list[str]:
        """With `dark` the colours are looked at once more, as they are where the system is dark."""


@pytest.fixture(scope="session")
def axe() -> Axe:
    """Looks with axe-core: WCAG 2.1 AA and good practice."""
    script = AXE.read_text(encoding="utf-8")

    def find(page: Page, kind: str, names: list[str]) -> list[str]:
        found: list[str] = page.evaluate(FIND, {"type": kind, "values": names})
        return found

    def look(page: Page, *, dark: bool = True) -> list[str]:
        page.evaluate(script)
        found = find(page, "tag", RULES)
        if dark:
            page.emulate_media(color_scheme="dark")
            found += [f"dark: {finding}" for finding in find(page, "rule", COLOURS)]
            page.emulate_media(color_scheme="light")
        return found

    return look
