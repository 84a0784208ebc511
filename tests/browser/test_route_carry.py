"""The route taken along: a link, a file, a calendar; a stranger's route is only offered."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.routes import (
    KARTY,
    PAIR,
    ROUTE,
    SITE,
    STEPS,
    filled,
    kept,
    kept_ids,
    plain_link,
    stops,
    stored,
)

OWN = {"v": 1, "goal": "Своя цель", "steps": [STEPS[0]]}
OTHER = plain_link(["Чужая цель", ["predmetnye"], [[PAIR, "Наставник на час", "practice", "praktiki"]]])


def offer(page: Page, words: str) -> Page:
    """The page, once the route from elsewhere is offered on it."""
    expect(page.locator("[data-offer]")).to_contain_text(words)
    return page


# ---- a link


@pytest.mark.parametrize("squeezed", [True, False])
def test_a_link_carries_the_whole_route(open_page: OpenPage, *, squeezed: bool) -> None:
    """Opened in another browser it gives the same steps; an old browser makes a longer link."""
    page = filled(open_page, before="" if squeezed else "delete window.CompressionStream")
    page.get_by_role("button", name="Скопировать ссылку").click()
    expect(page.locator(".k-route__told")).to_contain_text("Ссылка скопирована")
    link = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"/marshrut/#marshrut=[ab][\w-]+$", link)
    there = offer(open_page(link), "Открыт маршрут из ссылки: 3 шага.")
    assert kept(there) == {}
    there.get_by_role("button", name="Сохранить у себя").click()
    expect(stops(there)).to_have_count(3)
    expect(stops(there).first.get_by_label("Моя заметка")).to_have_value("Начать с Древнего Рима")
    assert kept(there)["goal"] == "Понимать параграф"
    assert "#" not in there.url


def test_a_stranger_s_route_overwrites_nothing(open_page: OpenPage) -> None:
    """One's own stays until it is told to go, and comes back by one press."""
    page = offer(open_page(ROUTE + OTHER, before=stored(OWN)), "1 шаг")
    assert kept_ids(page) == [KARTY]
    page.get_by_role("button", name="Сохранить вместо моего").click()
    assert (kept_ids(page), kept(page)["goal"]) == ([PAIR], "Чужая цель")
    page.get_by_role("button", name="Вернуть прежний").click()
    assert (kept_ids(page), kept(page)["goal"]) == ([KARTY], "Своя цель")


def test_a_stranger_s_route_is_added(open_page: OpenPage) -> None:
    """New steps go to the end, known ones stay as they are, so does the goal."""
    link = plain_link(
        [
            "Чужая",
            [],
            [
                [KARTY, "Иначе", "practice", "praktiki", "", "чужая заметка"],
                [SITE, "Читаем", "site", "ploshchadki"],
            ],
        ]
    )
    page = offer(open_page(ROUTE + link, before=stored(OWN)), "2 шага")
    page.get_by_role("button", name="Добавить к моему").click()
    expect(page.locator(".k-route__told")).to_contain_text("Добавлено: 1 шаг. Уже были у вас: 1.")
    assert kept_ids(page) == [KARTY, SITE]
    assert (kept(page)["steps"][0]["note"], kept(page)["goal"]) == ("Начать с Древнего Рима", "Своя цель")


def test_a_stranger_s_route_is_only_looked_at(open_page: OpenPage) -> None:
    """As a document; one's own is back by one press, and the address forgets the other."""
    page = offer(open_page(ROUTE + OTHER, before=stored(OWN)), "1 шаг")
    page.get_by_role("button", name="Только посмотреть").click()
    expect(page.locator(".k-routepaper")).to_contain_text("Чужая цель")
    expect(page.locator(".k-routepaper tbody tr")).to_have_count(1)
    expect(page.get_by_label("Что хочу изменить")).to_be_hidden()
    page.get_by_role("button", name="Вернуться к моему").click()
    expect(page.get_by_label("Что хочу изменить")).to_have_value("Своя цель")
    expect(page.locator("[data-offer]")).to_have_count(0)
    expect(page).to_have_url(re.compile("/marshrut/$"))
    assert kept_ids(page) == [KARTY]


def test_a_link_opened_on_the_open_page(open_page: OpenPage) -> None:
    """Pasted into the address of the same page."""
    page = open_page(ROUTE, before=stored(OWN))
    expect(stops(page)).to_have_count(1)
    page.evaluate("hash => { location.hash = hash }", OTHER)
    offer(page, "Открыт маршрут из ссылки")


@pytest.mark.parametrize(
    "link", ["#marshrut=", "#marshrut=aAAAA", "#marshrut=b%3Cscript%3E", "#marshrut=bbnVsbA", plain_link(5)]
)
def test_a_spoilt_link_is_told_of(open_page: OpenPage, link: str) -> None:
    """Plainly; one's own route is there."""
    page = open_page(ROUTE + link, before=stored(OWN))
    expect(page.locator(".k-route__told")).to_contain_text("повреждена")
    expect(stops(page)).to_have_count(1)
    assert kept_ids(page) == [KARTY]


