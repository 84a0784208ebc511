"""The catalogue for everybody: by keyboard alone, with a screen reader, on a phone, with large letters."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.test_catalogue import CARDS, CATALOGUE, NOTHING, go, live, total
from tests.browser.test_frame import Axe

STATES = {
    "cards": "katalog/?trudnosti=metodicheskie",
    "table": "katalog/?pokaz=tablica",
    "paper": "katalog/?pokaz=spisok",
    "empty": NOTHING,
    "facets": "katalog/?predmety=matematika&gody=2024-2026",
}

COLOURED = ("cards", "empty")
"""What has every colour of the page: enough to look at in the dark."""

PRESSED = "a, button, select, summary, label, input:not([type=checkbox])"
EXEMPT = ".k-vh, .k-note, p, dd, td, .k-range label"
SMALL = """([pressed, exempt]) => [...document.querySelectorAll(`.k-cat :is(${pressed})`)]
  .filter((element) => element.checkVisibility() && !element.closest(exempt))
  .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect().height])
  .filter(([, height]) => height && height < 43.5)"""
"""What is lower than a finger needs; links inside sentences are exempt."""


def _sheet(page: Page) -> None:
    page.locator("[data-cat-sheet]").click()
    expect(page.get_by_role("dialog", name="Фильтры")).to_be_visible()


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, False), (390, True), (1280, True)])
def test_nothing_for_axe(open_page: OpenPage, axe: Axe, width: int, *, dark: bool) -> None:
    """Cards, table, list for paper, the empty result, open facets, the sheet: light and dark."""
    page = open_page(CATALOGUE, width=width, dark=dark)
    found = {}
    for name in COLOURED if dark else STATES:
        go(page, STATES[name])
        found[name] = axe(live(page))
    if width < 500:
        _sheet(page)
        found["sheet"] = axe(page)
    assert {name: findings for name, findings in found.items() if findings} == {}


@pytest.mark.parametrize(("width", "size"), [(320, "100"), (390, "200"), (1280, "200")])
def test_no_sideways_scroll(open_page: OpenPage, width: int, size: str) -> None:
    """From 320 px and at double letters everything stays within the window, the sheet too."""
    page = open_page(CATALOGUE, width=width, choices={"size": size})
    for path in STATES.values():
        go(page, path)
        live(page)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    if page.locator("[data-cat-sheet]").is_visible():
        _sheet(page)
        assert (
            page.evaluate("(d => d.scrollWidth - d.clientWidth)(document.querySelector('.k-sheet__body'))")
            <= 0
        )


def test_by_keyboard_alone(open_page: OpenPage) -> None:
    """«/» to the field, Tab to a facet, Space ticks and the focus stays, arrows change the view."""
    page = live(open_page(CATALOGUE))
    page.keyboard.press("/")
    expect(page.get_by_label("Искать в каталоге")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("[data-facet=vid-zapisi] summary")).to_be_focused()
    page.keyboard.press("Tab")
    everything = total(page)
    page.keyboard.press("Space")
    assert total(page) < everything
    assert page.evaluate("document.activeElement.checked")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("[data-cat-chips] .k-chip").count() == 2
    page.get_by_role("radio", name="Карточки").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".k-cat tbody tr").first).to_be_visible()
    expect(page.get_by_role("radio", name="Таблица")).to_be_focused()


def test_names_for_a_screen_reader(open_page: OpenPage) -> None:
    """Facets are groups with names, boxes say value and count, the list stands under the total."""
    page = live(open_page(CATALOGUE))
    group = page.get_by_role("group", name="Трудность")
    expect(group.get_by_role("checkbox", name=re.compile(r"^Методические \d+$"))).to_be_visible()
    expect(page.get_by_role("complementary", name="Фильтры")).to_be_visible()
    expect(page.get_by_role("region", name=re.compile(r"^\d+\s+запис"))).to_be_visible()
    expect(page.get_by_role("search")).to_be_visible()
    assert page.locator(".k-cat :is(h1, h2, h3)").first.inner_text() == "Каталог"


def test_the_sheet(open_page: OpenPage) -> None:
    """On a phone the facets are a dialog: it counts while one chooses, and gives the focus back."""
    page = live(open_page(CATALOGUE, width=390))
    expect(page.locator(".k-cat__side")).to_be_hidden()
    expect(page.locator("[data-cat-views]")).to_be_hidden()
    opener = page.locator("[data-cat-sheet]")
    opener.press("Enter")
    sheet = page.get_by_role("dialog", name="Фильтры")
    expect(sheet.get_by_role("button", name="Закрыть")).to_be_focused()
    sheet.get_by_role("checkbox", name=re.compile("^Методические")).check()
    show = sheet.get_by_role("button", name=re.compile(r"^Показать \d+"))
    fewer = int(re.sub(r"\D", "", show.inner_text()))
    assert fewer == total(page)
    show.click()
    expect(sheet).to_be_hidden()
    expect(opener).to_be_focused()
    expect(opener).to_have_text("Фильтры: 1")
    assert page.locator(CARDS).count() == min(20, fewer)
    assert page.locator(".k-chip").inner_text() == "методические"
    opener.press("Enter")
    sheet.get_by_role("button", name="Сбросить").click()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(opener).to_have_text("Фильтры")
    expect(opener).to_be_focused()


def test_fingers(open_page: OpenPage) -> None:
    """On a phone everything to press is at least 44 px high, in the list and in the sheet."""
    page = open_page("katalog/?trudnosti=metodicheskie&q=урок", width=390)
    live(page)
    assert page.evaluate(SMALL, [PRESSED, EXEMPT]) == []
    _sheet(page)
    page.locator("[data-facet=predmety] summary").click()
    assert page.evaluate(SMALL, [PRESSED, EXEMPT]) == []
