"""The engines that are compared: each takes the documents and the queries, gives ids found, best first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Protocol

from bench.measure import REPOSITORY
from bench.node import run_script
from bench.search.corpus import FOLDER, Text
from bench.search.pagefind import search_pagefind
from kopilka.search import Document, Group, build
from kopilka.site.data.search import groups
from kopilka.workspace.registers import load_registry

Found = list[list[str]]


class Search(Protocol):
    """Gives for every query the ids found; `typing` tells that the last word may be unfinished."""

    def __call__(self, documents: Sequence[Text], queries: Sequence[str], *, typing: bool) -> Found:
        """Best first."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine by its name in the tables."""

    name: str
    search: Search


def bank_groups() -> list[Group]:
    """The glossary and the vocabularies of this repository's bank."""
    return list(groups(load_registry(REPOSITORY, "registry").registry))


def search_ours(
    documents: Sequence[Text], queries: Iterable[str], *, typing: bool, glossary: Sequence[Group]
) -> Found:
    """Our own search over the bank's glossary, or over none."""
    given = {
        "files": {file.name: file.value for file in build([_document(text) for text in documents], glossary)},
        "cards": [_card(text) for text in documents],
        "texts": [text.text for text in documents],
        "queries": [{"words": words, "typing": typing} for words in queries],
    }
    return _ids(documents, run_script(FOLDER / "ours.js", given))


def engines() -> list[Engine]:
    """Ours first, then the same without a glossary, then the others."""
    return [
        Engine("Копилка", partial(search_ours, glossary=bank_groups())),
        Engine("Копилка без словаря", partial(search_ours, glossary=())),
        Engine("MiniSearch 7.2", partial(_search_peer, "minisearch")),
        Engine("lunr.js 2.3.9 + ru", partial(_search_peer, "lunr")),
        Engine("Pagefind 1.5.2", search_pagefind),
    ]


def _search_peer(engine: str, documents: Sequence[Text], queries: Sequence[str], *, typing: bool) -> Found:
    plain = [asdict(text) | {"tags": "\n".join(text.tags)} for text in documents]
    given = {"engine": engine, "documents": plain, "queries": list(queries), "typing": typing}
    return _ids(documents, run_script(FOLDER / "peers.js", given))


def _document(text: Text) -> Document:
    return Document(
        title=text.title,
        summary=text.summary,
        tags="\n".join(text.tags),
        organisation=text.organisation,
        text=text.text,
    )


def _card(text: Text) -> dict[str, object]:
    """What the search may read of a card."""
    return {
        "id": text.id,
        "kind": "practice",
        "title": text.title,
        "text": text.summary,
        "by": text.organisation,
    }


def _ids(documents: Sequence[Text], numbers: Iterable[Iterable[int]]) -> Found:
    return [[documents[number].id for number in found] for found in numbers]