def test_a_hostile_link_does_nothing(open_page: OpenPage) -> None:
    """Its markup is text, its addresses lead nowhere, whatever is done with it."""
    evil = "<img src=x onerror=window.hurt=1><script>window.hurt=1</script>"
    rows = [
        [PAIR, evil, evil, "javascript:window.hurt=1//", evil, evil, evil],
        ["~1", evil, "practice", "javascript:window.hurt=1//", evil, evil, evil],
        ["../../evil", evil],
    ]
    page = offer(open_page(ROUTE + plain_link([evil, [evil, "predmetnye"], rows])), "2 шага")
    page.get_by_role("button", name="Только посмотреть").click()
    page.get_by_role("button", name="Сохранить у себя").click()
    expect(stops(page)).to_have_count(2)
    stops(page).first.get_by_role("button", name="Убрать").click()
    page.get_by_role("button", name="Вернуть").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("window.hurt") is None
    assert page.locator("article img, article script").count() == 0
    links = page.evaluate("[...document.querySelectorAll('article a')].map(a => a.protocol)")
    assert set(links) == {"http:"}


def test_a_link_too_long_is_not_made(open_page: OpenPage) -> None:
    """The reader is sent to the file."""
    noise = "".join(chr(0x4E00 + (number * 7919) % 20000) for number in range(1900))
    many = [
        {"id": f"~{number}", "title": "т", "note": noise[number:] + noise[:number]} for number in range(60)
    ]
    page = open_page(ROUTE, before=stored({"v": 1, "steps": many}) + "; delete window.CompressionStream")
    expect(stops(page)).to_have_count(60)
    page.get_by_role("button", name="Скопировать ссылку").click()
    expect(page.locator(".k-route__told")).to_contain_text("слишком велик для ссылки")


def test_where_the_clipboard_is_closed_the_link_is_shown(open_page: OpenPage) -> None:
    """To be copied by hand."""
    closed = "navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false"
    page = filled(open_page, before=closed)
    page.get_by_role("button", name="Скопировать ссылку").click()
    expect(page.get_by_label("Ссылка на маршрут")).to_have_value(re.compile("#marshrut=a"))


# ---- a file


def test_a_file_is_saved_and_opened_again(open_page: OpenPage, tmp_path: Path) -> None:
    """Its name has the day; in another browser it is offered like a link."""
    page = filled(open_page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Сохранить файл").click()
    name = waiting.value.suggested_filename
    assert re.fullmatch(r"marshrut-\d{4}-\d\d-\d\d\.json", name)
    waiting.value.save_as(tmp_path / name)
    assert json.loads((tmp_path / name).read_text(encoding="utf-8"))["format"] == "kopilka-route"
    there = open_page(ROUTE, before=stored(OWN))
    there.locator("input[type=file]").set_input_files(tmp_path / name)
    offer(there, "Открыт маршрут из файла: 3 шага.")
    there.get_by_role("button", name="Добавить к моему").click()
    assert kept_ids(there) == [KARTY, SITE, PAIR]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7", "не файл маршрута"),
        (b"\xff\xfe\x00", "не файл маршрута"),
        (b'{"a": 1}', "нет маршрута"),
        (b"[" * 3_100_000, "слишком велик"),
        (b'{"format": "kopilka-route", "steps": 7}', "ни одного шага"),
    ],
)
def test_other_files_are_refused(open_page: OpenPage, content: bytes, words: str) -> None:
    """In plain words, and nothing is lost."""
    page = open_page(ROUTE, before=stored(OWN))
    file = {"name": "x.json", "mimeType": "application/json", "buffer": content}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    expect(page.locator(".k-route__told")).to_contain_text(words)
    assert kept_ids(page) == [KARTY]


# ---- the calendar


def test_dated_steps_go_to_the_calendar(open_page: OpenPage, tmp_path: Path) -> None:
    """A file of events with the addresses of the records."""
    page = filled(open_page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="В календарь").click()
    assert re.fullmatch(r"marshrut-\d{4}-\d\d-\d\d\.ics", waiting.value.suggested_filename)
    waiting.value.save_as(tmp_path / "route.ics")
    text = (tmp_path / "route.ics").read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.count("BEGIN:VEVENT") == 2
    assert f"UID:{SITE}@marshrut.kopilka\r\n" in text
    assert "DTSTART;VALUE=DATE:20901125\r\nDTEND;VALUE=DATE:20901128\r\n" in text
    assert f"ploshchadki/{SITE}/" in text.replace("\r\n ", "")


def test_without_dates_there_is_no_calendar(open_page: OpenPage) -> None:
    """And it is said what to do."""
    page = open_page(ROUTE, before=stored({"v": 1, "steps": [STEPS[2]]}))
    page.get_by_role("button", name="В календарь").click()
    expect(page.locator(".k-route__told")).to_contain_text("Впишите её в поле «Когда»")
