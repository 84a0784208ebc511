"""Phrases that mean one thing."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopilka.search import Group
from kopilka.search.concepts import Concepts, further, mine, written_short
from kopilka.search.words import Stems

STEMS = Stems({"иом"})
IOM = Group(
    id="iom",
    phrases=("индивидуальный образовательный маршрут", "ИОМ", "индивидуальный маршрут"),
    see=("iot",),
)
IOT = Group(id="iot", phrases=("траектория",))
LONE = Group(id="lone", phrases=("чтение",))
WORK = Group(id="work", phrases=("работа", "работа в паре"))


def _find(text: str, *groups: Group) -> list[tuple[str, int, int]]:
    return list(Concepts(groups, STEMS).find(STEMS.phrase(text)))


def test_every_form_of_every_phrase() -> None:
    """Stop words between do not matter."""
    assert _find("с индивидуальными маршрутами и ИОМ", IOM) == [("§0", 0, 2), ("§0", 2, 3)]


def test_the_longest_phrase_counts_once() -> None:
    """«Работа в паре» is not work and work in pairs."""
    assert _find("работа в паре, работы", WORK) == [("§0", 0, 2), ("§0", 2, 3)]


def test_a_phrase_may_belong_to_several_groups() -> None:
    """Registers do not know of each other."""
    assert [token for token, _, _ in _find("ИОМ", IOM, Group(id="x", phrases=("ИОМ", "карта")))] == [
        "§0",
        "§1",
    ]


def test_a_single_word_is_no_concept_unless_others_lead_to_it() -> None:
    """It says no more than the word; «see also» needs something to point at."""
    assert Concepts([LONE], STEMS).phrases == []
    concepts = Concepts([LONE, IOM, IOT], STEMS)
    assert concepts.phrases[1] == [("траектор",)]
    assert concepts.near == [[1], []]


def test_a_group_of_nothing_is_left_out() -> None:
    """Stop words and signs leave no terms."""
    assert Concepts([Group(id="x", phrases=("и", "–", ""))], STEMS).phrases == []


@given(st.lists(st.sampled_from(["иом", "маршрут", "индивидуальн", "образовательн", "х"]), max_size=12))
def test_phrases_found_are_phrases(terms: list[str]) -> None:
    """Whatever is found stands there; nothing of one concept overlaps."""
    concepts, end = Concepts([IOM], STEMS), 0
    for _, start, stop in concepts.find(terms):
        assert tuple(terms[start:stop]) in concepts.phrases[0]
        assert start >= end
        end = stop


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Создан центр непрерывного повышения мастерства (далее – ЦНПМ).",
            "центр непрерывного повышения мастерства",
        ),
        ("опорная школа по работе (далее - «ОШ»)", "опорная школа по работе"),
        ("мастерская учителя и наставника (далее также МУН)", "мастерская учителя и наставника"),
        ("положение о конкурсе (далее – Положение)", ""),
        ("совет молодых (далее – ЦНППМ)", ""),
        ("(далее – АБ)", ""),
    ],
)
def test_abbreviations_explained_in_texts(text: str, expected: str) -> None:
    """The words before the bracket, if the abbreviation is made of their first letters."""
    assert [group.phrases[0] for group in mine(further(text))] == ([expected] if expected else [])


def test_the_most_frequent_explanation_wins() -> None:
    """One abbreviation, one group."""
    texts = ["школа молодого учителя (далее – ШМУ)"] * 2 + ["штаб молодых умов (далее – ШМУ)"]
    told = chain.from_iterable(map(further, texts))
    assert [group.phrases for group in mine(told)] == [("школа молодого учителя", "ШМУ")]


def test_abbreviations_of_groups() -> None:
    """Single words in capitals."""
    assert written_short([IOM, Group(id="x", phrases=("школа ШНОР", "ЦОС"))]) == {"иом", "цос"}
