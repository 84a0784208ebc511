"""Sending a proposal from a bank that has an address to write to and a forge."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.bank_maker import REPOSITORY
from tests.browser.conftest import build_bank, served
from tests.browser.proposing import FORM, STORY, TITLE, saved

EMAIL = "bank@bank.example"
FORGE = "https://git.example/shkola/bank"
NAME = "Примерова Мария Ивановна"
FILE = "karty-voprosov-desyat-minut-chteniya-na-kazhdom-uroke.md"
SETTINGS = f"""
bank: {{name: Банк района, email: {EMAIL}}}
kinds: [{{model: "kopilka.records.practice:Practice", folder: practices}}]
forge: {{kind: forgejo, url: "https://git.example", repository: shkola/bank, branch: main}}
"""


@pytest.fixture(scope="module")
def bank_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A bank of one record, built and served."""
    bank = tmp_path_factory.mktemp("bank") / "bank"
    shutil.copytree(REPOSITORY / "tests" / "banks" / "minimal", bank)
    (bank / "kopilka.yml").write_text(SETTINGS, encoding="utf-8")
    with served(build_bank(bank, bank.parent / "site")) as address:
        yield address


@pytest.fixture
def page(browser: Browser, bank_address: str) -> Iterator[Page]:
    """The form with a title and an author who has not agreed to be named, at its last section."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.route("https://git.example/**", lambda route: route.fulfill(body="Новый файл"))
    page = context.new_page()
    page.goto(bank_address + FORM)
    page.get_by_label("Наименование").fill(TITLE)
    page.goto(bank_address + FORM + "#lyudi")
    page.get_by_role("group", name="Авторы").get_by_role("button", name="Добавить").click()
    page.get_by_label("Имя", exact=True).fill(NAME)
    page.get_by_label("Должность").fill("учитель")
    page.goto(bank_address + FORM + "#otpravit")
    yield page
    context.close()


def test_the_letter(page: Page) -> None:
    """It goes to the bank, says what is proposed and that the file is attached by hand; it names nobody."""
    address = page.locator("[data-form-mail]").get_attribute("href") or ""
    letter = urlsplit(address)
    assert (letter.scheme, letter.path) == ("mailto", EMAIL)
    assert {name: values[0] for name, values in parse_qs(letter.query).items()} == {
        "subject": f"Практика: {TITLE}",
        "body": f"Здравствуйте!\r\n\r\nПредлагаю в банк «Банк района» запись «{TITLE}».\r\n"
        "Файл записи приложен к письму.\r\n",
    }
    assert "+" not in letter.query
    assert "Примерова" not in unquote(address)
    expect(page.get_by_text("Файл к нему приложите сами")).to_be_visible()
    page.locator("[data-form-save]").click()
    expect(page.get_by_role("status").filter(has_text="в папке загрузок")).to_contain_text(EMAIL)


def test_the_forge_gets_the_file(page: Page) -> None:
    """The page for a new file opens in its own tab, with folder, name and the very text that is saved."""
    name, content = saved(page)
    with page.context.expect_page() as opening:
        page.get_by_role("link", name="Открыть на Forgejo").click()
    url = urlsplit(opening.value.url)
    asked = parse_qs(url.query)
    assert f"{url.scheme}://{url.netloc}{url.path}" == f"{FORGE}/_new/main/practices"
    assert asked["filename"] == [name] == [FILE]
    assert asked["value"] == [content.decode()]
    assert "Примерова" not in asked["value"][0]
    expect(page.get_by_role("status").filter(has_text="откроется новый файл")).to_be_visible()


def test_a_long_text_goes_through_the_clipboard(page: Page) -> None:
    """An address has an end: the page opens without the text, which is copied, and the words say so."""
    page.goto(page.url.split("#")[0] + "#rasskaz")
    page.get_by_label("Введение").fill(STORY)
    page.goto(page.url.split("#")[0] + "#otpravit")
    content = saved(page)[1].decode()
    with page.context.expect_page() as opening:
        page.get_by_role("link", name="Открыть на Forgejo").click()
    assert "value" not in parse_qs(urlsplit(opening.value.url).query)
    expect(page.get_by_role("status").filter(has_text="Текст записи скопирован")).to_contain_text("Forgejo")
    assert page.evaluate("navigator.clipboard.readText()") == content
