"""Where pictures of the guides are taken: the built site, the Word forms and the editor, before a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Locator, Page, sync_playwright
from tests.bank_maker import REPOSITORY, TODAY
from tests.browser.conftest import FLAGS, build_bank, served
from tests.browser.editing import CHOOSE, Editor
from tests.workspace.git_bank import commit, git

from kopilka.workspace.editing import open_editor

SAMPLE = REPOSITORY / "practices" / "chitatelskie-karty.md"
WIDTH, HEIGHT = 1040, 760
WINDOW: dict[str, Any] = {
    "viewport": {"width": WIDTH, "height": HEIGHT},
    "device_scale_factor": 1.5,
    "locale": "ru-RU",
    "reduced_motion": "reduce",
}
DOTS = 110
"""An inch of a sheet."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where pictures are taken: a browser's page, the address of the built site, a folder for files."""

    browser: Browser
    page: Page
    site: str
    folder: Path

    @property
    def bank(self) -> Path:
        """A copy of the bank that may be changed."""
        return self.folder / "bank"

    def kopilka(self, *words: str, folder: Path = REPOSITORY) -> None:
        """A command of the program; errors in records are no obstacle."""
        command = [sys.executable, "-m", "kopilka.cli", *words]
        subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL)

    def open(self, path: str) -> Page:
        """A page of the site, with everything drawn."""
        self.page.goto("about:blank")
        self.page.goto(self.site + path, wait_until="networkidle")
        return self.page

    def fill(self, path: str) -> Page:
        """The form for a practice with the sample in it, at one of its sections."""
        page = self.open("predlozhit/praktiki/")
        with page.expect_file_chooser() as chooser:
            page.locator("[data-form-open]").click()
        chooser.value.set_files(SAMPLE)
        page.locator(".k-form__ready").wait_for()
        page.goto(f"{self.site}predlozhit/praktiki/{path}")
        page.locator(f".k-form__nav a.is-cur[href='{path}'], .k-form__nav .is-cur").first.wait_for()
        return page

    def word(self, *words: str, sheet: int) -> bytes:
        """A sheet of the Word form that `kopilka form` makes, as LibreOffice shows it."""
        form = self.folder / "forma.docx"
        self.kopilka("form", *words, "-o", str(form), "--force")
        office = ["soffice", f"-env:UserInstallation={(self.folder / 'office').as_uri()}", "--headless"]
        convert = [*office, "--convert-to", "pdf", "--outdir", str(self.folder), str(form)]
        subprocess.run(convert, check=True, stdout=subprocess.DEVNULL)
        only = ["-f", str(sheet), "-l", str(sheet), "-singlefile"]
        drawn = ["pdftoppm", "-png", "-r", str(DOTS), *only, str(form.with_suffix(".pdf")), str(form)]
        subprocess.run(drawn, check=True)
        return form.with_name(f"{form.name}.png").read_bytes()


def shot(page: Page, *parts: str | Locator, margin: int = 16) -> bytes:
    """What is seen of these parts of a page, with a little air round them; without parts the whole window."""
    if not parts:
        return page.screenshot()
    places = [page.locator(part).first if isinstance(part, str) else part for part in parts]
    boxes = [box for place in places if (box := place.bounding_box())]
    left = max(min(box["x"] for box in boxes) - margin, 0)
    top = max(min(box["y"] for box in boxes) - margin, 0)
    right = min(max(box["x"] + box["width"] for box in boxes) + margin, WIDTH)
    bottom = max(box["y"] + box["height"] for box in boxes) + margin
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    return page.screenshot(clip=clip, full_page=True)  # type: ignore[arg-type]  # a plain dictionary will do


@contextmanager
def staged() -> Iterator[Stage]:
    """The site built anew, and a browser before it."""
    browser_path = os.environ.get("KOPILKA_BROWSER") or shutil.which("chromium")
    with TemporaryDirectory(prefix="kopilka-") as name, sync_playwright() as playwright:
        folder = Path(name)
        copy_bank(folder / "bank")
        site = build_bank(REPOSITORY, folder / "site")
        browser = playwright.chromium.launch(executable_path=browser_path, args=[*FLAGS, "--hide-scrollbars"])
        with served(site) as address:
            yield Stage(browser, browser.new_page(**WINDOW), address, folder)
        browser.close()


def copy_bank(bank: Path) -> None:
    """The repository's records alone, in a repository of their own."""
    for name in ("practices", "projects", "sites", "registry"):
        shutil.copytree(REPOSITORY / name, bank / name)
    shutil.copy(REPOSITORY / "kopilka.yml", bank)
    git(bank, "init", "--quiet", "--initial-branch=main")
    commit(bank, "Банк")


@contextmanager
def edited(stage: Stage) -> Iterator[Editor]:
    """The editor before a folder of the browser with the bank's records in it."""
    server = open_editor(stage.bank, today=TODAY, port=0)
    thread = Thread(target=server.serve_forever)
    thread.start()
    context = stage.browser.new_context(**WINDOW)
    context.add_init_script(CHOOSE)
    page = context.new_page()
    page.goto(server.address, wait_until="networkidle")
    editor = Editor(page)
    editor.put(stage.bank)
    try:
        yield editor
    finally:
        context.close()
        server.shutdown()
        thread.join()
        server.server_close()
