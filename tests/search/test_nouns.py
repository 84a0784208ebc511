"""Forms of one noun that the stemmer keeps apart."""

from __future__ import annotations

import pymorphy3  # type: ignore[import-untyped]
import pytest

from kopilka.search.nouns import is_known, link, stems_of_noun
from kopilka.search.words import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("человек", "людьми"),
        ("год", "лет"),
        ("девочка", "девочек"),
        ("ребенок", "детей"),
        ("палец", "пальцы"),
    ],
)
def test_one_noun(one: str, other: str) -> None:
    """Suppletive forms, fleeting vowels."""
    assert stem(other) in stems_of_noun(one)


@pytest.mark.parametrize(
    "form", ["стали", "красивый", "шнор", "abc", "376", "я", "", "иванов", "петровна", "школами"]
)
def test_not_a_noun_of_several_stems(form: str) -> None:
    """Verbs, adjectives, unknown words, names, what is no word; nouns the stemmer keeps together."""
    assert len(stems_of_noun(form)) <= 1


def test_links_hold_what_the_index_has_first() -> None:
    """Terms that nobody wrote are there to be asked for."""
    assert link(["девочка", "школа"], ["девочк", "школ"]) == [(("девочк",), ("девочек",))]
    assert link(["девочка", "девочек"], ["девочк", "девочек"]) == [(("девочек", "девочк"), ())]
    assert link(["девочка"], ["школ"]) == []


@pytest.mark.parametrize(
    "long", ["преподавательница", "воспитанник", "самооценка", "зарисовка", "мероприятие"]
)
def test_long_nouns_are_tried_by_their_ends(long: str) -> None:
    """The quick way gives what the dictionary gives."""
    forms = pymorphy3.MorphAnalyzer().parse(long)[0].lexeme
    stems = {stem(form.word.replace("ё", "е")) for form in forms}
    assert set(stems_of_noun(long)) == stems or len(stems) == 1


def test_known_words() -> None:
    """A heading in capitals is no abbreviation."""
    assert is_known("работы")
    assert not is_known("цнппм")
