"""A browser that keeps nothing, one that is full, and two tabs at once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.routes import FILLED, KARTY, KEY, PAIR, ROUTE, SITE, kept_ids, stops, stored

OFF = """
  Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('closed', 'SecurityError') },
  });
"""
FULL = """
  Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError') };
"""


@pytest.mark.parametrize(("script", "words"), [(OFF, "не даёт сайтам хранить данные"), (FULL, "нет места")])
def test_a_browser_that_keeps_nothing(open_page: OpenPage, script: str, words: str) -> None:
    """It is said beside the control; the header's link takes the route along; its page works."""
    page = open_page("praktiki/", before=script)
    card = page.locator(".k-card").first
    card.get_by_role("button", name="В маршрут").click()
    expect(card.get_by_role("status")).to_contain_text(words)
    expect(page.locator("[data-route-link]")).to_contain_text("1")
    page.get_by_role("link", name="Мой маршрут").click()
    expect(page.locator("[data-offer]")).to_contain_text("Открыт маршрут из ссылки: 1 шаг.")
    page.get_by_role("button", name=re.compile("Сохранить у себя|Открыть как мой")).click()
    expect(stops(page)).to_have_count(1)
    expect(page.get_by_text(words.capitalize()).or_(page.get_by_text(words))).to_be_visible()
    stops(page).get_by_label("Часы").fill("4")
    expect(page.get_by_role("heading", name="Итого 4 часа")).to_be_visible()
    page.get_by_role("button", name="Скопировать ссылку").click()
    expect(page.locator(".k-route__told")).to_contain_text("Ссылка скопирована")


def test_a_full_storage_keeps_what_it_had(open_page: OpenPage) -> None:
    """The route that is kept already stays; the change lives on the page."""
    page = open_page(ROUTE, before=stored(FILLED) + ";" + FULL)
    stops(page).nth(1).get_by_role("button", name="Убрать").click()
    expect(stops(page)).to_have_count(2)
    expect(page.get_by_text("последние изменения живут, пока открыта эта страница")).to_be_visible()
    assert kept_ids(page) == [KARTY, SITE, PAIR]


def two_tabs(open_page: OpenPage) -> tuple[Page, Page]:
    """The page of the route in two tabs of one browser."""
    first = open_page(ROUTE, before=stored(FILLED))
    second = first.context.new_page()
    second.goto(first.url)
    expect(stops(first)).to_have_count(3)
    expect(stops(second)).to_have_count(3)
    return first, second


def test_what_one_tab_does_the_other_shows(open_page: OpenPage) -> None:
    """And says that it came from there."""
    first, second = two_tabs(open_page)
    stops(second).first.get_by_role("button", name="Убрать").click()
    expect(stops(first)).to_have_count(2)
    expect(first.locator(".k-route__told")).to_contain_text("изменили в другой вкладке")


def test_changes_of_two_tabs_are_both_kept(open_page: OpenPage) -> None:
    """A note here, a removal there."""
    first, second = two_tabs(open_page)
    stops(second).nth(2).get_by_role("button", name="Убрать").click()
    stops(first).first.get_by_label("Моя заметка").fill("новая заметка")
    expect(stops(second).first.get_by_label("Моя заметка")).to_have_value("новая заметка")
    assert kept_ids(first) == [KARTY, SITE]


def test_a_spoilt_storage_is_an_empty_route(open_page: OpenPage) -> None:
    """Nothing of it runs or shows."""
    page = open_page(ROUTE, before=f'localStorage.setItem(\'{KEY}\', \'{{"steps":[{{"id":"<b>"}},5]}}\')')
    expect(page.get_by_role("heading", name="Шагов пока нет")).to_be_visible()
