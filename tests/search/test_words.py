"""Words of a text: what is one word, what its term is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopilka.search.words import STOP_WORDS, Stems, capitals, fold, forms

TEXTS = st.text(st.sampled_from("абвгеёйъяАЁЙЯ zZ9-№_.,«»\u0301\u0308\u0306\u00ad\n"), max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ёлка", ["елка"]),
        ("учитель-логопед", ["учитель", "логопед"]),
        ("1\u20134 классы", ["1", "4", "классы"]),
        ("Школа №\u00a0376, №376", ["школа", "376", "376"]),
        ("ГОСТ_Р", ["гост", "р"]),
        ("за\u0301мок и пере\u00adнос", ["замок", "и", "перенос"]),
        ("Йод ёж"[::1], ["йод", "еж"]),
        (unicodedata.normalize("NFD", "Йод ёж"), ["йод", "еж"]),
        ("«Точка роста» (IT-куб)", ["точка", "роста", "it", "куб"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """One case, ё as е, hyphens and signs part words, stress marks and soft hyphens do not."""
    assert forms(text) == expected


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is folded."""
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_the_way_letters_are_composed_does_not_matter(text: str) -> None:
    """Mac keyboards and PDF write й and ё as two signs."""
    assert forms(unicodedata.normalize("NFD", text)) == forms(unicodedata.normalize("NFC", text))


def test_words_in_capitals() -> None:
    """Up to nine letters and digits, at least one letter, whole words."""
    assert capitals("ИОМ, ФГОС-2021, ЦНППМ ПР; 2024; Маршрут; ПРЕДСТАВЛЕНИЕ; СОШ№5; ВсОШ") == [
        "иом",
        "фгос",
        "цнппм",
        "пр",
        "сош",
    ]


def test_terms() -> None:
    """Stems of words, numbers and abbreviations whole, no stop words."""
    stems = Stems({"иом"})
    assert stems.terms(forms("О наставниках и ИОМ в школе 5а")) == ["наставник", "иом", "школ", "5а"]
    assert Stems().term("иом") == "и"
    assert stems.phrase("Индивидуальные маршруты для учителя") == ("индивидуальн", "маршрут", "учител")


def test_stop_words_are_folded() -> None:
    """Else they would never be met."""
    assert all(fold(word) == word for word in STOP_WORDS)
