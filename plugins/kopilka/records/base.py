"""What every record has, whatever its kind, and how a kind introduces itself."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import StringConstraints

from kopilka.records.dates import PartialDate, Period
from kopilka.records.fields import Ask, Facet, Model, Question, Show, declare
from kopilka.records.kind import AgendaItem, DatedFacet, Kind, Section, Window
from kopilka.records.licences import Licence
from kopilka.records.parts import Accepted, Material, Person, SourceDocument
from kopilka.records.pictures import Picture
from kopilka.records.quantities import Words
from kopilka.records.references import (
    Audience,
    Deficit,
    FederalProject,
    Level,
    OrganisationRef,
    Recognition,
    RecordRef,
    Theme,
)
from kopilka.records.status import Status

__all__ = ["AgendaItem", "DatedFacet", "Kind", "Licence", "Record", "Section", "Status", "Window"]


Keyword = Annotated[str, StringConstraints(min_length=2, max_length=60)]


class Record(Model):
    """The fields shared by all kinds. The id of a record is its file name."""

    kind: ClassVar[Kind]
    dated: ClassVar[DatedFacet | None] = None

    title: Annotated[str, StringConstraints(min_length=10, max_length=200)] = declare(
        label="Наименование",
        help="От 10 до 200 знаков. О чём практика, а не как называется документ.",
        example="Читательские карты: десять минут осмысленного чтения на любом уроке",
        show=Show.HEAD,
        worth=3,
        ask=False,
    )
    summary: Annotated[str, StringConstraints(min_length=100, max_length=600)] = declare(
        label="Аннотация",
        help=(
            "От 100 до 600 знаков без разметки: что делают, для кого, что от этого меняется. "
            "Её видно в карточке и в поиске."
        ),
        example=(
            "Короткая карта с тремя вопросами помогает пятиклассникам искать в тексте не только факты, "
            "но и смысл. Карта одна для всех предметов."
        ),
        show=Show.HEAD,
        worth=4,
        ask=False,
    )
    status: Status = declare(
        label="Статус",
        help=(
            "draft, submitted, technical_review, content_review, revision, approved, published или archived."
        ),
        example="published",
        show=Show.HEAD,
        worth=0,
        ask=False,
    )
    organisations: tuple[OrganisationRef, ...] = declare(
        label="Организация",
        help="Идентификаторы из реестра организаций; первая – организация-заявитель.",
        example=["shkola-primer-1"],
        show=Show.HEAD,
        min_length=1,
        ask=False,
    )
    authors: tuple[Person, ...] = declare(
        (),
        label="Авторы",
        help="Должность обязательна; имя – только вместе с согласием на публикацию.",
        example=[{"position": "учитель русского языка"}],
        show=Show.FACTS,
        worth=2,
        ask=False,
    )
    levels: tuple[Level, ...] = declare(
        label="Уровень образования",
        help="Один или несколько уровней из словаря.",
        example=["основное общее образование"],
        show=Show.FACTS,
        facet=Facet("urovni", "Уровень образования", 3),
        min_length=1,
        ask=Ask(Question.FITS, "Уровень"),
    )
    audience: tuple[Audience, ...] = declare(
        label="Целевая аудитория",
        help="Кому пригодится: роли из словаря.",
        example=["учитель-предметник"],
        show=Show.BRIEF,
        facet=Facet("komu", "Для кого", 7),
        min_length=1,
        ask=Ask(Question.FITS, "Кому"),
    )
    themes: tuple[Theme, ...] = declare(
        label="Направление",
        help="Одна или несколько тем из словаря.",
        example=["читательская грамотность"],
        show=Show.FACTS,
        facet=Facet("temy", "Тема", 4),
        min_length=1,
        max_length=6,
        ask=Ask(Question.FITS, "Тема"),
    )
    deficits: tuple[Deficit, ...] = declare(
        (),
        label="Профессиональные дефициты (трудности), на решение которых направлена",
        help="Группы трудностей из словаря.",
        example=["методические"],
        show=Show.BRIEF,
        facet=Facet("trudnosti", "Трудность", 2),
        worth=4,
        ask=Ask(Question.FITS, "С чем помогает"),
    )
    deficits_note: Words | None = declare(
        None,
        label="Трудность словами учителя",
        help="Одна фраза, как её сказал бы учитель.",
        example="читают условие, но не понимают, что от них хотят",
        show=Show.BRIEF,
        worth=2,
        ask=Ask(Question.FITS, "Словами учителя"),
    )
    recognition: Recognition | None = declare(
        None,
        label="Уровень признания",
        help="Институциональный, муниципальный, региональный или федеральный.",
        example="муниципальный",
        show=Show.FACTS,
        facet=Facet("priznanie", "Уровень признания", 13),
        worth=1,
        ask=Ask(Question.WORKS),
    )
    federal_projects: tuple[FederalProject, ...] = declare(
        (),
        label="Взаимосвязь с направлениями НП «Образование»",
        help="Федеральные проекты из словаря.",
        example=["Современная школа"],
        show=Show.FACTS,
        facet=Facet("federalnye-proekty", "Федеральный проект", 14),
        worth=1,
        ask=False,
    )
    period: Period | None = declare(
        None,
        label="Сроки реализации",
        help="Начало и окончание: год, месяц или день. Окончание можно не писать.",
        example={"start": "2023-09"},
        show=Show.FACTS,
        worth=2,
        ask=Ask(Question.WORKS, "Сроки"),
    )
    keywords: tuple[Keyword, ...] = declare(
        label="Ключевые слова",
        help="От трёх до десяти.",
        example=["смысловое чтение", "карта", "вопросы к тексту"],
        show=Show.FACTS,
        min_length=3,
        max_length=10,
        ask=False,
    )
    licence: Licence | None = declare(
        None,
        label="Условия использования",
        help="Открытая лицензия, например CC-BY-4.0. Пусто – как у всего банка.",
        example="CC-BY-4.0",
        show=Show.FACTS,
        worth=0,
        ask=Ask(Question.TAKES),
    )
    materials: tuple[Material, ...] = declare(
        (),
        label="Материалы",
        help="Файлы рядом с записью и ссылки.",
        example=[{"title": "Набор карт", "file": "karty.docx", "kind": "документ"}],
        show=Show.SECTION,
        worth=4,
        ask=Ask(Question.TAKES, empty="материалов нет"),
    )
    pictures: tuple[Picture, ...] = declare(
        (),
        label="Картинки и снимки",
        help="Чьи они, на каких условиях, кто на них виден. Строка без файла – обо всех картинках записи.",
        example=[{"source": "рисунки авторов практики", "licence": "CC-BY-4.0", "people": "none"}],
        show=Show.SECTION,
        worth=0,
        ask=False,
    )
    related: tuple[RecordRef, ...] = declare(
        (),
        label="Связанные записи",
        help="Идентификаторы других записей. На их страницах появится обратная ссылка.",
        example=["laboratoriya-voprosov"],
        show=Show.SECTION,
        worth=2,
        ask=False,
    )
    sources: tuple[SourceDocument, ...] = declare(
        label="Источник",
        help="Откуда факты: документ, кто выпустил, дата.",
        example=[{"document": "Описание практики, представлено организацией", "date": "2025-06-02"}],
        show=Show.FACTS,
        min_length=1,
        worth=2,
        ask=False,
    )
    created: PartialDate = declare(
        label="Добавлена",
        help="День, когда запись попала в банк.",
        example="2025-06-10",
        show=Show.FOOT,
        worth=0,
        ask=False,
    )
    updated: PartialDate | None = declare(
        None,
        label="Изменена",
        help="День последней правки по существу.",
        example="2025-11-10",
        show=Show.FOOT,
        worth=0,
        ask=False,
    )
    reviewed: PartialDate | None = declare(
        None,
        label="Опыт подтверждён",
        help="День, когда организация в последний раз подтвердила, что опыт живёт.",
        example="2025-09-14",
        show=Show.HEAD,
        worth=2,
        ask=Ask(Question.TAKES, empty="ещё не подтверждали"),
    )
    accepted: tuple[Accepted, ...] = declare(
        (),
        label="Принятые замечания",
        help="Какие замечания проверки оставлены как есть и почему.",
        example=[{"code": "K712", "why": "кружок закрыли в 2021 году, запись хранит опыт для истории"}],
        show=Show.HIDDEN,
        worth=0,
        ask=False,
    )
    demo: bool = declare(
        default=False,
        label="Запись-пример",
        help="true, если запись придумана, чтобы показать, как её заполняют.",
        example=False,
        show=Show.HEAD,
        worth=0,
        ask=False,
    )

    @property
    def last_confirmed(self) -> PartialDate:
        """The latest day on which somebody vouched for the record."""
        return self.reviewed or self.updated or self.created

    @property
    def evidence(self) -> int:
        """How well the results are known: 0 not stated, 1 described, 2 measured, 3 repeated elsewhere too."""
        return 0

    @property
    def hours(self) -> float | None:
        """How many hours it takes a teacher, where that is known."""
        return None

    def agenda(self, today: date) -> tuple[AgendaItem, ...]:  # noqa: ARG002 - the kinds look at it
        """What a reader can still come to or apply for, from `today` on."""
        return ()

    def windows(self) -> tuple[Window, ...]:
        """The days on which it has each value of the kind's dated facet."""
        return ()

    @property
    def changed(self) -> PartialDate:
        """The day to sort «new» by."""
        return self.updated or self.created
