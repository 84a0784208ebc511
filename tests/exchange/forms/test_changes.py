"""The form of a record brings back only what was changed in it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

from kopilka.catalog.graph import Registry
from kopilka.exchange.forms.changes import Changes, changes_of, tell
from kopilka.exchange.forms.data import FormData
from kopilka.exchange.forms.word import Filling, revision_of, write_word
from kopilka.exchange.forms.word_reading import read_word
from kopilka.records.case import ProjectCase
from kopilka.records.frontmatter import split
from kopilka.records.source import Source

RECORD = """---
title: Школа идёт навстречу школе
summary: Коротко о деле.
status: published
organisations:
  - shkola-primer-1
authors:
  # она начала
  - name: Примерова Мария Ивановна
    position: методист
    consent:
      date: 2025-09-01
      basis: согласие № 12
  - position: директор
keywords: # для поиска
  - раз
  - два
created: 2025-06-10
goal: Сделать **ясно**.
---

## Замысел

Первый
абзац.

Второй абзац.

## Итог

Получилось.
"""


def form_of(record: str) -> FormData:
    """The form of a record as Word would give it back untouched."""
    raw, _ = split(Source("a.md", record))
    assert raw is not None
    made = write_word(ProjectCase, Registry(), Filling(raw.meta, raw.body, "a", revision_of(record)))
    form = read_word(BytesIO(made), (ProjectCase,), Registry())
    assert form is not None
    return form


def changed(form: FormData, body: str | None = None, **data: Any) -> FormData:
    """The form with other values."""
    return replace(form, data={**form.data, **data}, body=form.body if body is None else body)


def changes(form: FormData, record: str = RECORD) -> Changes:
    """What the form changes in the record."""
    return changes_of(form, Source("a.md", record))


def test_nothing_changed() -> None:
    """An untouched form changes nothing, not a letter of the file."""
    found = changes(form_of(RECORD))
    assert (found.items, found.text) == ((), RECORD)
    assert list(tell(found)) == ["В форме ничего не изменили."]


def test_only_what_changed_is_merged() -> None:
    """A field and a section change; comments, consents, other fields and the other section stay."""
    form = form_of(RECORD)
    authors = [{**form.data["authors"][0], "role": "ведёт"}, form.data["authors"][1]]
    body = form.body.replace("Получилось.", "Получилось у **всех**.")
    found = changes(changed(form, body, title="Школы идут навстречу", authors=authors))
    assert [item.label for item in found.merged] == ["Наименование", "Авторы", "Раздел «Итог»"]
    expected = RECORD.replace("Школа идёт навстречу школе", "Школы идут навстречу")
    expected = expected.replace("position: методист\n", "position: методист\n    role: ведёт\n")
    assert found.text == expected.replace("Получилось.", "Получилось у **всех**.")
    assert "таблица 1, строка 1" in next(tell(found))


def test_a_consent_does_not_pass_to_another_person() -> None:
    """A new name in the row of an author loses the consent that was given for the old one."""
    form = form_of(RECORD)
    authors = [{"name": "Другая Анна", "position": "методист"}, form.data["authors"][1]]
    assert "consent" not in changes(changed(form, authors=authors)).text


def test_comments_go_along_with_their_rows() -> None:
    """A row put before another takes no comment from it; a field that was emptied leaves the file."""
    form = form_of(RECORD)
    data = {key: value for key, value in form.data.items() if key != "goal"}
    rows = [{"position": "психолог"}, *form.data["authors"]]
    text = changes(replace(form, data={**data, "authors": rows})).text
    assert "  - position: психолог\n  # она начала\n  - name: Примерова" in text
    assert "goal" not in text
    assert "basis: согласие № 12" in text


def test_a_record_that_changed_meanwhile() -> None:
    """What was changed on both sides is told and left alone; what was changed in the form alone is merged."""
    form = changed(form_of(RECORD), title="Название из формы", keywords=["три"])
    record = RECORD.replace("Школа идёт навстречу школе", "Название из записи")
    found = changes(form, record)
    assert [item.label for item in found.items if item.conflict] == ["Наименование"]
    assert [item.label for item in found.merged] == ["Ключевые слова"]
    assert "Название из записи" in found.text
    assert "- три" in found.text
    assert any("не перенесено" in line for line in tell(found))


def test_a_form_that_forgot_its_record() -> None:
    """Without the record as it was, nothing is merged into one that changed."""
    form = replace(changed(form_of(RECORD), title="Название из формы"), base=None)
    record = RECORD.replace("Второй абзац", "Иной абзац")
    found = changes(form, record)
    assert found.unsure
    assert found.text == record
    assert not found.merged
