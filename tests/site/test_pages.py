"""What stands on the pages: timelines, road maps, citations, cascades, lists that are cut into pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.bank_maker import REPOSITORY, make_bank, opened
from tests.examples import body_of, full_example, record_text

from kopilka.catalog.facets import index_facets
from kopilka.records.dates import PartialDate
from kopilka.records.parts import Meeting, RoadMapRow
from kopilka.records.practice import Practice
from kopilka.records.site_parts import GrantedStatus, Intake
from kopilka.render.body import BodyRenderer
from kopilka.site import meetings, roadmaps, timelines
from kopilka.site.drawing import CONTENTS, with_contents
from kopilka.site.view import View
from kopilka.workspace import Workspace


@pytest.fixture(scope="module")
def repository() -> Workspace:
    """The bank of this repository."""
    return opened(REPOSITORY)


def _view(workspace: Workspace) -> View:
    return View(
        catalog=workspace.catalog,
        facets=index_facets(workspace.catalog),
        settings=workspace.settings,
        renderer=BodyRenderer(),
        files=workspace.files,
        directory_urls=True,
    )


def _model(model: Any, workspace: Workspace, **values: Any) -> Any:
    return model.model_validate(values, context={"vocabularies": workspace.catalog.registry.vocabularies})


@pytest.mark.parametrize(
    ("values", "state", "is_open"),
    [
        (
            {"start": "2026-12-10", "places": 12, "taken": 7, "apply_until": "2026-12-01"},
            "Набор открыт",
            True,
        ),
        ({"start": "2026-12-10", "places": 12, "taken": 12, "apply_until": "2026-12-01"}, "Мест нет", False),
        ({"start": "2026-12-10", "places": 12, "apply_until": "2026-11-21"}, "Набор закрыт", False),
        ({"start": "2027-02-10", "apply_from": "2027-01-12"}, "Откроется 12 января 2027", False),
        ({"start": "2026-11-20", "end": "2026-11-24"}, "Идёт сейчас", False),
        ({"start": "2026-10-01", "end": "2026-10-03"}, "Прошёл", False),
    ],
)
def test_an_intake_says_where_it_stands(
    repository: Workspace, values: dict[str, Any], state: str, *, is_open: bool
) -> None:
    """On 22 November 2026 each intake is what its dates and places make it."""
    entry = repository.catalog.entries["chitaem-medlenno"]
    row = meetings.intake_rows(_view(repository), entry, (_model(Intake, repository, **values),))[0]
    assert (row.state.replace("\u00a0", " "), row.open) == (state, is_open)


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("2027-08-31", "Статус действует до 31.08.2027"),
        ("2026-11-22", "Статус действует до 22.11.2026"),
        ("2026-11-21", "Статус истёк 21.11.2026"),
        (None, "Статус действует, срок не ограничен"),
    ],
)
def test_a_status_ends_but_is_not_hidden(repository: Workspace, end: str | None, words: str) -> None:
    """The last day still counts; the next one says «истёк»."""
    granted = _model(
        GrantedStatus, repository, level="муниципальный", by="совет", start="2025-09-01", end=end
    )
    assert timelines.site_status(_view(repository), granted).words == words


def test_sessions_stand_in_the_order_of_time(repository: Workspace) -> None:
    """A session that is over, one that goes on, one to come."""
    sessions = tuple(
        _model(Meeting, repository, title=title, start=start, end=end)
        for title, start, end in [
            ("Вторая", "2027-02-01", None),
            ("Первая", "2026-11-01", "2026-11-02"),
            ("Эта", "2026-11-20", "2026-11-25"),
        ]
    )
    rows = meetings.meeting_rows(_view(repository), sessions)
    assert [(row.title, row.state) for row in rows] == [
        ("Первая", "Прошла"),
        ("Эта", "Сейчас"),
        ("Вторая", "Впереди"),
    ]


def test_a_road_map_of_a_finished_project_blames_nobody(repository: Workspace) -> None:
    """What a finished project did not mark has no state at all, and no filter offers «просрочено»."""
    entry = repository.catalog.entries["rs-nms-permskogo-kraya-2023-2024"]
    table = roadmaps.road_table(_view(repository), entry, entry.record.roadmap)  # type: ignore[attr-defined]
    assert table is not None
    assert not table.has_state
    assert table.filters == ()
    assert sum(len(group.rows) for group in table.groups) >= 60


def test_a_running_road_map_tells_now_and_late(repository: Workspace) -> None:
    """The example network has works of every state on the fixed day."""
    entry = repository.catalog.entries["chitaem-vmeste"]
    table = roadmaps.road_table(_view(repository), entry, entry.record.roadmap)  # type: ignore[attr-defined]
    assert table is not None
    states = {row.state.split()[0] for group in table.groups for row in group.rows}
    assert states >= {"Выполнено", "Сейчас", "Просрочено", "Впереди", "Повторяется", "Без"}
    assert [words for _, words, _ in table.filters] == ["Все", "Сейчас", "Просрочено"]


def test_rows_of_one_part_stand_together(repository: Workspace) -> None:
    """Parts of a road map are not repeated even when its rows go to and fro between them."""
    rows = tuple(
        _model(RoadMapRow, repository, no=str(number), section=part, work=f"Работа {number}")
        for number, part in enumerate(["Первая", "Вторая", "Первая"], start=1)
    )
    table = roadmaps.road_table(_view(repository), repository.catalog.entries["chitaem-vmeste"], rows)
    assert table is not None
    assert [(group.title, len(group.rows)) for group in table.groups] == [("Первая", 2), ("Вторая", 1)]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (PartialDate(2026, 11, 25), PartialDate(2026, 11, 27), "25–27 ноября 2026"),
        (PartialDate(2027, 1, 30), PartialDate(2027, 2, 1), "30 января – 1 февраля 2027"),
        (PartialDate(2026, 12, 5), None, "5 декабря 2026"),
    ],
)
def test_days_in_words(start: PartialDate, end: PartialDate | None, words: str) -> None:
    """The month and the year are said once."""
    assert meetings.dates_words(start, end).replace("\u00a0", " ").replace("\u2060", "") == words


def test_a_cascade_names_the_place(repository: Workspace) -> None:
    """A case of the cascade shows its root, its neighbours and «вы здесь»."""
    page = repository.plan(directory_urls=True).render("proekty/traektoriya-razvitiya").html
    assert "вы здесь" in page
    assert 'href="../../proekty/ot-transformacii-k-sistemnym-izmeneniyam/"' in page
    assert 'href="../../proekty/shkola-shkole/"' in page


def test_names_stand_in_a_citation_only_under_a_consent(tmp_path: Path) -> None:
    """ГОСТ Р 7.0.100-2018: one author in the heading; without a consent no name anywhere on the page."""
    person = {"name": "Примерова Мария Ивановна", "position": "учитель"}
    consent = {"date": "2025-09-01", "basis": "согласие № 1"}
    pages = {}
    for name, author in {"bez": person, "s": {**person, "consent": consent}}.items():
        meta = full_example(Practice) | {"related": [], "authors": [author]}
        root = make_bank(tmp_path / name, {"practices/zapis.md": record_text(meta, body_of(Practice))})
        pages[name] = (
            opened(root).plan(directory_urls=True).render("praktiki/zapis").html.replace("\u00a0", " ")
        )
    assert "Примеров" not in pages["bez"]
    assert "Примерова, М. И. Читательские карты" in pages["s"]
    assert "/ М. И. Примерова ;" in pages["s"]


def test_a_consent_that_is_over_hides_the_name(tmp_path: Path) -> None:
    """The day after the consent ends the name is gone from the page."""
    consent = {"date": "2025-09-01", "basis": "согласие № 1", "until": "2026-11-21"}
    author = {"name": "Примерова Мария Ивановна", "position": "учитель", "consent": consent}
    meta = full_example(Practice) | {"related": [], "authors": [author]}
    root = make_bank(tmp_path, {"practices/zapis.md": record_text(meta, body_of(Practice))})
    before, after = (
        opened(root, today=day).plan(directory_urls=True).render("praktiki/zapis").html
        for day in (date(2026, 11, 21), date(2026, 11, 22))
    )
    assert "Примерова" in before
    assert "Примеров" not in after


def test_long_lists_are_cut_into_pages(tmp_path: Path) -> None:
    """No page grows without end, every record is on some page, and every page is linked from the first."""
    meta = full_example(Practice) | {"related": []}
    files = {f"practices/zapis-{number:03}.md": record_text(meta) for number in range(120)}
    plan = opened(make_bank(tmp_path, files)).plan(directory_urls=True)
    parts = ["praktiki", "praktiki/stranica-2", "praktiki/stranica-3"]
    pages = [plan.render(path).html for path in parts]
    assert [page.count('<article class="k-card"') for page in pages] == [50, 50, 20]
    assert all(f"stranica-{number}/" in pages[0] for number in (2, 3))
    assert "praktiki/stranica-4" not in plan.pages


def test_contents_stand_where_the_template_wants_them() -> None:
    """«На этой странице» lists every section; a page of two sections has none."""
    sections = "".join(f'<h2 id="s{number}">Раздел {number}</h2>' for number in range(3))
    html, toc = with_contents(f"{CONTENTS}{sections}")
    assert [item.anchor for item in toc] == ["s0", "s1", "s2"]
    assert html.startswith('<details class="k-mtoc">')
    assert with_contents(f'{CONTENTS}<h2 id="one">Один</h2>') == ('<h2 id="one">Один</h2>', ())


def test_an_empty_bank_has_its_pages(tmp_path: Path) -> None:
    """A bank without a single record still has a home, lists that say they are empty, and a reference."""
    plan = opened(make_bank(tmp_path, {})).plan(directory_urls=False)
    assert "Здесь пока пусто" in plan.render("praktiki").html
    assert "Объявленных стажировок и встреч пока нет" in plan.render("index").html
    for path in plan.pages:
        plan.render(path)
