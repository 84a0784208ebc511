"""The index in files: a core that the first query needs, and postings in alphabetical shards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kopilka.search.documents import BOOSTS
from kopilka.search.packing import pack_numbers, pack_words
from kopilka.search.postings import TIMES, TIMES_BITS, Posting, Postings, counted

SHARD = 64 * 1024
"""Letters in one shard, more or less: a query loads the shards of its words, some tens of kilobytes each."""

BREAK = " "

K1, B = 1.2, 0.75
"""How quickly repetition stops to matter, and how much a long field loses: BM25 as lunr has it."""


def order(term: str) -> bytes:
    """Terms are sorted as JavaScript compares strings."""
    return term.encode("utf-16-be")


def pack_postings(postings: Postings, terms: Iterable[str]) -> list[str]:
    """For every term its postings.

    Field by field: the field's number, how many documents, and for each the distance from the last one,
    doubled, plus one when the term stands there more than once; then how many times.
    """
    return [_pack_term(postings.of(term)) for term in terms]


def _pack_term(fields: Iterable[Posting | None]) -> str:
    numbers: list[int] = []
    for field, posting in enumerate(fields):
        if posting:
            numbers += (field, len(posting))
            numbers += _distances(posting)
    return pack_numbers(numbers)


def _distances(posting: Posting) -> list[int]:
    numbers, last = [], 0
    for place in posting:
        number, times = place >> TIMES_BITS, place & TIMES
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


def pack_core(postings: Postings, terms: Sequence[str], shards: Sequence[range]) -> dict[str, Any]:
    """What is needed to know the words, to find their postings and to score them."""
    return {
        "documents": postings.documents,
        "k1": K1,
        "b": B,
        "fields": [[name, boost, pack_numbers(postings.lengths[name])] for name, boost in BOOSTS.items()],
        "terms": pack_words(terms),
        "frequencies": pack_numbers(documents_of(postings.of(term)) for term in terms),
        "shards": [shard.start for shard in shards],
    }


def documents_of(fields: Iterable[Posting | None]) -> int:
    """How many documents have a term in any of their fields."""
    known = [posting for posting in fields if posting]
    if len(known) == 1:
        return len(known[0])
    return len({number for posting in known for number, _ in counted(posting)})
