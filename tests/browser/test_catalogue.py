"""The catalogue page: facets, chips, order, views, the empty result; with scripts and without."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage

CATALOGUE = "katalog/"
NOTHING = "katalog/?temy=inzhenernoe-myshlenie&gody=2020-2021&dokazatelnost=stepen-3"
CARDS = "[data-cat-list] .k-card"

ALIKE = """async () => {
  const ids = (await kopilka.data("ids")).split("\\n"), manifest = await kopilka.data("manifest");
  const inside = (node) => [...node.childNodes].map(tree).filter((child) => child !== "");
  const told = (node) => [node.nodeName, node.getAttribute("class"), node.href || "", { ...node.dataset }];
  const tree = (node) => (node.nodeType === 3 ? node.data.trim() : [...told(node), inside(node)]);
  const different = [];
  for (const card of document.querySelectorAll(".k-card")) {
    const copy = card.cloneNode(true);
    copy.querySelectorAll(".k-card__act").forEach((act) => act.remove());
    const [data] = await kopilka.cards([ids.indexOf(card.dataset.record)]);
    const drawn = kopilka.drawCard(data, null, manifest);
    if (JSON.stringify(tree(copy)) !== JSON.stringify(tree(drawn))) different.push(card.dataset.record);
  }
  return [document.querySelectorAll(".k-card").length, different];
}"""


def total(page: Page) -> int:
    """How many records the page says it has."""
    return int(re.sub(r"\D", "", page.locator("#found").inner_text()) or 0)


def box(name: str) -> str:
    """The selector of the box of a value: «temy=vospitanie»."""
    facet, value = name.split("=")
    return f"[data-facet={facet}] input[value={value}]"


def count(page: Page, name: str) -> int:
    """The count beside a value."""
    facet, value = name.split("=")
    return int(page.locator(f"[data-facet={facet}] label:has(input[value={value}]) .k-check__n").inner_text())


def go(page: Page, path: str) -> None:
    """Another page of the site in the same window."""
    page.goto(urljoin(page.url, "/" + path))


def again(page: Page) -> Page:
    """The same page, loaded anew."""
    page.reload()
    return live(page)


def titles(page: Page) -> list[str]:
    """Titles of the records that are shown, once the list is there."""
    expect(page.locator("[data-cat-list]:not([aria-busy])")).to_have_count(1)
    return page.locator("[data-cat-list] :is(h3, tbody th, .k-plist b) a").all_text_contents()


def live(page: Page) -> Page:
    """The page, once its scripts have taken over."""
    expect(page.locator("[data-catalogue][data-live]:not([data-waiting])")).to_have_count(1)
    return page


@pytest.mark.parametrize("path", ["praktiki/", "proekty/", "ploshchadki/", "seti/"])
def test_drawn_cards_are_as_the_pages_own(open_page: OpenPage, path: str) -> None:
    """A card drawn by script has the same elements, words and addresses as one drawn by the build."""
    page = open_page(path)
    number, different = page.evaluate(ALIKE)
    assert number > 0
    assert different == []


def test_without_scripts_the_list_and_the_way_to_the_lists(open_page: OpenPage) -> None:
    """All records are there, what needs scripts is not, and a line says where to choose instead."""
    page = open_page(CATALOGUE, javascript=False)
    assert page.locator(CARDS).count() == total(page) > 20
    note = page.locator(".k-cat__head .k-note")
    expect(note).to_contain_text("нужны скрипты")
    expect(note.get_by_role("link")).to_have_attribute("href", "../spiski/")
    for needless in ("form", ".k-cat__side", "[data-cat-order]", "[data-cat-views]", "[data-cat-take]"):
        expect(page.locator(f".k-cat {needless}").first).to_be_hidden()
    expect(page.locator(".k-cat__kinds a").first).to_be_visible()


def test_when_facets_do_not_come_the_page_stays_whole(open_page: OpenPage) -> None:
    """A file that did not load is named; the page's own list and its pages stay."""
    page = open_page(CATALOGUE, before="Object.defineProperty(window, 'Uint32Array', { value: null })")
    expect(page.locator("[data-catalogue][data-failed]")).to_have_count(1)
    expect(page.get_by_text("Фильтры не загрузились")).to_be_visible()
    assert page.locator(CARDS).count() > 20
    expect(page.locator(".k-cat__kinds")).to_be_visible()


