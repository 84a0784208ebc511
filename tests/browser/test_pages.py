"""Every type of page in a real browser: axe, no sideways scroll, whole without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from playwright.sync_api import Page, expect
from tests.browser.conftest import Axe, OpenPage
from tests.browser.fitting import too_wide_anywhere

PAGES = {
    "home": "",
    "catalogue": "katalog/",
    "list of a kind": "praktiki/",
    "practice": "praktiki/chitatelskie-karty/",
    "archived practice": "praktiki/tekst-nedeli/",
    "practice of which little is known": "praktiki/obrazovanie-dlya-zhizni/",
    "case of a cascade": "proekty/traektoriya-razvitiya/",
    "case with results": "proekty/masterskaya-nastavnikov/",
    "site": "ploshchadki/chitaem-medlenno/",
    "base site with a road map": "ploshchadki/voprosy-k-tablicam/",
    "site whose status is over": "ploshchadki/masterskaya-oshibok/",
    "network": "seti/chitaem-vmeste/",
    "network with a long road map": "seti/rs-nms-permskogo-kraya-2023-2024/",
    "all lists": "spiski/",
    "collections": "sborniki/",
    "collection": "sborniki/chitaem-schitaem-somnevaemsya/",
    "own collection": "sborniki/po-vyboru/?zapisi=chitatelskie-karty,chitaem-medlenno",
    "facet": "temy/",
    "value of a facet": "temy/nastavnichestvo/",
    "value without records": "temy/rodnoj-yazyk/",
    "organisations": "organizacii/",
    "organisation": "organizacii/shkola-primer-1/",
    "glossary": "slovar/",
    "reference": "spravka/",
    "codes": "spravka/kody/",
    "code": "spravka/kody/k501/",
    "fields": "spravka/polya-practice/",
    "vocabulary": "spravka/slovar-theme/",
    "hand-written page": "uchitelyu/",
    "hand-written page with tables": "nastrojki/",
}


def visits(page: Page) -> Iterator[str]:
    """Goes from page to page in one window, which spares the browser much; the name of each."""
    for name, path in PAGES.items():
        page.goto(urljoin(page.url, f"/{path}"))
        yield name


def test_every_type_of_page_is_for_everybody(open_page: OpenPage, axe: Axe) -> None:
    """WCAG 2.1 AA and good practice, on a desk and on a phone, light and dark; nothing scrolls sideways."""
    page, found = open_page(""), {}
    for name in visits(page):
        page.set_viewport_size({"width": 1280, "height": 900})
        on_desk, tight = axe(page), too_wide_anywhere(page)
        page.set_viewport_size({"width": 390, "height": 900})
        found[name] = [*on_desk, *tight, *axe(page)]
    assert {name: findings for name, findings in found.items() if findings} == {}


def test_every_type_of_page_is_whole_without_scripts(open_page: OpenPage) -> None:
    """One heading of the first level, a way home, no empty control: all that matters is in the HTML."""
    page = open_page("", javascript=False)
    for name in visits(page):
        assert page.locator("h1").count() == 1, name
        assert page.locator("header a[href]").count() > 0, name
        assert page.locator("main button:visible").count() == 0, name


def test_from_home_to_a_record_and_back_by_links_alone(open_page: OpenPage) -> None:
    """With scripts off: a difficulty, a list, a practice, where to see it, and the way back by crumbs."""
    page = open_page("", javascript=False)
    page.get_by_role("link", name="Методические").first.click()
    page.get_by_role("link", name="Читательские карты: десять минут").click()
    expect(page.locator("h1")).to_contain_text(re.compile("^Читательские карты"))
    page.get_by_role("link", name="Как записаться").first.click()
    expect(page).to_have_url(re.compile("#intakes$"))
    page.locator(".k-crumbs a").first.click()
    expect(page.locator("h1")).to_have_text("Опыт, который можно повторить")
