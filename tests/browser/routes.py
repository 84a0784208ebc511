"""A route for the tests of «Мой маршрут», and the way to have it in the browser before the page opens."""

from __future__ import annotations

import base64
import json
from typing import Any

from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import OpenPage

ROUTE = "marshrut/"
KEY = "kopilka-route"
KARTY, SITE, PAIR = "chitatelskie-karty", "chitaem-medlenno", "nastavnik-na-chas"
TITLES = ("Читательские карты", "Читаем медленно", "Наставник на час")


def step(id_: str, title: str, **rest: Any) -> dict[str, Any]:
    """A step as the storage keeps it."""
    folder = "ploshchadki" if id_ == SITE else "praktiki"
    kind = "site" if id_ == SITE else "practice"
    return {"id": id_, "title": title, "kind": kind, "url": f"{folder}/{id_}", "by": "Школа", **rest}


STEPS = [
    step(
        KARTY,
        TITLES[0],
        note="Начать с Древнего Рима",
        when="до 20.11.2020",
        to="2020-11-20",
        hours=3,
        done=True,
    ),
    step(SITE, TITLES[1], when="25–27.11.2090", **{"from": "2090-11-25", "to": "2090-11-27"}, hours=16),
    step(PAIR, TITLES[2], hours=6, form="try"),
]
LOST = step("videovizitka-uroka", "Видеовизитка урока", note="как снимают с телефона", hours=50)
FILLED = {"v": 1, "goal": "Понимать параграф", "deficits": ["metodicheskie"], "steps": STEPS}


def stored(route: dict[str, Any]) -> str:
    """A script that puts the route into the storage, once."""
    text = json.dumps(json.dumps(route))
    return f"localStorage.getItem('{KEY}') || localStorage.setItem('{KEY}', {text})"


def filled(open_page: OpenPage, address: str = ROUTE, before: str = "", **options: Any) -> Page:
    """The page with three steps."""
    page = open_page(address, before=f"{stored(FILLED)};{before}", **options)
    expect(stops(page)).to_have_count(3)
    return page


def kept(page: Page) -> dict[str, Any]:
    """What the storage holds now."""
    value: dict[str, Any] = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "{}")
    return value


def kept_ids(page: Page) -> list[str]:
    """The ids of the kept steps in their order."""
    return [item["id"] for item in kept(page).get("steps", [])]


def stops(page: Page) -> Locator:
    """The steps on the page."""
    return page.locator("li.k-stop[data-step]")


def plain_link(packed: object) -> str:
    """The hash of a link made by hand."""
    letters = base64.urlsafe_b64encode(json.dumps(packed).encode()).decode().rstrip("=")
    return f"#marshrut=b{letters}"
