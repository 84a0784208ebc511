"""Word forms, numbers and dates in Russian."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopilka import russian
from kopilka.russian import Forms

RECORDS: Forms = ("запись", "записи", "записей")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 записей"),
        (1, "1 запись"),
        (2, "2 записи"),
        (4, "4 записи"),
        (5, "5 записей"),
        (11, "11 записей"),
        (12, "12 записей"),
        (14, "14 записей"),
        (21, "21 запись"),
        (22, "22 записи"),
        (101, "101 запись"),
        (111, "111 записей"),
        (112, "112 записей"),
        (1000, "1000 записей"),
        (12_001, "12 001 запись"),
    ],
)
def test_count(number: int, words: str) -> None:
    """The noun agrees with the number, and a no-break space holds them together."""
    assert russian.count(number, RECORDS) == words.replace(" ", "\u00a0")


@given(st.integers(0, 10**7))
def test_form_depends_on_the_last_two_digits(number: int) -> None:
    """The form of the noun is that of the number's last two digits."""
    assert russian.choose_form(number, RECORDS) == russian.choose_form(number % 100, RECORDS)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (2.5, "2,5"),
        (2.0, "2"),
        (2.999, "3"),
        (0.001, "0"),
        (-0.001, "0"),
        (0.25, "0,25"),
        (-2.5, "−2,5"),
        (100.10, "100,1"),
        (12345.6, "12 345,6"),
        (-12345, "−12 345"),
        (1234, "1234"),
    ],
)
def test_decimal(number: float, words: str) -> None:
    """A comma, no needless zeros, thousands apart, a real minus."""
    assert russian.decimal(number) == words.replace(" ", "\u00a0")


@given(st.floats(-1e9, 1e9))
def test_decimal_is_a_number(number: float) -> None:
    """What is written can be read back and is the number to two places."""
    words = russian.decimal(number).replace("\u00a0", "").replace(",", ".").replace("−", "-")
    assert abs(float(words) - number) <= 0.005 + abs(number) * 1e-12


def test_group_digits() -> None:
    """Four digits stand together, five are parted; a negative number has a minus and not a hyphen."""
    assert [russian.group_digits(number) for number in (999, 9999, 10_000, 1_234_567, -5)] == [
        "999",
        "9999",
        "10\u00a0000",
        "1\u00a0234\u00a0567",
        "−5",
    ]


@pytest.mark.parametrize(
    ("words", "phrase"),
    [((), ""), (("а",), "а"), (("а", "б"), "а и б"), (("а", "б", "в"), "а, б и в")],
)
def test_join_words(words: tuple[str, ...], phrase: str) -> None:
    """Words are joined as in speech."""
    assert russian.join_words(words) == phrase


def test_join_words_with_another_word() -> None:
    """The last two may be joined by «или»; the words may come one by one."""
    assert russian.join_words((word for word in "абв"), last="или") == "а, б или в"


def test_quote() -> None:
    """Quotes inside quotes become „лапки“."""
    assert russian.quote("Школа") == "«Школа»"
    assert russian.quote("сборник «Опыт»") == "«сборник „Опыт“»"


def test_capitalise() -> None:
    """Only the first letter changes; abbreviations stay."""
    assert russian.capitalise("методист ИМЦ") == "Методист ИМЦ"
    assert russian.capitalise("") == ""


def test_dates() -> None:
    """The two forms of a day."""
    assert russian.long_date(date(2025, 11, 2)).replace("\u00a0", " ") == "2 ноября 2025 года"
    assert russian.long_date(date(2025, 11, 2), year=False).replace("\u00a0", " ") == "2 ноября"
    assert russian.short_date(date(2025, 11, 2)) == "02.11.2025"


def test_twelve_months_in_every_form() -> None:
    """Each list of months has twelve, and each form of a month begins alike."""
    forms = (russian.MONTHS, russian.MONTHS_GENITIVE, russian.MONTHS_PREPOSITIONAL, russian.MONTHS_SHORT)
    for months in zip(*forms, strict=True):
        assert len({month[:2] for month in months}) == 1
    assert {len(form) for form in forms} == {12}


def test_sort_key() -> None:
    """«Ё» stands with «е», Latin words after Russian ones, quotes and case do not count."""
    words = ["Zoom на уроке", "Ёлка", "единый день", "«Ежевика»", "Яблоко", "7 шагов", "ёж"]
    assert sorted(words, key=russian.sort_key) == [
        "7 шагов",
        "единый день",
        "ёж",
        "«Ежевика»",
        "Ёлка",
        "Яблоко",
        "Zoom на уроке",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Учитель-предметник", "учитель–предметник"),
        ("«Школа Минпросвещения России»", "Школа минпросвещения  России"),
        ("приём", "Прием"),
        ("АНО „Опыт“", 'АНО "Опыт"'),
        ("семь\u00a0шагов", "семь шагов"),
    ],
)
def test_fold_label(one: str, other: str) -> None:
    """Case, «ё», quotes, kinds of dash and of space do not part two labels."""
    assert russian.fold_label(one) == russian.fold_label(other)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded label is its own folded form."""
    folded = russian.fold_label(text)
    assert russian.fold_label(folded) == folded