def test_choosing(open_page: OpenPage) -> None:
    """OR inside a facet, AND across; a value's count is what choosing it gives."""
    page = live(open_page(CATALOGUE))
    everything = total(page)
    foretold = count(page, "trudnosti=metodicheskie")
    page.locator(box("trudnosti=metodicheskie")).check()
    assert total(page) == foretold < everything
    page.locator(box("trudnosti=predmetnye")).check()
    wider = total(page)
    assert wider > foretold
    foretold = count(page, "vid-zapisi=case")
    page.locator(box("vid-zapisi=case")).check()
    assert total(page) == foretold < wider
    expect(page.locator("[data-facet=trudnosti] .k-facet__sel")).to_have_text("выбрано: 2")
    assert len(titles(page)) == total(page)
    assert {card.get_attribute("data-kind") for card in page.locator(CARDS).all()} == {"case"}


def test_values_never_move_or_vanish(open_page: OpenPage) -> None:
    """Under any choice the same boxes stand in the same order, zero ones dimmed and still to be ticked."""
    page = live(open_page(CATALOGUE))
    boxes = page.locator("[data-facet=vid-zapisi] input, [data-facet=temy] input")
    before = boxes.evaluate_all("boxes => boxes.map((box) => box.value)")
    handle = page.locator(box("temy=nastavnichestvo")).element_handle()
    page.locator(box("temy=nastavnichestvo")).check()
    assert boxes.evaluate_all("boxes => boxes.map((box) => box.value)") == before
    assert handle.evaluate("box => box.isConnected && box === document.activeElement")
    zero = page.locator(".k-facets li:visible .is-zero input").first
    expect(zero).to_be_enabled()
    zero.check()
    assert total(page) > 0 or page.locator(".k-empty").is_visible()


def test_a_long_list_folds(open_page: OpenPage) -> None:
    """Six values, all on request, a box that finds one by its letters; chosen ones are not folded away."""
    page = live(open_page(CATALOGUE))
    facet = page.locator("[data-facet=temy]")
    items = facet.locator("li:visible")
    expect(items).to_have_count(6)
    unfold = facet.get_by_role("button", name="Показать все 22")
    unfold.click()
    expect(items).to_have_count(22)
    facet.get_by_role("button", name="Свернуть").click()
    facet.get_by_label("Найти в списке «Тема»").fill("ТЬЮТ")
    expect(items).to_have_count(1)
    items.get_by_role("checkbox").check()
    facet.get_by_label("Найти в списке «Тема»").fill("")
    expect(items).to_have_count(7)
    facet.get_by_label("Найти в списке «Тема»").fill("ыыы")
    expect(facet.get_by_text("Такого нет")).to_be_visible()


def test_a_closed_facet_says_how_many_values_it_has(open_page: OpenPage) -> None:
    """And opens with them; narrower values stand in, under wider ones."""
    page = live(open_page(CATALOGUE))
    facet = page.locator("[data-facet=predmety]")
    expect(facet.locator("summary")).to_contain_text(re.compile(r"Предмет \d+"))
    expect(facet.locator("li")).to_have_count(0)
    facet.locator("summary").click()
    assert facet.locator("li[data-depth]").count() > 10


def test_ranges(open_page: OpenPage) -> None:
    """Hours and years from – to; what is no number is told of and changes nothing."""
    page = live(open_page(CATALOGUE))
    page.get_by_label("Время, от, часов").fill("2")
    page.get_by_label("Время, до, часов").fill("16")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Убрать фильтр «Время: 2")).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?chasy=2-16$"))
    fewer = total(page)
    page.get_by_label("Время, до, часов").fill("много")
    page.keyboard.press("Tab")
    expect(page.locator("[data-facet=chasy]").get_by_text("Нужно число")).to_be_visible()
    assert total(page) == fewer
    page.locator("[data-facet=gody] summary").click()
    page.get_by_label("Год, от").fill("2025")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Убрать фильтр «Год: от")).to_be_visible()
    assert total(page) <= fewer
    expect(page).to_have_url(re.compile(r"&gody=2025-$"))


def test_chips(open_page: OpenPage) -> None:
    """Each takes its condition away and leaves the focus at the next; the last leaves it at the count."""
    page = live(open_page("katalog/?trudnosti=metodicheskie,predmetnye&chasy=1-"))
    chips = page.locator("[data-cat-chips] .k-chip")
    expect(chips).to_have_count(3)
    page.get_by_role("button", name="Убрать фильтр «Трудность: методические»").press("Enter")
    expect(chips).to_have_count(2)
    expect(page.locator(":focus")).to_contain_text("Трудность: предметные")
    assert not page.locator(box("trudnosti=metodicheskie")).is_checked()
    page.locator(":focus").press("Enter")
    page.locator(":focus").press("Enter")
    expect(chips).to_have_count(0)
    expect(page.locator("#found")).to_be_focused()


