"""Makes the pictures of the guides from the real pages and forms; `make pictures ARGS="forma-vid"` makes one.

Needs what a reader of the guides does not: Chromium (KOPILKA_BROWSER names it), LibreOffice and pdftoppm.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.bank_maker import TODAY  # noqa: E402 - the tests know how to write in the editor
from tests.browser.editing import CHOOSE, Editor  # noqa: E402 - the same

from kopilka.workspace.editing import open_editor  # noqa: E402 - the same

FOLDER = ROOT / "docs" / "assets" / "guide"
SAMPLE = ROOT / "practices" / "chitatelskie-karty.md"
DAY = "1795305600"
"""2026-11-22: the pictures do not depend on the day they are made."""

WIDTH, HEIGHT, SCALE = 1040, 760, 1.5
WINDOW: dict[str, Any] = {
    "viewport": {"width": WIDTH, "height": HEIGHT},
    "device_scale_factor": SCALE,
    "locale": "ru-RU",
    "reduced_motion": "reduce",
}
QUALITY = 80
DOTS = 110
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


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
        kopilka = [sys.executable, "-m", "kopilka.cli", "form", *words, "-o", str(form), "--force"]
        subprocess.run(kopilka, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
        office = ["soffice", f"-env:UserInstallation={(self.folder / 'office').as_uri()}", "--headless"]
        convert = [*office, "--convert-to", "pdf", "--outdir", str(self.folder), str(form)]
        subprocess.run(convert, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - the same
        only = ["-f", str(sheet), "-l", str(sheet), "-singlefile"]
        drawn = ["pdftoppm", "-png", "-r", str(DOTS), *only, str(form.with_suffix(".pdf")), str(form)]
        subprocess.run(drawn, check=True)  # noqa: S603 - the same
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


def forma_vid(stage: Stage) -> bytes:
    """The page on which a kind of record is chosen."""
    return shot(stage.open("predlozhit/"), ".k-pagehead", ".k-propose")


def forma_nachalo(stage: Stage) -> bytes:
    """The first section of the form, filled."""
    stage.fill("#korotko")
    return shot(stage.page)


def forma_zamechanie(stage: Stage) -> bytes:
    """What the form says as one types."""
    page = stage.fill("#korotko")
    field = page.get_by_label("Аннотация")
    field.fill("Пятиклассники заполняют короткую карту.")
    return shot(page, page.locator(".k-field", has=field))


def forma_slovar(stage: Stage) -> bytes:
    """A word of the vocabulary, found by its beginning."""
    page = stage.fill("#komu")
    field = page.get_by_role("combobox", name="Целевая аудитория")
    field.fill("учит")
    page.get_by_role("option").first.wait_for()
    return shot(page, page.locator(".k-field", has=field), page.get_by_role("listbox"))


def forma_rezultaty(stage: Stage) -> bytes:
    """A result in numbers."""
    page = stage.fill("#rezultaty")
    return shot(page, page.locator(".k-row__head").first, page.get_by_label("Стало").first, margin=8)


def forma_otpravit(stage: Stage) -> bytes:
    """The last section: what is left, the file, and what happens next."""
    page = stage.fill("#otpravit")
    with page.expect_download():
        page.locator("[data-form-save]").click()
    page.locator(".k-form__main [role=status] .k-note").wait_for()
    return shot(page, ".k-form__main h2", ".k-finish")


def word_pustaya(stage: Stage) -> bytes:
    """The empty Word form, its first sheet."""
    return stage.word("practice", sheet=1)


def word_zapolnena(stage: Stage) -> bytes:
    """A Word form with a record in it: results and conditions."""
    return stage.word(SAMPLE.stem, sheet=3)


def redaktor_vhod(stage: Stage) -> bytes:
    """The first page of the editor."""
    with edited(stage) as editor:
        page = editor.page
        return shot(page, "h1", page.get_by_text("Браузер спросит"), margin=40)


def redaktor_spisok(stage: Stage) -> bytes:
    """The records of a kind in the editor."""
    with edited(stage) as editor:
        editor.open_folder("Практики")
        return shot(editor.page)


def redaktor_zapis(stage: Stage) -> bytes:
    """A record that is being put right."""
    with edited(stage) as editor:
        editor.open_folder("Практики")
        editor.page.get_by_text("Лаборатория вопросов").first.click()
        editor.field("title")
        return shot(editor.page)


def redaktor_zamechanie(stage: Stage) -> bytes:
    """What the editor says of a field that is not filled in well."""
    with edited(stage) as editor:
        editor.open_folder("Практики")
        editor.page.get_by_text("Лаборатория вопросов").first.click()
        editor.write("summary", "Коротко.")
        editor.page.get_by_role("button", name="Сохранить").click()
        return shot(editor.page, editor.field("summary"))


def otchyot_diff(stage: Stage) -> bytes:
    """What a proposal changes, as a methodologist reads it."""
    bank = stage.bank
    record = bank / SAMPLE.relative_to(ROOT)
    text = record.read_text(encoding="utf-8")
    text = text.replace("десять минут", "двенадцать минут", 1).replace("after: 63", "after: 65", 1)
    record.write_text(text, encoding="utf-8")
    report = stage.folder / "diff.html"
    words = [sys.executable, "-m", "kopilka.cli", "diff", "HEAD", "--format", "html", "-o", str(report)]
    subprocess.run(words, cwd=bank, check=False)  # noqa: S603 - our own command
    stage.page.goto(report.as_uri())
    for fold in stage.page.locator("details").all():
        fold.evaluate("fold => fold.open = true")
    return shot(stage.page, "h1", stage.page.locator("ol").last)


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


def copy_bank(bank: Path) -> None:
    """The repository's records alone, in a repository of their own."""
    for name in ("practices", "projects", "sites", "registry"):
        shutil.copytree(ROOT / name, bank / name)
    shutil.copy(ROOT / "kopilka.yml", bank)
    git = partial(_git, bank)
    git("init", "--quiet", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--quiet", "--message=Банк")


def _git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Методист", "-c", "user.email=bank@primer.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True)  # noqa: S603, S607 - our own repository


