"""The index of lunr in files: a core that the first query needs, and postings in alphabetical shards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kopilka.search.builder import Counts, TermBuilder
from kopilka.search.documents import BOOSTS, FIELDS
from kopilka.search.packing import pack_numbers, pack_words

SHARD = 64 * 1024
"""Letters in one shard, more or less: a query loads the shards of its words, some tens of kilobytes each."""

BREAK = " "


def order(term: str) -> bytes:
    """Terms are sorted as JavaScript compares strings."""
    return term.encode("utf-16-be")


def pack_postings(builder: TermBuilder, terms: Sequence[str]) -> list[str]:
    """For every term its postings.

    Field by field: the field's number, how many documents, and for each the distance from the last one,
    doubled, plus one when the term stands there more than once; then how many times.
    """
    counts = {
        name: [builder.field_term_frequencies[f"{name}/{number}"] for number in range(builder.document_count)]
        for name in FIELDS
    }
    return [_pack_term(term, builder.inverted_index[term], counts) for term in terms]


def _pack_term(term: str, posting: Mapping[str, Any], counts: Mapping[str, Sequence[Counts]]) -> str:
    numbers: list[int] = []
    for field, name in enumerate(FIELDS):
        documents = posting[name]
        if documents:
            numbers += (field, len(documents))
            numbers += _distances(term, documents, counts[name])
    return pack_numbers(numbers)


def _distances(term: str, documents: Mapping[str, Any], counts: Sequence[Counts]) -> list[int]:
    numbers, last = [], 0
    for number in map(int, documents):  # they were added in this order
        times = counts[number][term]
        if times == 1:
            numbers.append((number - last) * 2)
        else:
            numbers += ((number - last) * 2 + 1, times)
        last = number
    return numbers


def cut_shards(postings: Sequence[str]) -> Iterator[range]:
    """Neighbouring terms together, as many as a shard holds."""
    start = size = 0
    for number, packed in enumerate(postings):
        if size and size + len(packed) > SHARD:
            yield range(start, number)
            start, size = number, 0
        size += len(packed) + 1
    if start < len(postings):
        yield range(start, len(postings))


def pack_core(builder: TermBuilder, terms: Sequence[str], shards: Sequence[range]) -> dict[str, Any]:
    """What is needed to know the words, to find their postings and to score them."""
    documents = [documents_of(builder.inverted_index[term]) for term in terms]
    lengths = {
        name: [builder.field_lengths[f"{name}/{number}"] for number in range(builder.document_count)]
        for name in FIELDS
    }
    return {
        "documents": builder.document_count,
        "k1": builder._k1,  # noqa: SLF001 - lunr has only setters for them
        "b": builder._b,  # noqa: SLF001
        "fields": [[name, boost, pack_numbers(lengths[name])] for name, boost in BOOSTS.items()],
        "terms": pack_words(terms),
        "frequencies": pack_numbers(documents),
        "shards": [shard.start for shard in shards],
    }


def documents_of(posting: Mapping[str, Any]) -> int:
    """How many documents have a term in any of their fields."""
    fields = [posting[name] for name in FIELDS if posting[name]]
    return len(fields[0]) if len(fields) == 1 else len(set().union(*fields))
