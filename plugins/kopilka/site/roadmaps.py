"""Tables of works and events: grouped, numbered, with a state for the day of the build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kopilka.catalog.graph import Entry
from kopilka.catalog.progress import Progress, State, is_over, progress_of
from kopilka.records.parts import Event, RoadMapRow
from kopilka.records.references import LearningForm, TermOf, marks_of
from kopilka.site.view import View

_TONES = {State.UNDATED: "rep", State.OVER: "wait"}
_PARTS = {
    "models": "Разработка и апробация новых моделей",
    "meetings": "Научно-методические мероприятия",
    "publications": "Обобщение и оформление опыта",
}
_FORMS_VOCABULARY = next(mark.id for _, mark in marks_of(LearningForm) if isinstance(mark, TermOf))


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row ready for the page."""

    no: str | None
    title: str
    detail: str
    when: str | None
    tone: str
    state: str
    who: Markup
    who_names: str
    result: str | None


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Rows under one heading."""

    title: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class RoadTable:
    """A whole table; `filters` are (state, words, number) for the script that narrows it.

    A project that has ended and marked nothing done has no column of states: each would be «срок прошёл».
    """

    id: str
    caption: str
    work_label: str
    result_label: str
    groups: tuple[TableGroup, ...]
    filters: tuple[tuple[str, str, int], ...]
    who: tuple[str, ...]
    has_who: bool
    has_state: bool

    @property
    def columns(self) -> int:
        """How wide a heading of a group is."""
        return 4 + self.has_who + self.has_state


def road_table(view: View, entry: Entry, rows: Sequence[RoadMapRow]) -> RoadTable | None:
    """The road map of a record; None when it has none."""
    made = [(_section(row), _road_row(view, entry, row)) for row in rows]
    return _table(
        made, "Дорожная карта", "Работа", "Результат", over=is_over(entry.record.period, view.today)
    )


def event_table(view: View, entry: Entry, events: Sequence[Event]) -> RoadTable | None:
    """The events of a project by stages; None when there are none."""
    made = [(_stage_title(event.stage or ""), _event_row(view, entry, event)) for event in events]
    over = is_over(entry.record.period, view.today)
    return _table(made, "Мероприятия проекта по этапам", "Мероприятие", "Чего ждали", over=over)


def works_now(view: View, entry: Entry, rows: Iterable[RoadMapRow]) -> list[str]:
    """The titles of the works that go on today."""
    return [row.work for row in rows if _progress(view, entry, row).state is State.NOW][:3]


def _stage_title(stage: str) -> str:
    """«Основной» → «Основной этап»; a name that is a phrase stays as it is."""
    return f"{stage} этап" if " " not in stage and stage.endswith(("ый", "ий", "ой")) else stage


def _section(row: RoadMapRow) -> str:
    part = getattr(row, "part", None)
    return _PARTS[part] if part else row.section or ""


def _own_section(row: RoadMapRow) -> str:
    """The section of a row that stands under a fixed part, not under its section."""
    return row.section or "" if getattr(row, "part", None) else ""


def _progress(view: View, entry: Entry, row: RoadMapRow) -> Progress:
    return progress_of(row.when, row.done, period=entry.record.period, today=view.today)


def _road_row(view: View, entry: Entry, row: RoadMapRow) -> TableRow:
    progress = _progress(view, entry, row)
    form = str(view.label(_FORMS_VOCABULARY, row.form)) if row.form else ""
    who = (*row.responsible, *row.co_responsible)
    return TableRow(
        no=row.no,
        title=row.work,
        detail=" · ".join(part for part in (_own_section(row), form, row.audience or "") if part),
        when=row.when,
        tone=_TONES.get(progress.state, progress.state.value),
        state=progress.words,
        who=view.parties(who),
        who_names="|".join(_name(view, text) for text in who),
        result=row.result,
    )


def _event_row(view: View, entry: Entry, event: Event) -> TableRow:
    progress = progress_of(event.when, done=False, period=entry.record.period, today=view.today)
    if progress.state is State.LATE:  # the form has no mark «выполнено», so a day that has gone is no delay
        progress = Progress(State.OVER, "Прошло")
    return TableRow(
        no=event.no,
        title=event.title,
        detail="",
        when=event.when,
        tone=_TONES.get(progress.state, progress.state.value),
        state=progress.words,
        who=view.parties(event.who),
        who_names="|".join(_name(view, text) for text in event.who),
        result=event.expected,
    )


def _name(view: View, text: str) -> str:
    found = view.catalog.find_organisation(text)
    return view.registry.organisations[found].short if found else text


def _table(
    rows: list[tuple[str, TableRow]], caption: str, work: str, result: str, *, over: bool
) -> RoadTable | None:
    if not rows:
        return None
    by_title: dict[str, list[TableRow]] = defaultdict(list)
    for title, row in rows:
        by_title[title].append(row)
    groups = tuple(TableGroup(title, tuple(found)) for title, found in by_title.items())
    plain = [row for _, row in rows]
    names = dict.fromkeys(name for row in plain for name in row.who_names.split("|") if name)
    filters = () if over else _filters(plain)
    return RoadTable(
        id="map",
        caption=caption,
        work_label=work,
        result_label=result,
        groups=groups,
        filters=filters,
        who=tuple(names) if filters else (),
        has_who=bool(names),
        has_state=not over or any(row.tone == State.DONE.value for row in plain),
    )


def _filters(rows: list[TableRow]) -> tuple[tuple[str, str, int], ...]:
    counts = [(tone, words, sum(row.tone == tone for row in rows)) for tone, words in _FILTERS]
    shown = tuple((tone, words, number) for tone, words, number in counts if number)
    return (("", "Все", len(rows)), *shown) if shown else ()


_FILTERS = (("now", "Сейчас"), ("late", "Просрочено"))
