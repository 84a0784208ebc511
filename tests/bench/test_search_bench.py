"""The relevance benchmark: its corpus is sound, its figures are right, our search keeps its quality on it."""

from __future__ import annotations

import math
import re
from collections import Counter
from pathlib import Path

import pytest
from bench.search.compare import CUTS, Result, cut, tables
from bench.search.corpus import KINDS, Corpus, Query, queries_of, read_corpus
from bench.search.engines import bank_groups, engines, search_ours
from bench.search.metrics import interval, mean, ndcg, score

FLOOR = 0.88
"""A little under what was measured with the bank's glossary; below it something broke."""

FLOOR_WITHOUT_GLOSSARY = 0.805
MOST_EMPTY = 0.02


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The documents and the queries."""
    return read_corpus()


def _every(corpus: Corpus) -> tuple[Query, ...]:
    return queries_of((*corpus.kinds, *corpus.open, *corpus.held))


def test_documents_are_whole(corpus: Corpus) -> None:
    """Every one has its own id and title, and enough to be found by."""
    assert len(corpus.documents) >= 110
    assert len({text.id for text in corpus.documents}) == len(corpus.documents)
    assert len({text.title for text in corpus.documents}) == len(corpus.documents)
    for text in corpus.documents:
        assert 80 <= len(text.text.split()) <= 150, text.id
        assert 1 <= len(re.findall(r"[.!?…]+(?:\s|$)", text.summary)) <= 3, text.id
        assert len(text.tags) >= 2, text.id
        assert text.organisation, text.id


def test_some_authors_write_without_yo(corpus: Corpus) -> None:
    """Both spellings stand in the documents."""
    letters = Counter("ё" in f"{text.title} {text.summary} {text.text}".lower() for text in corpus.documents)
    assert min(letters.values()) >= 10


def test_every_class_is_asked(corpus: Corpus) -> None:
    """No class stands on a handful of queries; none is asked twice."""
    assert [kind.id for kind in corpus.kinds] == list(KINDS)
    assert all(len(kind.queries) >= 5 for kind in corpus.kinds)
    assert len(corpus.queries) >= 80
    queries = _every(corpus)
    assert len({query.words for query in queries}) == len(queries)


def test_both_halves_of_the_second_series_are_alike(corpus: Corpus) -> None:
    """The held one tells of queries that nobody looked at only if it asks as the open one does."""
    halves = [[(kind.id, len(kind.queries)) for kind in half] for half in (corpus.open, corpus.held)]
    assert halves[0] == halves[1]
    assert [kind for kind, _ in halves[0]] == list(KINDS)


def test_grades_name_documents(corpus: Corpus) -> None:
    """Grades are 1, 2, 3; every query has a document that answers it."""
    known = {text.id for text in corpus.documents}
    for query in _every(corpus):
        assert query.grades.keys() <= known, query.words
        assert set(query.grades.values()) <= {1, 2, 3}, query.words
        assert 3 in query.grades.values(), query.words
        assert query.want, query.words


def test_most_queries_have_several_answers(corpus: Corpus) -> None:
    """Otherwise the order of the answers would not be judged."""
    several = [query for query in corpus.queries if len(query.grades) >= 3]
    assert len(several) > len(corpus.queries) / 2


def test_every_document_is_wanted_by_somebody(corpus: Corpus) -> None:
    """A document no query wants would only be noise."""
    wanted = {id_ for query in corpus.queries for id_ in query.grades}
    assert wanted == {text.id for text in corpus.documents}


def test_ndcg_by_hand() -> None:
    """Gains 7, 3, 1 at places 1, 2, 3 are divided by 1, log₂3, 2."""
    grades = {"a": 3, "b": 2, "c": 1}
    best = 7 + 3 / math.log2(3) + 1 / 2
    assert ndcg(["a", "b", "c"], grades) == pytest.approx(1)
    assert ndcg(["c", "x", "a"], grades) == pytest.approx((1 + 7 / 2) / best)
    assert ndcg([], grades) == 0
    assert ndcg([*"0123456789", "a"], grades) == 0  # the eleventh place is not looked at


def test_recall_counts_good_documents_only() -> None:
    """A grade of 1 is neither asked for nor counted; more than ten good ones cannot all stand in ten."""
    assert score(["a", "c"], {"a": 3, "b": 2, "c": 1}).recall == pytest.approx(1 / 2)
    many = {str(number): 3 for number in range(15)}
    assert score([str(number) for number in range(10)], many).recall == 1


def test_empty_and_missed_answers() -> None:
    """Nothing found is empty and a miss; only poor documents are a miss."""
    grades = {"a": 3, "b": 1}
    best = 7 + 1 / math.log2(3)
    figures = mean([score([], grades), score(["b"], grades), score(["a"], grades)])
    assert figures.ndcg == pytest.approx((0 + 1 / best + 7 / best) / 3)
    assert (figures.recall, figures.empty, figures.miss) == pytest.approx((1 / 3, 1 / 3, 2 / 3))


def test_interval_of_a_difference() -> None:
    """A steady difference is certain; a wavering one spans nought."""
    assert interval([0.9] * 50, [0.4] * 50) == pytest.approx((0.5, 0.5))
    low, high = interval([1, 0] * 25, [0, 1] * 25)
    assert low < 0 < high


@pytest.mark.parametrize(
    ("words", "letters", "left"),
    [
        ("смысловое чтение", 3, "смысловое чте"),
        ("урок", 3, "уро"),
        ("ШНОР", 0, "ШНОР"),
        ("№33", 2, "№33"),
        ("500+", 1, "500+"),
    ],
)
def test_a_query_being_typed(words: str, letters: int, left: str) -> None:
    """The last word loses letters, three stay."""
    assert cut(words, letters) == left


def test_tables_of_two_results(corpus: Corpus) -> None:
    """Ours is compared with the rest; a class stands on its own row."""
    best = tuple(score(list(query.grades), query.grades) for query in corpus.queries)
    worst = tuple(score([], query.grades) for query in corpus.queries)
    results = [
        Result("Копилка", best, dict.fromkeys(CUTS, best), best[:2], best[:3]),
        Result("Другой", worst, dict.fromkeys(CUTS, worst), worst[:2], worst[:3]),
    ]
    printed = tables(corpus, results)
    assert "| Другой | 0,000 | 0,000 | 100,0 % | 100,0 % | 1,000 [1,000; 1,000] |" in printed
    assert "| целый вопрос | 11 | 1,00 | 0,00 |" in printed
    assert "| отложенная, запросов: 3 | 1,000 | 0,000 |" in printed


def test_every_engine_finds_a_word_of_a_title(corpus: Corpus) -> None:
    """All of them run and speak of the same documents."""
    documents = corpus.documents[:12]
    for engine in engines():
        found = engine.search(documents, ["карандаш"], typing=False)
        assert found[0][:1] == ["chitaem-s-karandashom"], engine.name


@pytest.mark.parametrize(("glossary", "floor"), [(True, FLOOR), (False, FLOOR_WITHOUT_GLOSSARY)])
def test_our_search_keeps_its_quality(corpus: Corpus, *, glossary: bool, floor: float) -> None:
    """A change that spoils the answers is noticed."""
    known = bank_groups() if glossary else ()
    words = [query.words for query in corpus.queries]
    found = search_ours(corpus.documents, words, typing=False, glossary=known)
    figures = mean([score(ids, query.grades) for ids, query in zip(found, corpus.queries, strict=True)])
    assert figures.ndcg >= floor
    assert figures.empty <= MOST_EMPTY


def test_the_guide_counts_right(corpus: Corpus) -> None:
    """What the guide says of the size is so."""
    guide = (Path(__file__).parents[2] / "bench/search/GUIDE.md").read_text(encoding="utf-8")
    assert f"{len(corpus.documents)} выдуманный документ и {len(corpus.queries)} запросов" in guide
