"""No bytes and no text make the reader crash, hang or lose its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from tests.golden import GOLDEN_FOLDER, question_in

from kopilka.diagnostics import Span
from kopilka.records.frontmatter import read_yaml, split
from kopilka.records.sheet import MAX_DEPTH
from kopilka.records.source import Source, decode
from kopilka.records.spans import Path, locate

SAMPLES = [question_in(path) for path in sorted((GOLDEN_FOLDER / "reader").glob("*.md"))]

SIGNS = "abя09 \n\t:-?[]{},#&*!|>'\"%@`~<=.\\/\u00a0\u00ad\u2028\ufeff\r\x00\x85😀"
IDIOMS = [
    "\n  ",
    "\n    ",
    "\n- ",
    ": ",
    "- ",
    "---\n",
    "...\n",
    "<<: ",
    "!!str ",
    "&a ",
    "*a",
    "{{ x }}",
    " #x",
]
PIECES = st.sampled_from([*SIGNS, *IDIOMS])
YAML_LIKE = st.lists(PIECES, max_size=60).map("".join)
HEADERS = st.one_of(
    YAML_LIKE, st.text(), st.text(st.characters(categories=["Cc", "Cf", "Zl", "Zs", "Po", "Cs"]))
)
RECORDS = st.one_of(
    HEADERS, HEADERS.map("---\n{}\n---\nТекст\n".format), HEADERS.map("---\ntitle: {}\nb: c\n---".format)
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


def mappings(values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings with any keys, a few at a level."""
    return st.dictionaries(WORDS, values, max_size=4)


def nested(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Lists and mappings of values."""
    return st.one_of(st.lists(values, max_size=3), mappings(values))


VALUES = st.recursive(WORDS, nested, max_leaves=12)


def is_inside(text: str, span: Span) -> bool:
    """Whether a place can be shown in a file: its lines are there, its columns end with the text."""
    lines = text.split("\n")
    if not 1 <= span.line <= span.end_line <= len(lines):
        return False
    starts = 1 <= span.column <= len(lines[span.line - 1]) + 1
    ends = 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
    return starts and ends and (span.line, span.column) <= (span.end_line, span.end_column)


def cut(text: str, span: Span) -> str:
    """The text that a span covers."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def walk(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """All values with their paths, containers too."""
    yield path, data
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield from walk(value, (*path, key))


@given(
    st.one_of(st.binary(), HEADERS.map(lambda text: text.encode("utf-8", "replace")), st.binary(max_size=4))
)
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe")
@example("яяяяя".encode("cp1251") + b"\r\n\r\x98")
def test_any_bytes_are_text_or_explained(data: bytes) -> None:
    """Text without a word, or words with a place inside the file."""
    source, found = decode("a.md", data)
    assert source or found
    if source:
        assert "\r" not in source.text
    readable = data.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")
    assert all(is_inside(source.text if source else readable, diagnostic.span) for diagnostic in found)
    assert all(diagnostic.message and diagnostic.hint for diagnostic in found)


@given(st.sampled_from(SAMPLES), st.data())
def test_a_record_that_something_fell_into(record: str, data: st.DataObject) -> None:
    """Every slip of the golden files with one more on top of it, and every good record with one."""
    start = data.draw(st.integers(0, len(record)))
    end = data.draw(st.integers(start, min(start + 3, len(record))))
    check_record(
        Source("a.md", record[:start] + data.draw(st.lists(PIECES, max_size=2).map("".join)) + record[end:])
    )


@given(RECORDS)
@example("---\n")
@example("---\n---")
@example("---\na: !\n---")
@example("---\n? [a]\n: b\na: c\na: d\n---\n")
@example("---\na: &b [*b]\n---\n")
@example("---\n{a: b, ? [c] : d, a: e}\n---\n")
@example("\u2028---\n")
@example("---\na: \ud800\n---\n")
def test_any_text_is_a_record_or_explained(text: str) -> None:
    """The fields are plain data, the places are inside the file, the body is the rest of it."""
    check_record(Source("a.md", text))


def check_record(source: Source) -> None:
    """What is true of every record, good or bad."""
    record, found = split(source)
    assert record or found
    assert all(is_inside(source.text, diagnostic.span) for diagnostic in found)
    assert all(diagnostic.message and diagnostic.hint for diagnostic in found)
    spans = locate(source)
    assert is_inside(source.text, spans.key(()))
    assert is_inside(source.text, spans.value(("title", 0, "нет такого")))
    if record:
        check_data(record.meta)
        before = source.text.removesuffix(record.body) if record.body else source.text
        assert before + record.body == source.text
        assert record.body_line == before.count("\n") + 1
        for path, _ in walk(record.meta):
            assert is_inside(source.text, spans.key(path))
            assert is_inside(source.text, spans.value(path))


def check_data(data: Any) -> None:
    """Plain data with text keys, not too deep, without a value that stands in two places."""
    containers = set()
    for path, value in walk(data):
        assert value is None or isinstance(value, (bool, int, float, str, list, dict))
        assert len(path) <= MAX_DEPTH
        if isinstance(value, (list, dict)):
            assert id(value) not in containers
            containers.add(id(value))
        if isinstance(value, dict):
            assert all(isinstance(key, str) for key in value)


@given(HEADERS)
@example("")
@example("a: b\n--- \n")
@example("%YAML 1.1\n---\na")
def test_any_text_is_a_register_or_explained(text: str) -> None:
    """The same for a file that is YAML from its first line."""
    source = Source("a.yml", text)
    data, found = read_yaml(source)
    assert data is not None or found
    assert all(is_inside(text, diagnostic.span) for diagnostic in found)
    check_data(data)
    spans = locate(source, whole=True)
    for path, _ in walk(data):
        assert is_inside(text, spans.key(path))
        assert is_inside(text, spans.value(path))


@given(
    mappings(VALUES), st.sampled_from(["'", '"']), st.booleans(), st.sampled_from(["", "# заметка\n", "\n\n"])
)
def test_values_and_keys_are_where_they_are_said_to_be(
    data: dict[str, Any], quotes: str, flow: object, top: str
) -> None:
    """The text under the span of a key or a value reads as that key or value."""
    dumped = yaml.safe_dump(
        data, default_style=quotes, default_flow_style=bool(flow), allow_unicode=True, width=60
    )
    source = Source("a.md", f"---\n{top}{dumped}---\nТекст\n")
    record, found = split(source)
    if any(diagnostic.code == "K104" for diagnostic in found):
        return  # a control character that the dumper leaves bare
    assert record
    assert record.meta == data
    spans = locate(source)
    for path, value in walk(data):
        if isinstance(value, str) and path:
            assert yaml.safe_load(cut(source.text, spans.value(path))) == value
        if path and isinstance(path[-1], str):
            assert yaml.safe_load(cut(source.text, spans.key(path))) == path[-1]


@given(mappings(VALUES))
def test_a_register_reads_as_it_was_written(data: dict[str, Any]) -> None:
    """Whatever style the dumper takes, text comes back as text and nothing is said."""
    text = yaml.safe_dump(data, allow_unicode=False, sort_keys=False)
    read, found = read_yaml(Source("a.yml", text))
    if not found:
        assert read == data
    assert {diagnostic.code for diagnostic in found} <= {"K126", "K127", "K140", "K136", "K114"}
