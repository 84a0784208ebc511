"""The line of a file with carets under the place."""

from __future__ import annotations

from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopilka.cli.reports.excerpt import cell, excerpt, lines_of, visible
from kopilka.diagnostics import Span


def width_of(text: str) -> int:
    """How many places of a terminal a text takes."""
    return sum(cell(sign)[1] for sign in text)


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "carets"),
    [
        ("sumary: Карта", 1, 6, "sumary: Карта", "^^^^^^"),
        ("title: Карта", 8, 5, "title: Карта", "       ^^^^^"),
        ("\ttitle: а", 2, 5, "    title: а", "    ^^^^^"),
        ("a\tb", 2, 1, "a    b", " ^^^^"),
        ("😀 title", 3, 5, "😀 title", "   ^^^^^"),
        ("漢字 b", 4, 1, "漢字 b", "     ^"),
        ("и\u0306 б", 4, 1, "и\u0306 б", "  ^"),
        ("Анна\u00a0и Пётр", 6, 1, "Анна\u00a0и Пётр", "     ^"),
        ("a\u200bb", 2, 1, "a<U+200B>b", " ^^^^^^^^"),
        ("\x1b[31mred", 1, 1, "<U+001B>[31mred", "^^^^^^^^"),
        ("abc\u202edef", 4, 1, "abc<U+202E>def", "   ^^^^^^^^"),
        ("title", 6, 1, "title", "     ^"),
        ("title", 99, 1, "title", "     ^"),
        ("title", 3, 0, "title", "  ^"),
    ],
)
def test_caret_stands_under_its_place(line: str, column: int, length: int, shown: str, carets: str) -> None:
    """Tabs, wide and combining signs move the caret; signs that hide or move the cursor are spelt out."""
    assert excerpt(line, Span.at(1, column, length), width=100) == (shown, carets)


def test_place_of_several_lines() -> None:
    """Of a place that goes on below, the first line is marked to its end."""
    assert excerpt("summary: Карта", Span(3, 10, 5, 4), width=100) == ("summary: Карта", "         ^^^^^")


def test_long_line_is_cut_around_the_place() -> None:
    """Of a line of thousands of signs a screenful is shown, with dots where it was cut."""
    line = f"{'а' * 3000}ЗДЕСЬ{'б' * 3000}"
    shown, carets = excerpt(line, Span.at(1, 3001, 5), width=60)
    assert len(shown) == 60
    assert shown[0] == shown[-1] == "…"
    assert shown[carets.index("^") :].startswith("ЗДЕСЬ")
    assert carets.strip() == "^^^^^"


def test_cut_at_the_ends() -> None:
    """At its beginning and at its end a long line has dots on one side."""
    line = "начало " + "x" * 500 + " конец"
    first, carets = excerpt(line, Span.at(1, 1, 6), width=50)
    assert first.startswith("начало xx")
    assert first.endswith("…")
    assert carets == "^^^^^^"
    last, carets = excerpt(line, Span.at(1, len(line) - 4, 5), width=50)
    assert last.startswith("…xx")
    assert last.endswith(" конец")
    assert last[carets.index("^") :] == "конец"


def test_carets_stop_where_the_line_is_cut() -> None:
    """A place longer than the screen is marked as far as it is seen."""
    shown, carets = excerpt("x" * 500, Span.at(1, 1, 500), width=50)
    assert shown == "x" * 48 + "…"
    assert carets == "^" * 48


lines = st.text(max_size=200).filter(lambda text: "\n" not in text and "\r" not in text)


@given(lines, st.integers(1, 220), st.integers(0, 220), st.integers(40, 140))
def test_any_line(line: str, column: int, length: int, width: int) -> None:
    """Whatever the line, it fits the screen without control signs, and the caret is under the place."""
    span = Span.at(1, column, length)
    shown, carets = excerpt(line, span, width=width)
    assert width_of(shown) <= width
    assert not {category(sign) for sign in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert set(carets.lstrip()) == {"^"}
    if width_of("".join(cell(sign)[0] for sign in line)) <= width:
        assert carets.index("^") == width_of("".join(cell(sign)[0] for sign in line[: column - 1]))


@given(st.text(max_size=100))
def test_visible(text: str) -> None:
    """A message stays one line and cannot turn the direction of writing."""
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert "\u202e" not in shown


def test_lines_are_counted_as_the_reader_counts_them(tmp_path: Path) -> None:
    """Only ends of lines part lines: a form feed or a line separator of Unicode does not."""
    path = tmp_path / "a.md"
    path.write_bytes("\ufeffодин\r\nдва\rтри\x0cтри\u2028три\x85три\nчетыре".encode())
    assert lines_of(path) == ("один", "два", "три\x0cтри\u2028три\x85три", "четыре")


def test_no_lines_of_what_is_not_there(tmp_path: Path) -> None:
    """A file that is gone or far too large has no lines; a broken encoding is shown as it can be."""
    assert lines_of(tmp_path / "no.md") == ()
    large, broken = tmp_path / "large.md", tmp_path / "broken.md"
    large.write_bytes(b"x" * 2_000_001)
    broken.write_bytes("Карта".encode("cp1251"))
    assert lines_of(large) == ("",)
    assert lines_of(broken) == ("\ufffd" * 5,)
