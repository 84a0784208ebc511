"""The editor in a real browser, served as the command serves it: `check` and `fmt` accept its files."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image
from playwright.sync_api import Browser, ConsoleMessage
from tests.bank_maker import REPOSITORY, TODAY
from tests.browser.conftest import Axe
from tests.browser.editing import CHOOSE, Editor
from tests.browser.forge import BRANCH, TOKEN, forge_of
from tests.cli.command import printed, run
from tests.golden import GOLDEN_FOLDER, Golden

from kopilka.workspace.editing import open_editor

MAKER = 0x010F
"""The tag of EXIF that names the camera."""
BANK = REPOSITORY / "tests" / "banks" / "minimal"
KINDS_OF_FILES = "registry/vocabularies/attachment-kind.yml"
KNOWN = "practices/chitaem-vsluh.md"
MADE = "practices/vopros-dnya-urok-nachinaetsya-s-neznaniya-a-ne-s-o.md"
ADVICE = ("region:", "landmark-one-main:", "page-has-heading-one:")
CHOICES = {
    "type": "педагогическая",
    "levels": "основное общее",
    "audience": "учитель",
    "themes": "чтение",
}
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
SUMMARY = (
    "Дежурный приносит вопрос, на который нельзя ответить одним словом, и урок начинается с него. "
    "За месяц дети спрашивают чаще, чем отвечают, а учитель видит, что им непонятно."
)


def make_files(folder: Path) -> tuple[Path, Path]:
    """A document and a large photograph in which the camera has left its mark."""
    paper, photo = folder / "Список вопросов.docx", folder / "фото.jpg"
    paper.write_bytes(b"PK\x03\x04 a document")
    mark = Image.Exif()
    mark[MAKER] = "Camera"
    Image.new("RGB", (2400, 1200), "navy").save(photo, exif=mark)
    return paper, photo


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank of one record, with a comment in it, and no choice of more than a word but one."""
    copied = shutil.copytree(BANK, tmp_path / "bank")
    text = (copied / KNOWN).read_text(encoding="utf-8")
    (copied / KNOWN).write_text(text.replace("---\n", "---\n# сверено с протоколом\n", 1), encoding="utf-8")
    shutil.copy(REPOSITORY / KINDS_OF_FILES, copied / KINDS_OF_FILES)
    return copied


@pytest.fixture
def open_it(browser: Browser, bank: Path) -> Iterator[Callable[..., Editor]]:
    """Opens the editor of the bank; by the end it has asked nobody else for anything and has not failed."""
    server = open_editor(bank, today=TODAY, port=0)
    Thread(target=server.serve_forever, daemon=True).start()
    contexts, wrong = [], []

    def open_editor_page(width: int) -> Editor:
        context = browser.new_context(viewport={"width": width, "height": 900})
        contexts.append(context)
        context.add_init_script(CHOOSE)
        page = context.new_page()
        page.clock.set_fixed_time(NOON)
        page.on("request", lambda request: wrong.append(request.url) if _is_outside(request.url) else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if _is_complaint(said) else None)
        page.goto(server.address)
        editor = Editor(page)
        editor.put(bank)
        return editor

    yield open_editor_page
    for context in contexts:
        context.close()
    server.shutdown()
    server.server_close()
    assert not wrong


def _is_complaint(said: ConsoleMessage) -> bool:
    """Whether Sveltia is not content; that nobody can sign in where a folder is all there is, is meant."""
    return said.type in {"error", "warning"} and not said.text.startswith("OAuth application ID")


