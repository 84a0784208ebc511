"""The browser knows words and scores exactly as Python and lunr.py do; a changed library is noticed."""

from __future__ import annotations

import random
from hashlib import sha256
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.search.asking import ask
from tests.search.conftest import REPOSITORY, Indexed
from tests.search.peer import serialised

from kopilka.search import FIELDS
from kopilka.search.words import STOP_WORDS, Stems, forms

SCRIPTS = REPOSITORY / "plugins/kopilka/site/assets/js/search"
STEMMER = "726b57b82213c912d9a69aed88816b7813d0d4bae4b23fd8e50e7753e967af8a"

ENDINGS = "а я ы и е у ю ой ей ом ем ов ев ам ям ами ях ий ый ая яя ое ее ость ости ение ировать лся ющий"
WORDS = st.builds(
    lambda start, ending: start + ending,
    st.text(st.sampled_from("абвгдежзийклмнопрстуфхцчшщъыьэюяё"), min_size=1, max_size=9),
    st.sampled_from(ENDINGS.split()),
)
STRANGE = st.text(
    st.sampled_from("абвёЁйЙЯИОМzZA0129 .,-–—_№«»()§\u0301\u0308\u0306\u00ad\u00a0\n"), max_size=60
)


def _as_python(text: str, stems: Stems) -> list[tuple[str, str | None]]:
    return [(form, stems.term(form)) for form in forms(text)]


def _as_script(tokens: list[dict[str, Any]]) -> list[tuple[str, str | None]]:
    return [(token["form"], None if token["stop"] else token["term"]) for token in tokens]


def test_every_text_of_the_bank(indexed: Indexed) -> None:
    """All words of all fields of all documents, and the registers' phrases."""
    texts = [getattr(document, name) for document in indexed.documents for name in FIELDS]
    texts += [phrase for group in indexed.groups for phrase in group.phrases]
    texts += [" ".join(sorted(STOP_WORDS)), " ".join(sorted(indexed.index.stems.literals))]
    answers = ask(indexed.files, [["analyse", text] for text in texts])
    for text, tokens in zip(texts, answers, strict=True):
        assert _as_script(tokens) == _as_python(text, indexed.index.stems)
        assert all(text[token["start"] : token["end"]] == token["word"] for token in tokens if text.isascii())


@settings(max_examples=5)
@given(st.lists(WORDS | STRANGE, min_size=300, max_size=400))
def test_words_nobody_wrote(indexed: Indexed, texts: list[str]) -> None:
    """Made-up words with Russian endings, mixed signs."""
    answers = ask(indexed.files, [["analyse", text] for text in texts])
    for text, tokens in zip(texts, answers, strict=True):
        assert _as_script(tokens) == _as_python(text, indexed.index.stems)


def test_concepts_are_found_where_python_finds_them(indexed: Indexed) -> None:
    """In queries as in documents."""
    texts = [document.summary for document in indexed.documents]
    tokens = ask(indexed.files, [["analyse", text] for text in texts])
    found = ask(indexed.files, [["concepts", given] for given in tokens])
    for text, listed in zip(texts, found, strict=True):
        terms = indexed.index.stems.phrase(text)
        expected = [token for token, _, _ in indexed.index.concepts.find(terms)]
        assert [item["token"] for item in listed] == expected


def _queries(indexed: Indexed) -> list[list[dict[str, Any]]]:
    """Terms of all frequencies, alone and together, each with its boost."""
    chance = random.Random(376)  # noqa: S311 - the same queries every time
    terms = sorted(indexed.index.postings.terms)
    boosts = (1, 0.9, 0.5, 0.35)
    queries = [
        [
            {"term": term, "boost": chance.choice(boosts)}
            for term in chance.sample(terms, chance.randint(1, 12))
        ]
        for _ in range(150)
    ]
    frequent = sorted(terms, key=lambda term: -_times(indexed, term))[:40]
    queries += [
        [{"term": one, "boost": 1}, {"term": other, "boost": 0.5}] for one, other in pairwise(frequent)
    ]
    queries += [[{"term": frequent[0], "boost": 1}, {"term": frequent[0], "boost": 0.5}]]
    return [*queries, [{"term": term, "boost": 1} for term in frequent]]


def _times(indexed: Indexed, term: str) -> int:
    return sum(len(posting) for posting in indexed.index.postings.of(term) if posting)


def test_scores_are_those_of_lunr(indexed: Indexed) -> None:
    """Packed, cut, brought and unpacked, it answers as the index that lunr.py built and lunr.js loads."""
    queries = _queries(indexed)
    own = serialised(indexed.index.postings)
    answers = ask(indexed.files, [[way, query] for query in queries for way in ("search", "lunr")], own)
    for query, ours, theirs in zip(queries, answers[::2], answers[1::2], strict=True):
        expected = {hit["n"]: hit for hit in theirs}
        assert [hit["n"] for hit in ours[:1]] == [hit["n"] for hit in theirs[:1]], query
        assert {hit["n"] for hit in ours} == expected.keys()
        for hit in ours:
            assert hit["score"] == pytest.approx(expected[hit["n"]]["score"], abs=0.002)
            assert sorted(hit["terms"]) == sorted(expected[hit["n"]]["terms"])
        scores = [hit["score"] for hit in ours]
        assert scores == sorted(scores, reverse=True)


def test_hits_beyond_the_best_have_the_scores_of_lunr(indexed: Indexed) -> None:
    """Only two hundred pass through lunr.js; what follows them is added up here."""
    queries = _queries(indexed)[-40:]
    calls: list[list[Any]] = [["search", query] for query in queries]
    whole, cut = ask(indexed.files, calls), ask(indexed.files, [["best", 3], *calls])[1:]
    for one, other in zip(whole, cut, strict=True):
        assert [hit["score"] for hit in one] == pytest.approx([hit["score"] for hit in other], rel=1e-12)
        assert _by_number(one) == _by_number(other)


def _by_number(hits: list[dict[str, Any]]) -> dict[int, list[str]]:
    """Equal scores may change places."""
    return {hit["n"]: sorted(hit["terms"]) for hit in hits}


def test_only_shards_of_the_asked_terms_are_brought(indexed: Indexed) -> None:
    """Each once; unknown terms bring nothing."""
    shards = len(indexed.files) - 1
    first, last = sorted(indexed.index.postings.terms)[:1], ["наставник"]
    calls: list[list[Any]] = [["bring", ["нетакого", *first]], ["bring", [*first, *last]], ["asked"]]
    asked = ask(indexed.files, calls)[-1]
    assert asked[:2] == ["search", "search-0"]
    assert len(asked) == len(set(asked)) <= 1 + min(shards, 2)


def test_lunr_is_the_one_that_was_installed() -> None:
    """Another lunr would score otherwise: it must come with a new look at the numbers."""
    shipped = (SCRIPTS / "00-lunr.min.js").read_bytes()
    assert shipped == (REPOSITORY / "node_modules/lunr/lunr.min.js").read_bytes()


def test_the_stemmer_is_the_one_that_was_compared() -> None:
    """Another stemmer would make other terms than Python's."""
    assert sha256((SCRIPTS / "01-stemmer.min.js").read_bytes()).hexdigest() == STEMMER
