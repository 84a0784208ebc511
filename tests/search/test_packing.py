"""Packed numbers and words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from kopilka.search.packing import SIGNS, pack_numbers, pack_words


def _numbers(packed: str) -> Iterator[int]:
    number = shift = 0
    for sign in packed:
        value = SIGNS.index(sign)
        number |= (value & 31) << shift
        shift += 5
        if value < 32:
            yield number
            number = shift = 0


def _words(packed: str) -> Iterator[str]:
    word = ""
    for piece in re.findall(r"[A-Z][^A-Z]*", packed):
        word = word[: ord(piece[0]) - ord("A")] + piece[1:]
        yield word


@given(st.lists(st.integers(0, 2**31 - 1) | st.integers(0, 40)))
def test_numbers_come_back(numbers: list[int]) -> None:
    """Large and small, in one row."""
    assert list(_numbers(pack_numbers(numbers))) == numbers


@given(st.lists(st.text(st.sampled_from("абвшколья§19z"), min_size=1, max_size=40)))
def test_words_come_back(words: list[str]) -> None:
    """In any order, long common beginnings too."""
    assert list(_words(pack_words(words))) == words


def test_sizes() -> None:
    """Small numbers take one sign, neighbours share their beginnings."""
    assert pack_numbers([0, 31, 32, 1023]) == "0vw1_v"
    assert pack_words(["школ", "школьн", "юг"]) == "AшколEьнAюг"
