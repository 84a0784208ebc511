"""«Предложить практику»: filled by keyboard, kept, checked as one types, saved, opened; strangers' files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Axe, OpenPage
from tests.browser.fitting import too_wide
from tests.browser.proposing import (
    FORM,
    SUMMARY,
    TITLE,
    errors_in,
    fill_practice,
    open_file,
    saved,
)

KEY = "kopilka-form-practice"
EVIL = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'


def test_a_practice_by_keyboard_is_kept_saved_and_right(open_page: OpenPage, tmp_path: Path) -> None:
    """Written without a mouse, still there after a reload, and its file passes the checks without errors."""
    page = open_page(FORM)
    fill_practice(page)
    expect(page.locator(".k-msg--ok")).to_contain_text("Проверка пройдена")
    page.wait_for_load_state("networkidle")
    page.reload()
    expect(page.locator(".k-preview h3")).to_have_text(TITLE)
    name, content = saved(page)
    assert name == "karty-voprosov-desyat-minut-chteniya-na-kazhdom-uroke.md"
    expect(page.locator(".k-form__main [role=status]").first).to_contain_text("Методист прочитает")
    assert errors_in(tmp_path, {f"practices/{name}": content}) == []
    assert "status: draft" in content.decode()


def test_messages_as_one_types(open_page: OpenPage) -> None:
    """The words are those of `check`, they go when the trouble goes, and the sections say how they stand."""
    page = open_page(FORM)
    page.get_by_label("Аннотация").fill("Пятиклассники заполняют короткую карту.")
    message = page.locator(".k-field:has(textarea) .k-msg")
    expect(message).to_contain_text("39 знаков, нужно от 100. Добавьте ещё хотя бы 61 знак.")
    expect(page.get_by_label("Аннотация")).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".k-form__nav .is-cur")).to_contain_text("замечани")
    page.get_by_label("Аннотация").fill(SUMMARY)
    expect(message).to_be_hidden()
    page.goto(page.url.split("#")[0] + "#komu")
    page.get_by_role("combobox", name="Целевая аудитория").fill("учитиль-предметник")
    expect(page.locator(".k-combo [role=status]:visible")).to_contain_text("Возможно, «учитель-предметник»?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Убрать: учитель-предметник")).to_be_visible()
    percent = page.locator(".k-form__ready h2")
    expect(percent).not_to_have_text(re.compile(r"на 0"))


def test_private_data_is_told_of_while_it_is_typed(open_page: OpenPage) -> None:
    """A phone in a text of the body is an error at once, and the volume of the text is counted under it."""
    page = open_page(FORM + "#rasskaz")
    page.get_by_label("Введение").fill("Звоните мне: 8 900 000-00-00, расскажу всё.")
    expect(page.locator(".k-msg--bad")).to_have_text(re.compile(r"мобильный телефон\. Уберите его"))
    expect(page.get_by_text("Сейчас 9 слов")).to_be_visible()
    page.get_by_label("Введение").fill("Пишите через страницу школы, расскажу всё.")
    expect(page.locator(".k-msg--bad")).to_have_count(0)


def test_a_related_record_is_the_address_of_its_page(open_page: OpenPage) -> None:
    """An author copies addresses from the browser; the file holds the records' ids."""
    page = open_page(FORM + "#rasskaz")
    addresses = (
        "https://bank.example/praktiki/karty/?q=1#hod",
        "file:///D:/bank/praktiki/kruzhok/index.html",
    )
    page.get_by_label("Связанные записи").fill("\n".join(addresses))
    page.goto(page.url.split("#")[0] + "#otpravit")
    assert "related:\n  - karty\n  - kruzhok\n" in saved(page)[1].decode()


def test_rows_are_added_moved_and_removed(open_page: OpenPage) -> None:
    """A repeating part by keyboard: the focus goes where the hands need it, the order is that of the file."""
    page = open_page(FORM + "#rezultaty")
    add = page.locator("fieldset.k-field", has_text="Результаты").get_by_role("button", name="Добавить").first
    add.press("Enter")
    page.keyboard.insert_text("Первое")
    add.press("Enter")
    page.keyboard.insert_text("Второе")
    page.get_by_role("button", name="Выше: Результаты, 2-я строка").press("Enter")
    assert [field.input_value() for field in page.get_by_label("Что изменилось").all()] == [
        "Второе",
        "Первое",
    ]
    page.get_by_role("button", name="Убрать: Результаты, 1-я строка").press("Enter")
    assert [field.input_value() for field in page.get_by_label("Что изменилось").all()] == ["Первое"]


