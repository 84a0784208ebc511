"""A network project: a coordinator, partners in pairs, a road map and a way to join."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from kopilka.records.base import AgendaItem, Kind, Record
from kopilka.records.dates import PartialDate
from kopilka.records.fields import Ask, Model, Question, Show, declare
from kopilka.records.parts import Material, Meeting, NewsItem, RoadMapRow
from kopilka.records.quantities import Text, Words
from kopilka.records.references import Address, OrganisationRef, PartnerRole, RecordRef


class Partner(Model):
    """Who takes part, in what role, and with whom in a pair."""

    organisation: OrganisationRef = declare(
        label="Организация", help="Идентификатор из реестра.", example="shkola-primer-4"
    )
    role: PartnerRole = declare(
        label="Роль", help="Лидер, наставник, участник, ШНОР, вуз, НКО.", example="лидер"
    )
    pair: OrganisationRef | None = declare(
        None, label="В паре с", help="Идентификатор организации.", example="shkola-primer-11"
    )
    note: Text | None = declare(
        None, label="Пояснение", help="Почему пара или что делает партнёр.", example="История, 6–7 классы."
    )


class Vacancy(Model):
    """A free place: whom the network looks for."""

    needed: Words = declare(
        label="Кого ищут", help="Какая нужна организация.", example="школа, где учат географии в 7–8 классах"
    )
    pair: OrganisationRef | None = declare(
        None, label="В пару к", help="Идентификатор организации.", example="gimnaziya-primer-2"
    )
    until: PartialDate | None = declare(None, label="Заявки до", help="Последний день.", example="2026-12-15")


class Joining(Model):
    """How to join."""

    steps: tuple[Text, ...] = declare(
        label="Шаги",
        help="По порядку.",
        example=["Прочитать положение о сети"],
        min_length=1,
        ask=Ask(Question.TAKES, "Как войти"),
    )
    deadline: PartialDate | None = declare(
        None,
        label="Срок заявок",
        help="Последний день.",
        example="2026-12-15",
        ask=Ask(Question.TAKES, "Заявки до"),
    )
    url: Address | None = declare(
        None,
        label="Куда обращаться",
        help="Форма или почта организации.",
        example="https://example.org/zayavka",
        ask=False,
    )


class Track(Model):
    """A nomination or a track of the network's contest."""

    title: Words = declare(label="Номинация", help="Название.", example="Критическое мышление")
    content: Text | None = declare(
        None, label="О чём", help="Пояснение.", example="Как дети учатся проверять сведения."
    )


class NetworkProject(Record):
    """«Сетевой проект»."""

    kind: ClassVar[Kind] = Kind(
        id="network",
        label="Сетевой проект",
        plural="Сетевые проекты",
        forms=("сетевой проект", "сетевых проекта", "сетевых проектов"),
        gender="m",
        slug="seti",
        icon="network",
        template="network.html",
        body_title="О проекте",
        sections=(),
        way="join",
    )

    coordinator: OrganisationRef = declare(
        label="Координатор",
        help="Идентификатор организации.",
        example="metodicheskij-centr-primer",
        show=Show.HEAD,
        worth=2,
        ask=Ask(Question.TAKES),
    )
    partners: tuple[Partner, ...] = declare(
        (),
        label="Пары и партнёры",
        help="Организация, роль, с кем в паре.",
        example=[{"organisation": "shkola-primer-4", "role": "лидер"}],
        worth=4,
        ask=Ask(Question.COSTS, "Кто участвует"),
    )
    vacancies: tuple[Vacancy, ...] = declare(
        (),
        label="Свободные места",
        help="Кого ищет сеть.",
        example=[{"needed": "школа, где учат географии"}],
        worth=0,
        ask=Ask(Question.FITS, "Кого ждут", empty="свободных мест не объявлено"),
    )
    stage: Words | None = declare(
        None,
        label="Этап",
        help="Где проект сейчас.",
        example="идёт, второй год",
        show=Show.HEAD,
        ask=Ask(Question.WORKS),
    )
    goal: Text | None = declare(
        None,
        label="Цель",
        help="Зачем сеть.",
        example="Школы в парах осваивают работу с текстом.",
        worth=2,
        ask=Ask(Question.FITS),
    )
    joining: Joining | None = declare(
        None,
        label="Как войти в сеть",
        help="Шаги, срок, куда обращаться.",
        example={"steps": ["Прочитать положение"]},
        worth=4,
    )
    rules: tuple[Material, ...] = declare(
        (),
        label="Документы",
        help="Положение, соглашение.",
        example=[{"title": "Положение о сети", "file": "polozhenie.pdf", "kind": "документ"}],
        show=Show.FACTS,
        ask=False,
    )
    tracks: tuple[Track, ...] = declare(
        (),
        label="Номинации и направления",
        help="Каждая отдельно.",
        example=[{"title": "Критическое мышление"}],
        worth=0,
        ask=False,
    )
    roadmap: tuple[RoadMapRow, ...] = declare(
        (),
        label="Дорожная карта",
        help="Работа, форма, кто, когда, результат, выполнено ли.",
        example=[{"no": "1", "work": "Проектная сессия", "when": "ноябрь 2025"}],
        worth=5,
        ask=False,
    )
    meetings: tuple[Meeting, ...] = declare(
        (),
        label="Сессии и события",
        help="То, куда можно прийти.",
        example=[{"title": "Вторая сессия", "start": "2026-02-01"}],
        worth=3,
        ask=False,
    )
    products: tuple[RecordRef, ...] = declare(
        (),
        label="Что сделала сеть",
        help="Идентификаторы записей.",
        example=["chitatelskie-karty"],
        worth=3,
        ask=Ask(Question.WORKS),
    )
    news: tuple[NewsItem, ...] = declare(
        (),
        label="Новости сети",
        help="Новые сверху.",
        example=[{"date": "2025-10-29", "title": "Пары познакомились"}],
        worth=2,
        ask=False,
    )

    @property
    def hours(self) -> float | None:
        """All hours of the sessions together."""
        return sum(meeting.hours or 0 for meeting in self.meetings) or None

    def agenda(self, today: date) -> tuple[AgendaItem, ...]:
        """Sessions to come and the last days to join."""
        items = [
            AgendaItem(meeting.start, meeting.end, meeting.title, meeting.place or "")
            for meeting in self.meetings
            if (meeting.end or meeting.start).last >= today
        ]
        deadlines = {
            self.joining.deadline if self.joining else None,
            *(vacancy.until for vacancy in self.vacancies),
        }
        items += [
            AgendaItem(deadline, None, "Последний день, чтобы войти в сеть", "")
            for deadline in sorted(deadline for deadline in deadlines if deadline)
            if deadline.last >= today
        ]
        return tuple(items)
