"""A project case: an initiative with its idea, stages and events, often a part of a cascade."""

from __future__ import annotations

from typing import ClassVar

from kopilka.records.base import Kind, Record
from kopilka.records.fields import Ask, Facet, Question, Show, declare
from kopilka.records.parts import Event, LegalAct, Person, Stage
from kopilka.records.quantities import Text, Words
from kopilka.records.references import Personalisation, RecordRef


class ProjectCase(Record):
    """«Проектный кейс»."""

    kind: ClassVar[Kind] = Kind(
        id="case",
        label="Проектный кейс",
        plural="Проектные кейсы",
        forms=("кейс", "кейса", "кейсов"),
        gender="m",
        slug="proekty",
        icon="case",
        template="case.html",
        body_title="Краткое описание замысла",
        sections=(),
    )

    programme: Words | None = declare(
        None,
        label="Программа",
        help="Программа развития или каскад, частью которых стал проект.",
        example="Программа развития ИМЦ до 2024 года",
        show=Show.FACTS,
        worth=1,
        ask=False,
    )
    parent: RecordRef | None = declare(
        None,
        label="Часть проекта",
        help="Идентификатор проекта, из которого вырос этот. Его потомки соберутся сами.",
        example="ot-transformacii-k-sistemnym-izmeneniyam",
        show=Show.SECTION,
        worth=0,
        ask=False,
    )
    unique_idea: Text = declare(
        label="Уникальная идея",
        help="Чем проект отличается, одной-двумя фразами.",
        example="Не назначать наставников, а растить сообщества.",
        show=Show.BRIEF,
        worth=3,
        ask=Ask(Question.FITS, "В чём идея"),
    )
    goal: Text = declare(
        label="Цель",
        help="К чему идёт проект.",
        example="Создать условия для сообществ наставников.",
        worth=3,
        ask=Ask(Question.FITS),
    )
    tasks: tuple[Words, ...] = declare(
        (),
        label="Задачи",
        help="Каждая отдельно.",
        example=["Научить наставников проектировать жизнь сообщества"],
        worth=2,
        ask=False,
    )
    relevance: Text | None = declare(
        None,
        label="Актуальность",
        help="Почему сейчас.",
        example="Школам не хватает наставников.",
        ask=False,
    )
    needs: Text | None = declare(
        None,
        label="На удовлетворение каких потребностей направлен",
        help="Чьи потребности.",
        example="Молодых педагогов района.",
        ask=False,
    )
    personalisation: tuple[Personalisation, ...] = declare(
        (),
        label="Инструментарий персонификации",
        help="Инструменты из словаря.",
        example=["наставничество"],
        show=Show.FACTS,
        facet=Facet("personalizaciya", "Инструменты персонификации"),
        ask=Ask(Question.FITS),
    )
    stages: tuple[Stage, ...] = declare(
        (),
        label="Этапы",
        help="Название, сроки, содержание.",
        example=[{"name": "Основной", "start": "2021-09", "end": "2024-10"}],
        worth=4,
        ask=Ask(Question.COSTS, "Этапы"),
    )
    events: tuple[Event, ...] = declare(
        (),
        label="Мероприятия",
        help="Номер, что, когда, кто, чего ждали.",
        example=[{"no": "1", "title": "Мониторинг"}],
        worth=4,
        ask=False,
    )
    funding: tuple[Words, ...] = declare(
        (),
        label="Источники финансирования",
        help="Каждый отдельно.",
        example=["текущее финансирование"],
        show=Show.FACTS,
        ask=Ask(Question.COSTS, "Деньги"),
    )
    expected_results: tuple[Text, ...] = declare(
        (),
        label="Ожидаемые результаты",
        help="Каждый отдельно.",
        example=["собран районный банк практик"],
        worth=3,
        ask=Ask(Question.WORKS, "Чего ждут"),
    )
    results: tuple[Text, ...] = declare(
        (),
        label="Результаты",
        help="Что получилось на деле.",
        example=["школа победила в городском конкурсе"],
        worth=5,
        ask=Ask(Question.WORKS, empty="итоги не указаны"),
    )
    participants: tuple[Words, ...] = declare(
        (),
        label="Участники",
        help="Кто участвует.",
        example=["методисты ИМЦ"],
        show=Show.BRIEF,
        ask=Ask(Question.COSTS, "Кто участвует"),
    )
    leaders: tuple[Person, ...] = declare(
        (),
        label="Руководитель рабочей группы",
        help="Должность и организация; имя – только с согласием.",
        example=[{"position": "директор"}],
        show=Show.FACTS,
        ask=False,
    )
    team: tuple[Person, ...] = declare(
        (),
        label="Состав рабочей группы",
        help="Должности; имена – с согласием.",
        example=[{"position": "методист"}],
        show=Show.FACTS,
        ask=Ask(Question.COSTS, "Кто нужен"),
    )
    legal_basis: tuple[LegalAct, ...] = declare(
        (),
        label="Нормативное обеспечение",
        help="Кто издал, дата, номер, название.",
        example=[
            {"issuer": "Минпросвещения России", "number": "Р-145", "title": "Методология наставничества"}
        ],
        worth=1,
        ask=False,
    )
    advantage: Text | None = declare(
        None,
        label="Преимущество перед аналогами",
        help="Чем лучше похожих.",
        example="Сообщества живут и после проекта.",
        worth=1,
        ask=Ask(Question.WORKS, "Чем лучше похожих"),
    )

    @property
    def evidence(self) -> int:
        """Achieved results in words count for one."""
        return 1 if self.results else 0
