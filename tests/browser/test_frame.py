"""The frame of every page: header, drawer, footer, themes, «Для слабовидящих»; with scripts and without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Axe, OpenPage

HOME = ""
RECORD = "praktiki/chitatelskie-karty/"
LOST = "net/takoj/stranicy/"


def scheme(page: Page) -> str | None:
    """Which theme is on."""
    return page.locator("html").get_attribute("data-md-color-scheme")


@pytest.mark.parametrize("color", ["bw", "wb", "blue", "beige"])
def test_nothing_for_axe_to_find_in_chosen_colours(open_page: OpenPage, axe: Axe, color: str) -> None:
    """Every pair of colours is readable, the open panel included, whatever the theme under it."""
    choices = {"color": color, "size": "150", "space": "wide"}
    page = open_page(RECORD, choices=choices)
    page.get_by_role("button", name="Для слабовидящих").click()
    assert axe(page) == []


def test_the_first_visit_follows_the_system(open_page: OpenPage) -> None:
    """Light or dark as the reader's computer is set; the button is named after the other one."""
    page = open_page(HOME, dark=True)
    assert scheme(page) == "slate"
    expect(page.get_by_role("button", name="Светлая тема")).to_be_visible()
    assert scheme(open_page(HOME)) == "default"


def test_a_chosen_theme_is_remembered(open_page: OpenPage) -> None:
    """On other pages too, and against the system's setting."""
    page = open_page(HOME)
    page.get_by_role("button", name="Тёмная тема").click()
    assert scheme(page) == "slate"
    page.get_by_role("link", name="Практики").first.click()
    assert scheme(page) == "slate"
    page.get_by_role("button", name="Светлая тема").click()
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert scheme(page) == "default"


def test_choices_are_there_before_the_first_paint(open_page: OpenPage) -> None:
    """They stand on <html> while the parser is still in <head>, so nothing flashes."""
    watch = """
      new MutationObserver((_, me) => {
        if (!document.body) return;
        window.atBody = document.documentElement.outerHTML.split('>')[0];
        me.disconnect();
      }).observe(document, { childList: true, subtree: true });
    """
    page = open_page(RECORD, choices={"scheme": "slate", "size": "150", "color": "beige"}, before=watch)
    root = page.evaluate("window.atBody")
    assert 'data-md-color-scheme="slate"' in root
    assert 'data-a11y-size="150"' in root
    assert 'data-a11y-color="beige"' in root


def test_the_panel_by_keyboard(open_page: OpenPage) -> None:
    """Opened, used and closed without a mouse; focus comes back to where it was."""
    page = open_page(RECORD)
    button = page.get_by_role("button", name="Для слабовидящих")
    button.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("region", name="Настройки для слабовидящих")
    expect(panel.get_by_label("100 %")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("html")).to_have_attribute("data-a11y-size", "125")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-a11y-size", "125")


def test_everything_back_as_it_was(open_page: OpenPage) -> None:
    """One button takes all four choices back and leaves the theme alone."""
    choices = {"scheme": "slate", "size": "200", "space": "widest", "color": "bw", "img": "off"}
    page = open_page(RECORD, choices=choices)
    page.get_by_role("button", name="Для слабовидящих").click()
    expect(page.get_by_label("Чёрным по белому")).to_be_checked()
    page.get_by_role("button", name="Вернуть как было").click()
    expect(page.get_by_label("Как на сайте")).to_be_checked()
    names = page.evaluate("document.documentElement.getAttributeNames()")
    assert not [name for name in names if name.startswith("data-a11y")]
    assert scheme(page) == "slate"


def test_pictures_become_their_descriptions(open_page: OpenPage) -> None:
    """The words stand where the picture was, and go when it comes back."""
    page = open_page(RECORD, choices={"img": "off"})
    picture = page.locator(".k-prose img").first
    words = page.locator(".k-alt").first
    expect(picture).to_be_hidden()
    expect(words).to_have_text(f"Картинка: {picture.get_attribute('alt')}")
    page.get_by_role("button", name="Для слабовидящих").click()
    page.get_by_label("Показывать").check(force=True)
    assert picture.evaluate("element => getComputedStyle(element).display") == "block"
    expect(words).to_be_hidden()


