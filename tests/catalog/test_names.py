"""How names look: given names in every case, surnames, patronymics, and whom everybody may name."""

from __future__ import annotations

import pytest

from kopilka.catalog.names import is_given, is_known, is_known_surname, is_patronymic, is_surname, is_title


@pytest.mark.parametrize(
    "word",
    [
        "Мария",
        "Марии",
        "Марию",
        "Марией",
        "Пётр",
        "Петра",
        "Петру",
        "Иваном",
        "Льва",
        "Павлу",
        "Юля",
        "Оли",
        "Никиты",
        "Игорь",
        "Любови",
    ],
)
def test_given_names(word: str) -> None:
    """In every case."""
    assert is_given(word)


@pytest.mark.parametrize("word", ["Школа", "Район", "Карта", "Примерова", "Май", "Река", "Класс"])
def test_other_words_are_no_given_names(word: str) -> None:
    """A large letter does not make a name."""
    assert not is_given(word)


@pytest.mark.parametrize(
    "word",
    [
        "Примеров",
        "Примеровой",
        "Примеровым",
        "Примерин",
        "Примерская",
        "Примерскому",
        "Примеренко",
        "Примерчук",
        "Примерян",
        "Примерных",
    ],
)
def test_surnames(word: str) -> None:
    """Russian ones and their neighbours, in every case."""
    assert is_surname(word)


@pytest.mark.parametrize("word", ["Школа", "Вывод", "Лес", "Карта", "Ум"])
def test_other_words_are_no_surnames(word: str) -> None:
    """Not every word ends as a surname."""
    assert not is_surname(word)


@pytest.mark.parametrize(
    "word", ["Иванович", "Ивановича", "Петровна", "Петровной", "Сергеевну", "Ильич", "Ильинична", "Никитична"]
)
def test_patronymics(word: str) -> None:
    """In every case."""
    assert is_patronymic(word)


def test_authorities_may_be_named() -> None:
    """By surname alone or, where the surname is common, together with the first letter of the name."""
    assert is_known("Ушинского", "К")
    assert is_known("Пушкину", "Александру")
    assert is_known("Носова", "Н")
    assert not is_known("Носова", "М")
    assert not is_known("Примерова", "М")
    assert is_known_surname("Носова")
    assert not is_known_surname("Примерова")


def test_names_of_things() -> None:
    """After such words a name belongs to a school, a street or a book."""
    assert is_title("гимназия имени ")
    assert is_title("на улице ")
    assert is_title("читаем роман ")
    assert not is_title("учитель ")
