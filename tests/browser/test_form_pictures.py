"""Pictures of a proposal: made small, told of beside themselves, packed, opened again."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect
from tests.browser.conftest import Axe, OpenPage
from tests.browser.fitting import too_wide
from tests.browser.proposing import (
    FORM,
    TITLE,
    errors_in,
    fill_practice,
    open_file,
    photo_with_place,
    saved,
)

from kopilka.records.frontmatter import split
from kopilka.records.source import Source

WIDEST = 1600
BOARD, CARD = "foto-doski.jpg", "karta.jpg"
UNTOLD = "Замечание: не сказано, чьё это и на каких условиях: "


def go(page: Page, section: str) -> None:
    """Opens a section of the form by its address."""
    page.goto(page.url.split("#")[0] + "#" + section)


def add_pictures(page: Page, *names: str) -> None:
    """Adds photos through the button of the section."""
    go(page, "kartinki")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Добавить картинку").click()
    content = photo_with_place()
    photos: list[FilePayload] = [
        {"name": name, "mimeType": "image/jpeg", "buffer": content} for name in names
    ]
    chooser.value.set_files(photos)


def row(page: Page, name: str) -> Locator:
    """What is asked of one picture."""
    return page.get_by_role("group", name=name, exact=True)


def told(record: str) -> object:
    """The rows about pictures in the file of a record."""
    raw, _ = split(Source("practices/a.md", record))
    assert raw is not None
    return raw.meta.get("pictures")


def test_pictures_are_small_and_tell_no_place(open_page: OpenPage, tmp_path: Path) -> None:
    """The archive passes the checks; the picture in it has lost the camera's notes; it opens here again."""
    page = open_page(FORM)
    fill_practice(page)
    add_pictures(page, "Фото доски.JPG")
    page.get_by_label("Что на картинке").fill("Доска с картами пятого класса")
    go(page, "otpravit")
    name, content = saved(page)
    archive = zipfile.ZipFile(io.BytesIO(content))
    record, picture = archive.namelist()
    assert (name, record.removesuffix(".md")) == (record.removesuffix(".md") + ".zip", picture.split("/")[0])
    image = Image.open(io.BytesIO(archive.read(picture)))
    assert max(image.size) == WIDEST
    assert not image.getexif()
    assert b"Exif" not in archive.read(picture)
    assert f"![Доска с картами пятого класса]({BOARD})" in archive.read(record).decode()
    assert errors_in(tmp_path, {f"practices/{path}": archive.read(path) for path in archive.namelist()}) == []
    page.locator("[data-form-new]").click()
    expect(page.locator(".k-preview h3")).not_to_have_text(TITLE)
    open_file(page, name, content)
    expect(page.locator(".k-preview h3")).to_have_text(TITLE)
    again, packed = saved(page)
    assert again == name
    assert zipfile.ZipFile(io.BytesIO(packed)).read(record) == archive.read(record)


def test_whose_a_picture_is_and_who_agreed(open_page: OpenPage) -> None:
    """Beside the picture, in the words of the check, at once; the file holds it; opened, all is there."""
    page = open_page(FORM)
    page.get_by_label("Наименование").fill(TITLE)
    add_pictures(page, "Фото доски.JPG", "Карта.jpg")
    expect(page.locator(".k-msg--warn")).to_contain_text(UNTOLD + f"«{BOARD}» и «{CARD}»")
    board = row(page, BOARD)
    board.get_by_label("Чья картинка").fill("снимок школы")
    expect(board.locator(".k-msg--warn")).to_contain_text("не сказано, на каких условиях её можно показать")
    board.get_by_label("На каких условиях").select_option("permission")
    board.get_by_label("Кто виден").select_option("children")
    expect(board.locator(".k-msg--bad")).to_contain_text("на снимке дети, согласия родителей нет")
    expect(page.get_by_text("none –")).to_have_count(0)
    board.get_by_label("Дата согласия").fill("2025-09-01")
    board.get_by_label("Основание").fill("согласия родителей 5 «А», № 14–38")
    board.get_by_label("в печати").check()
    expect(board.locator(".k-msg--bad, .k-msg--warn")).to_have_count(0)
    expect(page.locator(".k-msg--warn")).to_contain_text(UNTOLD + f"«{CARD}»")
    page.get_by_label("Все снимки – наши").check()
    common = row(page, "Обо всех картинках")
    common.get_by_label("На каких условиях").select_option("CC-BY-4.0")
    common.get_by_label("Кто виден").select_option("none")
    page.get_by_label("Все снимки – наши").uncheck()
    page.get_by_label("Все снимки – наши").check()
    expect(page.locator(".k-msg--bad, .k-msg--warn")).to_have_count(0)
    go(page, "lyudi")
    expect(page.get_by_text("Картинки и снимки")).to_have_count(0)
    go(page, "otpravit")
    name, content = saved(page)
    record = zipfile.ZipFile(io.BytesIO(content)).read(name.replace(".zip", ".md")).decode()
    consent = {"date": "2025-09-01", "basis": "согласия родителей 5 «А», № 14–38", "scope": ["site", "print"]}
    own = {"file": BOARD, "source": "снимок школы", "licence": "permission", "people": "children"}
    everyone = {"source": "снимки авторов", "licence": "CC-BY-4.0", "people": "none"}
    assert told(record) == [own | {"consent": consent}, everyone]
    open_file(page, name, content)
    go(page, "kartinki")
    expect(row(page, BOARD).get_by_label("Основание")).to_have_value("согласия родителей 5 «А», № 14–38")
    expect(row(page, CARD).get_by_label("Чья картинка")).to_have_count(0)
    row(page, CARD).get_by_role("button", name="Сказать отдельно").press("Enter")
    expect(row(page, CARD).get_by_label("Чья картинка")).to_be_visible()
    expect(row(page, CARD).get_by_role("button", name="Как у всех")).to_be_focused()


