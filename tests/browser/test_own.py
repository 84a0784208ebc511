"""«Сборник по выбору»: a choice of the catalogue or a route as a small book; a collection's citations."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect
from tests.browser.conftest import OpenPage

OWN = "sborniki/po-vyboru/?zapisi=chitatelskie-karty,net-takoj,chitaem-medlenno&nazvanie=Чтение"
COLLECTION = "sborniki/chitaem-schitaem-somnevaemsya/"
COPIED = "words => navigator.clipboard.readText().then((text) => text.includes(words))"


def test_chosen_records_stand_as_a_book(open_page: OpenPage) -> None:
    """Title, contents, whole texts, references; a record that is gone is told of, places do not clash."""
    page = open_page(OWN)
    book = page.locator(".k-own")
    expect(book.locator(".k-own__name")).to_have_text("Чтение")
    expect(book.locator("article")).to_have_count(2)
    expect(page.locator(".k-own__tools [role=status]")).to_contain_text("больше нет в\u00a0банке: 1")
    expect(book.locator("article").first).to_contain_text("Ход работы")
    expect(book.locator(".k-own__refs li").first).to_contain_text("Текст : электронный")
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), (one) => one.id)")
    assert len(ids) == len(set(ids))
    broken = "Array.from(document.images).filter((one) => one.complete && !one.naturalWidth).length"
    assert page.evaluate(broken) == 0


def test_the_reader_names_the_book_and_takes_a_record_out(open_page: OpenPage) -> None:
    """The address keeps it all, so a link or a reload gives the same book."""
    page = open_page(OWN)
    page.get_by_label("Кто составил").fill("методическое объединение")
    page.get_by_role("button", name="Убрать из сборника: Читательские карты").click()
    expect(page.locator(".k-own article")).to_have_count(1)
    expect(page.locator(".k-own__title")).to_contain_text("Составитель: методическое объединение")
    page.reload()
    expect(page.locator(".k-own article")).to_have_count(1)
    expect(page.locator(".k-own__title")).to_contain_text("Составитель: методическое объединение")


def test_the_catalogue_leads_to_the_book(open_page: OpenPage) -> None:
    """«Сборник» under a choice; without a choice the page says where to begin."""
    page = open_page("katalog/?temy=chitatelskaya-gramotnost")
    page.get_by_role("button", name="Сборник", exact=True).click()
    expect(page.locator(".k-own article").first).to_be_visible()
    expect(page).to_have_url(re.compile("zapisi="))
    page.goto(page.url.split("?")[0])
    expect(page.locator("[data-own]")).to_contain_text("складывается небольшая книга")


def test_the_book_stands_on_a_disk_too(open_page: OpenPage, site_folder: Path) -> None:
    """From a folder the choice is read from what follows «#»."""
    path = site_folder / "sborniki/po-vyboru/index.html"
    page = open_page(f"{path.as_uri()}#?zapisi=chitatelskie-karty")
    expect(page.locator(".k-own article")).to_have_count(1)
    link = page.locator(".k-own .k-prose a[href]").first
    assert Path(link.evaluate("(one) => decodeURI(new URL(one.href).pathname)")).exists()


def test_one_citation_of_a_collection_at_a_time(open_page: OpenPage) -> None:
    """The article is chosen from a list; the button copies the shown one."""
    page = open_page(COLLECTION)
    box = page.locator(".k-cite").nth(1)
    box.locator("select").select_option(index=1)
    expect(box.locator("[data-tab]:visible")).to_have_count(1)
    box.locator("[data-copy]").click()
    page.wait_for_function(COPIED, arg="Лаборатория вопросов")
    page.locator(".k-cite").first.locator("[data-copy]").click()
    page.wait_for_function(COPIED, arg="Читаем, считаем, сомневаемся :")


def test_a_certificate_is_found_by_its_number(open_page: OpenPage) -> None:
    """However it is typed; a number that nobody has got is said to be none."""
    page = open_page("spravki/")
    number = page.get_by_label("Номер справки")
    for written, told in (("2026-999", "Справки № 2026-999 в списке нет"), ("привет", "Впишите номер")):
        number.fill(written)
        number.press("Enter")
        expect(page.locator("[data-number] [role=status]")).to_contain_text(told)
    number.fill("№ 2026 1")
    page.get_by_role("button", name="Проверить").click()
    expect(page.locator("h1")).to_have_text("Справка № 2026-001")
    expect(page.locator(".k-note--demo")).to_contain_text("Справка-образец")
