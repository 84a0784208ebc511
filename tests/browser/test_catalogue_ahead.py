"""The catalogue ahead of its reader: cards asked for before the click, laid out when the screen comes."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.test_catalogue import CARDS, CATALOGUE, box, go, live

SPARING = 'Object.defineProperty(navigator, "connection", { value: { saveData: true } })'
ASKED = 'performance.getEntriesByType("resource").filter(({ name }) => /data.cards-/.test(name)).length'
VALUE = "[data-facet=trudnosti] label:has(input[value=metodicheskie])"


def _asked(page: Page) -> int:
    """How many files of cards the page has asked for."""
    return int(page.evaluate(ASKED))


def test_cards_are_asked_for_before_the_click(open_page: OpenPage) -> None:
    """A mouse that rests on a value brings the cards its click would show; so does the focus."""
    page = live(open_page(CATALOGUE))
    assert _asked(page) == 0
    page.hover(VALUE)
    page.wait_for_function(ASKED)
    page = live(open_page(CATALOGUE))
    page.locator(box("trudnosti=metodicheskie")).focus()
    page.wait_for_function(ASKED)


def test_a_reader_who_spares_traffic_is_spared(open_page: OpenPage) -> None:
    """Where data are to be saved, only the click brings cards."""
    page = open_page("praktiki/")
    page.add_init_script(SPARING)
    go(page, CATALOGUE)
    live(page).hover(VALUE)
    page.dispatch_event(VALUE, "pointerdown")
    page.wait_for_timeout(200)
    assert _asked(page) == 0
    page.locator(box("trudnosti=metodicheskie")).check()
    page.wait_for_function(ASKED)


def test_the_way_back_leads_to_the_same_place(open_page: OpenPage) -> None:
    """Cards below the screen wait for it, but not where the reader comes back to a place far down."""
    page = live(open_page(CATALOGUE))
    assert page.locator(CARDS).last.evaluate("card => getComputedStyle(card).contentVisibility") == "auto"
    page.locator(CARDS).nth(15).scroll_into_view_if_needed()
    page.locator(CARDS).nth(15).locator("h3 a").click()
    expect(page.locator("[data-catalogue]")).to_have_count(0)
    page.go_back()
    expect(live(page).locator(CARDS).nth(15)).to_be_in_viewport()
