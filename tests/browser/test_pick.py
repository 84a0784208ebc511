"""«Подобрать под себя»: questions, reasons, the address, the route; without scripts, from a disk."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Axe, OpenPage
from tests.browser.fitting import too_wide

PICK = "podobrat/"
CHOSEN = "podobrat/?trudnosti=metodicheskie,predmetnye&urovni=osnovnoe&komu=uchitel-predmetnik&chasy=-16"
CARDS = "[data-pick-list] .k-card"
FOUND = "[data-pick-said]"
A_DOZEN = 12


def titles(page: Page) -> list[str]:
    """What is offered, in order."""
    return page.locator(f"{CARDS} h3").all_inner_texts()


def with_route(deficits: list[str]) -> str:
    """A script that puts a route with difficulties into the storage."""
    route = json.dumps({"v": 1, "goal": "", "deficits": deficits, "steps": []})
    return (
        f"localStorage.getItem('kopilka-route') || localStorage.setItem('kopilka-route', {json.dumps(route)})"
    )


def on(day: str) -> str:
    """A script that makes it another day for the reader."""
    return f"""
      const Clock = Date;
      const day = "{day}T12:00:00";
      Date = class extends Clock {{ constructor(...a) {{ a.length ? super(...a) : super(day); }} }};
    """


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_for_axe_to_find(open_page: OpenPage, axe: Axe, width: int) -> None:
    """Questions and offers, on a phone and a desk, light and dark; nothing sticks out."""
    page = open_page(CHOSEN, width=width)
    expect(page.locator(CARDS).first).to_be_visible()
    assert axe(page) == []
    assert not too_wide(page)


@pytest.mark.parametrize("choices", [{"size": "200"}, {"color": "bw"}])
def test_large_letters_and_two_colours(open_page: OpenPage, axe: Axe, choices: dict[str, str]) -> None:
    """The page folds as on a phone, and every word is readable."""
    page = open_page(CHOSEN, width=390 if "size" in choices else 1280, choices=choices)
    expect(page.locator(CARDS).first).to_be_visible()
    assert axe(page) == []
    assert not too_wide(page)


def test_from_the_home_page_by_keys(open_page: OpenPage) -> None:
    """The door leads here; a difficulty ticked with the space bar gives a dozen of offers with reasons."""
    page = open_page("")
    page.get_by_role("link", name="Подобрать под себя").first.click()
    expect(page.locator(FOUND)).to_have_text("Отметьте трудность или скажите, кто вы")
    expect(page.locator(CARDS)).to_have_count(0)
    page.get_by_role("checkbox", name=re.compile("^Методические")).focus()
    page.keyboard.press("Space")
    expect(page.locator(CARDS)).to_have_count(A_DOZEN)
    expect(page.locator(FOUND)).to_have_text(re.compile(r"^Подобрано: \d+\s"))
    expect(page.locator(f"{CARDS} .k-why").first).to_contain_text(
        "Помогает с тем, что вы отметили: методические"
    )


def test_reasons_and_what_does_not_fit(open_page: OpenPage) -> None:
    """Every offer tells why; one for another role says so."""
    page = open_page(CHOSEN)
    expect(page.locator(CARDS)).to_have_count(A_DOZEN)
    first = page.locator(CARDS).first.locator(".k-why")
    for words in (
        "методические, предметные",
        "Ваш уровень: основное",
        "Ваша роль: учитель-предметник",
        "укладывается",
    ):
        expect(first).to_contain_text(words)
    assert page.locator(f"{CARDS} .k-why").count() == A_DOZEN
    other = page.locator(".k-why__no", has_text="Написано для других").first
    expect(other).to_contain_text("Не подходит: Написано для других: ")


def test_the_address_holds_the_choice(open_page: OpenPage) -> None:
    """Back, forward, reload and a copied link give the same choice and the same offers."""
    page = open_page(PICK)
    page.get_by_role("checkbox", name=re.compile("^Управленческие")).check()
    expect(page.locator(CARDS).first).to_be_visible()
    page.get_by_label("Уровень").select_option("doshkolnoe")
    page.get_by_label("До 6 часов").check()
    page.get_by_label("Съездить и увидеть").check()
    expect(page).to_have_url(
        re.compile(r"\?trudnosti=upravlencheskie&urovni=doshkolnoe&chasy=-6&hochu=posetit$")
    )
    expect(page.locator(".k-why", has_text="Ваш уровень: дошкольное").first).to_be_visible()
    offered = titles(page)
    page.reload()
    expect(page.locator(CARDS).first).to_be_visible()
    assert titles(page) == offered
    assert page.get_by_label("Съездить и увидеть").is_checked()
    page.go_back()
    expect(page.get_by_label("Съездить и увидеть")).not_to_be_checked()
    page.go_back()
    expect(page.get_by_label("До 6 часов")).not_to_be_checked()
    expect(page.get_by_label("Уровень")).to_have_value("doshkolnoe")
    page.go_forward()
    page.go_forward()
    expect(page.get_by_label("Съездить и увидеть")).to_be_checked()


def test_a_dozen_and_more(open_page: OpenPage) -> None:
    """The rest comes by dozens, the focus goes to the first new one, the address remembers how many."""
    page = open_page("podobrat/?trudnosti=metodicheskie")
    expect(page.locator(CARDS)).to_have_count(A_DOZEN)
    before = titles(page)
    page.get_by_role("button", name="Показать ещё").click()
    expect(page.locator(CARDS)).to_have_count(2 * A_DOZEN)
    assert titles(page)[:A_DOZEN] == before
    expect(page.locator(":focus")).to_have_text(titles(page)[A_DOZEN])
    page.reload()
    expect(page.locator(CARDS)).to_have_count(2 * A_DOZEN)


def test_the_first_three_into_the_route(open_page: OpenPage) -> None:
    """They are steps now, the cards know it, and the route remembers the difficulties."""
    page = open_page(CHOSEN)
    ids = [page.locator(CARDS).nth(n).get_attribute("data-record") for n in range(3)]
    page.get_by_role("button", name="Взять первые три в маршрут").click()
    expect(page.locator(".k-pick__take [role=status]")).to_contain_text("Добавлено: 3")
    expect(page.locator(CARDS).first.get_by_role("button", name="В маршруте")).to_be_visible()
    route = page.evaluate("kopilka.route.get()")
    assert [step["id"] for step in route["steps"]] == ids
    assert route["deficits"] == ["metodicheskie", "predmetnye"]
    page.get_by_role("button", name="Взять первые три в маршрут").click()
    expect(page.locator(".k-pick__take [role=status]")).to_contain_text("Они уже в маршруте")


def test_difficulties_come_from_the_route(open_page: OpenPage) -> None:
    """An address that says nothing begins with them; «Начать заново» is not undone by a reload."""
    page = open_page(PICK, before=with_route(["cifrovye", "net-takoj", "<b>"]))
    assert page.get_by_role("checkbox", name=re.compile("^Цифровые")).is_checked()
    expect(page.get_by_text("Трудности взяты из вашего маршрута")).to_be_visible()
    expect(page.locator(CARDS).first).to_be_visible()
    page.get_by_role("button", name="Начать заново").click()
    expect(page.locator(CARDS)).to_have_count(0)
    page.reload()
    expect(page.locator(FOUND)).to_have_text("Отметьте трудность или скажите, кто вы")
    assert not page.get_by_role("checkbox", name=re.compile("^Цифровые")).is_checked()


def test_what_has_passed_is_not_offered_as_coming(open_page: OpenPage) -> None:
    """The copy on a disk is read long after it was made: dates follow the reader's day."""
    sites = "podobrat/?trudnosti=metodicheskie,predmetnye&hochu=posetit"
    page = open_page(sites, before=on("2026-11-22"))
    expect(page.locator(".k-why__yes", has_text="Стажировка: ").first).to_be_visible()
    page = open_page(sites, before=on("2031-03-01"))
    expect(page.locator(CARDS).first).to_be_visible()
    expect(page.locator(".k-why__yes", has_text="Стажировка: ")).to_have_count(0)
    expect(page.locator(".k-why__no", has_text="Ближайшие даты не объявлены").first).to_be_visible()


