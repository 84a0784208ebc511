"""How complete a record is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.bank_maker import make_bank, opened
from tests.catalog.writing import case, practice
from tests.examples import body_of, full_example, record_text

from kopilka.catalog.readiness import OPTIONAL_WORTH, SECTION_WORTH, Readiness, is_filled, readiness
from kopilka.records.base import Record
from kopilka.records.case import ProjectCase
from kopilka.records.dates import Period
from kopilka.records.fields import declarations
from kopilka.records.network import NetworkProject
from kopilka.records.practice import Practice
from kopilka.records.quantities import Duration, Money
from kopilka.records.site import Site

UP_TO_RESULTS = body_of(Practice).split("## Результаты")[0]
KINDS: tuple[type[Record], ...] = (Practice, ProjectCase, Site, NetworkProject)
FOLDERS: dict[type[Record], str] = {
    Practice: "practices",
    ProjectCase: "projects/cases",
    Site: "sites",
    NetworkProject: "projects/networks",
}


def state_of(root: Path, path: str, text: str) -> Readiness:
    """The readiness of one record, read from disk."""
    catalog = opened(make_bank(root, {path: text})).catalog
    return readiness(catalog.entries[Path(path).stem])


def fields(state: Readiness) -> list[str]:
    """What is missing, in its order."""
    return [item.field for item in state.missing]


@pytest.mark.parametrize("kind", KINDS)
def test_everything_filled(tmp_path: Path, kind: type[Record]) -> None:
    """A record with every field and section of its kind is ready to one hundred percent."""
    state = state_of(tmp_path, f"{FOLDERS[kind]}/polnaya.md", record_text(full_example(kind), body_of(kind)))
    assert state == Readiness(100, (), state.total)
    assert state.gain == 0


def test_only_what_is_required(tmp_path: Path) -> None:
    """A record with the required fields alone lacks all the rest, what adds most first."""
    state = state_of(tmp_path, "practices/karty.md", practice(title="Карты для чтения на уроках"))
    optional = {
        name
        for name, info in Practice.model_fields.items()
        if not info.is_required() and declarations(Practice)[name].worth
    }
    assert set(fields(state)) == optional
    worths = [item.worth for item in state.missing]
    assert worths == sorted(worths, reverse=True)
    assert fields(state)[0] == "results"
    assert 0 < state.percent < 100
    assert state.percent == 100 * (state.total - sum(worths)) // state.total


def test_words_come_from_the_declaration(tmp_path: Path) -> None:
    """What is missing is called and explained as on the form."""
    state = state_of(tmp_path, "practices/karty.md", practice(title="Карты для чтения на уроках"))
    declared = declarations(Practice)["results"]
    first = state.missing[0]
    assert (first.label, first.help, first.worth) == (declared.label, declared.help, declared.worth)


def test_what_adds_nothing_does_not_count(tmp_path: Path) -> None:
    """A licence of one's own or the mark of an example makes a record no readier."""
    plain = state_of(tmp_path / "a", "practices/karty.md", practice(title="Карты для чтения на уроках"))
    marked = state_of(
        tmp_path / "b",
        "practices/karty.md",
        practice(title="Карты для чтения на уроках", licence="CC0-1.0", demo=True, updated="2026-01-01"),
    )
    assert plain == marked


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        (body_of(Practice), []),
        (body_of(Practice).replace("## Выводы", "## Итог"), ["## Выводы"]),
        (
            "",
            [
                "## Введение",
                "## Ход работы",
                "## Методические приёмы и находки",
                "## Результаты",
                "## Выводы",
            ],
        ),
        (body_of(Practice).split("## Выводы")[0] + "## Выводы\n\n", ["## Выводы"]),
        (UP_TO_RESULTS + "## Результаты\n\n## Выводы\n\nДа.\n", ["## Результаты"]),
        (body_of(Practice).replace("## Выводы", "### Выводы"), ["## Выводы"]),
        (body_of(Practice).replace("## Выводы", "```\n## Выводы\n```"), ["## Выводы"]),
        (body_of(Practice).replace("приёмы", "приемы").replace("## Выводы", "## ВЫВОДЫ"), []),
    ],
)
def test_sections_of_the_body(tmp_path: Path, body: str, missing: list[str]) -> None:
    """A section counts when it stands under its own heading and has words in it."""
    meta: dict[str, Any] = full_example(Practice)
    state = state_of(tmp_path, "practices/karty.md", record_text(meta, body))
    assert fields(state) == missing
    assert {item.worth for item in state.missing} <= {SECTION_WORTH, OPTIONAL_WORTH}


def test_kind_without_sections(tmp_path: Path) -> None:
    """Where the kind asks for no sections, any words will do."""
    empty = state_of(tmp_path / "a", "projects/cases/koren.md", case(title="Корень каскада проектов"))
    meta = full_example(ProjectCase)
    silent = state_of(tmp_path / "b", "projects/cases/koren.md", record_text(meta, "\n"))
    assert "## …" not in fields(empty)
    assert fields(silent) == ["## …"]
    assert silent.missing[0].label == ProjectCase.kind.body_title


def test_gain_is_what_a_step_adds(tmp_path: Path) -> None:
    """After the best step the record is readier by the points that were promised."""
    before = state_of(tmp_path / "a", "practices/karty.md", practice(title="Карты для чтения на уроках"))
    after = state_of(
        tmp_path / "b",
        "practices/karty.md",
        practice(title="Карты для чтения на уроках", results=[{"what": "Находят неявное", "after": 63}]),
    )
    assert after.percent == before.percent + before.gain
    assert after.missing == before.missing[1:]


@pytest.mark.parametrize(
    ("value", "filled"),
    [
        (None, False),
        ((), False),
        ("", False),
        (Period(), False),
        (Period(start=None), False),
        (Period.model_validate({"start": "2024"}), True),
        (Duration(note="долго"), True),
        (Money(roubles=0), True),
        (("a",), True),
        (0, True),
        (False, True),
    ],
)
def test_is_filled(value: Any, filled: bool) -> None:  # noqa: FBT001 - the expected answer
    """Nothing, an empty list and a group of empty fields say nothing; zero roubles do."""
    assert is_filled(value) is filled


def test_order_within_one_worth_is_that_of_the_form(tmp_path: Path) -> None:
    """Of things that add the same, the one that stands first in the record comes first."""
    state = state_of(tmp_path, "practices/karty.md", practice(title="Карты для чтения на уроках"))
    order = list(Practice.model_fields)
    for worth in {item.worth for item in state.missing}:
        names = [item.field for item in state.missing if item.worth == worth]
        assert names == sorted(names, key=order.index)