def test_reset(open_page: OpenPage) -> None:
    """«Сбросить всё» leads to the whole catalogue; order and view stay."""
    page = live(open_page("katalog/?trudnosti=metodicheskie&chasy=1-&poryadok=nazvanie&pokaz=tablica"))
    page.get_by_role("button", name="Сбросить всё").click()
    expect(page).to_have_url(re.compile(r"katalog/\?poryadok=nazvanie&pokaz=tablica$"))
    expect(page.locator("[data-cat-chips]")).to_be_hidden()
    expect(page.get_by_label("Время, от, часов")).to_have_value("")


def test_the_total_is_told_once(open_page: OpenPage) -> None:
    """The live region says the total and nothing else, and is silent until something changes."""
    page = live(open_page(CATALOGUE))
    status = page.locator("[data-cat-status]")
    expect(status).to_be_empty()
    page.locator(box("trudnosti=metodicheskie")).check()
    page.locator(box("vid-zapisi=case")).check()
    expect(status).to_have_text(page.locator("#found").inner_text())
    assert page.locator(".k-cat [role=status]:not(:empty):visible").count() == 1


def test_order(open_page: OpenPage) -> None:
    """By title, by evidence; «самые подходящие» only while there are words."""
    page = live(open_page(CATALOGUE))
    order = page.get_by_label("Порядок записей")
    assert order.locator("option:not([hidden])").all_inner_texts()[0] == "новые"
    order.select_option("nazvanie")
    letters = [title.lower().replace("ё", "е").lstrip("«")[0] for title in titles(page)]
    assert len(letters) == 20
    assert letters == sorted(letters)
    order.select_option("itogi")
    assert len(titles(page)) == 20
    degrees = page.locator(f"{CARDS} .k-ev").evaluate_all(
        "marks => marks.map((mark) => Number(mark.dataset.ev))"
    )
    assert degrees == sorted(degrees, reverse=True)


def test_views(open_page: OpenPage) -> None:
    """Cards, a table, a list for paper: the same records in the same order."""
    page = live(open_page("katalog/?vid-zapisi=site"))
    cards = titles(page)
    page.get_by_role("radio", name="Таблица").check()
    assert titles(page) == cards
    expect(page.locator(".k-cat caption")).to_have_text("Найденные записи")
    page.get_by_role("radio", name="Для печати").check()
    assert titles(page) == cards
    expect(page.locator(".k-plist__url").first).to_contain_text("/ploshchadki/")
    page.get_by_role("radio", name="Карточки").check()
    assert titles(page) == cards


def test_more(open_page: OpenPage) -> None:
    """Twenty at a time; the focus goes to the first new record; the address remembers how many."""
    page = live(open_page(CATALOGUE))
    everything = total(page)
    expect(page.locator(CARDS)).to_have_count(20)
    expect(page.get_by_text(f"показано 20 из {everything}")).to_be_visible()
    page.get_by_role("button", name="Показать ещё 20").press("Enter")
    expect(page.locator(CARDS)).to_have_count(40)
    twenty_first = page.locator(f"{CARDS} h3 a").nth(20)
    expect(twenty_first).to_be_focused()
    expect(again(page).locator(CARDS)).to_have_count(40)
    page.get_by_role("button", name=f"Показать ещё {everything - 40}").click()
    expect(page.locator(CARDS)).to_have_count(everything)
    expect(page.get_by_text("показаны все")).to_be_visible()


def test_an_empty_result_says_what_to_drop(open_page: OpenPage) -> None:
    """What each condition costs, the dearest first; one click brings the promised number back."""
    page = live(open_page(NOTHING))
    expect(page.get_by_text("По всем условиям сразу ничего нет")).to_be_visible()
    helpful = page.locator(".k-empty li:has(button:enabled)")
    assert helpful.count() > 0
    assert page.locator(".k-empty li").count() == 3
    promised = int(
        re.findall(r"\d+ запис", helpful.first.locator("b").inner_text().replace("\u00a0", " "))[0].split()[0]
    )
    expect(page.locator(".k-empty .k-note a", has_text="Расскажите")).to_have_attribute(
        "href", re.compile("predlozhit")
    )
    helpful.first.get_by_role("button").press("Enter")
    assert total(page) == promised
    expect(page.locator("#found")).to_be_focused()
