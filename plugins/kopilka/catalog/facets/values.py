"""A facet and its values: which records have them, on which days, and what else they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kopilka.records.kind import Window


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value with the records that have it, by title; `parent` where the vocabulary has a hierarchy.

    `synonyms` are other names, for finding. `elsewhere` is the path of its list where the site has one
    anyway. `days` tell a value that comes and goes: record and window; `ids` are then those of today.
    """

    id: str
    label: str
    ids: tuple[str, ...]
    short: str = ""
    note: str = ""
    parent: str | None = None
    synonyms: tuple[str, ...] = ()
    elsewhere: str = ""
    days: tuple[tuple[str, Window], ...] = ()
    whole: tuple[str, ...] = ()
    """Where narrower values have records: these and the value's own, by title."""

    @property
    def listed(self) -> tuple[str, ...]:
        """The records that its list shows: whoever asks for languages means English too."""
        return self.whole or self.ids


@dataclass(frozen=True)
class FacetIndex:
    """A facet with all its values, those without records too; or with a number for every record that has one.

    `own_lists`: the site makes a list of records for every value; the others have their lists anyway or
    need none. `span`: the values are numbers and may be asked for from – to. `numbers` with their `unit`
    instead of values make a range. `dated`: the values come and go with the days.
    """

    slug: str
    label: str
    values: tuple[FacetValue, ...] = ()
    rank: int = 100
    own_lists: bool = True
    span: bool = False
    dated: bool = False
    numbers: tuple[tuple[str, float], ...] | None = None
    unit: str = ""

    @property
    def filled(self) -> tuple[FacetValue, ...]:
        """The values that have records."""
        return tuple(value for value in self.values if value.listed)

    @cached_property
    def by_record(self) -> Mapping[str, tuple[str, ...]]:
        """For every record, the ids of its values."""
        found: dict[str, list[str]] = defaultdict(list)
        for value in self.values:
            for id_ in value.ids:
                found[id_].append(value.id)
        return {id_: tuple(values) for id_, values in found.items()}