def test_the_same_choice_in_the_catalogue(open_page: OpenPage) -> None:
    """The keys of the address are those of the facets."""
    page = open_page("podobrat/?trudnosti=metodicheskie&urovni=osnovnoe&hochu=posetit")
    page.get_by_role("link", name="Открыть этот выбор в каталоге").click()
    expect(page).to_have_url(re.compile(r"katalog/\?trudnosti=metodicheskie&urovni=osnovnoe$"))
    expect(page.locator("[data-facet=trudnosti] input[value=metodicheskie]")).to_be_checked()


HOSTILE = "%3Cimg%20src=x%20onerror=window.hit=1%3E,__proto__,constructor"


def test_a_hostile_address(open_page: OpenPage) -> None:
    """What the form does not offer is not read."""
    keys = ("trudnosti", "urovni", "komu", "predmety", "chasy", "hochu", "dalshe")
    page = open_page(PICK + "?" + "&".join(f"{key}={HOSTILE}" for key in keys))
    expect(page.locator(FOUND)).to_have_text("Отметьте трудность или скажите, кто вы")
    assert page.evaluate("window.hit") is None


@pytest.mark.parametrize(
    "value", ["{", "7", '{"deficits": "<img src=x onerror=window.hit=1>"}', '{"deficits": [{}]}']
)
def test_a_hostile_route(open_page: OpenPage, value: str) -> None:
    """It counts as none."""
    page = open_page(PICK, before=f"localStorage.setItem('kopilka-route', {json.dumps(value)})")
    expect(page.locator(FOUND)).to_have_text("Отметьте трудность или скажите, кто вы")
    assert page.evaluate("window.hit") is None


