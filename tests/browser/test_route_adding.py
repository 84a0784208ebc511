"""«В маршрут»: records put in the route from a card, from their page, from a disk."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect
from tests.browser.conftest import OpenPage
from tests.browser.routes import (
    KARTY,
    TITLES,
    kept,
    kept_ids,
    stops,
)

RECORD = f"praktiki/{KARTY}/"
LIST = "praktiki/"


def test_a_card_puts_its_record_in_the_route(open_page: OpenPage) -> None:
    """One press puts it in, the next takes it out; the header counts."""
    page = open_page(LIST)
    card = page.locator(".k-card").first
    card.get_by_role("button", name="В маршрут").click()
    expect(card.get_by_role("button", name="В маршруте")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-route-link]")).to_contain_text("1")
    assert kept_ids(page) == [card.get_attribute("data-record")]
    card.get_by_role("button", name="В маршруте").click()
    expect(page.locator(".k-count")).to_be_hidden()
    assert kept_ids(page) == []


def test_a_copy_of_the_card_goes_into_the_route(open_page: OpenPage) -> None:
    """Title, kind, path, holder; nothing else is needed to name a record that is gone."""
    page = open_page(RECORD)
    page.get_by_role("button", name="Добавить в маршрут").click()
    (item,) = kept(page)["steps"]
    assert item["title"].startswith(TITLES[0])
    assert (item["kind"], item["url"], item["by"]) == (
        "practice",
        f"praktiki/{KARTY}",
        "Школа-пример\u00a0№\u00a01",
    )


def test_on_a_phone_the_bar_has_it(open_page: OpenPage) -> None:
    """The bar at the bottom: the route, and where to see the practice."""
    page = open_page(RECORD, width=390, height=800)
    bar = page.locator(".k-bar")
    expect(bar).to_be_in_viewport()
    bar.get_by_role("button", name="В маршрут").click()
    expect(bar.get_by_role("button", name="В маршруте")).to_be_visible()
    expect(bar.get_by_role("link", name="Где увидеть")).to_be_visible()
    assert kept_ids(page) == [KARTY]


def test_both_buttons_of_a_page_agree(open_page: OpenPage) -> None:
    """At the head and in the bar; what happens in another tab is seen too."""
    page = open_page(RECORD)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Добавить в маршрут").click()
    expect(page.locator("[data-in-route][aria-pressed=true]")).to_have_count(2)
    expect(page.locator("[data-route-link]")).to_contain_text("1")


def test_from_the_disk(open_page: OpenPage, site_folder: Path, flat_folder: Path) -> None:
    """Pages as folders and as files, without a server."""
    for folder, record, route in (
        (site_folder, f"praktiki/{KARTY}/index.html", "marshrut/index.html"),
        (flat_folder, f"praktiki/{KARTY}.html", "marshrut.html"),
    ):
        page = open_page((folder / record).as_uri())
        page.get_by_role("button", name="Добавить в маршрут").click()
        page.get_by_role("link", name="Мой маршрут").click()
        expect(page).to_have_url((folder / route).as_uri())
        expect(stops(page)).to_have_count(1)
        stops(page).get_by_role("link", name=TITLES[0]).click()
        expect(page).to_have_url((folder / record).as_uri())
        page.evaluate("localStorage.clear()")


# ---- the page
