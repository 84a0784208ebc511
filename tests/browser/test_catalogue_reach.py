"""The catalogue for everybody: by keyboard alone, with a screen reader, on a phone, with large letters."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Axe, OpenPage
from tests.browser.fitting import too_wide_anywhere
from tests.browser.test_catalogue import CARDS, CATALOGUE, NOTHING, go, live, total

STATES = {
    "cards": "katalog/?trudnosti=metodicheskie",
    "table": "katalog/?pokaz=tablica",
    "paper": "katalog/?pokaz=spisok",
    "empty": NOTHING,
    "facets": "katalog/?predmety=matematika&gody=2024-2026",
}

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


def test_every_state_is_for_everybody(open_page: OpenPage, axe: Axe) -> None:
    """Cards, table, list for paper, the empty result, open facets: on a desk and on the smallest screens."""
    page = open_page(CATALOGUE)
    found = {}
    for name, path in STATES.items():
        page.set_viewport_size({"width": 1280, "height": 900})
        go(page, path)
        found[name] = [*axe(live(page)), *too_wide_anywhere(page)]
    assert found == {name: [] for name in STATES}


@pytest.mark.parametrize("width", [320, 390])
def test_the_sheet_is_for_everybody(open_page: OpenPage, axe: Axe, width: int) -> None:
    """On a phone: cards, the empty result, the sheet over them, which does not scroll sideways either."""
    page = open_page(STATES["empty"], width=width)
    assert axe(live(page)) == []
    go(page, STATES["cards"])
    assert axe(live(page)) == []
    _sheet(page)
    assert axe(page) == []
    body = page.locator(".k-sheet__body")
    assert body.evaluate("body => body.scrollWidth - body.clientWidth") <= 0


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
