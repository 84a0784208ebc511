"""Russian typography of plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopilka.render.typography import BLANK, JOINER, NBSP, PARAGRAPH, flow, tidy, typograph

# `_` stands for a no-break space, `^` for a word joiner.
SET = {
    # quotation marks
    '"Слово"': "«Слово»",
    '"Слово "раз" и "два""': "«Слово „раз“ и_„два“»",
    '("скобки"), "конец."': "(«скобки»), «конец.»",
    '"...начало" и "конец..."': "«…начало» и_«конец…»",
    "«слово «раз» два»": "«слово „раз“ два»",
    "“английские” и „немецкие“": "«английские» и_«немецкие»",
    "»наоборот«": "«наоборот»",
    'Школа "Росток"-2, ООО "Ромашка".': "Школа «Росток»-2, ООО «Ромашка».",
    'экран 15", д"Артаньян': 'экран 15", д"Артаньян',
    'не закрыта "кавычка': 'не_закрыта "кавычка',
    'не открыта" кавычка': 'не_открыта" кавычка',
    # dashes
    "Учитель - это он": "Учитель_– это он",
    "Учитель -- это он": "Учитель_– это он",
    "Учитель — это он": "Учитель_– это он",
    "Учитель – это он": "Учитель_– это он",
    "кое-что, из-за, какой-нибудь": "кое-что, из-за, какой-нибудь",
    "— Да, — сказал он.": "– Да,_– сказал он.",
    "-": "–",
    "мороз -5 °C": "мороз -5_°C",
    "--flag и a--b": "--flag и_a--b",
    # ranges
    "5-7 классы": "5^–^7_классы",
    "5–7, 10—11": "5^–^7, 10^–^11",
    "2019-2020, 2024-25": "2019^–^2020, 2024^–^25",
    "в 5-7-х классах": "в_5^–^7-х_классах",
    "0,5-1,5 часа": "0,5^–^1,5_часа",
    "10:00-11:30, 01.09-25.09": "10:00^–^11:30, 01.09^–^25.09",
    "01.09.2024-31.05.2025": "01.09.2024^–^31.05.2025",
    "XIX-XX вв.": "XIX^–^XX вв.",
    "с. 6-12.": "с._6^–^12.",
    "счёт 3-2, класс 5-5": "счёт 3-2, класс 5-5",
    "2024-09-01, 2024-09, 2009-12": "2024-09-01, 2024-09, 2009-12",
    "Р-145, А4-5, 273-ФЗ, 5-й": "Р-145, А4-5, 273-ФЗ, 5-й",
    "8-800-555-35-35, 05-07": "8-800-555-35-35, 05-07",
    "ISBN 978-5-00000-000-0": "ISBN 978-5-00000-000-0",
    "№ 12-34, ГОСТ 7.1-2003, ГОСТ Р 52-2001": "№_12-34, ГОСТ 7.1-2003, ГОСТ Р_52-2001",
    # spaces
    "в школе и на уроке": "в_школе и_на_уроке",
    "Для тех, кто без опыта": "Для_тех, кто без_опыта",
    "что же, знал бы, да ли": "что_же, знал_бы, да_ли",
    "школа № 358 и №5": "школа_№_358 и_№_5",
    "см. § 7 и §8": "см._§_7 и_§_8",
    "24 часа, 5 %, 5%, 100 ₽, 2024 год": "24_часа, 5_%, 5_%, 100_₽, 2024_год",
    "9 классы, 3 кг, 5 МБ": "9_классы, 3_кг, 5_МБ",
    "12 345 678 рублей": "12_345_678_рублей",
    "от 5 до 7 и 2024 или 2025": "от_5 до_7 и_2024 или_2025",
    "А. С. Пушкин и Пушкин А. С.": "А._С._Пушкин и_Пушкин_А._С.",
    "и т. д., и т. п...": "и_т._д., и_т._п…",
    "г. Энск, рис. 3, табл. 2, ст. 12": "г._Энск, рис._3, табл._2, ст._12",
    "в 2024 г. В школе": "в_2024_г. В_школе",
    "строка в\nдве строки - и\nтри": "строка в_две строки_– и_три",
    # the rest
    "Думал... думал": "Думал… думал",
    "(c) и (r)": "(c) и_(r)",
    "https://example.org/5-7/a...b?x=%20-1": "https://example.org/5-7/a...b?x=%20-1",
    "www.example.org/5-7, example.org/5-7": "www.example.org/5-7, example.org/5-7",
    "imc-5-7@example.org": "imc-5-7@example.org",
    "и/или 5-7": "и/или_5^–^7",
    "": "",
}


@pytest.mark.parametrize(("written", "expected"), SET.items(), ids=range(len(SET)))
def test_set(written: str, expected: str) -> None:
    """A text comes out as a Russian typesetter would set it."""
    assert typograph(written) == expected.replace("_", NBSP).replace("^", JOINER)


BRICKS = [
    *("слово", "в", "и", "на", "же", "ли", "5", "7", "2024", "25", "0", "12", "X", "V", "руб", "Пушкин"),
    *(",", ".", "...", "-", "--", "–", "—", " ", "\n", NBSP, JOINER, '"', "«", "»", "„", "“", "”", "(", ")"),
    *("№", "§", "%", "г.", "А.", "т.", "д.", "рис.", "https://a.b/5-7", "a@b.ru", "/", ":", "-й", PARAGRAPH),
]
TEXTS = st.lists(st.one_of(st.sampled_from(BRICKS), st.text(max_size=3)), max_size=14).map("".join)


@given(TEXTS)
def test_once_is_enough(text: str) -> None:
    """What is set already stays as it is."""
    once = typograph(text)
    assert typograph(once) == once


@given(TEXTS)
def test_flow_keeps_the_length(text: str) -> None:
    """Tokens are cut out of a set paragraph by their lengths, so `flow` changes no length."""
    assert len(flow(text)) == len(text)


@given(TEXTS)
def test_letters_and_digits_stay(text: str) -> None:
    """Typography moves and changes marks and spaces, never a letter or a digit."""
    assert [c for c in typograph(text) if c.isalnum()] == [c for c in text if c.isalnum()]


@given(TEXTS, TEXTS)
def test_paragraphs_are_set_apart(one: str, two: str) -> None:
    """Paragraphs set at one go come out as those set one by one."""
    one, two = one.replace(PARAGRAPH, ""), two.replace(PARAGRAPH, "")
    assert flow(tidy(f"{one}{PARAGRAPH}{two}")) == f"{typograph(one)}{PARAGRAPH}{typograph(two)}"


def test_code_in_a_quotation() -> None:
    """What is no text still has a place between quotation marks."""
    assert flow(f'"{BLANK}" - слово') == f"«{BLANK}»{NBSP}– слово"
