"""«Возможно, вы имели в виду»: what was most likely meant by a wrong word."""

from __future__ import annotations

import pytest

from kopilka.records.suggest import Choices, suggest

KEYS = ("title", "summary", "status", "keywords", "session_minutes", "results", "related")
WORDS = ("наставничество", "читательская грамотность", "инклюзия и ОВЗ", "кадровый резерв и лидерство")
IDS = ("chitatelskie-karty", "laboratoriya-voprosov", "shkola-primer-1", "shkola-primer-12")


@pytest.mark.parametrize(
    ("written", "among", "meant"),
    [
        ("sumary", KEYS, "summary"),
        ("Summary", KEYS, "summary"),
        ("session-minutes", KEYS, "session_minutes"),
        ("summаry", KEYS, "summary"),
        ("ыгььфкн", KEYS, "summary"),
        ("ыефегы", KEYS, "status"),
        ("keyword", KEYS, "keywords"),
        ("xyz", KEYS, None),
        ("", KEYS, None),
        ("наставничесво", WORDS, "наставничество"),
        ("НАСТАВНИЧЕСТВО", WORDS, "наставничество"),
        ("нacтaвничecтвo", WORDS, "наставничество"),
        ("yfcnfdybxtcndj", WORDS, "наставничество"),
        ("читательская граммотность", WORDS, "читательская грамотность"),
        ("плавание", WORDS, None),
        ("laboratorija-voprosov", IDS, "laboratoriya-voprosov"),
        ("читательские карты", IDS, "chitatelskie-karty"),
        ("Читательские-карты", IDS, "chitatelskie-karty"),
        ("shkola-primer1", IDS, "shkola-primer-1"),
    ],
)
def test_suggest(written: str, among: tuple[str, ...], meant: str | None) -> None:
    """Typos, look-alike letters, the wrong layout, another alphabet; and nothing where nothing is like it."""
    assert suggest(written, among) == meant


def test_of_equal_words_the_first_is_chosen() -> None:
    """The order of the candidates is the order of their weight."""
    assert suggest("Карта", ["карта", "КАРТА"]) == "карта"


def test_among_thousands_the_same_word_is_found() -> None:
    """A large register is looked through by groups of letters, with the same answer."""
    many = [f"zapis-o-chtenii-{number}" for number in range(5000)]
    choices = Choices([*many, *IDS, *WORDS])
    assert choices.nearest("laboratorya-voprosov") == "laboratoriya-voprosov"
    assert choices.nearest("наставничесво") == "наставничество"
    assert choices.nearest("zapis-o-chteni-777") == "zapis-o-chtenii-777"
    assert choices.nearest("совсем другое") is None
