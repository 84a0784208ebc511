"""The list of records by readiness."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.bank_maker import make_bank, opened
from tests.catalog.writing import case, practice
from tests.examples import body_of, full_example, record_text
from tests.golden import GOLDEN_FOLDER, Golden

from kopilka.cli.listing import Listing, list_records, render
from kopilka.cli.streams import Screen
from kopilka.records.practice import Practice

FULL = {**full_example(Practice), "title": "Полная запись со всеми полями", "status": "draft"}
WITHOUT_RISKS = {key: value for key, value in FULL.items() if key != "risks"}
FILES = {
    "practices/polnaya.md": record_text(FULL, body_of(Practice)),
    "practices/pustaya.md": practice(title="Почти пустая запись о чтении"),
    "practices/srednyaya.md": practice(
        title="Запись средней полноты",
        problem="Учат читать только на литературе.",
        idea="Одна карта на всех предметах.",
        deficits=["методические"],
    ),
    "practices/bez-riskov.md": record_text(WITHOUT_RISKS, body_of(Practice)),
    "practices/slomannaya.md": "title: без шапки\n",
    "projects/cases/koren.md": case(title="Корень каскада проектов"),
}


@pytest.fixture(scope="module")
def listing(tmp_path_factory: pytest.TempPathFactory) -> Listing:
    """Six records of different completeness, one of them unreadable."""
    return list_records(opened(make_bank(tmp_path_factory.mktemp("bank"), FILES)), ())


def test_most_useful_first(listing: Listing) -> None:
    """First come records that one step makes better most; of those alike, the readier."""
    order = [(state.step, state.percent) for _, state in listing.rows]
    assert order == sorted(order, reverse=True)
    assert listing.rows[-1][0].id == "polnaya"


def test_unread(listing: Listing) -> None:
    """A file that is no record yet is named apart: its errors come before its completeness."""
    assert listing.unread == ("practices/slomannaya.md",)


def test_text(listing: Listing, golden: Golden) -> None:
    """The list for people is the same to the sign."""
    golden.check(GOLDEN_FOLDER / "cli" / "readiness.txt", render(listing, "text", Screen(width=90)))


def test_colour_adds_only_colour(listing: Listing) -> None:
    """Colours add to the text and take nothing away."""
    plain, coloured = (render(listing, "text", Screen(width=90, colour=colour)) for colour in (False, True))
    assert plain != coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[33m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_json(listing: Listing) -> None:
    """JSON says for each record how ready it is and what is missing, with what each thing adds."""
    data = json.loads(render(listing, "json", Screen()))
    assert data["version"] == 1
    assert data["summary"] == {"records": 6, "complete": 1, "average": listing.average}
    assert data["unread"] == ["practices/slomannaya.md"]
    assert [record["id"] for record in data["records"]] == [entry.id for entry, _ in listing.rows]
    record = next(record for record in data["records"] if record["id"] == "bez-riskov")
    assert list(record) == ["id", "path", "kind", "title", "status", "percent", "gain", "missing"]
    (missing,) = record["missing"]
    assert missing["field"] == "risks"
    assert missing["gain"] == record["gain"] == 100 - record["percent"]


def test_narrowed(tmp_path: Path) -> None:
    """Only the wanted files are listed."""
    workspace = opened(make_bank(tmp_path, FILES))
    chosen = list_records(workspace, ("projects", "practices/pustaya.md"))
    assert {entry.id for entry, _ in chosen.rows} == {"koren", "pustaya"}
    assert not chosen.unread


def test_empty_bank(tmp_path: Path) -> None:
    """A bank without records has an empty list and no mean."""
    empty = list_records(opened(make_bank(tmp_path, {})), ())
    assert empty.average == 0
    assert render(empty, "text", Screen()).replace("\u00a0", " ") == "Проверено: 0 записей.\n"
    assert json.loads(render(empty, "json", Screen()))["records"] == []
