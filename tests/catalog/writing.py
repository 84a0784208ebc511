"""Files of records for tests that need several: everything required is there, the rest is the test's own."""

from __future__ import annotations

from typing import Any

from tests.examples import body_of, record_text

from kopilka.records.practice import Practice

COMMON: dict[str, Any] = {
    "summary": (
        "Учителя одной параллели раз в неделю сверяют, что у кого получилось, и меняют только одно: "
        "текст карты."
    ),
    "status": "published",
    "organisations": ["shkola-primer-1"],
    "levels": ["основное общее образование"],
    "audience": ["учитель-предметник"],
    "themes": ["читательская грамотность"],
    "keywords": ["чтение", "карта", "вопросы"],
    "sources": [{"document": "Описание, представлено организацией"}],
    "created": "2025-06-10",
}


def practice(**fields: Any) -> str:
    """The file of a practice."""
    return record_text({"type": "педагогическая", **COMMON, **fields}, body_of(Practice))


def case(**fields: Any) -> str:
    """The file of a project case."""
    return record_text({"unique_idea": "Одна карта на всех.", "goal": "Читать с толком.", **COMMON, **fields})


def site(**fields: Any) -> str:
    """The file of a site."""
    return record_text({"type": "стажировочная", **COMMON, **fields})
