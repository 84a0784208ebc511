"""The form «Предложить практику» in a real browser: filled by keyboard, saved, opened, given pictures."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect
from tests.bank_maker import make_bank, opened

from kopilka.diagnostics import Severity

FORM = "predlozhit/praktiki/"
HEADING = ".k-form__main h2"
TITLE = "Карты вопросов: десять минут чтения на каждом уроке"
SUMMARY = "Короткая карта с тремя вопросами помогает пятиклассникам искать в тексте смысл. " * 2
STORY = "Учителя параллели договариваются о вопросах и раз в неделю сверяют, что у кого получилось. " * 18
FAR_NORTH = 59.9
MANY_TABS = 90


def reach(page: Page, label: str) -> None:
    """Presses Tab until the control with this label has the focus."""
    for _ in range(MANY_TABS):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
              const at = document.activeElement;
              const named = at.labels && at.labels[0] ? at.labels[0].textContent : at.textContent;
              return named || "";
            }"""
        )
        if found.strip().startswith(label):
            return
    raise AssertionError(label)


def write(page: Page, label: str, words: str, *, enter: bool = False) -> None:
    """Fills a control by keyboard alone; Enter takes the first word found."""
    reach(page, label)
    page.keyboard.insert_text(words)
    if enter:
        page.keyboard.press("Enter")


def fill_practice(page: Page) -> None:
    """A whole practice, without a mouse."""
    expect(page.locator(HEADING)).to_be_visible()
    write(page, "Наименование", TITLE)
    write(page, "Аннотация", SUMMARY)
    write(page, "Организация", "509", enter=True)
    write(page, "Ключевые слова", "чтение, карта, вопросы")
    reach(page, "Вид практики")
    page.keyboard.press("ArrowDown")
    reach(page, "Дальше")
    page.keyboard.press("Enter")
    expect(page.locator(HEADING)).to_contain_text("Кому")
    reach(page, "основное общее образование")
    page.keyboard.press("Space")
    write(page, "Целевая аудитория", "учитель-предметник", enter=True)
    write(page, "Направление", "читательская", enter=True)
    reach(page, "Дальше")
    page.keyboard.press("Enter")
    expect(page.locator(HEADING)).to_contain_text("Рассказ")
    for title in ("Введение", "Ход работы", "Методические", "Результаты", "Выводы"):
        write(page, title, STORY)
    page.goto(page.url.split("#")[0] + "#ostalnoe")
    expect(page.locator(HEADING)).to_contain_text("Остальное")
    reach(page, "Добавить")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("Описание практики, представлено организацией")
    page.goto(page.url.split("#")[0] + "#otpravit")


def saved(page: Page) -> tuple[str, bytes]:
    """Saves the file; gives its name and what is in it."""
    with page.expect_download() as download:
        page.locator("[data-form-save]").click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def errors_in(root: Path, files: dict[str, bytes]) -> list[str]:
    """What `kopilka check` calls an error in a bank with these files on the day that the browser knows."""
    today = datetime.now(tz=UTC).astimezone().date()
    found = opened(make_bank(root, files), today=today).report.at_least(Severity.ERROR)
    return [f"{item.code} {item.message}" for item in found.diagnostics]


def open_file(page: Page, name: str, content: bytes) -> None:
    """Opens a file through the button of the form."""
    with page.expect_file_chooser() as chooser:
        page.locator("[data-form-open]").click()
    chooser.value.set_files({"name": name, "mimeType": "text/markdown", "buffer": content})


def photo_with_place() -> bytes:
    """A large JPEG that says where it was taken."""
    image = Image.new("RGB", (2400, 1200), "teal")
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (FAR_NORTH, 0.0, 0.0), 3: "E", 4: (30.3, 0.0, 0.0)}
    exif[0x010F] = "Камера"
    held = io.BytesIO()
    image.save(held, "JPEG", exif=exif)
    assert b"Exif" in held.getvalue()
    return held.getvalue()
