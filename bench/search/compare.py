"""`python -m bench search`: every engine over every query, as tables."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.markdown import number, renew, rows
from bench.search.corpus import FOLDER, Corpus, Query, queries_of, read_corpus
from bench.search.engines import Engine, engines
from bench.search.metrics import Score, interval, mean, score

CUTS = {0: "целиком", 1: "без 1 буквы", 2: "без 2 букв", 3: "без 3 букв"}
"""So many letters are still to be typed."""

_LEAST_LEFT = 3


@dataclass(frozen=True, slots=True)
class Result:
    """An engine's answers: to whole queries, and to those that are still being typed, by letters cut."""

    name: str
    scores: tuple[Score, ...]
    typing: Mapping[int, tuple[Score, ...]]
    open: tuple[Score, ...]
    held: tuple[Score, ...]


def main(arguments: Sequence[str]) -> None:
    """Runs the engines, prints the tables, with `--write` renews the page of the benchmark."""
    parser = argparse.ArgumentParser(
        prog="bench search", description="Сравнивает поиск банка с другими на одних документах."
    )
    parser.add_argument("--write", action="store_true", help="записать таблицы в bench/search/README.md")
    options = parser.parse_args(arguments)
    corpus = read_corpus()
    results = [_run(engine, corpus) for engine in engines()]
    text = tables(corpus, results)
    print(text)
    if options.write:
        renew(FOLDER / "README.md", text)


def cut(words: str, letters: int) -> str:
    """The query while its last word is being typed; a word keeps three letters at least."""
    last = re.search(r"\w+$", words)
    if not last:
        return words
    return words[: max(len(words) - letters, min(len(words), last.start() + _LEAST_LEFT))]


def _run(engine: Engine, corpus: Corpus) -> Result:
    print(engine.name, file=sys.stderr, flush=True)
    series = (corpus.queries, queries_of(corpus.open), queries_of(corpus.held))
    whole = [query.words for queries in series for query in queries]
    unfinished = [cut(query.words, letters) for letters in CUTS for query in corpus.queries]
    found = iter(engine.search(corpus.documents, whole, typing=False))
    typed = iter(engine.search(corpus.documents, unfinished, typing=True))
    first, opened, held = (_scores(queries, found) for queries in series)
    return Result(
        engine.name, first, {letters: _scores(corpus.queries, typed) for letters in CUTS}, opened, held
    )


def _scores(queries: Sequence[Query], found: Iterator[Sequence[str]]) -> tuple[Score, ...]:
    """The figures of as many of the answers as there are queries."""
    return tuple(score(next(found), query.grades) for query in queries)


def tables(corpus: Corpus, results: Sequence[Result]) -> str:
    """All tables; the first result is ours."""
    size = f"{len(corpus.documents)} документ, {len(corpus.queries)} запросов."
    parts = (_overall(results), _by_kind(corpus, results), _typing(results), _later(results))
    return "\n\n".join((size, *parts))


def _overall(results: Sequence[Result]) -> str:
    head = ("Поиск", "nDCG@10", "Полнота@10", "Пусто", "Мимо", "Мы лучше на (95 %)")
    ours = [one.ndcg for one in results[0].scores]
    return rows(head, (_line(result, ours) for result in results))


def _line(result: Result, ours: Sequence[float]) -> tuple[str, ...]:
    figures, theirs = mean(result.scores), [one.ndcg for one in result.scores]
    same = theirs == ours
    low, high = interval(ours, theirs)
    return (
        result.name,
        number(figures.ndcg, 3),
        number(figures.recall, 3),
        f"{number(100 * figures.empty, 1)} %",
        f"{number(100 * figures.miss, 1)} %",
        "" if same else f"{_gap(ours, theirs)} [{number(low, 3)}; {number(high, 3)}]",
    )


def _gap(ours: Sequence[float], theirs: Sequence[float]) -> str:
    return number((sum(ours) - sum(theirs)) / len(ours), 3)


def _by_kind(corpus: Corpus, results: Sequence[Result]) -> str:
    head = ("nDCG@10 по видам", "Запросов", *(result.name for result in results))
    body = []
    place = 0
    for kind in corpus.kinds:
        span = slice(place, place + len(kind.queries))
        place = span.stop
        figures = (number(mean(result.scores[span]).ndcg) for result in results)
        body.append((kind.name, str(len(kind.queries)), *figures))
    return rows(head, body)


def _typing(results: Sequence[Result]) -> str:
    head = ("Пока набирают: nDCG@10", *CUTS.values())
    body = (
        (result.name, *(number(mean(result.typing[letters]).ndcg, 3) for letters in CUTS))
        for result in results
    )
    return rows(head, body)


def _later(results: Sequence[Result]) -> str:
    head = ("nDCG@10 второй серии", *(result.name for result in results))
    series = {"открытая половина": [one.open for one in results], "отложенная": [one.held for one in results]}
    body = [
        (f"{name}, запросов: {len(scores[0])}", *(number(mean(each).ndcg, 3) for each in scores))
        for name, scores in series.items()
    ]
    return rows(head, body)
