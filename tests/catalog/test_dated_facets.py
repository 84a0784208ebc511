"""What of a record depends on the day: the days that windows name, at their very edges."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bank_maker import REPOSITORY, make_bank, opened
from tests.catalog.writing import practice, site

from kopilka.catalog.facets import FacetIndex, index_facets
from kopilka.records.site_parts import Intake

GRANTED = {"level": "муниципальный", "by": "методический совет", "start": "2025-09-01", "end": "2026-08-31"}
INTAKE = {"start": "2026-12-10", "places": 12, "apply_from": "2026-11-01", "apply_until": "2026-11-28"}


def _status(root: Path, today: date, **fields: Any) -> dict[str, tuple[str, ...]]:
    files = {"sites/nasha.md": site(title="Площадка для тех, кто читает", **fields)}
    facets = index_facets(opened(make_bank(root, files), today=today).catalog)
    return {value.id: value.ids for value in _facet(facets, "nabor").values}


def _facet(facets: tuple[FacetIndex, ...], slug: str) -> FacetIndex:
    return next(facet for facet in facets if facet.slug == slug)


@pytest.mark.parametrize(
    ("today", "states"),
    [
        ("2025-08-31", set()),
        ("2025-09-01", {"dejstvuet"}),
        ("2026-08-31", {"dejstvuet"}),
        ("2026-09-01", {"istyok"}),
        ("2026-10-31", {"istyok"}),
        ("2026-11-01", {"istyok", "otkryt"}),
        ("2026-11-28", {"istyok", "otkryt"}),
        ("2026-11-29", {"istyok"}),
    ],
)
def test_status_at_the_edges(tmp_path: Path, today: str, states: set[str]) -> None:
    """The first and the last day count in; a status that has not begun is neither in force nor expired."""
    found = _status(tmp_path, date.fromisoformat(today), granted=GRANTED, intakes=[INTAKE])
    assert {state for state, ids in found.items() if ids} == states


@pytest.mark.parametrize(
    ("today", "granted", "states"),
    [
        ("2026-08-31", {"start": "2025", "end": "2026-08"}, {"dejstvuet"}),
        ("2026-09-01", {"start": "2025", "end": "2026-08"}, {"istyok"}),
        ("2025-01-01", {"start": "2025", "end": "2026-08"}, {"dejstvuet"}),
        ("2099-01-01", {"start": "2025", "end": None}, {"dejstvuet"}),
    ],
)
def test_dates_known_to_a_month_or_a_year(
    tmp_path: Path, today: str, granted: dict[str, Any], states: set[str]
) -> None:
    """Such a date lasts till its last day; a status without an end never expires."""
    found = _status(tmp_path, date.fromisoformat(today), granted={**GRANTED, **granted})
    assert {state for state, ids in found.items() if ids} == states


@pytest.mark.parametrize(
    "fields",
    [
        {"intakes": [{**INTAKE, "taken": 12}]},
        {"intakes": [INTAKE], "status": "archived"},
        {"intakes": []},
        {},
    ],
)
def test_no_open_intake(tmp_path: Path, fields: dict[str, Any]) -> None:
    """A full group, a site in the archive and a site without dates take nobody; the values stay in place."""
    found = _status(tmp_path, date(2026, 11, 22), **fields)
    assert found == {"otkryt": (), "dejstvuet": (), "istyok": ()}


def test_a_record_stands_in_a_value_once(tmp_path: Path) -> None:
    """Two open intakes of one site are one line of the list, and two windows."""
    found = _status(tmp_path, date(2026, 11, 22), intakes=[INTAKE, {**INTAKE, "start": "2026-12-20"}])
    assert found["otkryt"] == ("nasha",)


_DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))


@given(start=_DAYS, today=_DAYS, since=st.none() | _DAYS, until=st.none() | _DAYS, taken=st.integers(0, 2))
def test_windows_and_intakes_agree(
    start: date, today: date, since: date | None, until: date | None, taken: int
) -> None:
    """An intake is open exactly on the days of its window."""
    values = {"start": str(start), "places": 2, "taken": taken}
    values |= {"apply_from": str(since)} if since else {}
    values |= {"apply_until": str(until)} if until else {}
    intake = Intake.model_validate(values)
    days = intake.days_to_apply
    inside = days is not None and (days[0] or today) <= today <= days[1]
    assert intake.is_open(today) == inside
    assert inside == (taken < 2 and (until or start) >= today and (since is None or since <= today))


OWN_KIND = '''
"""Clubs: a kind that only this bank keeps; one can come on certain days."""

from datetime import date
from typing import ClassVar

from kopilka.records.base import DatedFacet, Kind, Record, Window
from kopilka.records.fields import Facet


class Club(Record):
    """«Клуб»."""

    kind: ClassVar[Kind] = Kind(
        id="club", label="Клуб", plural="Клубы", forms=("клуб", "клуба", "клубов"), gender="m",
        slug="kluby", icon="people", template="record.html", body_title="О клубе",
    )
    dated: ClassVar[DatedFacet | None] = DatedFacet(
        Facet("vstrechi", "Встречи"), (("sezon", "Идёт сезон"), ("pauza", "Перерыв"))
    )

    @property
    def hours(self) -> float | None:
        return 3

    @property
    def evidence(self) -> int:
        return 2

    def windows(self) -> tuple[Window, ...]:
        return (Window("sezon", date(2026, 9, 1), date(2027, 5, 31)),)
'''


def test_a_new_kind_gets_every_facet(tmp_path: Path) -> None:
    """A kind of the bank's own stands in the derived facets and brings its dated one, named nowhere else."""
    text = practice(title="Клуб любителей задач").replace("type: педагогическая\n", "")
    settings = "bank: {name: Проба}\nkinds:\n  - {model: 'our_club:Club', folder: clubs}\n"
    root = make_bank(tmp_path, {"our_club.py": OWN_KIND, "clubs/zadachi.md": text}, settings=settings)
    facets = index_facets(opened(root).catalog)
    assert [value.ids for value in _facet(facets, "vid-zapisi").values] == [("zadachi",)]
    assert _facet(facets, "chasy").numbers == (("zadachi", 3),)
    assert [value.ids for value in _facet(facets, "dokazatelnost").values][2] == ("zadachi",)
    meetings = _facet(facets, "vstrechi")
    assert (meetings.label, [value.ids for value in meetings.values]) == ("Встречи", [("zadachi",), ()])
    assert "nabor" not in {facet.slug for facet in facets}


def test_windows_travel_with_their_days() -> None:
    """Every dated value of the repository's bank has the days of the records that it holds today."""
    catalog = opened(REPOSITORY).catalog.public()
    seen = 0
    for facet in index_facets(catalog):
        for value in facet.values:
            today = {record for record, window in value.days if window.holds(catalog.today)}
            later = {
                record for record, window in value.days if window.holds(catalog.today + timedelta(days=900))
            }
            assert not value.days or today == set(value.ids)
            seen += len(today ^ later)
    assert seen
