"""The search when something is amiss: lost files, hostile words, no scripts; the marks on the opened page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Route, expect
from tests.browser.conftest import Axe, OpenPage
from tests.browser.fitting import too_wide
from tests.browser.searching import HOSTILE, RECORD, field, hits, lose, type_in


def test_a_slow_line_and_a_lost_one(open_page: OpenPage) -> None:
    """Loading is said; a failure is said with ways on; then the search works after all."""
    page = open_page(RECORD)
    held: list[Route] = []
    page.route("**/data/search.js*", lambda route: held.append(route))  # noqa: PLW0108 - the driver marks it
    field(page).fill("наставник")
    expect(page.locator(".k-sr")).to_contain_text("Загружаю поиск…")
    expect(page.locator(".md-search").get_by_role("status")).to_have_text("Загружаю поиск…")
    lose(held.pop())
    expect(page.locator(".k-sr")).to_contain_text("Поиск не загрузился")
    expect(page.locator(".k-sr").get_by_role("link", name="открыть каталог")).to_be_visible()
    page.unroute("**/data/search.js*")
    page.get_by_role("button", name="Попробовать ещё раз").click()
    expect(hits(page).first).to_be_visible()


def test_a_file_lost_later_does_not_stop_the_search(open_page: OpenPage) -> None:
    """Cards that did not come are asked for again by the next query."""
    page = open_page(RECORD)
    page.route("**/data/cards-*", lose)
    field(page).fill("наставник")
    expect(page.locator(".k-sr")).to_contain_text("Поиск не загрузился")
    page.unroute("**/data/cards-*")
    field(page).fill("наставники")
    expect(hits(page).first).to_be_visible()


def test_without_facets_the_search_works(open_page: OpenPage) -> None:
    """They are an offer, not a condition."""
    page = open_page(RECORD)
    page.route("**/data/facets*", lose)
    type_in(page, "наставник")
    assert hits(page).count() > 2
    expect(page.locator(".k-sr__facets")).to_have_count(0)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_words(open_page: OpenPage, words: str) -> None:
    """They are searched, shown as text, and do nothing else."""
    page = open_page(RECORD)
    type_in(page, words)
    assert page.evaluate("window.caught") is None
    assert page.locator(".k-sr img, .k-sr script").count() == 0
    hrefs = page.locator(".k-sr a").evaluate_all("links => links.map((link) => link.protocol)")
    assert set(hrefs) <= {"http:"}
    assert not too_wide(page)


def test_the_found_words_are_marked_on_the_opened_page(open_page: OpenPage, axe: Axe) -> None:
    """Every form of them; Esc and the button take the marks off, and another visit has none."""
    page = open_page(RECORD)
    type_in(page, "наставник")
    hits(page).first.click()
    line = page.locator(".k-marks")
    expect(line).to_contain_text("Подсвечены слова запроса «наставник»")
    marks = page.locator(".k-page mark")
    assert marks.count() > 3
    assert axe(page) == []
    text = page.locator(".k-rec__lead").inner_text()
    page.get_by_role("button", name="Убрать подсветку").click()
    expect(marks).to_have_count(0)
    expect(line).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert page.locator(".k-rec__lead").inner_text() == text
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    expect(line).to_have_count(0)


@pytest.mark.parametrize(
    "kept", ["{", "null", "7", '{"page": 1, "query": {}}', '{"page": "http://x/", "query": "a"}']
)
def test_a_spoilt_memory_marks_nothing(open_page: OpenPage, kept: str) -> None:
    """What cannot be a query, or is of another page, is let go."""
    page = open_page(RECORD, before=f"sessionStorage.setItem('kopilka-marks', {kept!r})")
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.locator(".k-marks").count() == 0
    assert page.evaluate("sessionStorage.getItem('kopilka-marks')") is None


def test_without_scripts_the_field_leads_to_the_search_page(open_page: OpenPage) -> None:
    """It says that it needs scripts and shows the lists; the home page has lists in place of its field."""
    page = open_page(RECORD, javascript=False)
    field(page).fill("наставник")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q="))
    main = page.locator("main")
    expect(main.locator("noscript p")).to_contain_text("Поиск работает с помощью скриптов")
    expect(main.get_by_role("link", name="Весь каталог")).to_be_visible()
    expect(main.locator("input, button").locator("visible=true")).to_have_count(0)
    phone = open_page(RECORD, javascript=False, width=390)
    phone.locator(".k-searchrow").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Поиск по банку")
    home = open_page("", javascript=False)
    expect(home.get_by_label("Что ищем")).to_be_hidden()
    expect(home.get_by_role("link", name="Открыть каталог")).to_be_visible()


@pytest.mark.parametrize("path", ["", "search/", "katalog/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_with_its_own_field_shows_no_other(open_page: OpenPage, path: str, width: int) -> None:
    """The header's is not there from the first paint on, and «/» enters the page's own."""
    page = open_page(path, width=width)
    expect(field(page)).to_be_hidden()
    expect(page.locator(".k-searchrow")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator(".k-has-search .k-bigsearch input")).to_be_focused()
