"""The short way to the data of a header gives what the composer gives, or steps aside."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bank_maker import REPOSITORY

from kopilka.diagnostics import Diagnostic
from kopilka.records.compose import compose
from kopilka.records.convert import convert
from kopilka.records.sheet import MAX_HEADER_NODES, Sheet
from kopilka.records.shortcut import read_plainly

HEADERS = [
    path.read_text(encoding="utf-8").split("---\n", 2)[1]
    for folder in ("practices", "projects/cases", "projects/networks", "sites")
    for path in sorted((REPOSITORY / folder).glob("*.md"))
]

SAME: dict[str, dict[str, Any]] = {
    "title: Школа наставника\n": {"title": "Школа наставника"},
    "a: 5\nb: 1.5\nc: true\nd: null\ne: 2024-09-01\n": {
        "a": 5,
        "b": 1.5,
        "c": True,
        "d": None,
        "e": "2024-09-01",
    },
    "summary: >-\n  Первая строка,\n  вторая: строка.\ntitle: а\n": {
        "summary": "Первая строка, вторая: строка.",
        "title": "а",
    },
    "summary: Первая\n  и вторая\n": {"summary": "Первая и вторая"},
    "a: 'Да: нет'\nb: \"Да: нет\"\nc: 'Да:\n  нет'\n": {"a": "Да: нет", "b": "Да: нет", "c": "Да: нет"},
    "tags:\n- один\n- два\n": {"tags": ["один", "два"]},
    "tags:\n  - один\n  - два\nb:\n": {"tags": ["один", "два"], "b": None},
    "rows:\n- no: '1'\n  who:\n  - я\n- no: '2'\n": {"rows": [{"no": "1", "who": ["я"]}, {"no": "2"}]},
    "period:\n  start: 2023-09\n": {"period": {"start": "2023-09"}},
}

ASIDE = (
    "",
    "- один\n",
    "title: Школа  # наставника\n",
    "title: Школа: наставника\n",
    "title: Школа\ntitle: Дом\n",
    "title: Школа \n",
    "title:\tШкола\n",
    "title: Школа\n\nlevel: ООО\n",
    "title: Школа\u200b\n",
    "title: &a Школа\n",
    "title: *a\n",
    "title: ~\n",
    "title: '\n",
    "title: ''\n",
    "title: 'It''s'\n",
    'title: "a\\tb"\n',
    "title: >\n  Школа\n",
    "title: |\n  Школа\n",
    "title: >-\nlevel: ООО\n",
    "title: >-\n  а\n    б\n",
    "time: 12:30\n",
    "day: 2024-02-30\n",
    "on: yes\n",
    "true: а\n",
    "title: [а, б]\n",
    "title: – а\n",
    "a:\n  b: 1\n c: 2\n",
    "a: б\n  c: г\n",
    "a:\n- б\n  - в\n",
    "...\na: б\n",
    "a: б",
)


def the_long_way(text: str) -> tuple[Any, tuple[Diagnostic, ...]]:
    """What the composer makes of a header, and what it remarks on."""
    sheet = Sheet("practices/karty.md", text, 2, MAX_HEADER_NODES)
    root, warnings = compose(sheet)
    if root is None:
        return None, warnings
    data, found = convert(sheet, root)
    return data, (*warnings, *found)


def is_same(text: str) -> bool:
    """Whether the short way steps aside, or gives the same values and nothing was to be remarked on."""
    short = read_plainly(text)
    return short is None or (repr(short), ()) == (repr(the_long_way(text)[0]), the_long_way(text)[1])


@pytest.mark.parametrize("text", SAME)
def test_plain_headers_are_read(text: str) -> None:
    """Every form that counts as plain, with the values that the composer gives."""
    assert read_plainly(text) == SAME[text]
    assert is_same(text)


@pytest.mark.parametrize("text", ASIDE)
def test_all_else_is_left_to_the_composer(text: str) -> None:
    """Mistakes, rare forms and everything that means more than it seems."""
    assert read_plainly(text) is None


def test_records_of_the_bank_are_read_the_same() -> None:
    """Most records are plain; the others are left aside."""
    assert all(map(is_same, HEADERS))
    assert sum(read_plainly(text) is not None for text in HEADERS) > len(HEADERS) * 0.6


SIGNS = " \n:-'\"?,[]{}|>*&@%`~\\=.…–—«»"
WORDS = [
    "null",
    "true",
    "12:30",
    "010",
    "1_000",
    "0x1F",
    "+5",
    "<<:",
    "é",
    "ё",
    "Слово",
    "слово:",
    "key:",
    "value",
]
PIECES = st.sampled_from([*SIGNS, *WORDS, ": ", "\n  ", "\n- ", "\n  - ", ">-", "\nkey: v", "\n...\n", "''"])
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 4), PIECES), max_size=5)


@given(st.sampled_from(HEADERS), st.floats(0, 1), st.integers(1, 25), EDITS)
def test_spoilt_headers_are_read_the_same(
    header: str, start: float, length: int, edits: list[tuple[float, int, str]]
) -> None:
    """A piece of a record with signs put in and letters taken out."""
    lines = header.splitlines(keepends=True)
    first = int(start * (len(lines) - 1))
    text = "".join(lines[first : first + length])
    for where, taken, piece in edits:
        place = int(where * len(text))
        text = text[:place] + piece + text[place + taken :]
    assert is_same(text)


TEXTS = st.sampled_from(
    ["а", "два слова", "1", "true", "~", "'q'", "'q", "q'", '"w"', ">-", "", "a: b", "слово:", "x - y"]
)
INDENTS, DASHES = st.sampled_from(["", "  ", "    ", " "]), st.sampled_from(["", "- "])
LINES = st.tuples(INDENTS, DASHES, st.sampled_from(["", "a: ", "b:"]), TEXTS)


@given(st.lists(LINES, max_size=7))
def test_any_lines_are_read_the_same(lines: list[tuple[str, ...]]) -> None:
    """Fields, items and words at all indents, one under another as it comes."""
    assert is_same("".join(f"{''.join(line)}\n" for line in lines))


def test_a_long_header_is_left_to_the_composer() -> None:
    """The number of values has its limit there."""
    assert read_plainly("tags:\n" + "- а\n" * 2000) is None


def test_deep_headers_are_left_to_the_composer() -> None:
    """So is their depth."""
    assert read_plainly("".join(f"{' ' * depth}a:\n" for depth in range(20))) is None
