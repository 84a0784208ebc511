"""The index: the same for the same documents, strong terms kept, everything of a page in it."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.search.asking import ask
from tests.search.conftest import Indexed
from tests.search.peer import terms_of

from kopilka.catalog.graph import Entry
from kopilka.search import Document, Group, build, build_index, indexing
from kopilka.search.packed import cut_shards
from kopilka.search.postings import counted
from kopilka.search.words import fold, forms
from kopilka.site.data import search
from kopilka.site.data.build import SiteData


def _terms(document: Document, *groups: Group) -> dict[str, dict[str, int]]:
    postings = build_index([document], groups).postings
    return {name: terms_of(postings, name, 0) for name in ("title", "tags", "text")}


def test_words_and_concepts_are_counted() -> None:
    """A phrase leaves its words and its concept; phrases do not cross the lines of a field."""
    group = Group(id="iom", phrases=("индивидуальный маршрут", "ИОМ"))
    document = Document(
        title="Маршрут", tags="индивидуальный\nмаршрут", text="ИОМ – индивидуальный маршрут, маршрут."
    )
    assert _terms(document, group) == {
        "title": {"маршрут": 1},
        "tags": {"индивидуальн": 1, "маршрут": 1},
        "text": {"иом": 1, "индивидуальн": 1, "маршрут": 2, "§0": 2},
    }


def test_abbreviations_of_texts_are_kept_whole() -> None:
    """What stands in capitals more often than not, unless it is a known word."""
    shouted = Document(title="ПЛАН РАБОТЫ", text="КОУ и коу, КОУ; ребята, РЕБЯТА")
    assert build_index([shouted]).stems.literals == {"коу"}


def test_long_bodies_of_large_banks_keep_their_strongest_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that stand in every body go first; the length of a body stays what it was."""
    monkeypatch.setattr(indexing, "BODY_TERMS", 2)
    monkeypatch.setattr(indexing, "POSTINGS", 2)
    texts = [f"слово класс тема{number} редкость{number}" for number in range(9)]
    documents = [Document(title="х", text=text) for text in texts]
    postings = build_index(documents).postings
    assert set(terms_of(postings, "text", 3)) == {"тема3", "редкость3"}
    assert postings.lengths["text"][3] == 4


@settings(max_examples=20)
@given(
    st.lists(
        st.builds(
            Document,
            title=st.text(max_size=20),
            tags=st.text(max_size=20),
            text=st.text(st.sampled_from("абвАБЕЁ §\0\"'<>\\\n\u2028\ud800👍9-")),
        ),
        max_size=5,
    )
)
def test_any_text_makes_an_index(documents: list[Document]) -> None:
    """The same documents give the same bytes; strange signs leave no trace in the files."""
    files = build(documents, [Group(id="x", phrases=("а б", "\0", "§1"))])
    assert files == build(documents, [Group(id="x", phrases=("а б", "\0", "§1"))])
    packed = json.dumps([file.value for file in files], ensure_ascii=False)
    assert re.search(r"[<>&\u2028\u2029]", packed) is None


def test_shards_are_cut_between_terms() -> None:
    """All terms once, in order; a shard is about as long as it should be."""
    postings = ["x" * 30_000] * 5 + ["x" * 100_000, "x"]
    shards = list(cut_shards(postings))
    assert [place for shard in shards for place in shard] == list(range(7))
    assert [len(shard) for shard in shards] == [2, 2, 1, 1, 1]
    assert list(cut_shards([])) == []


def _found(indexed: Indexed, number: int, text: str) -> None:
    stems = indexed.index.stems
    postings = indexed.index.postings
    for form in forms(text):
        term = stems.term(form)
        if term is not None:
            found = {place for posting in postings.of(term) if posting for place, _ in counted(posting)}
            assert number in found, f"{form}: {text[:60]}"


def test_everything_on_a_page_is_found(data: SiteData, indexed: Indexed) -> None:
    """Title, summary, body, fields, keywords, terms, organisations of every record."""
    registry = data._view.registry
    for number, (entry, read) in enumerate(zip(data.entries, data.texts, strict=False)):
        record = entry.record
        for text in (record.title, record.summary, json.loads(read), *record.keywords, entry.id):
            _found(indexed, number, text)
        for _, id_ in entry.organisations:
            named = registry.organisations[id_]
            _found(indexed, number, f"{named.name} {named.short} {named.municipality or ''}")
        for label in _labels(data, entry):
            _found(indexed, number, label)


def _labels(data: SiteData, entry: Entry) -> list[str]:
    record, registry = entry.record, data._view.registry
    return [
        *(registry.term_label("theme", term) for term in record.themes),
        *(registry.term_label("level", term) for term in record.levels),
        *(registry.term_label("audience", term) for term in record.audience),
        *(registry.term_label("deficit", term) for term in record.deficits),
    ]


def test_documents_go_by_the_numbers_of_cards(data: SiteData, indexed: Indexed) -> None:
    """A hit's number leads to its card: records, pages, organisations, terms."""
    for document, card in zip(indexed.documents, map(json.loads, data.cards), strict=True):
        assert set(forms(document.title)) >= set(forms(card["title"].split(" (")[0]))


def test_groups_come_from_the_registers(data: SiteData) -> None:
    """Glossary first, with its «see also»; vocabularies with their synonyms."""
    groups = {group.id: group for group in search.groups(data._view.registry)}
    assert "ИОМ" in groups["iom"].phrases
    assert "iot" in groups["iom"].see
    assert "менторство" in {fold(phrase) for group in groups.values() for phrase in group.phrases}


def test_an_empty_bank_has_an_index() -> None:
    """A new bank's site searches and finds nothing."""
    files = build([])
    assert [file.name for file in files] == ["search"]
    assert ask(files, [["has", "а"], ["search", [{"term": "а", "boost": 1}]], ["prefix", "", 5]]) == [
        False,
        [],
        [],
    ]
