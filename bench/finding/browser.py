"""What the reader's browser does with the search and the catalogue of a large bank."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from bench.browser import chromium, packed_size, served

SLOWER = 4
"""A school's old machine beside this one."""

_STARTS = 5
_CLICKS = 120
_PATIENCE = 120_000.0
_QUIET = 2_000.0
_LIVE = "[data-catalogue][data-live]"
_ASK = "query => probe.ask(query)"
_FIRST_QUERY = "наставничество для молодого педагога"
_PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
_SEARCH = re.compile(r"/data/(search|texts|cards|facets)|/(search|searchbox|facets)[-.\w]*\.js")


@dataclass(frozen=True, slots=True)
class _Times:
    starts: int
    clicks: int


@dataclass(frozen=True, slots=True)
class Weight:
    """What the first query downloads, in bytes with gzip; `before`: what came before the box was touched."""

    parts: dict[str, int]
    before: tuple[str, ...]

    @property
    def total(self) -> int:
        """Everything together."""
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of a deed: by the clock, and of the page's own thread, whatever else the machine does."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Speed:
    """What deeds cost in a browser with so many times less processor."""

    slower: int
    ready: Cost
    longest: float
    """The longest stop of the page while the index gets ready, by the clock."""

    first: tuple[Cost, ...]
    """Of every query asked for the first time, its postings brought over the wire of this machine."""

    again: tuple[Cost, ...]
    compute: tuple[Cost, ...]
    cards: tuple[Cost, ...]
    """Of every click made for the first time, the cards brought over the wire of this machine."""

    approached: tuple[Cost, ...]
    """The same clicks by a mouse that rested on the value before; the clock starts at the click."""

    click: tuple[Cost, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything about one bank."""

    weight: Weight
    facets: int
    speeds: tuple[Speed, ...]


Deed = Callable[..., Cost]


def measure(
    site: Path, queries: Sequence[dict[str, Any]], *, starts: int = _STARTS, clicks: int = _CLICKS
) -> Measured:
    """All figures of a built site."""
    with served(site) as address, chromium() as browser:
        weight = _weigh(browser, site, address)
        times = _Times(starts, clicks)
        speeds = tuple(_speed(browser, address, queries, slower, times) for slower in (1, SLOWER))
    return Measured(weight, packed_size(site / "data/facets.js"), speeds)


def _weigh(browser: Browser, site: Path, address: str) -> Weight:
    page = browser.new_page()
    page.set_default_timeout(_PATIENCE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(address, wait_until="networkidle")
    before = tuple(path for path in asked if _SEARCH.search(path))
    asked.clear()
    field = page.locator("[data-searchbox] input >> visible=true").first
    field.focus()
    field.fill(_FIRST_QUERY)
    page.locator(".k-sr__hit").first.wait_for()
    seen = 0
    while seen < len(asked):  # pieces of texts come after the hits
        seen = len(asked)
        page.wait_for_timeout(_QUIET)
    page.close()
    return Weight(_by_part(site, asked), before)


def _by_part(site: Path, paths: Sequence[str]) -> dict[str, int]:
    parts: dict[str, int] = {}
    for path in dict.fromkeys(paths):
        name = _part(path)
        parts[name] = parts.get(name, 0) + packed_size(site / path.lstrip("/"))
    return parts


def _part(path: str) -> str:
    found = re.search(r"/data/([a-z]+)(-\d+)?\.js$", path)
    if not found:
        return "код"
    if found[1] == "search":
        return "вхождения слов" if found[2] else "слова и словарь"
    return {"facets": "фильтры"}.get(found[1], "карточки и тексты")


def _speed(
    browser: Browser, address: str, queries: Sequence[dict[str, Any]], slower: int, times: _Times
) -> Speed:
    starts = [_start(browser, address, slower) for _ in range(times.starts)]
    with _probed(browser, f"{address}search/", slower) as deed:
        deed("probe.ready()")
        first = [deed(_ASK, query) for query in queries]
        again = [deed(_ASK, query) for query in queries]
    with _probed(browser, f"{address}katalog/", slower, _LIVE) as deed:
        approached = [deed("probe.approach()") for _ in range(times.clicks)]
    with _probed(browser, f"{address}katalog/", slower, _LIVE) as deed:
        cards = [deed("probe.click()") for _ in range(times.clicks)]
        deed("probe.again()")
        click = [deed("probe.click()") for _ in range(times.clicks)]
        deed("probe.open()")
        compute = [deed("probe.compute()") for _ in range(times.clicks)]
    return Speed(
        slower,
        ready=Cost(median(cost.wall for cost, _ in starts), median(cost.cpu for cost, _ in starts)),
        longest=median(longest for _, longest in starts),
        first=tuple(first),
        again=tuple(again),
        compute=tuple(compute),
        cards=tuple(cards),
        approached=tuple(approached),
        click=tuple(click),
    )


def _start(browser: Browser, address: str, slower: int) -> tuple[Cost, float]:
    with _probed(browser, f"{address}search/", slower) as deed:
        cost = deed("probe.ready()")
        return cost, deed("probe.longest()").wall


@contextmanager
def _probed(browser: Browser, address: str, slower: int, sign: str = "body") -> Iterator[Deed]:
    """Does deeds in a page with an empty cache, our measuring script and so many times less processor."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    page.goto(address, wait_until="networkidle")
    page.locator(sign).wait_for()
    page.add_script_tag(content=_PROBE)
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})

    def spent() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(1000 * float(one["value"]) for one in metrics if one["name"] == "TaskDuration")

    def deed(script: str, given: object = None) -> Cost:
        before = spent()
        wall = page.evaluate(script, given)
        return Cost(wall or 0, spent() - before)

    try:
        yield deed
    finally:
        context.close()
