"""Figures of an answer's quality: nDCG, recall, empty answers, and how sure a difference is."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean

DEPTH = 10
"""So many hits a reader looks at."""

GOOD = 2
"""The lowest grade of a document worth finding."""

_DRAWS = 2_000
_SEED = 20261122


@dataclass(frozen=True, slots=True)
class Score:
    """How good one answer is."""

    ndcg: float
    recall: float
    empty: bool
    miss: bool
    """No good document among the first ten."""


@dataclass(frozen=True, slots=True)
class Mean:
    """The means of many answers."""

    ndcg: float
    recall: float
    empty: float
    miss: float


def score(ranked: Sequence[str], grades: Mapping[str, int]) -> Score:
    """The figures of one answer: `ranked` are the ids found, best first."""
    good = {id_ for id_, grade in grades.items() if grade >= GOOD}
    met = good & set(ranked[:DEPTH])
    return Score(
        ndcg=ndcg(ranked, grades),
        recall=len(met) / min(DEPTH, len(good)) if good else 1.0,
        empty=not ranked,
        miss=bool(good) and not met,
    )


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """The gain of the first ten as a share of the best possible one."""
    best = _gain(sorted(grades.values(), reverse=True))
    return _gain(grades.get(id_, 0) for id_ in ranked) / best if best else 1.0


def _gain(grades: Iterable[int]) -> float:
    first = list(grades)[:DEPTH]
    return sum(((1 << grade) - 1) / log2(place + 2) for place, grade in enumerate(first))


def mean(scores: Sequence[Score]) -> Mean:
    """The means of all figures."""
    return Mean(
        fmean(one.ndcg for one in scores),
        fmean(one.recall for one in scores),
        fmean(one.empty for one in scores),
        fmean(one.miss for one in scores),
    )


def interval(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float]:
    """Where the mean difference lies, 95 of 100: a paired bootstrap, the same at every run."""
    differences = [a - b for a, b in zip(ours, theirs, strict=True)]
    draw = random.Random(_SEED)  # noqa: S311 - statistics, not secrets
    means = sorted(fmean(draw.choices(differences, k=len(differences))) for _ in range(_DRAWS))
    return means[round(0.025 * _DRAWS)], means[round(0.975 * _DRAWS) - 1]
