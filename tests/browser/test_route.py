"""«Мой маршрут»: the page where the steps are filled in and set in order."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Axe, OpenPage
from tests.browser.fitting import too_wide_anywhere
from tests.browser.routes import (
    FILLED,
    KARTY,
    LOST,
    PAIR,
    ROUTE,
    SITE,
    STEPS,
    TITLES,
    filled,
    kept,
    kept_ids,
    stops,
    stored,
)


def titles(page: Page) -> list[str]:
    """The steps as they are read, by their first words."""
    return [text.split(":")[0].replace("\u00a0", " ") for text in stops(page).locator("h3").all_inner_texts()]


def test_an_empty_route_says_how_to_fill_it(open_page: OpenPage) -> None:
    """Three lines and the ways on; of the tools only opening a file makes sense."""
    page = open_page(ROUTE)
    expect(page.locator(".k-route__how li")).to_have_count(3)
    for name in ("Подобрать под себя", "Открыть каталог"):
        expect(page.locator(".k-route__how + .k-btns").get_by_role("link", name=name)).to_be_visible()
    expect(page.get_by_role("button", name="Напечатать")).to_be_hidden()
    expect(page.get_by_role("button", name="Открыть файл")).to_be_visible()


def test_without_scripts_it_leads_to_the_lists(open_page: OpenPage) -> None:
    """And says why."""
    page = open_page(ROUTE, javascript=False)
    note = page.locator("main noscript .k-note")
    expect(note).to_be_visible()
    assert "скрипты выключены" in note.inner_text()
    expect(note.locator("a[href='../katalog/']")).to_be_visible()


def test_what_is_filled_in_is_kept(open_page: OpenPage) -> None:
    """Note, date, hours, form, the mark, the goal."""
    page = filled(open_page)
    last = stops(page).nth(2)
    last.get_by_label("Моя заметка").fill("Позвать коллегу <b>")
    last.get_by_label("Когда").fill("декабрь 2090")
    last.get_by_label("Часы").fill("1,5")
    last.get_by_role("combobox").select_option("участвовать")
    last.get_by_label("Сделано").check()
    page.get_by_label("Что хочу изменить").fill("Читать вдумчиво")
    page.reload()
    last = stops(page).nth(2)
    expect(last.get_by_label("Моя заметка")).to_have_value("Позвать коллегу <b>")
    expect(last.get_by_label("Когда")).to_have_value("декабрь 2090")
    expect(last.get_by_label("Часы")).to_have_value("1,5")
    expect(last.get_by_role("combobox")).to_have_value("join")
    expect(last.get_by_label("Сделано")).to_be_checked()
    expect(page.get_by_label("Что хочу изменить")).to_have_value("Читать вдумчиво")
    assert (kept(page)["steps"][2]["from"], kept(page)["steps"][2]["to"]) == ("2090-12-01", "2090-12-31")


def test_typing_does_not_lose_the_place(open_page: OpenPage) -> None:
    """Letter after letter into a field, while the sums beside change."""
    page = filled(open_page)
    hours = stops(page).nth(2).get_by_label("Часы")
    hours.press("End")
    hours.press("Backspace")
    hours.press_sequentially("12")
    expect(hours).to_be_focused()
    expect(page.get_by_role("heading", name="Итого 31 час")).to_be_visible()


def test_a_date_that_is_not_understood_stays_as_text(open_page: OpenPage) -> None:
    """It is said kindly, beside the field; a guessed year is said too."""
    page = filled(open_page)
    field = stops(page).nth(2).get_by_label("Когда")
    field.fill("как потеплеет")
    field.blur()
    expect(stops(page).nth(2).locator(".k-stop__hint")).to_contain_text("Не получилось понять")
    page.reload()
    expect(field).to_have_value("как потеплеет")
    expect(stops(page).nth(2).locator(".k-stop__hint")).to_contain_text("Не получилось понять")
    field.fill("завтра")
    field.blur()
    expect(stops(page).nth(2).locator(".k-stop__hint")).to_contain_text(
        re.compile(r"понято как \d\d\.\d\d\.\d{4}")
    )


def test_hours_that_are_no_number_are_not_taken(open_page: OpenPage) -> None:
    """The field is marked, the old number stays."""
    page = filled(open_page)
    hours = stops(page).nth(2).get_by_label("Часы")
    hours.fill("много")
    expect(hours).to_have_attribute("aria-invalid", "true")
    assert kept(page)["steps"][2]["hours"] == 6


def test_sums_and_dates(open_page: OpenPage) -> None:
    """By form, the longest first; what is done; what comes and what is late."""
    page = filled(open_page)
    side = page.get_by_role("complementary", name="Итоги маршрута")
    expect(side.get_by_role("heading", name="Итого 25 часов")).to_be_visible()
    expect(side).to_contain_text("Сделано 3 из 25 часов, 1 шаг из 3")
    assert [row.split() for row in side.locator(".k-bars tr").all_inner_texts()] == [
        ["посетить", "16", "ч"],
        ["попробовать", "6", "ч"],
        ["изучить", "3", "ч"],
    ]
    expect(side.locator(".k-events li").filter(has_text=TITLES[0])).to_contain_text("сделано")
    stops(page).first.get_by_label("Сделано").uncheck()
    expect(side.locator(".k-events li").filter(has_text=TITLES[0])).to_contain_text("срок прошёл")
    expect(stops(page).first.get_by_label("Сделано")).to_be_focused()


def test_order_by_keys(open_page: OpenPage) -> None:
    """The focus stays on the button of the step that moved, at the ends as well; the new place is said."""
    page = filled(open_page)
    button = stops(page).nth(2).get_by_role("button", name="Выше")
    button.focus()
    page.keyboard.press("Enter")
    assert titles(page) == [TITLES[0], TITLES[2], TITLES[1]]
    expect(stops(page).nth(1).get_by_role("button", name="Выше")).to_be_focused()
    expect(page.locator(".k-routeapp > p.k-vh")).to_contain_text("теперь шаг 2 из 3")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    first = stops(page).first.get_by_role("button", name="Выше")
    expect(first).to_be_focused()
    expect(first).to_have_attribute("aria-disabled", "true")
    assert kept_ids(page) == [PAIR, KARTY, SITE]


@pytest.mark.parametrize("width", [390, 1280])
def test_order_by_dragging(open_page: OpenPage, width: int) -> None:
    """The last step goes to the top; Esc puts everything back."""
    page = filled(open_page, width=width, height=2600)
    handle = stops(page).nth(2).locator(".k-drag").bounding_box()
    top = stops(page).first.bounding_box()
    assert handle
    assert top
    grip = (handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    page.mouse.move(*grip)
    page.mouse.down()
    page.mouse.move(grip[0], top["y"] + 5, steps=12)
    assert titles(page)[0] == TITLES[2]
    page.keyboard.press("Escape")
    page.mouse.up()
    assert kept_ids(page) == [KARTY, SITE, PAIR]
    assert titles(page) == list(TITLES)
    page.mouse.move(*grip)
    page.mouse.down()
    page.mouse.move(grip[0], top["y"] + 5, steps=12)
    page.mouse.up()
    assert kept_ids(page) == [PAIR, KARTY, SITE]
    assert titles(page) == [TITLES[2], TITLES[0], TITLES[1]]


def test_a_step_taken_out_can_be_put_back(open_page: OpenPage) -> None:
    """In its place, with its note; the focus goes along."""
    page = filled(open_page)
    stops(page).first.get_by_role("button", name="Убрать").press("Enter")
    assert kept_ids(page) == [SITE, PAIR]
    expect(page.get_by_role("button", name="Вернуть")).to_be_focused()
    page.keyboard.press("Enter")
    assert kept_ids(page) == [KARTY, SITE, PAIR]
    expect(stops(page).first.get_by_label("Моя заметка")).to_have_value("Начать с Древнего Рима")
    expect(stops(page).first.get_by_role("button", name="Убрать")).to_be_focused()


def test_an_own_step(open_page: OpenPage) -> None:
    """What no record says may be a step too."""
    page = filled(open_page)
    page.get_by_role("button", name="Свой шаг").click()
    field = stops(page).nth(3).get_by_label("Что сделаю")
    expect(field).to_be_focused()
    page.keyboard.type("Поговорить с завучем")
    page.keyboard.press("Tab")
    expect(stops(page).nth(3).get_by_label("Моя заметка")).to_be_focused()
    page.reload()
    expect(stops(page).nth(3).get_by_label("Что сделаю")).to_have_value("Поговорить с завучем")


def test_difficulties_are_chips(open_page: OpenPage) -> None:
    """One is taken off, another put on; «Подобрать ещё» leads to choosing."""
    page = filled(open_page)
    page.get_by_role("button", name="Убрать: методические").click()
    page.get_by_text("Добавить трудность").click()
    page.get_by_role("button", name="коммуникативные").click()
    assert kept(page)["deficits"] == ["kommunikativnye"]
    page.get_by_role("link", name="Подобрать ещё").click()
    expect(page).to_have_url(re.compile("/podobrat/"))


def test_a_removed_record_is_named(open_page: OpenPage) -> None:
    """With its note, outside the sums; where to look for the like; it goes when it is told to."""
    page = open_page(ROUTE, before=stored({**FILLED, "steps": [*STEPS, LOST]}))
    expect(page.get_by_role("heading", name="Шаги: 3")).to_be_visible()
    expect(page.get_by_role("heading", name="Итого 25 часов")).to_be_visible()
    note = page.locator(".k-stoplost")
    expect(note).to_contain_text("Видеовизитка урока")
    expect(note).to_contain_text("«как снимают с телефона»")
    link = note.get_by_role("link", name="Похожие записи").get_attribute("href") or ""
    assert "katalog/?q=%D0%92%D0%B8%D0%B4%D0%B5%D0%BE" in link
    note.get_by_role("button", name="Убрать из маршрута").click()
    expect(note).to_have_count(0)
    assert kept_ids(page) == [KARTY, SITE, PAIR]


def test_old_copies_of_cards_follow_the_bank(open_page: OpenPage) -> None:
    """The record was renamed and takes known hours: the step follows, its own hours stay."""
    old = {**STEPS[0], "title": "Прежнее название", "hours": None}
    page = open_page(ROUTE, before=stored({"v": 1, "steps": [old, STEPS[1]]}))
    expect(stops(page).first.get_by_role("link")).to_contain_text(TITLES[0])
    expect(stops(page).first.get_by_label("Часы")).not_to_have_value("")
    assert kept(page)["steps"][1]["hours"] == 16


# ---- everyone, everywhere


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_for_axe_to_find(open_page: OpenPage, axe: Axe, width: int) -> None:
    """Filled with everything there may be, and empty."""
    odd = {"id": "~1", "title": "Свой", "when": "как потеплеет"}
    page = open_page(ROUTE, width=width, before=stored({**FILLED, "steps": [*STEPS, odd, LOST]}))
    stops(page).nth(1).get_by_role("button", name="Убрать").click()
    page.get_by_text("Добавить трудность").click()
    assert axe(page) == []
    page.evaluate("localStorage.clear()")
    empty = page.context.new_page()
    empty.goto(page.url)
    assert axe(empty) == []


def test_it_does_not_scroll_sideways(open_page: OpenPage) -> None:
    """From 320 pixels on, and with letters of double size."""
    odd = {
        "id": "~1",
        "title": "Оченьдлинноесловобезпробелов" * 6,
        "when": "как потеплеет",
        "note": "щ" * 300,
    }
    before = stored({**FILLED, "steps": [*STEPS, odd, LOST]})
    page = open_page(ROUTE, before=before)
    expect(stops(page)).to_have_count(4)
    assert too_wide_anywhere(page) == []


def test_a_phone_has_room_for_fingers(open_page: OpenPage) -> None:
    """Whatever is pressed is at least 44 pixels high."""
    page = filled(open_page, width=390)
    pressed = (
        ".k-routeapp :is(button,input:not([type=checkbox],[type=file]),select,textarea,a.k-chip,summary)"
    )
    low = page.locator(f"{pressed}:visible").evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().height < 43.5).map(e => e.className)"
    )
    assert low == []
