"""Rows of records as tables that a narrow page can hold."""

from __future__ import annotations

import pytest
from tests.bank_maker import TODAY, make_bank, opened

from kopilka.book.grids import grid
from kopilka.book.tree import Block, Cell, Definitions, Items, Table
from kopilka.book.values import Values
from kopilka.book.walking import words_of
from kopilka.records.network import Track
from kopilka.records.parts import Event, NewsItem, RoadMapRow
from kopilka.records.practice import Risk
from kopilka.records.site_parts import Step
from kopilka.render.addresses import lose_address
from kopilka.render.body import BodyRenderer

_A5, _A4 = 113, 153


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> Values:
    """Values said as in a bank of the repository's registers."""
    catalog = opened(make_bank(tmp_path_factory.mktemp("bank"), {})).catalog
    return Values(catalog, BodyRenderer(), lose_address, TODAY)


def _table(block: Block) -> Table:
    assert isinstance(block, Table)
    return block


def _said(cells: tuple[Cell, ...]) -> list[str]:
    return [words_of(cell.blocks).replace("\u00a0", " ") for cell in cells]


def _works(number: int) -> list[RoadMapRow]:
    return [
        RoadMapRow(
            no=str(row),
            section="Обучение" if row % 2 else "Встречи",
            work="Проектная сессия для команд школ района",
            when="ноябрь 2025",
            responsible=("методический центр",),
            audience="команды школ, которые вошли в сеть в этом году",
            result="замысел проекта каждой пары, записанный на двух страницах и показанный соседям",
        )
        for row in range(1, number + 1)
    ]


def test_road_map(values: Values) -> None:
    """Days and people stay in columns, long fields stand under the work, sections become lines across."""
    table = _table(grid(values, _works(4), width=_A5))
    assert _said(table.head[0]) == ["№", "Работа", "Когда", "Ответственный"]
    assert [(len(row), words_of(row[0].blocks)) for row in table.rows] == [
        (1, "Обучение"),
        (4, "1"),
        (4, "3"),
        (1, "Встречи"),
        (4, "2"),
        (4, "4"),
    ]
    assert "Результат: замысел проекта каждой пары" in _said(table.rows[1])[1]
    assert table.rows[0][0].columns == len(table.head[0])


def test_large_page(values: Values) -> None:
    """A larger page has room for more columns."""
    small, large = (_table(grid(values, _works(4), width=width)) for width in (_A5, _A4))
    assert len(large.head[0]) > len(small.head[0])


def test_bare_numbers_are_named(values: Values) -> None:
    """A line across says «День 2», not «2»."""
    steps = [Step(day=day, start="10:00", title="Урок", place="класс") for day in (1, 1, 2, 2)]
    table = _table(grid(values, steps, width=_A5))
    assert [_said(row) for row in table.rows if len(row) == 1] == [["День 1"], ["День 2"]]


def test_empty_columns(values: Values) -> None:
    """What nobody filled is no column; what few filled stands under their words."""
    events = [Event(no=str(row), title="Семинар", when="май" if row == 1 else None) for row in range(1, 6)]
    table = _table(grid(values, events, width=_A5))
    assert _said(table.head[0]) == ["№", "Мероприятие"]
    assert _said(table.rows[0])[1] == "Семинар Когда: май"


def test_terms(values: Values) -> None:
    """Two fields, the second a text, are terms with what they mean."""
    remedy = "Не ставьте отметок первые две четверти и не подписывайте карты, пока дети не привыкли."
    block = grid(values, [Risk(risk="Карта становится проверочной", remedy=remedy)], width=_A5)
    assert isinstance(block, Definitions)


def test_list(values: Values) -> None:
    """One field is a list."""
    assert isinstance(grid(values, [Track(title="Критическое мышление")], width=_A5), Items)


def test_addresses(values: Values) -> None:
    """An address is no column: nobody types one from a table."""
    news = [NewsItem.model_validate({"date": "2025-10-29", "title": "Пары", "url": "https://example.org"})]
    block = grid(values, news, width=_A5)
    assert isinstance(block, Table)
    assert "example" not in words_of((block,))
