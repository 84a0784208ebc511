"""Finding things of one sort in records by ways worked out from their models."""

from __future__ import annotations

from tests.examples import full_example

from kopilka.catalog.parts import field_of, find_marked, find_shaped
from kopilka.records.case import ProjectCase
from kopilka.records.network import NetworkProject
from kopilka.records.practice import Practice
from kopilka.records.references import (
    AddressMark,
    OrganisationMark,
    PartyMark,
    RecordMark,
    TermOf,
    marked,
    routes,
)
from kopilka.records.site import Site

MODELS = (Practice, ProjectCase, Site, NetworkProject)
VOCABULARIES = {
    route.mark.id for model in MODELS for route in routes(model) if isinstance(route.mark, TermOf)
}


class Known:
    """A vocabulary that knows every word."""

    def find(self, written: str) -> str:
        """The word itself."""
        return written


WORDS = {"vocabularies": dict.fromkeys(VOCABULARIES, Known())}


def test_marked_values_are_those_that_the_references_know() -> None:
    """The quick walk finds what the plain one does, in every kind and for every mark."""
    for model in MODELS:
        record = model.model_validate(full_example(model), context=WORDS)
        for mark in (AddressMark, OrganisationMark, PartyMark, RecordMark, TermOf):
            assert sorted(find_marked(record, mark), key=str) == sorted(marked(record, mark), key=str)


def test_parts_of_a_shape() -> None:
    """Everything that begins and ends, wherever it stands."""
    record = Site.model_validate(full_example(Site), context=WORDS)
    paths = [path for path, _ in find_shaped(record, "start", "end")]
    assert paths == [("period",), ("granted",), ("intakes", 0)]
    assert [path for path, _ in find_shaped(record, "name", "consent")] == [
        ("authors", 0),
        ("staff", 0, "person"),
    ]
    assert find_shaped(record, "no", "such", "field") == []


def test_fields_that_only_some_kinds_have() -> None:
    """A kind without the field has nothing in it."""
    record = Practice.model_validate(full_example(Practice), context=WORDS)
    assert field_of(record, "stages") == ()
    assert field_of(record, "transfer") == record.transfer
