"""Records and registers taken apart: every slip that people make, with the words they get for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.golden import GOLDEN_FOLDER, Golden, question_in, show

from kopilka.diagnostics import Code, Severity
from kopilka.records.frontmatter import RawRecord, read_yaml, split
from kopilka.records.reading_codes import READING_CODES
from kopilka.records.sheet import MAX_HEADER_NODES
from kopilka.records.source import Source

FOLDER = GOLDEN_FOLDER / "reader"
RECORDS = sorted(FOLDER.glob("*.md"))
REGISTERS = sorted(FOLDER.glob("*.yml"))


def as_json(data: object) -> str:
    """Plain data as people can compare it."""
    return json.dumps(data, ensure_ascii=False, indent=2)


def show_record(record: RawRecord | None) -> str:
    """What was read of a record."""
    if record is None:
        return "не прочитано\n"
    return f"{as_json(record.meta)}\nтекст со строки {record.body_line}: {record.body!r}\n"


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_record(path: Path, golden: Golden) -> None:
    """A record gives the fields and the diagnostics that its golden file tells."""
    question = question_in(path)
    record, found = split(Source(f"practices/{path.name}", question))
    golden.check_answer(path, question, f"{show_record(record)}\n{show(found)}")


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.stem)
def test_register(path: Path, golden: Golden) -> None:
    """A register gives the data and the diagnostics that its golden file tells."""
    question = question_in(path)
    data, found = read_yaml(Source(f"registry/{path.name}", question))
    golden.check_answer(path, question, f"{as_json(data)}\n\n{show(found)}")


def test_every_header_code_has_a_golden_case() -> None:
    """No code without an example of what it says."""
    told = "".join(path.read_text(encoding="utf-8") for path in FOLDER.iterdir())
    limits = {"K113", "K115"}
    assert {code.id for code in READING_CODES if f" {code.id} " not in told} == limits


def test_codes_are_permanent_and_described() -> None:
    """Every code has its own number and name, and something to say on its reference page."""
    assert len({code.id for code in READING_CODES}) == len(READING_CODES)
    assert len({code.name for code in READING_CODES}) == len(READING_CODES)
    for code in READING_CODES:
        assert code.id.startswith("K1")
        assert code.name == code.name.lower()
        assert code.title
        assert code.why.endswith(".")
        assert code.before != code.after


@pytest.mark.parametrize("code", READING_CODES, ids=lambda code: code.id)
def test_the_example_put_right_is_read(code: Code) -> None:
    """What the reference shows as right is read without a word."""
    text = code.after if code.after.startswith("---\n") else f"---\n{code.after}\n---\n"
    record, found = split(Source("a.md", text))
    assert record
    assert found == ()


def test_a_header_over_64_kilobytes_is_refused() -> None:
    """The size is checked before YAML sees the text."""
    record, found = split(Source("a.md", f"---\nconcept: {'слово ' * 7000}\n---\n"))
    assert record is None
    assert [(d.code, d.severity, d.span.line) for d in found] == [("K113", Severity.ERROR, 1)]
    assert "шапка занимает 75 КБ" in found[0].message


def test_a_header_of_64_kilobytes_is_read() -> None:
    """The limit counts bytes of UTF-8."""
    record, found = split(Source("a.md", f"---\nconcept: {'я' * 32_000}\n---\n"))
    assert record
    assert found == ()


def test_more_than_5000_values_are_refused() -> None:
    """A table of thousands of rows is no header."""
    record, found = split(Source("a.md", f"---\nrows: [{'а, ' * MAX_HEADER_NODES}]\n---\n"))
    assert record is None
    assert [d.code for d in found] == ["K115"]


def test_a_register_may_have_more_values() -> None:
    """A thousand organisations are no mistake."""
    data, found = read_yaml(Source("a.yml", "- {id: a, name: b, type: c}\n" * 1000))
    assert len(data) == 1000
    assert found == ()


@pytest.mark.parametrize(
    "hostile",
    ["a: " + "[" * 100_000, "- " * 100_000 + "a", "{a: " * 100_000, "? " * 100_000, "- ? " * 100_000],
    ids=["brackets", "dashes", "braces", "questions", "dashes and questions"],
)
def test_deep_nesting_never_reaches_the_c_library(hostile: str) -> None:
    """A hundred thousand levels end in a diagnostic, in a process of its own in case they do not."""
    code = (
        "import sys\n"
        "from kopilka.records.frontmatter import read_yaml\n"
        "from kopilka.records.source import Source\n"
        "from kopilka.records.spans import locate\n"
        "source = Source('a.yml', sys.stdin.read())\n"
        "data, found = read_yaml(source)\n"
        "locate(source, whole=True).value(('a', 0))\n"
        "print(data, *(d.code for d in found))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=hostile, capture_output=True, text=True, timeout=300, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "None K114\n", "")


def test_stairs_of_a_megabyte_end_in_a_diagnostic() -> None:
    """Nesting by indentation alone is bounded too."""
    stairs = "\n".join(" " * level + "a:" for level in range(1400))
    assert [d.code for d in read_yaml(Source("a.yml", stairs))[1]] == ["K114"]


def test_first_of_two_equal_fields_is_kept() -> None:
    """What was read goes on to the other checks."""
    record, found = split(Source("a.md", "---\ntitle: первое\ntitle: второе\n---\n"))
    assert record
    assert record.meta == {"title": "первое"}
    assert [d.code for d in found] == ["K125"]


def test_path_of_a_record_is_its_file() -> None:
    """The path is the one of the source."""
    record, _ = split(Source("practices/a.md", "---\n---\n"))
    assert record
    assert record.path == "practices/a.md"


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\na: б\n---\nтекст\n", "текст\n", 4),
        ("---\na: б\n---\n\n\nтекст", "\n\nтекст", 4),
        ("---\na: б\n---\n", "", 4),
        ("---\na: б\n---", "", 3),
        ("---\n---\nтекст", "текст", 3),
    ],
)
def test_the_body_knows_its_first_line(text: str, body: str, line: int) -> None:
    """The body begins right under the closing fence."""
    record, found = split(Source("a.md", text))
    assert record
    assert (record.body, record.body_line, found) == (body, line, ())
