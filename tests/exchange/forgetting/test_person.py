"""A person is known in any case and order, and namesakes are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopilka.exchange.forgetting import Sought, read_person

MARIA = Sought("Примерова", "Мария", "Ивановна")


@pytest.mark.parametrize(
    "text",
    [
        "Примерова Мария Ивановна",
        "с Примеровой Марией Ивановной",
        "у Марии Ивановны Примеровой",
        "Мария Примерова",
        "благодаря М. И. Примеровой",
        "Примеровой М.И.",
        "ПРИМЕРОВА МАРИЯ ИВАНОВНА",
        "Примерову\n    Марию",
        "Примерова, Мария Ивановна",
    ],
)
def test_the_person_is_found(text: str) -> None:
    """Cases, orders, initials, capitals, a broken line."""
    (place,) = MARIA.find(text)
    assert place.sure
    left = text[: place.start] + text[place.end :]
    assert not {"прим", "мари", "иван"} & {word[:4].lower() for word in left.split()}


@pytest.mark.parametrize(
    "text",
    ["Примерова Анна Петровна", "Примеров П. П.", "Мария Петровна Примерова", "Школа-пример", "примерно"],
)
def test_namesakes_stay(text: str) -> None:
    """Another given name, other initials, another patronymic, other words."""
    assert not list(MARIA.find(text))


def test_a_surname_alone_is_doubtful() -> None:
    """People decide whether it is the same person."""
    (place,) = MARIA.find("Так сказала Примерова на совете")
    assert not place.sure


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Примерова Мария Ивановна", MARIA),
        ("Марии Ивановны Примеровой", Sought("Примеровой", "Марии", "Ивановны")),
        ("Иван Примеров", Sought("Примеров", "Иван")),
        ("Примерова", None),
        ("", None),
        ("одна две три четыре", None),
    ],
)
def test_how_a_name_is_read(written: str, known: Sought | None) -> None:
    """Any order; a surname alone is too little to change files by."""
    assert read_person(written) == known


@given(st.text())
def test_any_text_is_looked_through(text: str) -> None:
    """Places lie in the text, in order."""
    for piece in (text, f"{text}Примерова {text}", f"М. Примеровой{text}"):
        for place in MARIA.find(piece):
            assert 0 <= place.start < place.end <= len(piece)
