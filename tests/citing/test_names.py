"""Names as people write them."""

from __future__ import annotations

import pytest

from kopilka.citing import read_name

WRITTEN = {
    "Примерова Мария Ивановна": ("Примерова, М. И.", "М. И. Примерова"),
    "Примерова М.И.": ("Примерова, М. И.", "М. И. Примерова"),
    "М. И. Примерова": ("Примерова, М. И.", "М. И. Примерова"),
    "Ёлкина-Палкина Яна": ("Ёлкина-Палкина, Я.", "Я. Ёлкина-Палкина"),
    "Иванова Анна-Мария Петровна": ("Иванова, А.-М. П.", "А.-М. П. Иванова"),
    "Алиев Али Вели оглы": ("Алиев, А. В. оглы", "А. В. оглы Алиев"),
    "де Сент-Экзюпери Антуан": ("де Сент-Экзюпери, А.", "А. де Сент-Экзюпери"),
    "Дойл, Артур Конан": ("Дойл, А. К.", "А. К. Дойл"),
    "Smith John Edward": ("Smith, J. E.", "J. E. Smith"),
    "Конфуций": ("Конфуций", "Конфуций"),
    "": ("", ""),
}


@pytest.mark.parametrize(("written", "expected"), WRITTEN.items(), ids=WRITTEN)
def test_a_name_reads_both_ways(written: str, expected: tuple[str, str]) -> None:
    """The heading and the direct order, whatever way the name was written."""
    name = read_name(written)
    assert (name.heading.replace("\u00a0", " "), name.direct.replace("\u00a0", " ")) == expected
