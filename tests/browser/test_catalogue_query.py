"""Words in the catalogue: searched together with the facets, put right openly, marked in the cards."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from tests.browser.conftest import OpenPage
from tests.browser.test_catalogue import CARDS, CATALOGUE, again, box, go, live, total


def test_typing(open_page: OpenPage) -> None:
    """The list follows the typing, in the order of fitting; typing makes no steps of history."""
    page = live(open_page(CATALOGUE))
    everything, steps = total(page), page.evaluate("history.length")
    field = page.get_by_label("Искать в каталоге")
    field.press_sequentially("наставник")
    expect(page).to_have_url(re.compile(r"\?q=%D0%BD"))
    expect(page.locator("#found")).not_to_have_text(re.compile(f"^{everything}"))
    assert page.evaluate("history.length") == steps
    expect(page.get_by_label("Порядок записей")).to_have_value("podhodyashchie")
    expect(page.locator(f"{CARDS} h3 mark").first).to_have_text(re.compile("наставник", re.IGNORECASE))
    expect(field).to_be_focused()
    field.fill("")
    expect(page.locator("#found")).to_have_text(re.compile(f"^{everything}"))
    expect(page.get_by_label("Порядок записей")).to_have_value("novye")
    assert page.locator(".k-cat mark").count() == 0


def test_words_and_facets(open_page: OpenPage) -> None:
    """Counts are counted among what the words found; the page opens so from its address."""
    page = live(open_page("katalog/?q=наставник"))
    found = total(page)
    page.locator(box("vid-zapisi=case")).check()
    fewer = total(page)
    assert 0 < fewer < found
    page.get_by_label("Порядок записей").select_option("nazvanie")
    expect(page).to_have_url(re.compile("poryadok=nazvanie$"))
    assert total(again(page)) == fewer
    expect(page.get_by_label("Искать в каталоге")).to_have_value("наставник")
    expect(page.get_by_label("Порядок записей")).to_have_value("nazvanie")
    page.get_by_role("button", name="Сбросить всё").click()
    expect(page.get_by_label("Искать в каталоге")).to_have_value("")
    assert total(page) > found


def test_a_misprint_is_put_right_openly(open_page: OpenPage) -> None:
    """«Показано по запросу …» with the way back, which the address keeps."""
    page = live(open_page("katalog/?q=наставничесво"))
    said = page.locator("[data-cat-did]")
    expect(said).to_contain_text("Показано по запросу «наставничество»")
    right = total(page)
    assert right > 5
    said.get_by_role("link", name="Искать точно «наставничесво»").click()
    expect(page).to_have_url(re.compile("tochno=1"))
    expect(said).to_contain_text("Искали точно")
    assert total(page) < right
    page.go_back()
    expect(said).to_contain_text("Показано по запросу")
    assert total(page) == right


def test_the_words_are_marked_on_the_records_page_too(open_page: OpenPage) -> None:
    """Whoever comes from a found record sees there what it was found by."""
    page = live(open_page("katalog/?q=наставник"))
    page.locator(f"{CARDS} h3 a").first.click()
    expect(page.locator(".k-rec mark").first).to_have_text(re.compile("наставник", re.IGNORECASE))


def test_missing_words_are_named(open_page: OpenPage) -> None:
    """A word that is nowhere is not dropped silently; with nothing found, words are the thing to drop."""
    page = live(open_page("katalog/?q=наставник+щщщъъъ"))
    expect(page.locator("[data-cat-did]")).to_contain_text("щщщъъъ")
    assert total(page) > 0
    go(page, "katalog/?q=щщщъъъ")
    live(page)
    expect(page.locator(".k-empty__h")).to_have_text("По запросу «щщщъъъ» ничего нет")
    expect(page.get_by_text("Проверьте, нет ли опечатки")).to_be_visible()
    page.get_by_role("button", name="Запрос «щщщъъъ»").click()
    assert total(page) > 20


def test_a_typed_value_is_offered(open_page: OpenPage) -> None:
    """Choosing it instead of searching gives exactly its records."""
    page = live(open_page("katalog/?q=наставничество"))
    offer = page.get_by_role("button", name=re.compile(r"^Тема: наставничество \d+$"))
    promised = int(re.findall(r"\d+", offer.inner_text())[0])
    offer.click()
    expect(page).to_have_url(re.compile(r"katalog/\?temy=nastavnichestvo$"))
    assert total(page) == promised
    assert page.locator(box("temy=nastavnichestvo")).is_checked()


def test_what_else_the_site_has(open_page: OpenPage) -> None:
    """Hits that are no records are counted under the list, with the way to all of them."""
    page = live(open_page("katalog/?q=тьютор"))
    link = page.locator("[data-cat-else] a")
    assert re.search(r"/search/\?q=", link.evaluate("link => link.href"))


def test_nothing_of_the_search_is_loaded_before_it_is_wanted(open_page: OpenPage) -> None:
    """Facets alone do not bring the index; the first touch of the field does."""
    page = open_page("praktiki/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    go(page, CATALOGUE)
    live(page).locator(box("trudnosti=metodicheskie")).check()
    assert [url for url in asked if re.search(r"/search\b|data/search", url)] == []
    with page.expect_request(re.compile("data/search")):
        page.get_by_label("Искать в каталоге").focus()
