"""The route on paper with its codes, and the code on a printed record."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.routes import (
    FILLED,
    KARTY,
    LOST,
    PAIR,
    ROUTE,
    SITE,
    STEPS,
    filled,
    kept_ids,
    stops,
    stored,
)

SILENT = "window.print = () => { window.printed = (window.printed || 0) + 1 }"


def paper(page: Page) -> str:
    """The words on paper."""
    page.emulate_media(media="print")
    return " ".join(page.locator("body").inner_text().replace("\u2060", "").split())


def test_one_document_is_printed(open_page: OpenPage) -> None:
    """Title, goal, steps, the sum, a code for every record; no buttons, no fields."""
    page = open_page(ROUTE, before=stored({**FILLED, "steps": [*STEPS, LOST]}) + ";" + SILENT)
    expect(stops(page)).to_have_count(3)
    page.get_by_role("button", name="Напечатать, A4").click()
    page.wait_for_function("window.printed === 1")
    text = paper(page)
    expect(page.locator(".k-routepaper svg.k-qr")).to_have_count(3)
    for hidden in (".k-routeapp", ".md-header", ".k-footer", "h1"):
        expect(page.locator(hidden)).to_be_hidden()
    for words in (
        "Мой маршрут",
        "Понимать параграф",
        "методические",
        "25–27.11.2090",
        "Начать с Древнего Рима",
        "Видеовизитка урока",
        "Итого 25 часов",
    ):
        assert words in text, words
    assert "Убрать" not in text


def test_printed_from_the_menu_it_is_the_same_document(open_page: OpenPage) -> None:
    """The codes come when there is time; printed before that, the addresses stand in letters."""
    page = filled(open_page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".k-paper__address").first).to_contain_text(f"praktiki/{KARTY}/")
    page.wait_for_function("() => Boolean(window.kopilka.qr)")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".k-routepaper svg.k-qr")).to_have_count(3)


def test_rows_are_not_torn(open_page: OpenPage) -> None:
    """A long route takes several sheets: every row is whole, the head of the table is on each of them."""
    many = [{"id": f"~{n}", "title": f"Шаг {n}", "note": "слово\n" * 7} for n in range(20)]
    page = open_page(ROUTE, before=stored({"v": 1, "steps": many}))
    expect(stops(page)).to_have_count(20)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    rule = "(rows) => new Set(rows.map(row => getComputedStyle(row).breakInside)).size === 1"
    assert page.locator(".k-paper tbody tr").evaluate_all(rule)
    expect(page.locator(".k-paper tbody tr").first).to_have_css("break-inside", "avoid")
    expect(page.locator(".k-paper thead")).to_have_css("display", "table-header-group")
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") > 2


def test_from_the_disk_there_is_paper_without_codes(open_page: OpenPage, site_folder: Path) -> None:
    """Nobody could open a path of this disk: its path stands in letters. Link, file, order work."""
    page = filled(open_page, (site_folder / "marshrut" / "index.html").as_uri(), SILENT)
    page.get_by_role("button", name="Напечатать, A4").click()
    page.wait_for_function("window.printed === 1")
    expect(page.locator(".k-routepaper svg.k-qr")).to_have_count(0)
    expect(page.locator(".k-paper__address").first).to_have_text(f"praktiki/{KARTY}")
    stops(page).first.get_by_role("button", name="Ниже").click()
    assert kept_ids(page) == [SITE, KARTY, PAIR]
    page.get_by_role("button", name="Скопировать ссылку").click()
    expect(page.locator(".k-route__told")).to_contain_text("только на этом компьютере")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Сохранить файл").click()
    assert waiting.value.suggested_filename.endswith(".json")


def test_a_printed_record_has_its_code(open_page: OpenPage) -> None:
    """Beside the address and the day of printing; brought by the button, before the printer is called."""
    page = open_page(f"praktiki/{KARTY}/", before=SILENT)
    page.get_by_role("button", name="Напечатать").click()
    page.wait_for_function("window.printed === 1")
    text = paper(page)
    code = page.locator(".k-printhead svg.k-qr")
    expect(code).to_be_visible()
    box = code.bounding_box()
    assert box
    assert box["width"] == box["height"] > 60
    assert f"/praktiki/{KARTY}/" in text
    assert "напечатано" in text
    assert "маршрут" not in text.partition("Что изменилось")[0]


def test_a_record_printed_by_keys(open_page: OpenPage) -> None:
    """The Ctrl of Ctrl+P brings the code; nothing of it is loaded before."""
    page = open_page(f"praktiki/{KARTY}/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".k-printhead")).to_contain_text("напечатано")
    assert page.evaluate("typeof window.kopilka.qr") == "undefined"
    page.keyboard.press("Control")
    expect(page.locator(".k-printhead svg.k-qr")).to_have_count(1)


def test_a_record_printed_from_the_disk(open_page: OpenPage, site_folder: Path) -> None:
    """The path in letters, no code."""
    page = open_page((site_folder / "praktiki" / KARTY / "index.html").as_uri(), before=SILENT)
    page.get_by_role("button", name="Напечатать").click()
    page.wait_for_function("window.printed === 1")
    expect(page.locator(".k-printhead")).to_contain_text(f"страница praktiki/{KARTY} · напечатано")
    expect(page.locator(".k-printhead svg")).to_have_count(0)