def _is_outside(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "data:", "blob:"))


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that are another, or there at all, in one of two texts only."""
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def serious(findings: list[str]) -> list[str]:
    """What breaks WCAG 2.1; how an application lays out its landmarks and headings is advice."""
    return [finding for finding in findings if not finding.startswith(ADVICE)]


def retitle(editor: Editor, bank: Path, title: str) -> list[str]:
    """Opens the known record, gives it a title and saves it; which lines of its file that changes."""
    before = (bank / KNOWN).read_text(encoding="utf-8")
    editor.page.get_by_text("Читаем вслух пять минут").click()
    editor.write("title", title)
    editor.save()
    editor.take(bank)
    return changed_lines(before, (bank / KNOWN).read_text(encoding="utf-8"))


def fill(editor: Editor) -> None:
    """A new record with all that its kind cannot do without."""
    editor.write("title", "Вопрос дня: урок начинается с незнания, а не с ответа – у доски")
    editor.write("summary", SUMMARY)
    editor.choose("organisations", "Школа № 1")
    for number, word in enumerate(("вопросы", "начало урока", "no")):
        editor.write_row("keywords", number, word)
    for field, word in CHOICES.items():
        editor.choose(field, word)
    editor.tell("Введение", "Дети отвечают, но не спрашивают.")


def test_a_record_is_made_and_another_put_right(
    open_it: Callable[..., Editor],
    bank: Path,
    tmp_path: Path,
    golden: Golden,
    axe: Axe,
) -> None:
    """What is saved is whole for `check`, canonical for `fmt`; of an old record one line is new."""
    editor = open_it(1280)
    editor.open_folder("Практики")
    title = "Читаем вслух семь минут в начале урока"
    assert retitle(editor, bank, title) == [
        "- title: Читаем вслух пять минут в начале урока",
        f"+ title: {title}",
    ]

    editor.page.get_by_role("button", name="Создать новую запись").click()
    fill(editor)
    paper, photo = make_files(tmp_path)
    editor.add_row("materials")
    editor.write("materials.0.title", "Список вопросов")
    editor.attach("materials.0.file", paper)
    editor.choose("materials.0.kind", "документ")
    editor.add_row("pictures")
    editor.attach("pictures.0.file", photo)
    editor.add_row("sources")
    editor.write("sources.0.document", "Описание, представлено школой: 12:30")
    editor.write("sources.0.date", "2024")
    assert not serious(axe(editor.page, dark=False))
    editor.save()
    saved = editor.take(bank)
    golden.check(GOLDEN_FOLDER / "editor" / "new-record.md", saved[MADE].decode())
    assert saved[MADE.replace(".md", "/spisok-voprosov.docx")] == paper.read_bytes()
    with Image.open(bank / MADE.replace(".md", "/foto.webp")) as picture:
        assert max(picture.size) == 1600
        assert not picture.getexif()
    assert run("fmt", "--check", folder=bank).returncode == 0
    checked = run("check", "--min-severity", "error", folder=bank)
    assert checked.returncode == 0, printed(checked)


def test_a_save_is_a_commit_on_the_forge(open_it: Callable[..., Editor], bank: Path) -> None:
    """Signed in by a token, one opens a record there; its save is a commit of one line to the branch."""
    with forge_of(bank) as forge:
        place = f"url: '{forge.address}', repository: metodisty/bank, branch: {BRANCH}"
        with (bank / "kopilka.yml").open("a", encoding="utf-8") as settings:
            settings.write(f"forge: {{kind: forgejo, {place}}}\n")
        editor = open_it(1280)
        editor.sign_in(TOKEN, "Практики")
        editor.page.get_by_text("Читаем вслух пять минут").click()
        editor.write("title", "Читаем вслух восемь минут в начале урока")
        editor.save()
        assert forge.git("log", "-1", "--format=%an: %s") == "Методист: Правка записи: chitaem-vsluh"
        assert forge.git("show", "--numstat", "--format=", "HEAD") == f"1\t1\t{KNOWN}"


def test_the_editor_on_a_phone(open_it: Callable[..., Editor], bank: Path, axe: Axe) -> None:
    """On a phone nothing is wider than the screen, and a record is put right as well."""
    editor = open_it(390)
    assert not serious(axe(editor.page, dark=False))
    editor.open_folder("Практики")
    assert not serious(axe(editor.page, dark=False))
    title = "Читаем вслух шесть минут в начале урока"
    assert retitle(editor, bank, title)[1:] == [f"+ title: {title}"]
    assert editor.page.evaluate("document.documentElement.scrollWidth") == 390