def test_closed_storage_is_told_and_does_no_harm(open_page: OpenPage) -> None:
    """Where sites may not keep anything the choice works until the page is left."""
    closed = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed') } })"
    page = open_page(HOME, before=closed)
    page.get_by_role("button", name="Для слабовидящих").click()
    page.get_by_label("150 %").check(force=True)
    expect(page.locator("html")).to_have_attribute("data-a11y-size", "150")
    expect(page.get_by_text("Браузер не разрешает сохранять")).to_be_visible()


@pytest.mark.parametrize("spoilt", ["{", "null", '"x"', '{"size": "999", "color": 7, "scheme": "<b>"}'])
def test_a_spoilt_storage_is_no_choice(open_page: OpenPage, spoilt: str) -> None:
    """What cannot be a choice is as good as nothing."""
    page = open_page(HOME, before=f"localStorage.setItem('kopilka', {spoilt!r})")
    assert scheme(page) == "default"
    assert page.locator("html").get_attribute("data-a11y-size") is None


def test_another_tab_is_followed(open_page: OpenPage) -> None:
    """Letters made larger in one tab are larger in the others."""
    page = open_page(HOME)
    other = page.context.new_page()
    other.goto(page.url)
    other.evaluate("localStorage.setItem('kopilka', JSON.stringify({ size: '150' }))")
    expect(page.locator("html")).to_have_attribute("data-a11y-size", "150")


def test_the_drawer_of_a_narrow_screen(open_page: OpenPage) -> None:
    """Closed, its links are out of reach; open, they have the focus; Esc closes it."""
    page = open_page(RECORD, width=390, height=800)
    home = page.locator(".md-nav--primary a").first
    expect(home).to_be_hidden()
    menu = page.get_by_role("button", name="Меню")
    menu.click()
    expect(home).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(home).to_be_hidden()
    expect(menu).to_be_focused()
    menu.click()
    page.locator(".md-nav--primary").get_by_role("button", name="Для слабовидящих").click()
    expect(home).to_be_hidden()
    expect(page.get_by_role("region", name="Настройки для слабовидящих")).to_be_visible()


def test_targets_on_a_phone_are_large_enough(open_page: OpenPage) -> None:
    """44 pixels for everything in the header, the drawer and the footer."""
    page = open_page(HOME, width=390)
    page.get_by_role("button", name="Меню").click()
    places = page.locator(
        ".md-header a, .md-header button, .md-nav--primary a, .md-nav--primary button, .k-footer li a"
    )
    boxes = [place.bounding_box() for place in places.all() if place.is_visible()]
    assert len(boxes) > 10
    assert [box for box in boxes if box and box["height"] < 43.5] == []


def test_skip_to_the_content(open_page: OpenPage) -> None:
    """The first press of Tab offers to pass the frame by."""
    page = open_page(RECORD)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Перейти к содержанию")
    expect(skip).to_be_focused()
    expect(skip).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))


def test_without_scripts(open_page: OpenPage) -> None:
    """Everything is readable, and nothing that needs a script is shown."""
    page = open_page(RECORD, javascript=False)
    for dead in (
        "[data-theme-toggle]",
        "[data-a11y-toggle]",
        "[data-copy]",
        "[data-copy-link]",
        "[data-print]",
    ):
        assert [place for place in page.locator(dead).all() if place.is_visible()] == []
    variants = page.locator("[data-tab]")
    assert all(variant.is_visible() for variant in variants.all())
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator("label.k-menu").click()
    expect(page.locator(".md-nav--primary a").first).to_be_visible()


@pytest.mark.parametrize("folder", ["site_folder", "flat_folder"])
def test_opened_from_a_disk(open_page: OpenPage, request: pytest.FixtureRequest, folder: str) -> None:
    """Styles, scripts and links work without a server, whether pages are folders or files."""
    root: Path = request.getfixturevalue(folder)
    page = open_page((root / "index.html").as_uri())
    page.get_by_role("button", name="Тёмная тема").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 23, 30)"
    page.locator(".md-tabs").get_by_role("link", name="Практики").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Практики")
    assert scheme(page) == "slate"
    page.locator(".k-card h3 a").first.click()
    expect(page.locator(".k-rec h1")).to_be_visible()
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Kopilka Serif\"'))")


def test_the_lost_page_leads_on(open_page: OpenPage, axe: Axe) -> None:
    """Shown at an address of any depth, in the same frame, with ways on."""
    page = open_page(LOST)
    expect(page.get_by_role("heading", level=1)).to_have_text("Такой страницы нет")
    assert axe(page) == []
    page.locator(".k-lost").get_by_role("link", name="Каталог").first.click()
    expect(page).to_have_title("Каталог – Копилка")
