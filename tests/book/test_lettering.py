"""Widths that the check reckons are those that the setter itself measures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typst

from kopilka.book.gaps.glyphs import FONTS
from kopilka.book.gaps.tables import least_width
from kopilka.book.lettering import width_of
from kopilka.book.tree import Cell, Paragraph, Table, Text

_SIZE = 8.5
_ASKED = """
#set text(font: "PT Sans", size: 8.5pt, hyphenate: false)
#context [#metadata(WORDS.map(w => (measure(w).width.mm(), measure(strong(w)).width.mm()))) <widths>]
"""
_WORDS = ("Мероприятие", "01.09.2026", "Ω", "ФГОС")


def test_words_are_as_wide_as_they_are_set(tmp_path: Path) -> None:
    """Up to what the setter draws together between some letters, a hundredth."""
    source = _ASKED.replace(
        "WORDS", json.dumps(_WORDS, ensure_ascii=False).replace("[", "(").replace("]", ")")
    )
    file = tmp_path / "widths.typ"
    file.write_text(source, encoding="utf-8")
    told = typst.query(
        file, "<widths>", field="value", one=True, font_paths=[FONTS], ignore_system_fonts=True
    )
    answer = json.loads(told)
    for word, (plain, bold) in zip(_WORDS, answer, strict=True):
        assert width_of(word, size=_SIZE) == pytest.approx(plain, rel=0.01)
        assert width_of(word, size=_SIZE, bold=True) == pytest.approx(bold, rel=0.01)


def test_a_table_is_as_wide_as_its_longest_pieces() -> None:
    """A short word stands whole, of a long one a part; a compound ends at its hyphen."""
    widths = [
        least_width(Table("", 0, (), (1.0,), (), ((Cell((Paragraph((Text(words),)),)),),)), _SIZE)
        for words in ("шаг", "шаги вперёд", "методист-наставник", "преподавательница")
    ]
    assert widths == sorted(widths)
    assert widths[-1] < width_of("преподавательница", size=_SIZE)
