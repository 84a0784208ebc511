"""From documents to the files of the search; knows nothing of records, sites and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log
from typing import Any

from kopilka.search import nouns
from kopilka.search.concepts import Concepts, mine, written_short
from kopilka.search.documents import BODY, FIELDS, Document, Group
from kopilka.search.packed import BREAK, cut_shards, order, pack_core, pack_postings
from kopilka.search.packing import pack_words
from kopilka.search.postings import Postings
from kopilka.search.reading import Line, Read, Reading
from kopilka.search.words import STOP_WORDS, Stems, stem

BODY_TERMS = 80
"""Of a body at least so many of its strongest terms are kept: the answers hardly change (−0.006 nDCG)."""

POSTINGS = 4_000_000
"""How many terms of bodies the index may hold together: 20 000 records of 4 KB keep every word.

A query loads the shards of its own words, so more of them cost it little: 10 000 whole bodies take 3.4 MB in
all against 2.6 MB with the 120 strongest terms of each, and are searched as fast.
"""

_BODY_PLACE = FIELDS.index(BODY)

_LONG = 40
"""Words in a line that will hardly come again."""

MANY_WORDS = 40_000
"""From so many different words on, those that are met once are not looked up in the dictionary of nouns."""


@dataclass(frozen=True, slots=True)
class SearchFile:
    """A file of the index: «search» or «search-3», and its value, for JSON."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Index:
    """The index in memory and all that goes with it."""

    postings: Postings
    stems: Stems
    concepts: Concepts
    links: list[nouns.Link]


def build(documents: Iterable[Document], groups: Sequence[Group] = ()) -> list[SearchFile]:
    """The files of the index; documents go by their places in the row. The same input, the same files."""
    return pack(build_index(documents, groups))


def build_index(documents: Iterable[Document], groups: Sequence[Group] = ()) -> Index:
    """The index itself; each document is let go as soon as it has been read."""
    reading = Reading(documents)
    times = reading.count()
    every = [*groups, *_mined(reading.further, groups)]
    stems = Stems(written_short(every) | _abbreviations(reading.capitals, times))
    concepts = Concepts(every, stems)
    terms = [stems.term(word) or "" for word in reading.words]
    postings = _fill(reading.documents, _Lines(terms, concepts))
    return Index(postings, stems, concepts, nouns.link(_worth_linking(times), postings.terms))


def _mined(told: Iterable[tuple[str, str]], groups: Iterable[Group]) -> Iterable[Group]:
    known = written_short(groups)
    return (group for group in mine(told) if not written_short([group]) & known)


def _abbreviations(capitals: Mapping[str, int], times: Mapping[str, int]) -> set[str]:
    """Words that a stemmer would spoil and that stand in capitals more often than not."""
    return {
        word
        for word, count in capitals.items()
        if stem(word) != word and 2 * count > times[word] and not (len(word) > 3 and nouns.is_known(word))
    }


def _worth_linking(times: Mapping[str, int]) -> list[str]:
    """The words whose nouns are looked for.

    In a large bank half of the words stand in it but once, and a dictionary in Python takes its time.
    """
    rare = 0 if len(times) <= MANY_WORDS else 1
    return [word for word, count in times.items() if count > rare]


class _Lines:
    """What stands in lines of words: their terms, and the tokens of concepts beside them."""

    def __init__(self, terms: Sequence[str], concepts: Concepts) -> None:
        """`terms` are the terms of the words by their numbers, empty for stop words."""
        self._terms = terms
        self._concepts = concepts
        self._known: dict[int, list[str]] = {}
        """Of short lines, by the lines themselves: names and tags stand in many documents."""

    def count(self, lines: Iterable[Line]) -> Counter[str]:
        """How often each term and token stands in the lines of a field."""
        return Counter(chain.from_iterable(map(self._find, lines)))

    def _find(self, line: Line) -> list[str]:
        known = self._known.get(id(line))
        if known is None:
            terms = self._terms
            known = [term for number in line if (term := terms[number])]
            known += [token for token, _, _ in self._concepts.find(known)]
            if len(line) < _LONG:
                self._known[id(line)] = known
        return known


def _fill(read: Sequence[Read], lines: _Lines) -> Postings:
    postings, longest = Postings(), 0
    for document in read:
        counted = {name: lines.count(field) for name, field in zip(FIELDS, document, strict=True)}
        postings.add(counted)
        longest = max(longest, len(counted[BODY]))
    kept = max(BODY_TERMS, POSTINGS // max(1, len(read)))
    if longest > kept:
        bodies = (lines.count(document[_BODY_PLACE]) for document in read)
        _keep_strongest(postings, bodies, kept)
    return postings


def _keep_strongest(postings: Postings, bodies: Iterable[Counter[str]], kept: int) -> None:
    """Fills the field of bodies anew with `kept` terms of each.

    What says least of a body goes: words that are rare in it and common elsewhere.
    """
    met, postings.fields[BODY] = postings.fields[BODY], {}
    weights = {term: log(1 + postings.documents / len(posting)) for term, posting in met.items()}
    for number, body in enumerate(bodies):
        ranked = sorted((-times * weights[term], term) for term, times in body.items())
        postings.put(BODY, number, {term: body[term] for _, term in ranked[:kept]})


def pack(index: Index) -> list[SearchFile]:
    """The files."""
    terms = sorted(index.postings.terms, key=order)
    postings = pack_postings(index.postings, terms)
    shards = list(cut_shards(postings))
    core = pack_core(index.postings, terms, shards) | {
        "stop": pack_words(sorted(STOP_WORDS, key=order)),
        "literals": pack_words(sorted(index.stems.literals, key=order)),
        "links": ["|".join(map(" ".join, group)) for group in index.links],
        "concepts": [list(map(" ".join, phrases)) for phrases in index.concepts.phrases],
        "near": index.concepts.near,
    }
    cut = (BREAK.join(postings[shard.start : shard.stop]) for shard in shards)
    return [
        SearchFile("search", core),
        *(SearchFile(f"search-{number}", value) for number, value in enumerate(cut)),
    ]
