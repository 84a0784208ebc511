"""The catalogue's state is its address: back, forward, reload, a copied link, a folder, a stranger's link."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect
from tests.browser.conftest import OpenPage
from tests.browser.fitting import too_wide
from tests.browser.test_catalogue import CARDS, CATALOGUE, again, box, go, live, titles, total

FULL = "katalog/?trudnosti=metodicheskie&chasy=1-16&poryadok=nazvanie&pokaz=tablica"

HOSTILE = [
    "?q=" + quote("<img src=x onerror=window.hurt=1>"),
    "?temy=__proto__,constructor,toString&__proto__=x&trudnosti=" + quote("<b>"),
    "?chasy=1e9-99999999999999&gody=-&dalshe=999999999999999999999",
    "?dalshe=999999&poryadok=" + quote("'\"><script>window.hurt=1</script>"),
    "?pokaz=constructor&poryadok=__proto__&vid-zapisi=" + "practice," * 500,
    "#?temy=" + quote("<img src=x onerror=window.hurt=1>"),
    "?q=" + quote("\u202e" + "я" * 5000),
    "?%E0%A4%A&q=%",
]


def _seen(page: Page) -> dict[str, object]:
    """What a reader sees of the state."""
    return {
        "total": total(page),
        "chips": page.locator("[data-cat-chips] .k-chip").all_inner_texts(),
        "order": page.get_by_label("Порядок записей").input_value(),
        "titles": titles(page),
        "ticked": page.locator(".k-facets input:checked").evaluate_all("all => all.map((box) => box.value)"),
    }


def test_an_address_restores_everything(open_page: OpenPage) -> None:
    """Opened anew, reloaded, or come back to from a record, the page is as it was."""
    page = live(open_page(FULL))
    first = _seen(page)
    assert first["order"] == "nazvanie"
    assert len(first["chips"]) == 2  # type: ignore[arg-type]
    assert page.get_by_role("radio", name="Таблица").is_checked()
    assert _seen(again(page)) == first
    page.locator("tbody th a").first.click()
    page.wait_for_url(re.compile(r"/(?!katalog)[a-z]+/[a-z0-9-]+/$"))
    page.go_back()
    assert _seen(live(page)) == first


def test_the_way_back_leads_to_the_same_place(open_page: OpenPage) -> None:
    """Whoever looked at a record far down the list comes back to it, not to the top."""
    page = live(open_page("katalog/?dalshe=40"))
    link = page.locator(f"{CARDS} h3 a").nth(30)
    link.scroll_into_view_if_needed()
    link.click()
    page.wait_for_url(re.compile(r"/(?!katalog)[a-z]+/[a-z0-9-]+/$"))
    page.go_back()
    expect(live(page).locator(CARDS)).to_have_count(40)
    expect(link).to_be_in_viewport()


def test_back_and_forward(open_page: OpenPage) -> None:
    """Every choice is a step; the focus stays where it is while the page changes."""
    page = live(open_page(CATALOGUE))
    steps = [_seen(page)]
    page.locator(box("trudnosti=metodicheskie")).check()
    steps.append(_seen(page))
    page.locator(box("vid-zapisi=case")).check()
    steps.append(_seen(page))
    page.get_by_label("Порядок записей").focus()
    page.get_by_label("Порядок записей").select_option("nazvanie")
    steps.append(_seen(page))
    assert len({json.dumps(step) for step in steps}) == 4
    for step in (2, 1, 0):
        page.go_back()
        expect(page.locator("[data-cat-chips] .k-chip")).to_have_count(len(steps[step]["chips"]))  # type: ignore[arg-type]
        assert _seen(page) == steps[step]
    expect(page.get_by_label("Порядок записей")).to_be_focused()
    for step in (1, 2, 3):
        page.go_forward()
        expect(page.get_by_label("Порядок записей")).to_have_value(str(steps[step]["order"]))
        assert _seen(page) == steps[step]


def test_ranges_make_one_step(open_page: OpenPage) -> None:
    """Typing in the fields of a range makes one step of history, however often the list changes."""
    page = live(open_page(CATALOGUE))
    before = page.evaluate("history.length")
    page.get_by_label("Время, от, часов").press_sequentially("2")
    expect(page).to_have_url(re.compile(r"chasy=2-$"))
    page.get_by_label("Время, от, часов").press_sequentially("0")
    expect(page).to_have_url(re.compile(r"chasy=20-$"))
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    expect(page.locator("[data-cat-chips]")).to_be_hidden()


@pytest.mark.parametrize("query", HOSTILE)
def test_a_strangers_address_does_nothing(open_page: OpenPage, query: str) -> None:
    """Nothing of it runs, becomes an element or stops the page."""
    page = live(open_page(CATALOGUE + query))
    assert page.evaluate("window.hurt") is None
    assert page.locator(".k-cat :is(img, script, b b)").count() == 0
    assert page.locator("[data-cat-chips] .k-chip").count() <= 1
    assert page.locator(CARDS).count() > 0 or page.locator(".k-empty").is_visible()
    assert not too_wide(page)
    assert page.evaluate("Object.keys({}).length + Object.keys(Object.prototype).length") == 0


def test_from_a_folder(open_page: OpenPage, flat_folder: Path) -> None:
    """Opened from a disk the page chooses, keeps its address and comes back to it."""
    page = live(open_page((flat_folder / "katalog.html").as_uri()))
    everything = total(page)
    page.locator(box("trudnosti=metodicheskie")).check()
    fewer = total(page)
    assert fewer < everything
    expect(page).to_have_url(re.compile(r"katalog\.html\?trudnosti=metodicheskie$"))
    link = page.locator(f"{CARDS} h3 a").last
    assert re.match(r"file://.*/[a-z]+/[a-z0-9-]+\.html$", link.evaluate("link => link.href"))
    assert total(again(page)) == fewer
    page.go_back()
    expect(page.locator("[data-cat-chips]")).to_be_hidden()
    assert total(page) == everything


def test_where_a_page_may_not_change_its_address(open_page: OpenPage) -> None:
    """A browser that refuses to rewrite the address gets the state after «#», and reads it there."""
    refuse = "history.pushState = history.replaceState = () => { throw new Error('no'); }"
    page = live(open_page(CATALOGUE, before=refuse))
    everything = total(page)
    page.locator(box("trudnosti=metodicheskie")).check()
    fewer = total(page)
    expect(page).to_have_url(re.compile(r"katalog/#\?trudnosti=metodicheskie$"))
    assert total(again(page)) == fewer
    page.go_back()
    expect(page.locator("[data-cat-chips]")).to_be_hidden()
    assert total(page) == everything


def test_the_former_list_stays_until_the_cards_come(open_page: OpenPage) -> None:
    """Counts and boxes answer at once; the list is changed when what it needs is there."""
    page = open_page("praktiki/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/data/cards-*.js*", hold)
    go(page, CATALOGUE)
    first = live(page).locator(CARDS).first.get_attribute("data-record")
    page.get_by_role("radio", name="Таблица").check()
    expect(page.locator("[data-cat-list]")).to_have_attribute("aria-busy", "true")
    page.locator(box("vid-zapisi=practice")).check()
    assert total(page) == 25
    assert page.locator(CARDS).first.get_attribute("data-record") == first
    for route in held:
        route.continue_()
    expect(page.locator("[data-cat-list] tbody tr")).to_have_count(20)
    expect(page.locator(CARDS)).to_have_count(0)
