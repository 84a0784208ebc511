"""Places of keys and values, and of what is not there."""

from __future__ import annotations

import pytest

from kopilka.diagnostics import Span
from kopilka.records.source import Source
from kopilka.records.spans import Path, Spans, locate

RECORD = """---
title: Школа
period:
  start: 2023-09
events:
  - title: Семинар
    when: 2024-01
  - {title: Урок}
  -
empty:
note: |
  Первая строка
  вторая

quoted: "а\\"б"
---
Текст
"""


@pytest.fixture
def spans() -> Spans:
    """The places of a record."""
    return locate(Source("a.md", RECORD))


@pytest.mark.parametrize(
    ("path", "span"),
    [
        (("title",), Span.at(2, 1, 5)),
        (("period", "start"), Span.at(4, 3, 5)),
        (("events", 0), Span.at(6, 5, 14)),
        (("events", 1), Span.at(8, 5, 13)),
        (("events", 1, "title"), Span.at(8, 6, 5)),
        ((), Span.at(1, 1, 3)),
    ],
)
def test_keys(spans: Spans, path: Path, span: Span) -> None:
    """A key stands where it is written; an item of a list is its first line."""
    assert spans.key(path) == span


@pytest.mark.parametrize(
    ("path", "span"),
    [
        (("title",), Span.at(2, 8, 5)),
        (("period",), Span.at(4, 3, 14)),
        (("events", 0), Span(6, 5, 7, 18)),
        (("events", 0, "when"), Span.at(7, 11, 7)),
        (("note",), Span(11, 7, 13, 9)),
        (("quoted",), Span.at(15, 9, 6)),
        (("empty",), Span.at(10, 1, 5)),
        ((), Span.at(1, 1, 3)),
    ],
)
def test_values(spans: Spans, path: Path, span: Span) -> None:
    """A value with its quotes; nothing after a key is shown at the key."""
    assert spans.value(path) == span


@pytest.mark.parametrize(
    ("path", "span"),
    [
        (("summary",), Span.at(1, 1, 3)),
        (("period", "end"), Span.at(3, 1, 6)),
        (("events", 1, "when"), Span.at(8, 5, 13)),
        (("events", 7), Span.at(5, 1, 6)),
        (("title", "deeper", 0), Span.at(2, 1, 5)),
    ],
)
def test_what_is_missing_is_shown_at_its_owner(spans: Spans, path: Path, span: Span) -> None:
    """The list item, the key above, or the opening fence."""
    assert spans.key(path) == spans.value(path) == span


def test_a_register_begins_at_its_first_line() -> None:
    """There is no fence to point at."""
    spans = locate(Source("a.yml", "id: level\nterms:\n  - id: a\n"), whole=True)
    assert spans.key(("id",)) == Span.at(1, 1, 2)
    assert spans.value(("terms", 0, "id")) == Span.at(3, 9, 1)
    assert spans.key(("label",)) == Span.at(1, 1, 1)


@pytest.mark.parametrize(
    "text", ["", "---\na: [\n---\n", "---\ntitle: а\n", "Текст", "---\nа: " + "[" * 100_000]
)
def test_an_unreadable_file_has_a_top_only(text: str) -> None:
    """Whatever is asked for, the beginning of the file is the answer."""
    spans = locate(Source("a.md", text))
    assert spans.key(("title",)) == spans.value(("title",))
    assert spans.key(("title",)).line == 1


def test_the_first_of_two_equal_keys_is_meant() -> None:
    """As in the data."""
    spans = locate(Source("a.md", "---\na: 1\na: 2\n---\n"))
    assert spans.value(("a",)) == Span.at(2, 4, 1)
