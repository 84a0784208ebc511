"""The documents and the graded queries of the relevance benchmark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent

KINDS = (
    "abbreviations",
    "synonyms",
    "inflection",
    "derivation",
    "multiword",
    "questions",
    "typos",
    "yo",
    "layout",
    "transliteration",
    "numbers",
    "prefix",
)
"""Classes of queries in the order of the tables."""


@dataclass(frozen=True, slots=True)
class Text:
    """A document of the benchmark."""

    id: str
    title: str
    summary: str
    tags: tuple[str, ...]
    organisation: str
    text: str


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, what was meant, and which documents answer it: 3, 2 or 1; the others 0."""

    words: str
    want: str
    kind: str
    grades: dict[str, int]


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of queries."""

    id: str
    name: str
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything the engines are compared on.

    `kinds` are the first series, every class of it in the tables; `open` and `held` are later ones: the
    second of them nobody looks at while the search is being changed.
    """

    documents: tuple[Text, ...]
    kinds: tuple[Kind, ...]
    open: tuple[Kind, ...]
    held: tuple[Kind, ...]

    @property
    def queries(self) -> tuple[Query, ...]:
        """The queries of the first series in order."""
        return queries_of(self.kinds)


def queries_of(kinds: Iterable[Kind]) -> tuple[Query, ...]:
    """The queries of all classes in order."""
    return tuple(query for kind in kinds for query in kind.queries)


def read_corpus(folder: Path = FOLDER) -> Corpus:
    """The corpus as its files have it."""
    return Corpus(
        tuple(_text(item) for data in _read(sorted((folder / "documents").glob("*.yml"))) for item in data),
        _kinds(sorted((folder / "queries").glob("*.yml"))),
        open=_kinds([folder / "series/open.yml"]),
        held=_kinds([folder / "series/held.yml"]),
    )


def _read(paths: Iterable[Path]) -> Iterator[Any]:
    for path in paths:
        yield from yaml.load_all(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _kinds(paths: Iterable[Path]) -> tuple[Kind, ...]:
    kinds = (_kind(data) for data in _read(paths))
    return tuple(sorted(kinds, key=lambda kind: KINDS.index(kind.id)))


def _text(item: dict[str, Any]) -> Text:
    return Text(**item | {"tags": tuple(item["tags"])})


def _kind(data: dict[str, Any]) -> Kind:
    queries = (Query(str(item["q"]), item["want"], data["class"], _grades(item)) for item in data["queries"])
    return Kind(data["class"], data["name"], tuple(queries))


def _grades(item: dict[str, Any]) -> dict[str, int]:
    return {id_: grade for grade, ids in item["grades"].items() for id_ in ids}
