"""Passports for «Сравнить»: every field is asked or left out on purpose, values are the page's own words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from tests.bank_maker import REPOSITORY, make_bank, opened
from tests.examples import body_of, full_example, record_text

from kopilka.catalog.graph import Entry
from kopilka.records.base import Record
from kopilka.records.case import ProjectCase
from kopilka.records.fields import Ask, Question, Show, declarations, declare
from kopilka.records.labels import field_model
from kopilka.records.network import NetworkProject
from kopilka.records.practice import Practice
from kopilka.records.site import Site
from kopilka.render.typography import typograph
from kopilka.site.data.passports import QUESTIONS, Value, head, passport, rows_of
from kopilka.site.data.plain import plain_lines
from kopilka.site.facts import facts_of
from kopilka.site.view import View

KINDS: tuple[type[Record], ...] = (Practice, ProjectCase, Site, NetworkProject)
FOLDERS = dict(zip(KINDS, ("practices", "projects/cases", "sites", "projects/networks"), strict=True))


@pytest.fixture(scope="module")
def view() -> View:
    """The repository's own bank as its pages see it."""
    return opened(REPOSITORY).plan(directory_urls=True).drawing.view


def unsaid(model: type[BaseModel], before: str = "") -> Iterator[str]:
    """Shown fields that neither answer a question nor are left out, nor leave it to their parts."""
    for name, declared in declarations(model).items():
        inner = field_model(model.model_fields[name])
        if declared.show is Show.HIDDEN or declared.ask is not None:
            continue
        if inner and any(part.ask is not None for part in declarations(inner).values()):
            yield from unsaid(inner, f"{before}{name}.")
        else:
            yield before + name


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.kind.id)
def test_every_shown_field_is_asked_or_left_out(model: type[Record]) -> None:
    """A new field must say which of the four questions it answers, or that it stays out."""
    assert list(unsaid(model)) == []


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.kind.id)
def test_every_question_has_rows(model: type[Record]) -> None:
    """Each kind answers all four questions, and no label stands twice."""
    rows = rows_of(model, KINDS)
    assert {row.ask.question for row in rows} == set(QUESTIONS)
    assert len({row.label for row in rows}) == len(rows)


class Mentor(Practice):
    """A kind of a bank's own."""

    place: str = declare(label="Где найти", help="Кабинет.", example="12", ask=Ask(Question.TAKES))
    shelf: str = declare(label="Полка", help="Номер.", example="3")


def test_a_kind_of_a_banks_own_has_rows() -> None:
    """What its fields answer stands beside the rest; what says nothing stays out."""
    labels = [row.label for row in rows_of(Mentor, (*KINDS, Mentor)) if row.ask.question is Question.TAKES]
    assert "Где найти" in labels
    assert "Полка" not in labels


def test_values_stand_in_the_order_of_the_rows(view: View) -> None:
    """As many values as the kind has rows; each a text or lines, none with HTML in it."""
    rows = head(view.catalog)["rows"]
    for entry in view.catalog.newest:
        values = passport(view, entry)
        assert len(values) == len(rows[entry.kind.id])
        assert not re.search(r"</?[a-z]+[ >]|\ue000", json.dumps(values))


def plain(html: str) -> str:
    """The words of a piece of a page: blocks of a page have neither spaces nor commas between them."""
    return re.sub(r"[\s,]", "", unescape(re.sub(r"<[^>]+>", "", html)))


def test_words_are_those_of_the_panel(view: View) -> None:
    """What a field says in the comparison is what the page's panel of facts says."""
    compared = 0
    for entry in view.catalog.newest:
        facts = {str(fact.label): plain(str(fact.value)) for fact in facts_of(view, entry)}
        for name, declared in declarations(type(entry.record)).items():
            if declared.show is Show.FACTS and declared.ask:
                lines = plain_lines(view, entry, (name,))
                said = ", ".join(line if isinstance(line, str) else line[0] for line in lines)
                shown = facts.get(typograph(declared.label), "")
                assert plain(typograph(said)) == shown, (entry.id, name)
                compared += bool(shown)
    assert compared > len(view.catalog.newest)


