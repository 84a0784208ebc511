"""The other search engine of the settings: the same page, the same box, the same facets."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.bank_maker import REPOSITORY, copy_registers
from tests.browser.conftest import build_bank, served


@pytest.fixture(scope="module")
def bank_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small bank that asks for Pagefind, built and served."""
    bank = tmp_path_factory.mktemp("bank") / "bank"
    shutil.copytree(REPOSITORY / "tests" / "banks" / "full", bank)
    copy_registers(bank)
    with (bank / "kopilka.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nsearch: {engine: pagefind}\n")
    with served(build_bank(bank, bank.parent / "site")) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def hits(page: Page) -> list[str]:
    """The ids of the records found, best first."""
    expect(page.locator("[data-record]").first).to_be_visible()
    return [str(found.get_attribute("data-record")) for found in page.locator("[data-record]").all()]


def test_the_search_page(page: Page, bank_address: str) -> None:
    """Another form of the word finds the record; the found words are marked."""
    page.goto(bank_address + "search/?q=вопросами")
    assert hits(page)
    expect(page.locator("[data-record] mark").first).to_be_visible()


def test_a_wrong_layout(page: Page, bank_address: str) -> None:
    """What was typed with the English layout is tried in the Russian one, and the page says so."""
    page.goto(bank_address + "search/?q=djghjcs")
    assert hits(page)
    expect(page.get_by_text("Показано по запросу")).to_be_visible()


def test_words_that_no_record_has_together(page: Page, bank_address: str) -> None:
    """Words that stand in different records do not empty the page."""
    page.goto(bank_address + "search/?q=стажировка каскад абракадабрища")
    expect(page.get_by_role("status").first).to_contain_text("результат")
    expect(page.get_by_role("heading", name="Каскадное обучение")).to_be_visible()


def test_the_catalogue(page: Page, bank_address: str) -> None:
    """The same hits narrow the catalogue, with its facets."""
    page.goto(bank_address + "katalog/?q=вопросы")
    assert hits(page)
    expect(page.locator("fieldset").first).to_be_visible()