PICTURES: dict[str, Callable[[Stage], bytes]] = {
    taken.__name__.replace("_", "-"): taken
    for taken in (
        forma_vid,
        forma_nachalo,
        forma_zamechanie,
        forma_slovar,
        forma_rezultaty,
        forma_otpravit,
        word_pustaya,
        word_zapolnena,
        redaktor_vhod,
        redaktor_spisok,
        redaktor_zapis,
        redaktor_zamechanie,
        otchyot_diff,
    )
}
"""Every picture of the guides by the name of its file."""


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder, for as long as it is needed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def staged() -> Iterator[Stage]:
    """The site built anew, and a browser before it."""
    browser_path = os.environ.get("KOPILKA_BROWSER") or shutil.which("chromium")
    with TemporaryDirectory(prefix="kopilka-") as name, sync_playwright() as playwright:
        folder = Path(name)
        built = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--quiet",
            "--site-dir",
            str(folder / "site"),
        ]
        subprocess.run(built, cwd=ROOT, check=True)  # noqa: S603 - our own command
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        copy_bank(folder / "bank")
        with served(folder / "site") as address:
            yield Stage(browser, browser.new_page(**WINDOW), address, folder)
        browser.close()


def keep(name: str, png: bytes) -> None:
    """Writes a picture as WebP, tells the pages its size and people its weight."""
    target = FOLDER / f"{name}.webp"
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").save(target, "WEBP", quality=QUALITY, method=6)
        size = f"width={image.width} height={image.height}"
    pattern = re.compile(
        rf"(assets/guide/{name}\.webp\)\{{ [^}}]*?)(?: width=\d+ height=\d+)?(?: loading=lazy)? \}}"
    )
    for page in (ROOT / "docs").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        renewed = pattern.sub(rf"\1 {size} loading=lazy }}", text)
        if renewed != text:
            page.write_text(renewed, encoding="utf-8", newline="\n")
    print(f"{name}: {size}, {target.stat().st_size // 1024} КБ")


def hold_places() -> None:
    """A dot for each picture that is not there yet: a strict build wants every file that a page names."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        if not (FOLDER / f"{name}.webp").exists():
            Image.new("RGB", (1, 1)).save(FOLDER / f"{name}.webp")


def main(names: list[str]) -> int:
    """Takes the pictures that are named, or all of them."""
    unknown = [name for name in names if name not in PICTURES]
    if unknown:
        print(f"Нет такой картинки: {', '.join(unknown)}. Есть {', '.join(PICTURES)}.", file=sys.stderr)
        return 2
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    hold_places()
    with staged() as stage:
        for name in names or PICTURES:
            keep(name, PICTURES[name](stage))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
