"""The parts that records of every kind are made of: people, materials, sources, events, road maps."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import StringConstraints

from kopilka.records.dates import Done, PartialDate
from kopilka.records.fields import Model, Show, declare
from kopilka.records.quantities import Text, Words
from kopilka.records.references import (
    Address,
    LearningForm,
    MaterialKind,
    OrganisationRef,
    Party,
)

Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""A time of day, «09:30»; in YAML it stands in quotes."""

SchoolYear = Annotated[str, StringConstraints(pattern=r"^\d{4}/\d{2}$")]
"""«2024/25»."""

ConsentScope = Literal["name", "position", "email", "photo", "video"]


class Permission(Model):
    """A consent of a living person; the paper itself stays with the organisation."""


class Consent(Permission):
    """A person's consent to be named in public (152-ФЗ, ст. 10.1); the paper stays with the organisation."""

    date: PartialDate = declare(
        label="Дата согласия", help="Когда подписано.", example="2025-09-01", show=Show.HIDDEN
    )
    basis: Words = declare(
        label="Основание",
        help="Какой документ и где хранится; без личных данных.",
        example="согласие на распространение, хранится в школе, № 12",
        show=Show.HIDDEN,
    )
    scope: tuple[ConsentScope, ...] = declare(
        ("name", "position"),
        label="На что согласие",
        help="name – имя, position – должность, email – почта, photo – фото, video – видео.",
        example=["name", "position"],
        show=Show.HIDDEN,
    )
    until: PartialDate | None = declare(
        None, label="Действует до", help="Пусто – бессрочно.", example="2028-09-01", show=Show.HIDDEN
    )

    def covers(self, what: ConsentScope, day: dt.date) -> bool:
        """Whether `what` may be shown on the given day."""
        return what in self.scope and (self.until is None or day <= self.until.last)


class Person(Model):
    """Somebody who made or leads the work. The name is shown only under a consent; the position always."""

    name: Words | None = declare(
        None,
        label="Имя",
        help="Фамилия, имя, отчество. Только вместе с согласием.",
        example="Примерова Мария Ивановна",
    )
    position: Words = declare(
        label="Должность", help="Как в штатном расписании, с малой буквы.", example="учитель русского языка"
    )
    organisation: OrganisationRef | None = declare(
        None,
        label="Организация",
        help="Идентификатор из реестра, если не та же, что у записи.",
        example="shkola-primer-1",
    )
    role: Words | None = declare(
        None, label="Роль", help="Что делает в работе.", example="ведёт карты на литературе"
    )
    consent: Consent | None = declare(
        None,
        label="Согласие",
        help="Без него имя не публикуется.",
        example={"date": "2025-09-01", "basis": "согласие № 12, хранится в школе"},
        show=Show.HIDDEN,
    )

    def public_name(self, day: dt.date) -> str | None:
        """The name if it may be shown on that day."""
        return self.name if self.name and self.consent and self.consent.covers("name", day) else None


class Accepted(Model):
    """A finding of the checks that the author knows of and has a reason to leave."""

    code: Annotated[str, StringConstraints(pattern=r"^K\d{3}$")] = declare(
        label="Номер", help="Номер замечания, как в отчёте.", example="K712", show=Show.HIDDEN
    )
    why: Annotated[str, StringConstraints(min_length=10, max_length=300)] = declare(
        label="Почему так",
        help="Одной фразой: тот, кто будет читать запись через год, должен понять.",
        example="кружок закрыли в 2021 году, запись хранит опыт для истории",
        show=Show.HIDDEN,
    )


class Material(Model):
    """A file beside the record or an address: a lesson plan, a presentation, a video."""

    title: Words = declare(label="Название", help="Что это.", example="Набор карт для 5 класса")
    url: Address | None = declare(
        None, label="Адрес", help="Ссылка https://…", example="https://example.org/karty"
    )
    file: Address | None = declare(
        None, label="Файл", help="Имя файла рядом с записью.", example="karty-5-klass.docx"
    )
    kind: MaterialKind = declare(label="Вид", help="Видео, презентация, документ…", example="документ")
    annotation: Words | None = declare(
        None,
        label="Пояснение",
        help="Что внутри и чем поможет.",
        example="24 карты по шести предметам, можно править",
    )


class SourceDocument(Model):
    """Where the facts of a record come from."""

    document: Words = declare(
        label="Документ", help="Название документа.", example="Описание практики, представлено организацией"
    )
    issuer: Words | None = declare(
        None, label="Кто выпустил", help="Организация.", example="Школа-пример № 1"
    )
    date: PartialDate | None = declare(None, label="Дата", help="Дата документа.", example="2025-06-02")
    url: Address | None = declare(
        None, label="Адрес", help="Если документ опубликован.", example="https://example.org/opisanie"
    )