def test_a_name_waits_for_its_consent(open_page: OpenPage) -> None:
    """Without the consent the name is not in the file, and the reason stands beside it."""
    page = open_page(FORM + "#lyudi")
    page.get_by_role("group", name="Авторы").get_by_role("button", name="Добавить").click()
    page.get_by_label("Имя", exact=True).fill("Примерова Мария Ивановна")
    page.get_by_label("Должность").fill("учитель")
    expect(page.locator(".k-msg--warn")).to_contain_text("нет согласия")
    page.goto(page.url.split("#")[0] + "#otpravit")
    assert "Примерова" not in saved(page)[1].decode()
    page.goto(page.url.split("#")[0] + "#lyudi")
    page.get_by_label("Есть письменное согласие").check()
    page.get_by_label("Дата согласия").fill("2025-09-01")
    page.get_by_label("Основание").fill("согласие № 12, хранится в школе")
    expect(page.locator(".k-msg--warn")).to_have_count(0)
    page.goto(page.url.split("#")[0] + "#otpravit")
    assert "Примерова Мария Ивановна" in saved(page)[1].decode()


def test_files_of_strangers(open_page: OpenPage) -> None:
    """Odd files are told of in words; what is in them is only text; the draft stays."""
    page = open_page(FORM)
    page.get_by_label("Наименование").fill(TITLE)
    for content, words in (
        (b"<html>", "не файл записи"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"PK\x03\x04broken", "Архив не открывается"),
        (b"---\ntitle: &a x\n---\n", "Строка 2"),
    ):
        open_file(page, "x.md", content)
        expect(page.locator(".k-note")).to_contain_text(words)
    expect(page.locator(".k-preview h3")).to_have_text(TITLE)
    open_file(page, "x.md", f"---\ntitle: '{EVIL}'\nnovoe: 1\n---\n\n## Введение\n\n{EVIL}\n".encode())
    expect(page.locator(".k-preview h3")).to_have_text(EVIL)
    page.goto(page.url.split("#")[0] + "#otpravit")
    assert page.evaluate("window.hacked") is None
    assert "novoe: 1" in saved(page)[1].decode()
    page.locator("[data-form-new]").click()
    page.get_by_role("button", name="Вернуть").click()
    expect(page.locator(".k-preview h3")).to_have_text(EVIL)


def test_a_strangers_storage(open_page: OpenPage) -> None:
    """What the storage holds is shown as text, and what is odd in it is left out."""
    draft = {"now": {"values": {"title": EVIL, "levels": 7}, "texts": {"Введение": EVIL}}, "aside": "x"}
    before = f"localStorage.setItem({json.dumps(KEY)}, {json.dumps(json.dumps(draft))})"
    page = open_page(FORM, before=before)
    expect(page.locator(".k-preview h3")).to_have_text(EVIL)
    assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_for_axe_to_find(open_page: OpenPage, axe: Axe, width: int) -> None:
    """Lines, choices, rows and the end, on a phone and a desk, light and dark; nothing sticks out."""
    page = open_page(FORM + "#komu", width=width)
    page.get_by_role("combobox", name="Целевая аудитория").fill("учит")
    assert axe(page) == []
    page.goto(page.url.split("#")[0] + "#rezultaty")
    page.locator("fieldset.k-field", has_text="Результаты").get_by_role(
        "button", name="Добавить"
    ).first.click()
    assert axe(page) == []
    page.goto(page.url.split("#")[0] + "#otpravit")
    expect(page.locator("[data-form-save]")).to_be_visible()
    assert axe(page) == []
    assert not too_wide(page)


def test_the_narrowest_screen(open_page: OpenPage) -> None:
    """Nothing sticks out at 320 px, and the bar with the readiness is in sight."""
    page = open_page(FORM, width=320, height=640)
    expect(page.locator(".k-bar--form")).to_be_in_viewport()
    assert not too_wide(page)


def test_without_scripts(open_page: OpenPage) -> None:
    """The page says so and leads to the guide."""
    page = open_page(FORM, javascript=False)
    expect(page.locator(".k-note")).to_contain_text("скрипты выключены")
    assert page.locator(".k-note a").get_attribute("href")


def test_from_the_disk(open_page: OpenPage, flat_folder: Path) -> None:
    """The choice of a kind and the form work without a server."""
    page = open_page((flat_folder / "predlozhit.html").as_uri())
    page.get_by_role("link", name="Практика", exact=True).click()
    page.get_by_label("Наименование").fill(TITLE)
    expect(page.locator(".k-preview h3")).to_have_text(TITLE)


def test_what_the_bank_has_already(open_page: OpenPage) -> None:
    """Left, the title is compared with those of the bank; a child's name is told of before a short text."""
    page = open_page(FORM)
    page.get_by_label("Аннотация").fill("Ученица 5 класса Мария Примерова придумала вопрос.")
    page.get_by_label("Наименование").fill("Читательская карта: десять минут чтения на уроке")
    page.get_by_label("Наименование").press("Tab")
    found = page.get_by_role("status").filter(has_text="Похожее в банке уже есть")
    expect(found.get_by_role("link").first).to_contain_text("Читательские карты")
    expect(page.locator(".k-msg--bad").first).to_contain_text("имя и фамилия ребёнка: Мария Примерова")