def test_a_file_that_does_not_come(open_page: OpenPage) -> None:
    """It is said, and may be tried again."""
    page = open_page(CHOSEN, before="Object.defineProperty(window, 'Uint32Array', { value: null })")
    expect(page.get_by_role("alert")).to_contain_text("Подбор не открылся")
    expect(page.get_by_role("button", name="Попробовать ещё раз")).to_be_visible()


def test_paper(open_page: OpenPage) -> None:
    """The offers and their reasons, without the questions and the buttons."""
    page = open_page(CHOSEN)
    expect(page.locator(CARDS).first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".k-why").first).to_be_visible()
    for needless in ("form[data-pick]", ".k-pick__take", ".k-pick__more", ".k-card__act"):
        expect(page.locator(needless).first).to_be_hidden()


def test_without_scripts(open_page: OpenPage) -> None:
    """The page says so and leads to the lists of difficulties; no form promises anything."""
    page = open_page(PICK, javascript=False)
    expect(page.locator("noscript .k-note")).to_contain_text("Подбор работает со скриптами")
    expect(page.locator("form[data-pick]")).to_be_hidden()
    page.get_by_role("link", name=re.compile("^Методические")).click()
    expect(page).to_have_url(re.compile("/trudnosti/metodicheskie/"))


def test_from_a_disk(open_page: OpenPage, flat_folder: Path, site_folder: Path) -> None:
    """The same from a folder, pages as files or as folders."""
    for address in (flat_folder / "podobrat.html", site_folder / "podobrat" / "index.html"):
        page = open_page(address.as_uri() + "?trudnosti=metodicheskie")
        expect(page.locator(CARDS)).to_have_count(A_DOZEN)
        page.get_by_label("Уровень").select_option("osnovnoe")
        expect(page.locator(".k-why", has_text="Ваш уровень").first).to_be_visible()
        offered = titles(page)
        page.reload()
        expect(page.locator(CARDS)).to_have_count(A_DOZEN)
        assert titles(page) == offered
        page.go_back()
        expect(page.get_by_label("Уровень")).to_have_value("")
        page.locator(f"{CARDS} h3 a").first.click()
        expect(page.locator(".k-rec h1")).to_have_count(1)
        page.wait_for_load_state()
