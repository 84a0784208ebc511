"""The search in the header and on the home page: what is loaded and when, keys, words put right, failures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Axe, OpenPage
from tests.browser.fitting import too_wide
from tests.browser.searching import RECORD, field, hits, type_in

OF_SEARCH = re.compile(
    r"/(data/(search|facets|cards|texts)|assets/kopilka/(search|searchbox|facets|marks)\.)"
)


@pytest.mark.parametrize(("path", "opener"), [(RECORD, ".md-search__input"), ("", ".k-herosearch input")])
def test_nothing_is_loaded_before_the_field_is_touched(open_page: OpenPage, path: str, opener: str) -> None:
    """Neither the search nor the facets nor their data; the first focus brings them all."""
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert [name for name in loaded if OF_SEARCH.search(name)] == []
    with (
        page.expect_response(re.compile(r"/data/search\.js")),
        page.expect_response(re.compile("/data/facets")),
    ):
        page.locator(opener).focus()


def test_every_form_is_marked_and_a_facet_is_offered(open_page: OpenPage) -> None:
    """A hit is one link: kind, title, holder, a piece of the text with the words marked."""
    page = open_page(RECORD)
    type_in(page, "наставник")
    expect(hits(page).first.locator(".k-kind svg")).to_be_visible()
    marked = {mark.lower() for mark in page.locator(".k-sr mark").all_inner_texts()}
    assert len(marked) > 1
    assert all(mark.startswith("настав") or "настав" in mark for mark in marked)
    offer = page.locator(".k-sr__facets a").first
    expect(offer).to_contain_text("Тема: наставничество")
    expect(offer).to_have_attribute("href", re.compile(r"katalog/\?temy=nastavnichestvo$"))
    total = int(page.locator(".k-sr__foot a").inner_text().split()[-1])
    assert total >= hits(page).count() > 2


def test_a_wrong_layout_is_put_right_and_can_be_undone(open_page: OpenPage) -> None:
    """What was searched is said, with the way back to what was typed."""
    page = open_page(RECORD)
    type_in(page, "yfcnfdybr")
    note = page.locator(".k-sr__note")
    expect(note).to_have_text(
        "Показано по запросу «наставник»: похоже, была включена английская раскладка. Искать «yfcnfdybr»"
    )
    note.get_by_role("link").click()
    expect(page.locator(".k-sr__empty")).to_contain_text("«yfcnfdybr» ничего не нашлось")
    expect(field(page)).to_be_focused()
    note.get_by_role("link", name="Искать с исправлениями").click()
    expect(note).to_contain_text("Показано по запросу «наставник»")


def test_no_word_is_dropped_in_silence(open_page: OpenPage) -> None:
    """What has no match is named, the rest is found."""
    page = open_page(RECORD)
    type_in(page, "наставник хщжзфыв")
    expect(page.locator(".k-sr__missing")).to_have_text("Не найдено: «хщжзфыв».")
    assert hits(page).count() > 0


@pytest.mark.parametrize("where", ["http", "file", "flat"])
def test_by_keys_alone(open_page: OpenPage, site_folder: Path, flat_folder: Path, where: str) -> None:
    """«/» enters the field, arrows go through the hits, Enter opens; the same from a disk."""
    folder = {"file": site_folder / RECORD / "index.html", "flat": flat_folder / f"{RECORD.rstrip('/')}.html"}
    page = open_page(folder[where].as_uri() if where in folder else RECORD)
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("мастерская наставников")
    expect(hits(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(hits(page).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    title = hits(page).first.locator(".k-sr__title").inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_letters_typed_on_a_hit_go_into_the_field(open_page: OpenPage) -> None:
    """The query can be gone on with from anywhere in the list."""
    page = open_page(RECORD)
    type_in(page, "настав")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("ник")
    expect(field(page)).to_have_value("наставник")
    expect(field(page)).to_be_focused()


def test_escape_shuts_the_list(open_page: OpenPage) -> None:
    """The text stays, the focus is in the field, and after «/» it goes back where it was."""
    page = open_page(RECORD)
    type_in(page, "чтение")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(hits(page)).to_have_count(0)
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("чтение")
    button = page.get_by_role("button", name="Тёмная тема")
    button.focus()
    page.keyboard.press("/")
    expect(hits(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(hits(page)).to_have_count(0)


def test_enter_without_a_choice_leads_to_all_results(open_page: OpenPage) -> None:
    """From the field of the header, of the home page, and by the link under the hits."""
    page = open_page(RECORD)
    type_in(page, "чтение & смысл")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=%D1%87.*%20%26%20"))
    expect(page.get_by_label("Что ищем")).to_have_value("чтение & смысл")
    page = open_page("")
    page.get_by_label("Что ищем").fill("карты")
    expect(hits(page).first).to_be_visible()
    total = page.locator(".k-sr__foot a").inner_text().split()[-1]
    page.get_by_role("button", name="Найти").click()
    expect(page.locator(".k-found__bar h2")).to_contain_text(total)


def test_a_click_beside_shuts_the_list(open_page: OpenPage) -> None:
    """And so does leaving it with Tab."""
    page = open_page("")
    page.get_by_label("Что ищем").fill("карты")
    expect(hits(page).first).to_be_visible()
    page.locator("h1").click()
    expect(hits(page)).to_have_count(0)
    page.get_by_label("Что ищем").focus()
    expect(hits(page).first).to_be_visible()
    page.locator(".k-hero__eg a").first.focus()
    expect(hits(page)).to_have_count(0)


def test_the_last_text_wins(open_page: OpenPage) -> None:
    """However fast one types, the list answers what stands in the field."""
    page = open_page(RECORD)
    field(page).focus()
    for words in ("чтение", "наставник", "выгорание", "наставник", "выгорание"):
        field(page).fill(words)
    expect(page.locator(".k-sr mark").first).to_have_text(re.compile("выгоран", re.IGNORECASE))
    expect(page.locator(".md-search").get_by_role("status")).to_contain_text("результат")
    assert "настав" not in " ".join(page.locator(".k-sr__title mark").all_inner_texts()).lower()


def test_on_a_phone_the_row_opens_the_search(open_page: OpenPage, axe: Axe) -> None:
    """Over the whole screen; «Закрыть» and Esc give the focus back to the row."""
    page = open_page(RECORD, width=390, height=844)
    row = page.locator(".k-searchrow")
    expect(field(page)).to_be_hidden()
    row.click()
    expect(field(page)).to_be_focused()
    expect(page.locator(".k-sr__hint")).to_be_visible()
    type_in(page, "наставник")
    box = page.locator(".md-search__inner").bounding_box()
    assert box
    assert (box["width"], box["height"]) == (390, 844)
    targets = page.locator(".md-search a:visible:not(.k-sr__note a), .md-search button:visible")
    heights = targets.evaluate_all("places => places.map((place) => place.getBoundingClientRect().height)")
    small = [height for height in heights if height < 43.5]
    assert small == []
    assert axe(page) == []
    page.get_by_role("button", name="Закрыть").click()
    expect(row).to_be_focused()
    expect(field(page)).to_be_hidden()
    row.click()
    page.keyboard.press("Escape")
    expect(row).to_be_focused()


@pytest.mark.parametrize("path", [RECORD, ""])
def test_nothing_for_axe_in_the_open_list(open_page: OpenPage, axe: Axe, path: str) -> None:
    """With hits and with none."""
    page = open_page(path)
    own = page.locator(".k-herosearch input, .md-search__input").locator("visible=true").first
    own.fill("yfcnfdybr хщжзфыв")
    expect(hits(page).first).to_be_visible()
    assert axe(page) == []
    own.fill("хщжзфыв")
    expect(page.locator(".k-sr__empty:visible")).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize(
    ("width", "choices"), [(320, {}), (390, {"size": "200"}), (970, {}), (1280, {"size": "200"})]
)
def test_the_open_list_stays_within_the_window(
    open_page: OpenPage, width: int, choices: dict[str, str]
) -> None:
    """From 320 pixels on, and with letters of double size."""
    page = open_page(RECORD, width=width, choices=choices)
    page.keyboard.press("/")
    type_in(page, "наставник педагог")
    assert not too_wide(page)
    wide = page.locator(".md-search__scrollwrap").evaluate("place => place.scrollWidth - place.clientWidth")
    assert wide <= 0
    box = page.locator(".md-search__output").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
