"""What scripts add to the parts of a page: contents, copying, tabs, the filter of a road map, printing."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.browser.conftest import OpenPage

RECORD = "praktiki/chitatelskie-karty/"
NETWORK = "seti/chitaem-vmeste/"


def test_the_section_being_read_is_marked(open_page: OpenPage) -> None:
    """«На этой странице» follows the reader."""
    page = open_page(RECORD)
    marked = page.locator("[data-spy] [aria-current]")
    expect(marked).to_have_count(1)
    first = marked.inner_text()
    page.locator("#cite").scroll_into_view_if_needed()
    page.mouse.wheel(0, 2000)
    expect(marked).to_have_count(1)
    expect(marked).not_to_have_text(first)


def test_copying(open_page: OpenPage) -> None:
    """The button says what happened; the clipboard holds the shown citation, or the address."""
    page = open_page(RECORD + "#cite")
    page.get_by_role("radio", name="BibTeX").check()
    page.locator("[data-copy]").click()
    expect(page.locator("[data-copy]")).to_contain_text("Скопировано")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@online{")
    page.locator("[data-copy-link]").click()
    copied = "url => navigator.clipboard.readText().then((text) => text === url)"
    page.wait_for_function(copied, arg=page.url.split("#")[0])


def test_copying_without_the_clipboard(open_page: OpenPage) -> None:
    """On sites without https the clipboard is closed to scripts, and the old way is taken."""
    page = open_page(RECORD, before="Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.evaluate("document.execCommand = (command) => { window.asked = command; return true; }")
    page.locator("[data-copy-link]").click()
    expect(page.locator("[data-copy-link]")).to_contain_text("Скопировано")
    assert page.evaluate("window.asked") == "copy"


def test_one_variant_of_the_citation_at_a_time(open_page: OpenPage) -> None:
    """With scripts the variants are tabs."""
    page = open_page(RECORD)
    variants = page.locator("[data-tab]")
    assert [variant.is_visible() for variant in variants.all()] == [True, False, False, False]
    page.get_by_role("radio", name="BibTeX").check()
    assert [variant.is_visible() for variant in variants.all()] == [False, False, True, False]


def test_a_road_map_is_narrowed(open_page: OpenPage) -> None:
    """By state and by who answers; how many are left is said aloud."""
    page = open_page(NETWORK)
    rows = page.locator("[data-roadmap] [data-state]")
    everything = rows.count()
    form = page.locator("[data-roadmap-filter]")
    form.get_by_label("Просрочено").check()
    late = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(late) < everything
    assert {row.get_attribute("data-state") for row in late} == {"late"}
    expect(form.get_by_role("status")).to_have_text(f"Показано работ: {len(late)}")
    form.get_by_label("Все").check()
    form.get_by_role("combobox").select_option(index=1)
    chosen = form.get_by_role("combobox").input_value()
    answers = [row.get_attribute("data-who") or "" for row in rows.all() if row.is_visible()]
    assert answers
    assert all(chosen in who.split("|") for who in answers)
    assert len(answers) < everything


def test_printing(open_page: OpenPage) -> None:
    """The button prints; on paper there is no frame, and dark is light."""
    page = open_page(RECORD, dark=True, before="window.print = () => { window.printed = true; }")
    page.locator("[data-print]").click()
    page.wait_for_function("window.printed")
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-tabs", ".k-footer", ".k-rec__act"):
        expect(page.locator(hidden)).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.k-rec h1')).color") == "rgb(0, 0, 0)"
