"""Abbreviations that explain themselves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kopilka.render.glossary import Abbreviations, escape
from kopilka.render.typography import NBSP

WORDS = Abbreviations(
    {"ДПО": "обычное", "ДППО": "педагогическое", "РС НМС": "система", "С++": "язык & среда", " ": "ничего"}
)


def test_whole_words_the_longest_first() -> None:
    """Neither a part of a word nor a shorter abbreviation is taken for another."""
    html = WORDS.mark("ДППО, ДПО-курсы, ДПОшный, НДПО", set())
    assert html == (
        '<abbr title="педагогическое">ДППО</abbr>, <abbr title="обычное">ДПО</abbr>-курсы, ДПОшный, НДПО'
    )


def test_the_first_time_only() -> None:
    """A word that was explained is not explained again; those who ask keep the account."""
    seen: set[str] = set()
    assert WORDS.mark("ДПО", seen) == '<abbr title="обычное">ДПО</abbr>'
    assert WORDS.mark("ДПО и ДПО", seen) == "ДПО и ДПО"


def test_two_words() -> None:
    """An abbreviation of two words is found however its space is set, and never breaks."""
    expected = f'<abbr title="система">РС{NBSP}НМС</abbr>'
    assert [WORDS.mark(f"РС{space}НМС", set()) for space in (" ", NBSP, "\n")] == [expected] * 3


def test_marks_are_escaped() -> None:
    """Neither the text nor the glossary can bring HTML in."""
    assert WORDS.mark("<b>С++</b>", set()) == '&lt;b&gt;<abbr title="язык &amp; среда">С++</abbr>&lt;/b&gt;'


def test_empty_glossary() -> None:
    """Without a glossary text is only escaped."""
    assert Abbreviations({}).mark("ДПО & <", set()) == "ДПО &amp; &lt;"


@given(
    st.dictionaries(st.text(max_size=4), st.text(max_size=4), max_size=6),
    st.text(alphabet="аАбБ -+<\n", max_size=20),
)
def test_any_glossary(meanings: dict[str, str], text: str) -> None:
    """Any words make a pattern, and what they do not cover stays."""
    assert Abbreviations(meanings).mark(text, {" ".join(word.split()) for word in meanings}) == escape(text)
