"""Anchors of headings."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kopilka.render.anchors import Anchors, anchor_of


def test_anchor_of_a_russian_heading() -> None:
    """A heading in Russian has an address that can be dictated."""
    assert anchor_of("Ход работы") == "hod-raboty"
    assert anchor_of("1. «Щука» – это ёж?") == "1-shchuka-eto-yozh"


def test_letters_in_two_strokes() -> None:
    """«Й» typed on a Mac as two characters gives the same anchor."""
    assert anchor_of(unicodedata.normalize("NFD", "Чайный ёжик")) == anchor_of("Чайный ёжик")


def test_repeated_headings() -> None:
    """Headings that repeat are told apart, those the page already has as well."""
    anchors = Anchors(prefix="p-", taken=["p-itogi"])
    assert [anchors.take(text) for text in ("Итоги", "Вывод", "Вывод", "Вывод 2", "Вывод")] == [
        "p-itogi-2",
        "p-vyvod",
        "p-vyvod-2",
        "p-vyvod-2-2",
        "p-vyvod-3",
    ]


def test_heading_without_words() -> None:
    """A heading with nothing to read still has an anchor."""
    assert anchor_of("😀") == "razdel"


@given(st.lists(st.text(max_size=8), max_size=8))
def test_anchors_of_anything(texts: list[str]) -> None:
    """Any headings give different Latin anchors."""
    anchors = Anchors()
    taken = [anchors.take(text) for text in texts]
    assert len(set(taken)) == len(taken)
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", anchor) for anchor in taken)
