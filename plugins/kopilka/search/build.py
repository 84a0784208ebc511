"""From documents to the files of the search; knows nothing of records, sites and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from kopilka.search import nouns
from kopilka.search.builder import TermBuilder
from kopilka.search.concepts import Concepts, mine, written_short
from kopilka.search.documents import BODY, FIELDS, Document, Group
from kopilka.search.packed import BREAK, cut_shards, order, pack_core, pack_postings
from kopilka.search.packing import pack_words
from kopilka.search.words import STOP_WORDS, Stems, capitals, forms, stem

BODY_TERMS = 80
"""Of a body at least so many of its strongest terms are kept: the answers hardly change (−0.006 nDCG)."""

POSTINGS = 1_200_000
"""How many terms of bodies the index may hold together: what keeps the files of 10 000 records in bounds."""


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


Lines = Mapping[str, list[list[str]]]
"""The folded words of every line of every field."""


def build(documents: Sequence[Document], groups: Sequence[Group] = ()) -> list[SearchFile]:
    """The files of the index; documents go by their places in the list. The same input, the same files."""
    return pack(build_index(documents, groups))


def build_index(documents: Sequence[Document], groups: Sequence[Group] = ()) -> Index:
    """The index itself."""
    read = [read_document(document) for document in documents]
    vocabulary = Counter[str]()
    for lines in read:
        for field in lines.values():
            for line in field:
                vocabulary.update(line)
    known = written_short(groups)
    mined = mine(document.text for document in documents)
    mined = [group for group in mined if not written_short([group]) & known]
    every = [*groups, *mined]
    stems = Stems(written_short(every) | _abbreviations(documents, vocabulary))
    concepts = Concepts(every, stems)
    builder = _fill(read, stems, concepts)
    links = nouns.link(vocabulary, builder.inverted_index)
    return Index(builder, stems, concepts, links)


def read_document(document: Document) -> Lines:
    """The folded words of a document."""
    return {name: [forms(line) for line in getattr(document, name).split("\n")] for name in FIELDS}


def _abbreviations(documents: Iterable[Document], vocabulary: Mapping[str, int]) -> set[str]:
    """Words that a stemmer would spoil and that stand in capitals more often than not."""
    times = Counter[str]()
    for document in documents:
        for name in FIELDS:
            times.update(capitals(getattr(document, name)))
    return {
        word
        for word, count in times.items()
        if stem(word) != word
        and 2 * count > vocabulary[word]
        and not (len(word) > 3 and nouns.is_known(word))
    }


def _fill(read: Iterable[Lines], stems: Stems, concepts: Concepts) -> TermBuilder:
    counted = [{name: _count(field, stems, concepts) for name, field in lines.items()} for lines in read]
    lengths = [{name: counts.total() for name, counts in fields.items()} for fields in counted]
    _keep_strongest([fields[BODY] for fields in counted])
    builder = TermBuilder()
    for number, fields in enumerate(counted):
        builder.add_terms(number, fields, lengths[number])
    return builder


def _count(lines: Iterable[list[str]], stems: Stems, concepts: Concepts) -> Counter[str]:
    counts = Counter[str]()
    for line in lines:
        terms = stems.terms(line)
        counts.update(terms)
        for token, _, _ in concepts.find(terms):
            counts[token] += 1
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
            ranked = sorted(body, key=lambda term: (-body[term] * weights[term], term))
            for term in ranked[kept:]:
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
