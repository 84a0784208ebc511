"""From documents to the files of the search; knows nothing of records, sites and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log
from typing import Any

from kopilka.search import nouns
from kopilka.search.builder import TermBuilder
from kopilka.search.concepts import Concepts, mine, written_short
from kopilka.search.documents import BODY, FIELDS, Document, Group
from kopilka.search.packed import BREAK, cut_shards, order, pack_core, pack_postings
from kopilka.search.packing import pack_words
from kopilka.search.reading import Line, Read, Vocabulary, count_words, read_document
from kopilka.search.words import STOP_WORDS, Stems, stem

BODY_TERMS = 80
"""Of a body at least so many of its strongest terms are kept: the answers hardly change (−0.006 nDCG)."""

POSTINGS = 4_000_000
"""How many terms of bodies the index may hold together: 20 000 records of 4 KB keep every word.

A query loads the shards of its own words, so more of them cost it little: 10 000 whole bodies take 3.4 MB in
all against 2.6 MB with the 120 strongest terms of each, and are searched as fast.
"""

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

    builder: TermBuilder
    stems: Stems
    concepts: Concepts
    links: list[tuple[tuple[str, ...], tuple[str, ...]]]


def build(documents: Sequence[Document], groups: Sequence[Group] = ()) -> list[SearchFile]:
    """The files of the index; documents go by their places in the list. The same input, the same files."""
    return pack(build_index(documents, groups))


def build_index(documents: Sequence[Document], groups: Sequence[Group] = ()) -> Index:
    """The index itself."""
    vocabulary = Vocabulary()
    read = [read_document(document, vocabulary) for document in documents]
    words = list(vocabulary)
    times = {words[number]: count for number, count in count_words(read).items()}
    every = [*groups, *_mined(documents, groups)]
    stems = Stems(written_short(every) | _abbreviations(read, times))
    concepts = Concepts(every, stems)
    builder = _fill(read, [stems.term(word) or "" for word in words], concepts)
    return Index(builder, stems, concepts, nouns.link(_worth_linking(times), builder.inverted_index))


def _mined(documents: Iterable[Document], groups: Iterable[Group]) -> Iterable[Group]:
    known = written_short(groups)
    mined = mine(document.text for document in documents)
    return (group for group in mined if not written_short([group]) & known)


def _abbreviations(read: Iterable[Read], times: Mapping[str, int]) -> set[str]:
    """Words that a stemmer would spoil and that stand in capitals more often than not."""
    capitals = Counter(chain.from_iterable(document.capitals for document in read))
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


def _fill(read: Iterable[Read], terms: Sequence[str], concepts: Concepts) -> TermBuilder:
    """`terms` are the terms of the words by their numbers, empty for stop words."""
    counted = [
        {name: _count(lines, terms, concepts) for name, lines in zip(FIELDS, document.fields, strict=True)}
        for document in read
    ]
    lengths = [{name: counts.total() for name, counts in fields.items()} for fields in counted]
    _keep_strongest([fields[BODY] for fields in counted])
    builder = TermBuilder()
    for number, fields in enumerate(counted):
        builder.add_terms(number, fields, lengths[number])
    return builder


def _count(lines: Iterable[Line], terms: Sequence[str], concepts: Concepts) -> Counter[str]:
    counts = Counter[str]()
    for line in lines:
        found = [term for number in line if (term := terms[number])]
        counts.update(found)
        counts.update(token for token, _, _ in concepts.find(found))
    return counts


def _keep_strongest(bodies: Sequence[Counter[str]]) -> None:
    """Drops what says least of a body – words that are rare in it and common elsewhere – where it is long."""
    kept = max(BODY_TERMS, POSTINGS // max(1, len(bodies)))
    if all(len(body) <= kept for body in bodies):
        return
    met = Counter(term for body in bodies for term in body)
    weights = {term: log(1 + len(bodies) / times) for term, times in met.items()}
    for body in bodies:
        if len(body) > kept:
            ranked = sorted((-times * weights[term], term) for term, times in body.items())
            for _, term in ranked[kept:]:
                del body[term]


def pack(index: Index) -> list[SearchFile]:
    """The files."""
    terms = sorted(index.builder.inverted_index, key=order)
    postings = pack_postings(index.builder, terms)
    shards = list(cut_shards(postings))
    core = pack_core(index.builder, terms, shards) | {
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
