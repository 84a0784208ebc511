"""The search page: hits in their order, the address, chips, more hits, failures; served and from a disk."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Axe, OpenPage
from tests.browser.fitting import too_wide, too_wide_anywhere
from tests.browser.searching import HOSTILE, lose

SEARCH = "search/"
WORDS = "наставник"


def found(page: Page) -> Locator:
    """The hits."""
    return page.locator("[data-found] .k-card")


def titles(page: Page) -> list[str]:
    """The titles of the hits in their order."""
    expect(found(page).first).to_be_visible()
    return page.locator("[data-found] .k-card h3").all_inner_texts()


def total(page: Page) -> int:
    """How many hits there are."""
    return int(page.locator(".k-found__bar h2").inner_text().split()[0])


def field(page: Page) -> Locator:
    """The page's field."""
    return page.get_by_label("Что ищем")


@pytest.mark.parametrize("where", ["http", "file", "flat"])
def test_an_address_with_a_query(
    open_page: OpenPage, site_folder: Path, flat_folder: Path, where: str
) -> None:
    """The hits stand in their order, each record with its id; the title and the field name the query."""
    files = {"file": site_folder / SEARCH / "index.html", "flat": flat_folder / "search.html"}
    start = files[where].as_uri() if where in files else SEARCH
    page = open_page(f"{start}?q={quote(WORDS)}")
    shown = titles(page)
    expect(page).to_have_title(re.compile("^наставник – Поиск"))
    expect(field(page)).to_have_value(WORDS)
    assert len(shown) == min(20, total(page))
    records = page.locator("[data-record]")
    assert len(set(records.evaluate_all("hits => hits.map((hit) => hit.dataset.record)"))) == records.count()
    pages = page.locator("[data-page]").evaluate_all("hits => hits.map((hit) => hit.dataset.page)")
    assert records.count() + len(pages) == len(shown)
    assert any(path.startswith("slovar#") for path in pages)
    expect(found(page).first.locator("mark").first).to_be_visible()
    expect(found(page).first.locator(".k-card__act")).to_be_visible()
    page.locator("[data-record] h3 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(shown[0])
    page.go_back()
    assert titles(page) == shown


def test_the_address_follows(open_page: OpenPage) -> None:
    """Typing changes one step of history, Enter ends it; back, forward, reload and a copied link restore."""
    page = open_page(SEARCH)
    steps = page.evaluate("history.length")
    field(page).press_sequentially("выгорание")
    first = titles(page)
    expect(page).to_have_url(re.compile(re.escape(f"?q={quote('выгорание')}") + "$"))
    assert page.evaluate("history.length") == steps
    page.keyboard.press("Enter")
    field(page).fill("чтение")
    expect(page.locator("mark").first).to_have_text(re.compile("чт|чит", re.IGNORECASE))
    page.keyboard.press("Enter")
    second = titles(page)
    assert second != first
    page.go_back()
    expect(field(page)).to_have_value("выгорание")
    expect(page.locator("[data-found] h3").first).to_have_text(first[0])
    expect(page).to_have_title(re.compile("^выгорание"))
    page.go_forward()
    expect(page.locator("[data-found] h3").first).to_have_text(second[0])
    page.reload()
    assert titles(page) == second
    assert titles(open_page(page.url)) == second


def test_where_the_address_of_a_file_may_not_change(open_page: OpenPage, site_folder: Path) -> None:
    """Browsers that keep it as it is have the query after «#»; nothing typed is lost, «назад» works."""
    closed = (
        "for (const name of ['pushState', 'replaceState']) history[name] = () => { throw new Error(name) }"
    )
    page = open_page((site_folder / SEARCH / "index.html").as_uri(), before=closed)
    field(page).press_sequentially("выгорание ")
    first = titles(page)
    expect(field(page)).to_have_value("выгорание ")
    expect(page).to_have_url(re.compile(r"#\?q=" + quote("выгорание") + "$"))
    field(page).fill("чтение")
    expect(page.locator("mark").first).to_have_text(re.compile("чт|чит", re.IGNORECASE))
    page.go_back()
    expect(field(page)).to_have_value("выгорание")
    expect(page.locator("[data-found] h3").first).to_have_text(first[0])


def test_what_the_hits_are(open_page: OpenPage) -> None:
    """Chips narrow to a kind, to organisations, to terms; the counts add up; the choice is in the address."""
    page = open_page(f"{SEARCH}?q={quote(WORDS)}")
    everything = len(titles(page))
    chips = page.locator(".k-found__groups a")
    counts = [int(chip.locator("b").inner_text()) for chip in chips.all()]
    assert counts[0] == sum(counts[1:]) == total(page)
    assert everything == min(20, counts[0])
    chips.filter(has_text="Проектные кейсы").click()
    expect(page).to_have_url(re.compile("vid=case"))
    expect(chips.filter(has_text="Проектные кейсы")).to_have_attribute("aria-current", "true")
    kinds = found(page).evaluate_all("cards => cards.map((card) => card.dataset.kind)")
    assert set(kinds) == {"case"}
    assert total(page) == len(kinds)
    page.reload()
    expect(found(page)).to_have_count(len(kinds))
    page.go_back()
    expect(found(page)).to_have_count(everything)


def test_more_hits(open_page: OpenPage) -> None:
    """Twenty more at a time, the focus on the first new one; after a record and back they are still there."""
    page = open_page(f"{SEARCH}?q={quote('педагог школа')}")
    assert len(titles(page)) == 20
    whole = total(page)
    assert whole > 40
    page.get_by_role("button", name="Показать ещё 20").click()
    expect(found(page)).to_have_count(40)
    expect(found(page).nth(20).locator("h3 a")).to_be_focused()
    page.reload()
    expect(found(page)).to_have_count(40)


def test_to_the_catalogue_with_the_query(open_page: OpenPage) -> None:
    """«Отобрать в каталоге» takes the words along."""
    page = open_page(f"{SEARCH}?q={quote(WORDS)}")
    page.get_by_role("link", name="Отобрать в каталоге").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Каталог")
    expect(page.get_by_label("Искать в каталоге")).to_have_value(WORDS)


def test_put_right_and_searched_exactly(open_page: OpenPage) -> None:
    """The note and its link; «точно» is a step of its own."""
    page = open_page(f"{SEARCH}?q=yfcnfdybr")
    expect(page.locator(".k-sr__note")).to_contain_text("«наставник»")
    page.get_by_role("link", name="Искать «yfcnfdybr»").click()
    expect(page).to_have_url(re.compile("q=yfcnfdybr&tochno=1"))
    expect(page.get_by_role("heading", level=2)).to_have_text("По запросу «yfcnfdybr» ничего не нашлось")
    page.get_by_role("link", name="Искать с исправлениями").click()
    expect(page.locator(".k-sr__note")).to_contain_text("«наставник»")
    page.go_back()
    expect(page.locator(".k-sr__note")).to_contain_text("Искали точно")
    page.go_back()
    expect(page.locator(".k-sr__note")).to_contain_text("«наставник»")


def test_nothing_found(open_page: OpenPage) -> None:
    """Said plainly, with what to do and where to go."""
    page = open_page(f"{SEARCH}?q={quote('хщжзфыв')}")
    expect(page.get_by_role("heading", level=2)).to_have_text("По запросу «хщжзфыв» ничего не нашлось")
    expect(page.get_by_role("status").filter(has_text="Ничего не нашлось")).to_have_count(1)
    expect(page.locator("[data-found]").get_by_role("link", name="Все темы, предметы и роли")).to_be_visible()


def test_before_a_query(open_page: OpenPage) -> None:
    """Examples search, lists lead on; nothing of the search is loaded yet."""
    page = open_page(SEARCH)
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert [name for name in loaded if re.search(r"data/(search|facets)", name)] == []
    page.get_by_role("link", name="выгорание").click()
    expect(field(page)).to_have_value("выгорание")
    assert len(titles(page)) > 1


def test_a_lost_line(open_page: OpenPage) -> None:
    """The failure is said with the way to the catalogue, and another attempt works."""
    page = open_page(SEARCH)
    page.route("**/data/search.js*", lose)
    field(page).fill(WORDS)
    expect(page.locator("[data-found]")).to_contain_text("Поиск не загрузился")
    expect(page.locator("[data-found]").get_by_role("link", name="каталоге")).to_be_visible()
    page.unroute("**/data/search.js*")
    page.get_by_role("button", name="Попробовать ещё раз").click()
    assert len(titles(page)) > 1


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_addresses_do_nothing(open_page: OpenPage, words: str) -> None:
    """The text of an address is text."""
    page = open_page(f"{SEARCH}?q={quote(words)}&vid=constructor&tochno=__proto__#?q=x")
    expect(page.locator("[data-found] h2, [data-found] .k-note").first).to_be_visible()
    assert page.evaluate("window.caught") is None
    assert page.locator("[data-found] img, [data-found] script").count() == 0
    assert not too_wide(page)


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_for_axe(open_page: OpenPage, axe: Axe, width: int) -> None:
    """With hits, with none, and before a query."""
    for query in (f"?q={quote('yfcnfdybr хщжзфыв')}", f"?q={quote('хщжзфыв')}", ""):
        page = open_page(SEARCH + query, width=width)
        if query:
            expect(page.locator("[data-found] h2")).to_be_visible()
        assert axe(page) == []
        page.close()


def test_no_sideways_scroll(open_page: OpenPage) -> None:
    """From 320 pixels on, and with letters of double size."""
    page = open_page(f"{SEARCH}?q={quote('наставник хщжзфыв')}")
    titles(page)
    assert too_wide_anywhere(page) == []


def test_on_paper(open_page: OpenPage) -> None:
    """The hits without fields and chips."""
    page = open_page(f"{SEARCH}?q={quote(WORDS)}")
    titles(page)
    page.emulate_media(media="print")
    for hidden in (".k-bigsearch", ".k-found__groups", ".k-sr__facets", ".k-found__bar a"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(found(page).first).to_be_visible()
