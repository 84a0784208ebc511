"""«Сравнить»: ticks and the bar, the table, its address, paper; without scripts, over http, from a disk."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Axe, OpenPage
from tests.browser.fitting import too_wide

LIST = "praktiki/"
RECORD = "praktiki/chitatelskie-karty/"
THREE = "sravnit/?zapisi=chitatelskie-karty,laboratoriya-voprosov,tekst-nedeli"
MIXED = "sravnit/?zapisi=chitatelskie-karty,chitaem-medlenno"
BAR = ".k-compare"
COLUMNS = ".k-cmp thead th"


def stored(page: Page) -> list[str]:
    """What this browser has set aside."""
    ids: list[str] = page.evaluate("JSON.parse(localStorage.getItem('kopilka-compare') || '[]')")
    return ids


def keep(value: str) -> str:
    """A script that puts a text where the choice is kept."""
    key = "'kopilka-compare'"
    return f"localStorage.getItem({key}) || localStorage.setItem({key}, {json.dumps(value)})"


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_for_axe_to_find(open_page: OpenPage, axe: Axe, width: int) -> None:
    """The table and the bar over a list, on a phone and a desk, light and dark; nothing sticks out."""
    page = open_page(THREE, width=width)
    expect(page.locator(COLUMNS)).to_have_count(3)
    assert axe(page) == []
    assert not too_wide(page)
    page = open_page(LIST, width=width, before=keep('["tekst-nedeli"]'))
    expect(page.locator(BAR)).to_be_visible()
    assert axe(page) == []
    assert not too_wide(page)


@pytest.mark.parametrize("color", ["bw", "beige"])
def test_nothing_for_axe_to_find_in_chosen_colours(open_page: OpenPage, axe: Axe, color: str) -> None:
    """Two colours and large letters do not break the table or the bar."""
    page = open_page(THREE, choices={"color": color, "size": "200"})
    expect(page.locator(COLUMNS)).to_have_count(3)
    assert axe(page) == []
    assert not too_wide(page)
    page = open_page(LIST, choices={"color": color}, before=keep('["tekst-nedeli"]'))
    expect(page.locator(BAR)).to_be_visible()
    assert axe(page) == []


def test_from_ticks_to_the_table_and_back(open_page: OpenPage) -> None:
    """The bar comes with the first tick, leads to the table, and lets all go."""
    page = open_page(LIST)
    ticks = page.get_by_role("checkbox", name="Сравнить ")
    expect(page.locator(BAR)).to_have_count(0)
    ticks.nth(0).check()
    expect(page.locator(BAR)).to_contain_text("К сравнению: 1 из 4")
    ticks.nth(1).focus()
    page.keyboard.press("Space")
    expect(page.locator(BAR)).to_contain_text("К сравнению: 2 из 4")
    ids = stored(page)
    page.locator(BAR).get_by_role("link", name="Сравнить").click()
    expect(page.locator(COLUMNS)).to_have_count(2)
    expect(page).to_have_url(re.compile(rf"\?zapisi={','.join(ids)}$"))
    expect(page.locator(BAR)).to_have_count(0)
    page.go_back()
    expect(page.locator(BAR)).to_contain_text("2 из 4")
    assert ticks.nth(1).is_checked()
    page.get_by_role("button", name="Очистить").click()
    expect(page.locator(BAR)).to_be_hidden()
    assert not ticks.nth(1).is_checked()
    assert stored(page) == []


def test_a_fifth_is_refused(open_page: OpenPage) -> None:
    """Four can be read side by side; the fifth tick does not stay, and the bar says why."""
    page = open_page(LIST)
    ticks = page.get_by_role("checkbox", name="Сравнить ")
    for number in range(4):
        ticks.nth(number).check()
    ticks.nth(4).click()
    assert not ticks.nth(4).is_checked()
    expect(page.locator(BAR).get_by_role("status")).to_contain_text("сначала уберите одну")
    ticks.nth(0).uncheck()
    expect(page.locator(BAR).get_by_role("status")).not_to_contain_text("уберите")
    assert len(stored(page)) == 3


@pytest.mark.parametrize("width", [390, 1280])
def test_a_button_on_the_record(open_page: OpenPage, width: int) -> None:
    """A record is set aside from its own page; on a phone only one bar sticks to the bottom."""
    page = open_page(RECORD, width=width)
    page.get_by_role("button", name="Сравнить").click()
    expect(page.get_by_role("button", name="В сравнении")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(BAR)).to_be_visible()
    sticky = page.evaluate(
        "[...document.querySelectorAll('.k-bar,.k-compare')].filter((bar) => "
        "bar.offsetHeight && getComputedStyle(bar).position === 'sticky').length"
    )
    assert sticky == 1


def test_what_another_tab_did_is_seen(open_page: OpenPage) -> None:
    """A tick of one tab is a tick of the other."""
    page = open_page(LIST)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("checkbox", name="Сравнить ").nth(2).check()
    expect(page.locator(BAR)).to_contain_text("1 из 4")
    assert page.get_by_role("checkbox", name="Сравнить ").nth(2).is_checked()


def test_the_table_for_a_screen_reader(open_page: OpenPage) -> None:
    """Columns, rows and groups are headers; a differing row says so in words."""
    page = open_page(MIXED)
    table = page.get_by_role("table", name=re.compile("^Сравнение: "))
    expect(table.get_by_role("columnheader")).to_have_count(2)
    groups = page.locator(".k-cmp th[scope=rowgroup]")
    expect(groups).to_have_text(["Подойдёт ли мне", "Чего это стоит", "Работает ли", "Можно ли взять"])
    row = table.get_by_role("row", name=re.compile("^Кому"))
    expect(row.get_by_role("rowheader")).to_contain_text("различается")
    expect(row.get_by_role("cell").first).to_contain_text("учитель-предметник")
    same = table.get_by_role("row", name=re.compile("^Уровень одинаково"))
    expect(same.get_by_role("rowheader")).to_contain_text("одинаково")


def test_only_differences(open_page: OpenPage) -> None:
    """The tick says how many rows differ and hides the others; the address keeps it."""
    page = open_page(MIXED)
    rows = page.locator(".k-cmp tbody tr:not(.k-group)")
    expect(rows.first).to_be_visible()
    differing = page.locator(".k-cmp .is-diff").count()
    assert 0 < differing < rows.count()
    page.get_by_label(f"Только различия: {differing} из {rows.count()}").check()
    assert len([row for row in rows.all() if row.is_visible()]) == differing
    expect(page).to_have_url(re.compile("&tolko=razlichiya$"))
    page.reload()
    expect(page.locator(".k-cmp .is-diff").first).to_be_visible()
    assert len([row for row in rows.all() if row.is_visible()]) == differing


def test_a_column_is_taken_away_and_comes_back(open_page: OpenPage) -> None:
    """The address follows, so «back» undoes it; the focus stays among the columns."""
    page = open_page(THREE)
    page.get_by_role("button", name="Убрать из сравнения: Лаборатория вопросов").click()
    expect(page.locator(COLUMNS)).to_have_count(2)
    expect(page).to_have_url(re.compile(r"\?zapisi=chitatelskie-karty,tekst-nedeli$"))
    expect(page.locator(":focus")).to_have_attribute(
        "aria-label", re.compile("^Убрать из сравнения: Текст недели")
    )
    page.go_back()
    expect(page.locator(COLUMNS)).to_have_count(3)


def test_a_fourth_is_added_in_the_catalogue(open_page: OpenPage) -> None:
    """What came by a link is set aside on the way, so that the fourth joins it."""
    page = open_page(THREE)
    page.get_by_role("link", name="Добавить четвёртую").click()
    expect(page.locator(BAR)).to_contain_text("3 из 4")
    assert stored(page) == ["chitatelskie-karty", "laboratoriya-voprosov", "tekst-nedeli"]


def test_into_the_route_from_a_column(open_page: OpenPage) -> None:
    """«В маршрут» stands in the heads of columns too."""
    page = open_page(THREE)
    page.locator(COLUMNS).first.get_by_role("button", name="В маршрут").click()
    expect(page.locator(COLUMNS).first.get_by_role("button", name="В маршруте")).to_be_visible()
    steps = page.evaluate("kopilka.route.items()")
    assert [step["id"] for step in steps] == ["chitatelskie-karty"]


def test_a_phone_has_a_block_for_every_row(open_page: OpenPage) -> None:
    """Short names stand at the left, values at the right of them."""
    page = open_page(THREE, width=390)
    cells = page.locator(".k-cmp tbody tr").nth(1).locator("td")
    expect(cells.first).to_be_visible()
    assert [cell.get_attribute("data-l") for cell in cells.all()] == [
        "Читательские карты",
        "Лаборатория вопросов",
        "Текст недели",
    ]
    tops = [cell.bounding_box() for cell in cells.all()]
    assert all(one and two and one["y"] < two["y"] for one, two in pairwise(tops))


def test_paper(open_page: OpenPage) -> None:
    """A4 on its side: the table and where it comes from, without buttons and the frame."""
    page = open_page(THREE)
    expect(page.locator(COLUMNS)).to_have_count(3)
    page.emulate_media(media="print")
    expect(page.locator(".k-printhead")).to_contain_text("?zapisi=chitatelskie-karty")
    for needless in (".md-header", ".k-card__act", "[data-compare-tools]", ".k-after"):
        expect(page.locator(needless).first).to_be_hidden()
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert boxes
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {(842, 595)}


HOSTILE = (
    "?zapisi=%3Cimg%20src=x%20onerror=window.hit=1%3E,__proto__,../../x,chitatelskie-karty&tolko=%3Cscript%3E"
)


def test_a_hostile_address(open_page: OpenPage) -> None:
    """Only ids are read of it; what the bank does not know is named and nothing more."""
    page = open_page("sravnit/" + HOSTILE)
    expect(page.locator(COLUMNS)).to_have_count(1)
    assert page.evaluate("window.hit") is None


def test_a_record_that_is_gone(open_page: OpenPage) -> None:
    """It is named once and is set aside no more."""
    page = open_page("sravnit/", before=keep('["net-takoj-zapisi", "chitatelskie-karty"]'))
    expect(page.locator(".k-note--warn")).to_contain_text("net-takoj-zapisi")
    expect(page.locator(COLUMNS)).to_have_count(1)
    assert stored(page) == ["chitatelskie-karty"]


@pytest.mark.parametrize(
    "value", ["{", "null", '{"a":1}', '["<img src=x onerror=window.hit=1>", 7, null]', "7"]
)
def test_a_hostile_storage(open_page: OpenPage, value: str) -> None:
    """It counts as empty."""
    page = open_page("sravnit/", before=keep(value))
    expect(page.get_by_text("Пока сравнивать нечего")).to_be_visible()
    assert page.evaluate("window.hit") is None


def test_a_browser_that_keeps_nothing(open_page: OpenPage) -> None:
    """It is said, and the link of the bar still carries the choice."""
    broken = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })"
    page = open_page(LIST, before=broken)
    ticks = page.get_by_role("checkbox", name="Сравнить ")
    ticks.nth(0).check()
    ticks.nth(1).check()
    expect(page.locator(BAR)).to_contain_text("Браузер не хранит выбор")
    page.locator(BAR).get_by_role("link", name="Сравнить").click()
    expect(page.locator(COLUMNS)).to_have_count(2)


def test_without_scripts(open_page: OpenPage) -> None:
    """The page says so and leads to the lists; no tick, no bar promises anything."""
    page = open_page("sravnit/", javascript=False)
    expect(page.locator("noscript .k-note")).to_contain_text("нужны скрипты")
    expect(page.locator("[data-compare-tools]")).to_be_hidden()
    page = open_page(LIST, javascript=False)
    expect(page.locator(".k-card").first).to_be_visible()
    expect(page.locator(".k-card input")).to_have_count(0)


def test_from_a_disk(open_page: OpenPage, flat_folder: Path, site_folder: Path) -> None:
    """The same from a folder, pages as files or as folders."""
    for address in (flat_folder / "praktiki.html", site_folder / "praktiki" / "index.html"):
        page = open_page(address.as_uri())
        ticks = page.get_by_role("checkbox", name="Сравнить ")
        page.evaluate("kopilka.compare.clear()")
        ticks.nth(0).check()
        ticks.nth(1).check()
        page.locator(BAR).get_by_role("link", name="Сравнить").click()
        expect(page.locator(COLUMNS)).to_have_count(2)
        page.get_by_role("button", name="Убрать из сравнения").first.click()
        expect(page.locator(COLUMNS)).to_have_count(1)
        page.go_back()
        expect(page.locator(COLUMNS)).to_have_count(2)
        page.reload()
        expect(page.locator(COLUMNS)).to_have_count(2)