def values_of(view: View, entry: Entry) -> dict[str, Value]:
    """Label → value."""
    rows = rows_of(type(entry.record), view.catalog.kinds)
    return {row.label: value for row, value in zip(rows, passport(view, entry), strict=True)}


def test_a_whole_practice(view: View) -> None:
    """Amounts, results, what is repeated and where it can be seen, in words."""
    values = values_of(view, view.catalog.entries["chitatelskie-karty"])
    assert values["Кому"] == "учитель-предметник, 5\u2060–\u20607\u00a0классы"
    assert values["С чем помогает"] == "методические, предметные"
    assert values["Подготовка"] == "40\u00a0минут"
    assert (
        values["Условия использования"]
        == "CC BY 4.0: можно менять и\u00a0распространять с\u00a0указанием авторов"
    )
    results = values["Результаты"]
    assert results[0] == "Находят в\u00a0тексте то, что\u00a0сказано неявно: было 41\u00a0%, стало 63\u00a0%"
    assert ["Читаем медленно: стажировка по смысловому чтению", "ploshchadki/chitaem-medlenno"] in [
        [str(line[0]).replace("\u00a0", " "), line[1]] for line in values["Где увидеть"] if len(line) == 2
    ]


@pytest.fixture(scope="module", params=KINDS, ids=lambda model: model.kind.id)
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[View, Entry]:
    """A bank with one record of a kind that has every field."""
    model: type[Record] = request.param
    meta = full_example(model) | {"status": "published", "related": []}
    root = make_bank(
        tmp_path_factory.mktemp(model.kind.id),
        {f"{FOLDERS[model]}/zapis.md": record_text(meta, body_of(model))},
    )
    view = opened(root).plan(directory_urls=True).drawing.view
    return view, view.catalog.entries["zapis"]


def test_every_asked_field_has_a_value(whole: tuple[View, Entry]) -> None:
    """A filled field is never an empty cell; only what points at records that are not there is."""
    view, entry = whole
    rows = rows_of(type(entry.record), view.catalog.kinds)
    empty = {row.label for row, value in zip(rows, passport(view, entry), strict=True) if not value}
    assert empty <= {"Где увидеть", "Показывают практики", "Что сделала сеть", "Сколько времени"}
    assert "Сколько времени" not in empty or entry.record.hours is None


PERSON = {"name": "Примерова Мария Ивановна", "position": "методист"}
CONSENT = {"date": "2025-09-01", "basis": "согласие № 12, хранится в школе"}


@pytest.mark.parametrize(
    ("consent", "said"),
    [
        (None, "методист"),
        (CONSENT, "Примерова Мария Ивановна, методист"),
        (CONSENT | {"until": "2026-01-01"}, "методист"),
        (CONSENT | {"scope": ["position"]}, "методист"),
    ],
)
def test_names_need_a_consent(tmp_path: Path, consent: dict[str, Any] | None, said: str) -> None:
    """Without one, after its last day, or for something else, only the position is told."""
    person = PERSON | ({"consent": consent} if consent else {})
    meta = full_example(ProjectCase) | {"status": "published", "related": [], "team": [person]}
    root = make_bank(tmp_path, {"projects/cases/zapis.md": record_text(meta, body_of(ProjectCase))})
    view = opened(root).plan(directory_urls=True).drawing.view
    assert values_of(view, view.catalog.entries["zapis"])["Кто нужен"] == said


def test_long_texts_and_lists_are_cut(tmp_path: Path) -> None:
    """A cell holds some lines: long texts end with whole words, long lists say how many are left."""
    meta = full_example(Practice) | {"status": "published", "related": []}
    meta |= {"idea": "Очень длинная мысль. " * 100, "conditions": [f"условие {n}" for n in range(1, 11)]}
    root = make_bank(tmp_path, {"practices/zapis.md": record_text(meta, body_of(Practice))})
    view = opened(root).plan(directory_urls=True).drawing.view
    values = values_of(view, view.catalog.entries["zapis"])
    assert len(values["В чём идея"]) < 300
    assert str(values["В чём идея"]).endswith("…")
    assert len(values["Получится, если"]) == 6
    assert values["Получится, если"][-1] == "и\u00a0ещё\u00a05"
