"""«Взять эту выборку с собой»: a link, a table for Excel, a list on paper."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.test_catalogue import CARDS, live, titles, total

CHOICE = "katalog/?trudnosti=metodicheskie&poryadok=nazvanie"
CELLS = [
    "=1+1",
    "+7 812",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "школа; «Мир»",
    'он сказал "да"',
    "две\nстроки",
    "тема - дело",
]


def _saved(page: Page) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name="Сохранить CSV").click()
    assert re.fullmatch(r"kopilka-vyborka-\d{4}-\d\d-\d\d\.csv", download.value.suggested_filename)
    return Path(download.value.path()).read_bytes().decode("utf-8")


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_a_table_for_excel(open_page: OpenPage) -> None:
    """Every chosen record, not only those shown, in the order of the list; a mark of UTF-8, semicolons."""
    page = live(open_page(CHOICE))
    text = _saved(page)
    assert text.startswith("\ufeffНазвание;")
    assert text.count("\r\n") == total(page) + 1
    head, *rows = _rows(text)
    assert {"Вид записи", "Трудность", "Уровень образования", "Время, часов", "Коротко", "Адрес"} <= set(head)
    assert {len(row) for row in rows} == {len(head)}
    assert [row[0] for row in rows[:20]] == titles(page)
    assert all("методические" in row[head.index("Трудность")].split("; ") for row in rows)
    assert all(row[-1].startswith("http") for row in rows)
    expect(page.locator("[data-take-said]")).to_contain_text("Файл сохранён")


def test_no_cell_is_a_formula(open_page: OpenPage) -> None:
    """What Excel would reckon gets an apostrophe before it; separators and quotes stand in quotes."""
    page = live(open_page(CHOICE))
    line = page.evaluate("cells => cells.map(kopilka.catalogue.cell).join(';')", CELLS)
    (row,) = _rows(line)
    guarded = [cell.startswith("'") for cell in row]
    assert guarded == [True, True, True, True, True, True, False, False, False, False]
    assert [cell.removeprefix("'") for cell in row] == CELLS


def test_a_table_from_a_folder(open_page: OpenPage, flat_folder: Path) -> None:
    """Nothing of it needs a server."""
    page = live(open_page((flat_folder / "katalog.html").as_uri() + "?vid-zapisi=site"))
    head, *rows = _rows(_saved(page))
    assert [row[0] for row in rows] == titles(page)
    assert rows[0][head.index("Вид записи")] == "Площадка"


def test_a_link(open_page: OpenPage) -> None:
    """The copied address opens the same choice."""
    page = live(open_page(CHOICE))
    page.get_by_role("button", name="Скопировать ссылку").click()
    expect(page.locator("[data-take-said]")).to_contain_text("Ссылка скопирована")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert total(live(open_page(copied))) == total(page)


def test_a_list_on_paper(open_page: OpenPage) -> None:
    """All chosen records with their addresses, headed by what was chosen; then the page is as before."""
    page = live(open_page(CHOICE, before="window.print = () => { window.printed = true; }"))
    shown = titles(page)
    page.get_by_role("button", name="Напечатать список").click()
    page.wait_for_function("window.printed")
    page.emulate_media(media="print")
    items = page.locator(".k-plist li")
    assert items.count() == total(page)
    assert items.locator("b").all_inner_texts()[:20] == shown
    assert all("/" in item for item in items.locator(".k-plist__url").all_inner_texts())
    paper = page.locator(".k-cat__paper")
    expect(paper).to_be_visible()
    expect(paper).to_contain_text("Трудность: методические")
    for hidden in (
        ".md-header",
        ".k-footer",
        ".k-facets",
        ".k-chips",
        ".k-bigsearch",
        "[data-cat-take]",
        "[data-cat-order]",
    ):
        expect(page.locator(hidden).first).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(CARDS)).to_have_count(20)
    expect(paper).to_be_hidden()
