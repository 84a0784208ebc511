"""The canonical text of a record says what its data say, and the same whoever wrote it before."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.bank_maker import REPOSITORY
from tests.examples import body_of, full_example
from tests.golden import GOLDEN_FOLDER, question_in

from kopilka.diagnostics import Severity
from kopilka.exchange.writing import format_record, format_source, write_record
from kopilka.exchange.writing.shape import arrange
from kopilka.records.base import Record
from kopilka.records.frontmatter import RawRecord, split
from kopilka.records.practice import Practice
from kopilka.records.shortcut import read_plainly
from kopilka.records.source import Source
from kopilka.settings import DEFAULT_KINDS
from kopilka.workspace.bank import load_kinds
from kopilka.workspace.registers import load_registry

FOLDERS = load_kinds(REPOSITORY, DEFAULT_KINDS)
REGISTRY = load_registry(REPOSITORY, "registry", before=None).registry
MODELS = tuple(FOLDERS.values())
RECORDS = [
    (path.read_text(encoding="utf-8"), model)
    for folder, model in FOLDERS.items()
    for path in sorted((REPOSITORY / folder).glob("*.md"))
]
SLIPS = [(question_in(path), Practice) for path in sorted((GOLDEN_FOLDER / "reader").glob("*.md"))]


def read(text: str) -> RawRecord | None:
    """A record that can be read without doubt; None for others."""
    raw, found = split(Source("a.md", text))
    return None if any(item.severity is Severity.ERROR for item in found) else raw


def facts(text: str, model: type[Record]) -> Any:
    """What a record says, whatever its order and style: as a model where it is right, else as data."""
    raw = read(text)
    assert raw
    try:
        return model.model_validate(raw.meta, context={"vocabularies": REGISTRY.vocabularies})
    except ValidationError:
        return arrange(raw.meta, model, kept=frozenset())


def is_canonical(text: str, model: type[Record]) -> bool:
    """Whether formatting changes a text no more."""
    return format_record(text, model) == text


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_full_record_comes_back_equal(model: type[Record]) -> None:
    """Every field of every kind: written, read by our own reader, and it is the same data."""
    data = full_example(model)
    text = write_record(model, data, body_of(model))
    raw, found = split(Source("a.md", text))
    assert raw
    assert not found
    assert raw.meta == {name: data[name] for name in raw.meta}
    assert list(raw.meta) == list(model.model_fields)
    assert raw.body == body_of(model)
    assert is_canonical(text, model)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_short_way_of_the_reader_takes_canonical_text(model: type[Record]) -> None:
    """`check` stays fast: a header as we write it needs no tree of nodes."""
    header = write_record(model, full_example(model), "").removeprefix("---\n").removesuffix("---\n")
    assert read_plainly(header) is not None


def test_what_is_empty_is_left_out() -> None:
    """Forms and tables bring empty cells; what must be filled stays as a name without a value."""
    data = {
        "title": "",
        "licence": None,
        "keywords": ["", " карта "],
        "results": [{"what": ""}, {"what": "Читают", "unit": "", "before": 0}],
        "period": {"start": "", "end": None},
        "materials": [],
    }
    assert write_record(Practice, data, "\n\n") == (
        "---\ntitle:\nkeywords:\n  - карта\nresults:\n  - what: Читают\n    before: 0\n---\n"
    )


def test_unknown_fields_come_last() -> None:
    """Nothing that somebody wrote is lost; `check` asks about it."""
    data = {"zametka": "на память", "created": "2025-06-10", "title": "Карта", "ещё одно": [1, [2, "a"]]}
    assert write_record(Practice, data, "Текст") == (
        "---\ntitle: Карта\ncreated: 2025-06-10\nzametka: на память\n"
        "ещё одно:\n  - 1\n  - - 2\n    - a\n---\n\nТекст\n"
    )


def test_records_of_the_bank_mean_the_same() -> None:
    """Whole records of the repository."""
    for text, model in RECORDS:
        formatted = format_record(text, model)
        assert facts(formatted, model) == facts(text, model)
        assert is_canonical(formatted, model)


PIECES = st.sampled_from(
    [
        *" \n:-'\"?,[]{}|>*&@%`~\\=.…–—«»#!",
        *(
            "null",
            "true",
            "12:30",
            "010",
            "1_000",
            "0x1F",
            "+5",
            "<<:",
            "é",
            "слово:",
            "key:",
            "value",
            "demo: yes",
        ),
        *(
            ": ",
            "\n  ",
            "\n- ",
            "\n  - ",
            ">-",
            "|\n  ",
            "\nkey: v",
            "\n...\n",
            "''",
            "[а, б]",
            "{а: б}",
            "\t",
        ),
        *(
            " # слово",
            "\n# строка\n",
            "\n  # строка\n",
            "\n    # глубже\n",
            "[а, # б\n  в]",
            "- # г\n",
            "  \n",
            "\r\n",
        ),
    ]
)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 4), PIECES), max_size=6)


@given(st.sampled_from([*RECORDS, *SLIPS]), EDITS)
def test_formatting_is_done_once_and_changes_no_meaning(
    record: tuple[str, type[Record]], edits: list[tuple[float, int, str]]
) -> None:
    """Records with signs, comments and letters put in and taken out anywhere: text, header, body."""
    text, model = record
    for where, taken, piece in edits:
        place = int(where * len(text))
        text = text[:place] + piece + text[place + taken :]
    formatted = format_record(text, model)
    plain = text.replace("\r\n", "\n")
    if read(plain) is None:
        assert formatted == text
        assert format_source(Source("a.md", plain), model).troubles
        return
    assert facts(formatted, model) == facts(plain, model)
    assert is_canonical(formatted, model)
    assert formatted.count("#") == plain.count("#")


STYLES = st.fixed_dictionaries(
    {
        "quotes": st.sampled_from([None, "'", '"']),
        "default_flow_style": st.booleans(),
        "width": st.integers(20, 120),
        "sort_keys": st.booleans(),
        "indent": st.integers(2, 6),
    }
)


def dump(data: Any, *, quotes: str | None, **style: Any) -> str:
    """The data as another program writes them, all texts in the given quotes."""

    class Dumper(yaml.SafeDumper):
        pass

    Dumper.add_representer(
        str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style=quotes)
    )
    return str(yaml.dump(data, allow_unicode=True, Dumper=Dumper, **style))


@given(st.sampled_from(MODELS), STYLES, st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6)), max_size=4))
def test_one_text_from_every_style(
    model: type[Record], style: dict[str, Any], comments: list[tuple[float, int]]
) -> None:
    """The same data in any style of another writer becomes the same text, comments apart."""
    dumped = dump(full_example(model), **style)
    canonical = write_record(model, full_example(model), "Текст")
    written = f"---\n{dumped}---\nТекст"
    assert format_record(written, model) == canonical
    lines = canonical.split("\n")
    for number, (where, indent) in enumerate(comments):
        lines.insert(1 + int(where * (len(lines) - 5)), f"{' ' * indent}# пометка {number}")
    marked = format_record("\n".join(lines), model)
    assert is_canonical(marked, model)
    assert [line for line in marked.split("\n") if "# пометка" not in line] == canonical.split("\n")
    assert marked.count("# пометка") == len(comments)
