"""Every type of page in a real browser: axe, no sideways scroll, whole without scripts."""

from __future__ import annotations

import pytest
from tests.browser.conftest import OpenPage
from tests.browser.test_frame import Axe

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


@pytest.mark.parametrize(("width", "theme"), [(390, "light"), (1280, "light"), (1280, "dark")])
def test_no_type_of_page_has_anything_for_axe(open_page: OpenPage, axe: Axe, width: int, theme: str) -> None:
    """WCAG 2.1 AA and good practice on every type of page, on a phone and on a screen, in both schemes."""
    found = {}
    for name, path in PAGES.items():
        page = open_page(path, width=width, dark=theme == "dark")
        found[name] = axe(page)
        page.close()
    assert {name: findings for name, findings in found.items() if findings} == {}


@pytest.mark.parametrize(("width", "size"), [(320, "100"), (390, "200"), (1280, "200")])
def test_no_type_of_page_scrolls_sideways(open_page: OpenPage, width: int, size: str) -> None:
    """From 320 px and at double letters the text stays within the window."""
    wide = {}
    for name, path in PAGES.items():
        page = open_page(path, width=width, choices={"size": size})
        extra = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if extra > 0:
            wide[name] = extra
        page.close()
    assert wide == {}


def test_every_type_of_page_is_whole_without_scripts(open_page: OpenPage) -> None:
    """One heading of the first level, a way home, no empty control: all that matters is in the HTML."""
    for name, path in PAGES.items():
        page = open_page(path, javascript=False)
        assert page.locator("h1").count() == 1, name
        assert page.locator("header a[href]").count() > 0, name
        assert page.locator("main button:visible").count() == 0, name
        page.close()


def test_from_home_to_a_record_and_back_by_links_alone(open_page: OpenPage) -> None:
    """With scripts off: a difficulty, a list, a practice, where to see it, and the way back by crumbs."""
    page = open_page("", javascript=False)
    page.get_by_role("link", name="Методические").first.click()
    page.get_by_role("link", name="Читательские карты: десять минут").click()
    assert page.locator("h1").inner_text().startswith("Читательские карты")
    page.get_by_role("link", name="Как записаться").first.click()
    assert page.url.endswith("#intakes")
    page.locator(".k-crumbs a").first.click()
    assert page.locator("h1").inner_text() == "Опыт, который можно повторить"
