"""What the tests of the search share: its field, its hits, hostile words, a line that was cut."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, Route, expect

RECORD = "praktiki/chitatelskie-karty/"
HOSTILE = (
    "<img src=x onerror=window.caught=1>",
    '"><script>window.caught=1</script>',
    "javascript:window.caught=1",
    "constructor __proto__ toString",
    "%00%ff \\u0000 \N{RIGHT-TO-LEFT OVERRIDE}\N{PILE OF POO}",
    "слово " * 900,
)


def field(page: Page) -> Locator:
    """The field of the header."""
    return page.locator(".md-search__input")


def hits(page: Page) -> Locator:
    """The hits under the field in use."""
    return page.locator(".k-sr__hit:visible")


def type_in(page: Page, words: str) -> None:
    """Types into the header's field and waits for the list."""
    field(page).fill(words)
    expect(page.locator(".k-sr__foot:visible, .k-sr__empty:visible").first).to_be_visible()


def lose(route: Route) -> None:
    """Answers with a file that has nothing in it, as a line that was cut does."""
    route.fulfill(body="", content_type="text/javascript")