class Stage(Model):
    """A stage of a project."""

    name: Words = declare(label="Этап", help="Название этапа.", example="Проектировочный")
    start: PartialDate | None = declare(None, label="Начало", help="Год, месяц или день.", example="2020-09")
    end: PartialDate | None = declare(None, label="Окончание", help="Год, месяц или день.", example="2021-08")
    content: Text | None = declare(
        None, label="Содержание", help="Что делают на этапе.", example="Проверяют модель в четырёх школах."
    )


class Event(Model):
    """A row of a project's table of events."""

    no: Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)*$")] | None = declare(
        None, label="№", help="Номер: «1», «2.7» (в кавычках).", example="2.1"
    )
    title: Words = declare(label="Мероприятие", help="Что проводят.", example="Семинар для пилотных школ")
    when: Words | None = declare(
        None, label="Когда", help="Как пишут люди: «ноябрь 2021», «ежегодно, март».", example="сентябрь 2021"
    )
    stage: Words | None = declare(
        None, label="Этап", help="Название этапа, к которому относится.", example="Проектировочный"
    )
    who: tuple[Party, ...] = declare(
        (), label="Кто", help="Исполнители: слова или идентификаторы организаций.", example=["методисты"]
    )
    expected: Text | None = declare(
        None, label="Чего ждали", help="Ожидаемый результат.", example="Школы знают, как вводить модель"
    )


class RoadMapRow(Model):
    """A row of a road map."""

    no: Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)*$")] | None = declare(
        None, label="№", help="Номер: «1», «2.7» (в кавычках).", example="1.1"
    )
    section: Words | None = declare(
        None,
        label="Раздел",
        help="Направление или часть дорожной карты.",
        example="Научно-методические мероприятия",
    )
    work: Words = declare(label="Работа", help="Что делают.", example="Первая проектная сессия")
    form: LearningForm | None = declare(
        None, label="Форма", help="Формальное, неформальное, информальное.", example="неформальное"
    )
    when: Words | None = declare(
        None, label="Когда", help="Как пишут люди: «1-я декада февраля 2026».", example="ноябрь 2025"
    )
    responsible: tuple[Party, ...] = declare(
        (),
        label="Ответственный",
        help="Слова или идентификатор организации.",
        example=["metodicheskij-centr-primer"],
    )
    co_responsible: tuple[Party, ...] = declare(
        (), label="Соисполнители", help="Слова или идентификаторы.", example=["школы пар"]
    )
    audience: Words | None = declare(None, label="Для кого", help="Участники.", example="команды школ")
    result: Text | None = declare(
        None, label="Результат", help="Что должно получиться.", example="замысел проекта каждой пары"
    )
    done: Done = declare(
        default=False, label="Выполнено", help="Дата, когда сделано, или true.", example="2025-09-26"
    )


class LegalAct(Model):
    """A document the work rests on."""

    issuer: Words = declare(label="Кто издал", help="Орган.", example="Минпросвещения России")
    date: PartialDate | None = declare(None, label="Дата", help="Дата документа.", example="2019-12-25")
    number: Words | None = declare(None, label="Номер", help="Номер документа.", example="Р-145")
    title: Words = declare(
        label="Название",
        help="Своими словами или дословно.",
        example="Методология наставничества обучающихся",
    )
    url: Address | None = declare(
        None, label="Адрес", help="Официальная публикация.", example="https://example.org/r-145"
    )


class Meeting(Model):
    """A session or an event with a date that people can come to."""

    title: Words = declare(label="Что", help="Название встречи.", example="Вторая проектная сессия")
    start: PartialDate = declare(label="Начало", help="День или месяц.", example="2026-02-01")
    end: PartialDate | None = declare(
        None, label="Окончание", help="Если не один день.", example="2026-02-10"
    )
    hours: float | None = declare(None, label="Часов", help="Академических часов.", example=8, gt=0, le=500)
    place: Words | None = declare(
        None, label="Где", help="Место или «дистанционно».", example="очно, Методический центр-пример"
    )
    content: Text | None = declare(
        None, label="О чём", help="Что будет.", example="Команды защищают проекты."
    )


class NewsItem(Model):
    """A line of news."""

    date: PartialDate = declare(label="Дата", help="День или месяц.", example="2025-10-29")
    title: Words = declare(label="Новость", help="Одной фразой.", example="Пары познакомились")
    text: Text | None = declare(
        None, label="Подробнее", help="Абзац.", example="Решили изменить расписание первых уроков."
    )
    url: Address | None = declare(
        None, label="Адрес", help="Где прочитать целиком.", example="https://example.org/novost"
    )
