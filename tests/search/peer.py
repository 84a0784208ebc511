"""The index of lunr.py over the very terms of ours: its scores are what the browser's are held to."""

from __future__ import annotations

from typing import Any

from lunr.builder import Builder  # type: ignore[import-untyped]

from kopilka.search import BOOSTS, FIELDS
from kopilka.search.postings import Postings, counted


def terms_of(postings: Postings, field: str, number: int) -> dict[str, int]:
    """How often each term stands in a field of a document."""
    found = ((term, dict(counted(posting))) for term, posting in postings.fields[field].items())
    return {term: times[number] for term, times in found if number in times}


def serialised(postings: Postings) -> Any:
    """What lunr.js loads."""
    builder = Builder()
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    builder.ref("n")
    for name, boost in BOOSTS.items():
        builder.field(name, boost=boost)
    builder.document_count = postings.documents
    builder._documents = {str(number): {} for number in range(postings.documents)}
    for name in FIELDS:
        builder.field_term_frequencies |= {f"{name}/{n}": {} for n in range(postings.documents)}
        builder.field_lengths |= {f"{name}/{n}": length for n, length in enumerate(postings.lengths[name])}
    for place, term in enumerate(sorted(postings.terms)):
        posting: dict[str, Any] = {name: {} for name in FIELDS}
        for name, documents in zip(FIELDS, postings.of(term), strict=True):
            for number, times in counted(documents or ()):
                posting[name][str(number)] = {}
                builder.field_term_frequencies[f"{name}/{number}"][term] = times
        builder.inverted_index[term] = posting | {"_index": place}
    return builder.build().serialize()
