"""Latin names for addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopilka.records.references import SLUG
from kopilka.slugs import slugify, transliterate


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ход работы", "hod-raboty"),
        ("Методические приёмы и находки", "metodicheskie-priyomy-i-nahodki"),
        ("Съешь ещё этих мягких французских булок", "sesh-eshchyo-etih-myagkih-francuzskih-bulok"),
        ("«Школа № 376», 2025", "shkola-376-2025"),
        ("  – Итоги –  ", "itogi"),
        ("Soft skills", "soft-skills"),
        ("?!", ""),
        ("", ""),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    """Letters and digits stay, all else becomes one hyphen."""
    assert slugify(text) == slug


@given(st.text(max_size=80))
def test_slug_is_an_id_or_nothing(text: str) -> None:
    """Whatever the text, the slug is good for an id, or empty."""
    slug = slugify(text)
    assert not slug or SLUG.match(slug)


@given(st.text(max_size=80))
def test_slug_is_stable(text: str) -> None:
    """The slug of a slug is the slug."""
    assert slugify(slugify(text)) == slugify(text)


def test_every_letter_has_a_sound() -> None:
    """The whole alphabet is written in Latin letters; only the two signs are silent."""
    alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    silent = {letter for letter in alphabet if not transliterate(letter)}
    assert silent == {"ъ", "ь"}
    assert transliterate(alphabet).isascii()
