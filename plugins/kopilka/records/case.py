"""A project case: an initiative with its idea, stages and events, often a part of a cascade."""

from __future__ import annotations

from typing import ClassVar

from kopilka.records.base import Kind, Record
from kopilka.records.fields import Facet, Show, declare
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
    )
    parent: RecordRef | None = declare(
        None,
        label="Часть проекта",
        help="Идентификатор проекта, из которого вырос этот. Его потомки соберутся сами.",
        example="ot-transformacii-k-sistemnym-izmeneniyam",
        show=Show.SECTION,
    )
    unique_idea: Text = declare(
        label="Уникальная идея",
        help="Чем проект отличается, одной-двумя фразами.",
        example="Не назначать наставников, а растить сообщества.",
        show=Show.BRIEF,
    )
    goal: Text = declare(label="Цель", help="К чему идёт проект.", example="Создать условия для сообществ наставников.")
    tasks: tuple[Words, ...] = declare(
        (), label="Задачи", help="Каждая отдельно.", example=["Научить наставников проектировать жизнь сообщества"]
    )
    relevance: Text | None = declare(None, label="Актуальность", help="Почему сейчас.", example="Школам не хватает наставников.")
    needs: Text | None = declare(
        None, label="На удовлетворение каких потребностей направлен", help="Чьи потребности.", example="Молодых педагогов района."
    )
    personalisation: tuple[Personalisation, ...] = declare(
        (),
        label="Инструментарий персонификации",
        help="Инструменты из словаря.",
        example=["наставничество"],
        show=Show.FACTS,
        facet=Facet("personalizaciya", "Инструменты персонификации"),
    )
    stages: tuple[Stage, ...] = declare(
        (), label="Этапы", help="Название, сроки, содержание.", example=[{"name": "Основной", "start": "2021-09", "end": "2024-10"}]
    )
    events: tuple[Event, ...] = declare(
        (), label="Мероприятия", help="Номер, что, когда, кто, чего ждали.", example=[{"no": "1", "title": "Мониторинг"}]
    )
    funding: tuple[Words, ...] = declare(
        (), label="Источники финансирования", help="Каждый отдельно.", example=["текущее финансирование"], show=Show.FACTS
    )
    expected_results: tuple[Text, ...] = declare(
        (), label="Ожидаемые результаты", help="Каждый отдельно.", example=["собран районный банк практик"]
    )
    results: tuple[Text, ...] = declare(
        (), label="Результаты", help="Что получилось на деле.", example=["школа победила в городском конкурсе"]
    )
    participants: tuple[Words, ...] = declare(
        (), label="Участники", help="Кто участвует.", example=["методисты ИМЦ"], show=Show.BRIEF
    )
    leaders: tuple[Person, ...] = declare(
        (),
        label="Руководитель рабочей группы",
        help="Должность и организация; имя – только с согласием.",
        example=[{"position": "директор"}],
        show=Show.FACTS,
    )
    team: tuple[Person, ...] = declare(
        (), label="Состав рабочей группы", help="Должности; имена – с согласием.", example=[{"position": "методист"}], show=Show.FACTS
    )
    legal_basis: tuple[LegalAct, ...] = declare(
        (),
        label="Нормативное обеспечение",
        help="Кто издал, дата, номер, название.",
        example=[{"issuer": "Минпросвещения России", "number": "Р-145", "title": "Методология наставничества"}],
    )
    advantage: Text | None = declare(
        None, label="Преимущество перед аналогами", help="Чем лучше похожих.", example="Сообщества живут и после проекта."
    )

