"""The name of a new record: it is the record's id and its address for good."""

from __future__ import annotations

from collections.abc import Container
from itertools import count

from kopilka.slugs import slugify

LONGEST = 60


def name_record(title: str, taken: Container[str]) -> str:
    """The title in Latin letters, cut between words, with a number where such a record is there already."""
    name = _cut(slugify(title)) or "zapis"
    if name not in taken:
        return name
    return next(better for number in count(2) if (better := f"{name}-{number}") not in taken)


def _cut(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    head = name[: LONGEST + 1].rpartition("-")[0]
    return head if len(head) > LONGEST // 2 else name[:LONGEST].rstrip("-")
