"""A site (стажировочная, базовая, инновационная площадка): where a practice is seen at work and learnt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from kopilka.records.base import AgendaItem, DatedFacet, Kind, Record, Status, Window
from kopilka.records.fields import Ask, Facet, Question, Show, declare
from kopilka.records.quantities import GroupSize, Money, Words, hours_words
from kopilka.records.references import Address, RecordRef, SiteType
from kopilka.records.site_parts import (
    BaseSiteRow,
    Experience,
    GrantedStatus,
    Intake,
    Programme,
    StaffMember,
    Step,
    Trained,
    Video,
)

__all__ = ["GrantedStatus", "Intake", "Site", "Step"]


class Site(Record):
    """«Площадка»."""

    kind: ClassVar[Kind] = Kind(
        id="site",
        label="Площадка",
        plural="Площадки",
        forms=("площадка", "площадки", "площадок"),
        gender="f",
        slug="ploshchadki",
        icon="site",
        template="site.html",
        body_title="О площадке",
        sections=(),
        way="visit",
    )
    dated: ClassVar[DatedFacet | None] = DatedFacet(
        Facet("nabor", "Площадка", 6),
        (("otkryt", "Набор открыт сейчас"), ("dejstvuet", "Статус действует"), ("istyok", "Статус истёк")),
    )

    type: SiteType = declare(
        label="Вид площадки",
        help="Стажировочная, базовая или инновационная.",
        example="стажировочная",
        show=Show.HEAD,
        facet=Facet("vidy-ploshchadok", "Вид площадки"),
        ask=Ask(Question.FITS, "Вид"),
    )
    granted: GrantedStatus | None = declare(
        None,
        label="Статус площадки",
        help="Уровень, кем и каким документом присвоен, с какого и по какое число.",
        example={
            "level": "муниципальный",
            "by": "методический совет",
            "start": "2025-09-01",
            "end": "2026-08-31",
        },
        worth=5,
        ask=Ask(Question.WORKS),
    )
    manager: Words | None = declare(
        None,
        label="Менеджер площадки",
        help="Должность.",
        example="методист школы",
        show=Show.FACTS,
        ask=False,
    )
    page: Address | None = declare(
        None,
        label="Страница площадки",
        help="Адрес страницы, где видна практика.",
        example="https://example.org/ploshchadka",
        show=Show.FACTS,
        worth=2,
        ask=False,
    )
    experience: tuple[Experience, ...] = declare(
        (),
        label="Опыт по теме за последние 5 лет",
        help="Проект, годы, виды работ.",
        example=[{"project": "Карты", "years": "2023–2025", "work": "семинар"}],
        ask=Ask(Question.WORKS, "Опыт за пять лет"),
    )
    programme: Programme | None = declare(
        None, label="Программа", help="Программа стажировки.", example={"hours": 16, "mode": "очно"}, worth=5
    )
    price: Money | None = declare(
        None,
        label="Участие",
        help="Стоимость; 0 – бесплатно.",
        example={"roubles": 0},
        show=Show.BRIEF,
        ask=Ask(Question.COSTS, "Деньги"),
    )
    staff: tuple[StaffMember, ...] = declare(
        (),
        label="Кадры",
        help="Кто ведёт и что делает.",
        example=[{"person": {"position": "методист"}, "work": "входная проба"}],
        worth=3,
        ask=False,
    )
    video: Video | None = declare(
        None,
        label="Видеоанонс",
        help="Не длиннее трёх минут.",
        example={"title": "Видеоанонс", "url": "https://example.org/v", "seconds": 160},
        show=Show.SECTION,
        worth=1,
        ask=False,
    )
    scenario: tuple[Step, ...] = declare(
        (),
        label="Сценарий погружения",
        help="Шаги: время, что, где, кто ведёт.",
        example=[{"title": "Входная проба", "minutes": 30}],
        worth=4,
        ask=False,
    )
    capacity: GroupSize | None = declare(
        None,
        label="Группа",
        help="Сколько человек за раз.",
        example={"max": 12},
        show=Show.BRIEF,
        worth=2,
        ask=Ask(Question.FITS, "Группа"),
    )
    intakes: tuple[Intake, ...] = declare(
        (),
        label="Ближайшие наборы",
        help="Даты, места, заявки.",
        example=[{"start": "2026-12-01", "places": 12}],
        worth=4,
        ask=False,
    )
    practices: tuple[RecordRef, ...] = declare(
        (),
        label="Показывают практики",
        help="Идентификаторы практик, которые здесь видно.",
        example=["chitatelskie-karty"],
        show=Show.FACTS,
        worth=4,
        ask=Ask(Question.WORKS, back="Где увидеть", back_empty="площадки пока нет"),
    )
    trained: tuple[Trained, ...] = declare(
        (),
        label="Обучено",
        help="По учебным годам.",
        example=[{"year": "2024/25", "number": 31}],
        worth=2,
        ask=Ask(Question.WORKS),
    )
    works_within: tuple[RecordRef, ...] = declare(
        (),
        label="Работает внутри",
        help="Программа или сетевой проект, внутри которых работает базовая площадка.",
        example=["chitaem-vmeste"],
        show=Show.FACTS,
        worth=0,
        ask=False,
    )
    planned_products: tuple[Words, ...] = declare(
        (),
        label="Планируемые методические продукты",
        help="Каждый отдельно.",
        example=["сборник уроков"],
        worth=0,
        ask=False,
    )
    roadmap: tuple[BaseSiteRow, ...] = declare(
        (),
        label="Дорожная карта",
        help="Для базовой площадки: три части.",
        example=[{"part": "meetings", "work": "Семинар", "when": "ноябрь 2025"}],
        worth=1,
        ask=False,
    )

    @property
    def hours(self) -> float | None:
        """The length of the programme."""
        return self.programme.hours if self.programme else None

    def agenda(self, today: date) -> tuple[AgendaItem, ...]:
        """Last days of application and intakes that have not begun."""
        items: list[AgendaItem] = []
        for intake in self.intakes:
            if intake.apply_until and intake.is_open(today):
                items.append(
                    AgendaItem(intake.apply_until, None, "Последний день заявок", intake.places_words)
                )
            if intake.start.last >= today:
                hours = hours_words(self.hours)
                items.append(AgendaItem(intake.start, intake.end, "Стажировка", hours))
        return tuple(items)

    def windows(self) -> tuple[Window, ...]:
        """When one can apply and when the status is in force; a site in the archive takes nobody."""
        taking = () if self.status is Status.ARCHIVED else self.intakes
        open_ = (Window("otkryt", *days) for intake in taking if (days := intake.days_to_apply))
        return (*open_, *self._status_windows())

    def _status_windows(self) -> Iterator[Window]:
        if self.granted is None:
            return
        start, end = self.granted.start.first, self.granted.end
        yield Window("dejstvuet", start, end.last if end else None)
        if end:
            yield Window("istyok", end.last + timedelta(days=1), None)
