"""Drafts put aside: found, opened and deleted by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Axe, OpenPage
from tests.browser.fitting import too_wide
from tests.browser.proposing import FORM, TITLE

SECOND = "Чтение вслух: пять минут в начале урока"


def put_aside(page: Page, *titles: str) -> None:
    """Begins a draft with each title and puts it aside."""
    for title in titles:
        page.get_by_label("Наименование").fill(title)
        page.locator("[data-form-new]").click()
        expect(page.get_by_label("Наименование")).to_have_value("")


def test_drafts_are_opened_and_deleted(open_page: OpenPage) -> None:
    """Each has its name and time; opening puts the present one aside; deleting asks first and is kept."""
    page = open_page(FORM)
    toggle = page.locator("[data-form-aside]")
    expect(toggle).to_be_hidden()
    put_aside(page, TITLE, SECOND)
    expect(toggle).to_have_text("Отложенные черновики: 2")
    toggle.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    panel = page.get_by_role("region", name="Отложенные черновики")
    expect(panel.get_by_role("listitem").nth(0)).to_contain_text(SECOND)
    expect(panel.get_by_role("listitem").nth(1).locator(".k-dim")).to_contain_text(" г.")
    panel.get_by_role("button", name=f"Открыть: {TITLE}").press("Enter")
    expect(page.get_by_label("Наименование")).to_have_value(TITLE)
    expect(page.get_by_role("status").filter(has_text="Открыт черновик")).to_contain_text(TITLE)
    expect(panel).to_be_hidden()
    expect(toggle).to_have_text("Отложенные черновики: 1")
    toggle.press("Enter")
    panel.get_by_role("button", name=f"Удалить: {SECOND}").press("Enter")
    expect(panel.get_by_role("button", name="Оставить")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel.get_by_role("button", name=f"Открыть: {SECOND}")).to_be_focused()
    panel.get_by_role("button", name=f"Удалить: {SECOND}").press("Enter")
    panel.get_by_role("button", name="Да, удалить").press("Enter")
    expect(page.get_by_role("status").filter(has_text="удалён")).to_contain_text(SECOND)
    expect(toggle).to_be_hidden()
    expect(page.locator("[data-form-new]")).to_be_focused()
    page.reload()
    expect(page.get_by_label("Наименование")).to_have_value(TITLE)
    expect(toggle).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_for_axe_to_find(open_page: OpenPage, axe: Axe, width: int) -> None:
    """The list, and its question, on a phone and a desk; Escape leaves it; nothing sticks out."""
    page = open_page(FORM, width=width)
    put_aside(page, TITLE, "Ы" * 150)
    page.locator("[data-form-aside]").click()
    page.get_by_role("button", name=f"Удалить: {TITLE}").click()
    assert axe(page) == []
    assert not too_wide(page)
    page.keyboard.press("Escape")
    expect(page.locator("[data-form-aside]")).to_be_focused()
