"""A bank adds a kind of its own: a model, a template and a line of settings, nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bank_maker import make_bank, opened

from kopilka.settings import SettingsError
from kopilka.site.plan import SitePlan

MODEL = '''
"""Mentors: a kind of record that only this bank keeps."""

from typing import ClassVar

from kopilka.records.base import Kind, Record
from kopilka.records.fields import Facet, Show, declare
from kopilka.records.quantities import Words
from kopilka.records.references import Competence, RecordRef


class Mentor(Record):
    """«Наставник»."""

    kind: ClassVar[Kind] = Kind(
        id="mentor",
        label="Наставник",
        plural="Наставники",
        forms=("наставник", "наставника", "наставников"),
        gender="m",
        slug="nastavniki",
        icon="people",
        template="mentor.html",
        body_title="О наставнике",
    )

    helps_with: tuple[Words, ...] = declare(
        label="С чем помогает", help="Каждое отдельно.", example=["первый год в школе"], show=Show.SECTION
    )
    strong_in: tuple[Competence, ...] = declare(
        (),
        label="Силён в",
        help="Из словаря.",
        example=["критическое мышление"],
        facet=Facet("silnye-storony", "Силён в"),
    )
    practices: tuple[RecordRef, ...] = declare(
        (), label="Ведёт", help="Практики.", example=["karty"], show=Show.FACTS
    )
'''

TEMPLATE = """{% extends 'record.html' %}
{% block main %}
<section class="k-sec"><h2 id="help">С чем помогает</h2>
<ul class="k-ul">
{% for item in entry.record.helps_with %}<li>{{ view.inline(item) }}</li>{% endfor %}
</ul></section>
<section class="k-sec"><h2 id="text">{{ entry.kind.body_title }}</h2>
<div class="k-prose">{{ draw.body(entry) }}</div></section>
{% endblock %}
"""

SETTINGS = """
bank: {name: Проба}
templates: templates
kinds:
  - {model: "kopilka.records.practice:Practice", folder: practices}
  - {model: "our_mentor:Mentor", folder: mentors}
"""

RECORD = """---
title: Наставник для тех, кто только начал
summary: >-
  Опытный учитель математики приходит на урок, когда его зовут, и задаёт один вопрос. За год рядом с ним
  выросли семь молодых коллег из трёх школ района.
status: published
organisations: [shkola-primer-1]
levels: [основное общее образование]
audience: [молодой педагог]
themes: [наставничество]
keywords: [наставник, урок, вопрос]
sources:
  - document: Описание, представлено школой
created: 2026-10-01
helps_with:
  - первый год в школе
  - разговор с родителями
strong_in: [критическое мышление и проблематизация]
---

Приходит с одним вопросом и уходит с двумя.
"""

BROKEN = RECORD.replace("helps_with:", "help_with:")


def _bank(root: Path, record: str = RECORD) -> Path:
    files = {"our_mentor.py": MODEL, "templates/mentor.html": TEMPLATE, "mentors/kto-nachal.md": record}
    return make_bank(root, files, settings=SETTINGS)


def test_a_fifth_kind_has_a_page_lists_facets_and_reference(tmp_path: Path) -> None:
    """One model, one template, one line: the page, its list, its facet and its reference are there."""
    workspace = opened(_bank(tmp_path))
    assert [d for d in workspace.report.diagnostics if d.severity.key == "error"] == []
    plan = workspace.plan(directory_urls=True)
    assert "разговор с родителями" in _words(plan, "nastavniki/kto-nachal")
    assert "Наставник для тех, кто только начал" in _words(plan, "nastavniki")
    assert "Наставник для тех, кто только начал" in _words(plan, "silnye-storony/kriticheskoe-myshlenie")
    assert "helps_with" in _words(plan, "spravka/polya-mentor")
    assert [tab.label for tab in plan.frame("index").tabs].count("Наставники") == 1


def _words(plan: SitePlan, path: str) -> str:
    """The page with plain spaces."""
    return plan.render(path).html.replace("\u00a0", " ")


def test_a_fifth_kind_is_checked_like_the_others(tmp_path: Path) -> None:
    """A misspelt key of the bank's own kind is told with the key that was meant."""
    found = opened(_bank(tmp_path, BROKEN)).report.diagnostics
    assert [(d.code, d.hint) for d in found if d.code == "K202"] == [
        ("K202", "Возможно, вы имели в виду «helps_with».")
    ]


def test_a_model_that_is_not_there_is_a_settings_error(tmp_path: Path) -> None:
    """A wrong line of settings says which one, and does not fall with a traceback."""
    root = make_bank(tmp_path, {}, settings="kinds:\n  - {model: 'nowhere:Nobody', folder: nobody}\n")
    with pytest.raises(SettingsError, match="nowhere:Nobody"):
        opened(root)
