"""Columns of a table share a page so that no word need be broken while another column has room."""

from __future__ import annotations

import pytest

from kopilka.book.columns import weigh
from kopilka.book.tree import Cell, Paragraph, Text

_LONG = "Дети читают вслух, спорят и записывают свой вопрос, а учителя сверяют, что у кого получилось. " * 3


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((Paragraph((Text(text),)),)) for text in texts)


@pytest.mark.parametrize(("head", "text"), [("Минут", "30"), ("Когда", "ежегодно, ноябрь-декабрь")])
def test_a_short_column_keeps_its_words_whole(head: str, text: str) -> None:
    """However much the others say, the longest word has its share of a page of 75 letters."""
    weights = weigh([_row("Шаг", head, "Итог")], [_row(_LONG, text, _LONG)])
    longest = max(map(len, (head, *text.split())))
    assert weights[1] / sum(weights) * 75 >= longest + 2
    assert weights[0] > weights[1]