def test_pictures_stay_with_their_draft(open_page: OpenPage) -> None:
    """They and their words are here after a reload, go aside and come back with the draft, and go with it."""
    page = open_page(FORM)
    add_pictures(page, "Карта.jpg", "Доска.jpg")
    card, board = row(page, CARD), row(page, "doska.jpg")
    card.get_by_label("Что на картинке").fill("Карта с тремя вопросами")
    board.get_by_role("button", name="Убрать файл").click()
    expect(page.get_by_text("хранятся в этом браузере, пока")).to_be_visible()
    wait_for_files(page, 1)
    page.reload()
    expect(card.get_by_label("Что на картинке")).to_have_value("Карта с тремя вопросами")
    expect(card.locator("img")).to_be_visible()
    expect(board).to_have_count(0)
    page.locator("[data-form-new]").click()
    expect(card).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="Добавить картинку")).to_be_visible()
    page.locator("[data-form-aside]").click()
    page.get_by_role("button", name="Открыть: Без названия").click()
    expect(card.get_by_label("Что на картинке")).to_have_value("Карта с тремя вопросами")
    page.locator("[data-form-new]").click()
    page.locator("[data-form-aside]").click()
    page.get_by_role("button", name="Удалить: Без названия").click()
    page.get_by_role("button", name="Да, удалить").click()
    expect(page.get_by_text("Черновик «Без названия» удалён.")).to_be_visible()
    wait_for_files(page, 0)


def wait_for_files(page: Page, count: int) -> None:
    """Until the browser holds so many files of forms."""
    page.wait_for_function(
        """count => new Promise(resolve => {
          const opening = indexedDB.open("kopilka-form", 1);
          opening.onsuccess = () => {
            const held = opening.result.transaction("files").objectStore("files").count();
            held.onsuccess = () => resolve(held.result === count);
            opening.result.close();
          };
        })""",
        arg=count,
    )


def test_a_row_waits_for_its_picture(open_page: OpenPage) -> None:
    """A browser that keeps no files says so; after a reload what was said of a picture meets it again."""
    page = open_page(FORM, before="Object.defineProperty(window, 'indexedDB', { value: undefined })")
    add_pictures(page, "Карта.jpg")
    expect(page.get_by_text("Этот браузер хранит только текст")).to_be_visible()
    row(page, CARD).get_by_label("Чья картинка").fill("рисунок авторов")
    page.reload()
    expect(row(page, CARD).locator(".k-msg--warn")).to_contain_text(f"картинки «{CARD}» в записи нет")
    add_pictures(page, "Карта.jpg")
    expect(row(page, CARD).get_by_label("Что на картинке")).to_be_focused()
    expect(row(page, CARD).get_by_label("Чья картинка")).to_have_value("рисунок авторов")
    row(page, CARD).get_by_role("button", name="Убрать файл").click()
    expect(row(page, CARD)).to_have_count(0)
    expect(page.get_by_role("button", name="Добавить картинку")).to_be_focused()


def test_a_row_too_many(open_page: OpenPage) -> None:
    """Of an opened file: two rows for all pictures, a picture that only the bank has, one that nobody has."""
    page = open_page(FORM + "#kartinki")
    rows = "[{source: а, licence: CC0-1.0, people: none}, {source: лишняя}, {file: net.png, source: б}]"
    listed = rows.replace("[{", "\n  - ").replace("}, {", "\n  - ").replace("}]", "").replace(", ", "\n    ")
    open_file(page, "a.md", f"---\npictures:{listed}\n---\n\n## Введение\n\n![Доска](doska.jpg)\n".encode())
    expect(row(page, "doska.jpg")).to_contain_text("файл не приложен")
    expect(page.locator(".k-row", has_text="лишняя").locator(".k-msg")).to_contain_text("уже сказано выше")
    expect(row(page, "net.png").locator(".k-msg").first).to_contain_text("картинки «net.png» в записи нет")
    page.get_by_role("button", name="Убрать лишнюю подпись").click()
    row(page, "net.png").get_by_role("button", name="Убрать подпись").click()
    go(page, "otpravit")
    everyone = {"source": "а", "licence": "CC0-1.0", "people": "none"}
    assert told(saved(page)[1].decode()) == [everyone]


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_for_axe_to_find(open_page: OpenPage, axe: Axe, width: int) -> None:
    """Rows about a picture and about all, a consent, messages; nothing sticks out."""
    page = open_page(FORM, width=width)
    add_pictures(page, "Карта.jpg")
    row(page, CARD).get_by_label("Кто виден").select_option("adults")
    page.get_by_label("Все снимки – наши").check()
    assert axe(page) == []
    assert not too_wide(page)
