"""Macros of hand-written pages: what they print, and what they say when asked for what is not there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.bank_maker import REPOSITORY, make_bank, opened

from kopilka.settings import Settings
from kopilka.site.macros import MacroError, Macros
from kopilka.site.settings_table import WORDS, setting_names, setting_rows


def _macros(root: Path, *, today: date = date(2026, 11, 22), path: str = "uchitelyu") -> Macros:
    return Macros(opened(root, today=today).plan(directory_urls=True), path)


@pytest.fixture(scope="module")
def macros() -> Macros:
    """The macros over the bank of this repository."""
    return _macros(REPOSITORY)


def test_open_intakes_are_listed_the_nearest_first(macros: Macros) -> None:
    """Only groups that one can apply for today, with a way to the place on the page where one applies."""
    html = macros.open_intakes()
    first, second = html.index("Читаем медленно"), html.index("Наставник рядом")
    assert first < second
    assert 'href="../ploshchadki/chitaem-medlenno/#intakes"' in html
    assert html.count("<tr>") == 3  # the head and two groups


def test_a_bank_without_open_intakes_says_so() -> None:
    """An empty table would look like a fault of the page."""
    assert "Открытых наборов сейчас нет" in _macros(REPOSITORY, today=date(2026, 12, 31)).open_intakes()


def test_the_mailbox_of_the_settings_is_a_link(tmp_path: Path) -> None:
    """A page asks with `{% if mail_link() %}`, so no mailbox is None and not an empty block."""
    assert _macros(make_bank(tmp_path / "one", {})).mail_link() is None
    settings = "bank: {email: bank@primer.example}\n"
    link = _macros(make_bank(tmp_path / "two", {}, settings=settings)).mail_link()
    assert link == '<a href="mailto:bank@primer.example">bank@primer.example</a>'


def test_every_setting_has_its_words() -> None:
    """A setting that the model gained or lost is gained or lost by the reference too."""
    assert set(WORDS) == setting_names()


def test_the_table_of_settings_tells_what_holds_without_them(macros: Macros) -> None:
    """Defaults come from the model itself."""
    html = macros.settings_table("bank", "checks")
    assert "<code>name</code>" in html
    assert "<code>limits.confirm_years</code>" in html
    defaults = {row.name: row.default for part in Settings.model_fields for row in setting_rows(part)}
    assert defaults["licence"] == "CC-BY-4.0"
    assert defaults["url"] == "не задана"
    assert defaults["severity"] == "пусто"
    assert defaults["folder"] == "нужна обязательно"
    assert defaults["registry"] == "registry"
    assert defaults["limits.confirm_years"] == "3"
    assert defaults["limits.file_types"].startswith("pdf, docx")


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda macros: macros.settings_table("bnak"), "нет настройки «bnak»"),
        (lambda macros: macros.record_card("net-takoj"), "нет записи «net-takoj»"),
        (lambda macros: macros.road_map("chitatelskie-karty"), "нет дорожной карты"),
        (lambda macros: macros.glossary_term("net-takogo"), "нет слова «net-takogo»"),
        (lambda macros: macros.count_records(tema="shnor"), "Нет условия «tema». Есть: "),
        (lambda macros: macros.records(temy="net-takoj"), "В списке «temy» нет значения «net-takoj»"),
    ],
)
def test_a_wrong_call_is_told_to_the_author(
    macros: Macros, ask: Callable[[Macros], object], words: str
) -> None:
    """Whoever writes a page is told what the bank does not have."""
    with pytest.raises(MacroError, match=words):
        ask(macros)


def test_macros_print_what_they_found(macros: Macros) -> None:
    """Lists, tables, cards and words of the glossary lead from the page they stand on."""
    assert macros.count_records(kind="practice") > 20
    link = 'href="../praktiki/chitatelskie-karty/"'
    assert link in macros.records(kind="practice", temy="chitatelskaya-gramotnost")
    assert link in macros.records_table(organisation="shkola-primer-1")
    assert link in macros.cards(dokazatelnost="stepen-3")
    assert macros.glossary_term("iom").startswith('<a href="../slovar/#iom"')
    assert "data-roadmap" in macros.road_map("chitaem-vmeste")
    assert "\n" not in macros.glossary_list()
