"""A practice: what a school did, what changed, and what it takes to repeat it."""

from __future__ import annotations

from typing import ClassVar

from kopilka.records.base import Kind, Record, Section
from kopilka.records.dates import PartialDate
from kopilka.records.fields import Ask, Facet, Model, Question, Show, declare
from kopilka.records.quantities import Duration, Grades, GroupSize, Money, Result, Text, Words
from kopilka.records.references import Competence, OrganisationRef, PracticeType, Subject

SECTIONS = (
    Section("Введение", "Проблема, её важность, обычные способы решения и замысел нового."),
    Section("Ход работы", "Что и в каком порядке делали, чтобы коллега мог повторить."),
    Section("Методические приёмы и находки", "Приёмы, которые сработали, с примерами."),
    Section("Результаты", "Что изменилось и как это узнали."),
    Section("Выводы", "Как это повлияло на качество, где ещё пригодится, что дальше."),
)


class Resources(Model):
    """What it takes."""

    staff: Words | None = declare(
        None,
        label="Люди",
        help="Кто нужен.",
        example="договорённость трёх учителей параллели",
        ask=Ask(Question.COSTS, "Кто нужен"),
    )
    equipment: Words | None = declare(
        None,
        label="Оборудование",
        help="Что должно быть в школе.",
        example="принтер",
        ask=Ask(Question.COSTS),
    )
    materials: Words | None = declare(
        None,
        label="Расходные материалы",
        help="Что тратится.",
        example="бумага",
        ask=Ask(Question.COSTS, "Что расходуется"),
    )
    cost: Money | None = declare(
        None,
        label="Стоимость",
        help="Сумма в рублях и на что.",
        example={"roubles": 300, "per": "на класс в четверть"},
        ask=Ask(Question.COSTS, "Деньги"),
    )
    preparation_minutes: int | None = declare(
        None,
        label="Подготовка, минут",
        help="Сколько готовиться к первому разу.",
        example=40,
        ge=1,
        le=100_000,
        ask=Ask(Question.COSTS, "Подготовка"),
    )


class Risk(Model):
    """What may go wrong, and what to do then."""

    risk: Words = declare(
        label="Риск", help="Что может пойти не так.", example="Карта превращается в проверочную"
    )
    remedy: Text | None = declare(
        None,
        label="Что делать",
        help="Как этого избежать.",
        example="Не ставьте отметок первые две четверти.",
    )


class Transfer(Model):
    """Where the practice has been repeated."""

    organisation: OrganisationRef = declare(
        label="Организация", help="Идентификатор из реестра.", example="shkola-primer-4"
    )
    since: PartialDate | None = declare(
        None, label="С какого времени", help="Год или месяц.", example="2023-09"
    )
    changes: Text | None = declare(
        None,
        label="Что изменили под себя",
        help="Чем отличается от исходной.",
        example="Добавили устное обсуждение",
    )
    outcome: Text | None = declare(
        None, label="Что получилось", help="Итог или когда измерят.", example="Стала стажировочной площадкой"
    )


class Practice(Record):
    """«Практика»."""

    kind: ClassVar[Kind] = Kind(
        id="practice",
        label="Практика",
        plural="Практики",
        forms=("практика", "практики", "практик"),
        gender="f",
        slug="praktiki",
        icon="practice",
        template="practice.html",
        body_title="Описание практики",
        sections=SECTIONS,
    )

    type: PracticeType = declare(
        label="Вид практики",
        help="Педагогическая, управленческая, методическая или наставническая.",
        example="педагогическая",
        show=Show.HEAD,
        facet=Facet("vidy-praktik", "Вид практики"),
        ask=Ask(Question.FITS, "Вид"),
    )
    subjects: tuple[Subject, ...] = declare(
        (),
        label="Предметы",
        help="Школьные предметы или образовательные области из словаря.",
        example=["метапредметное", "история"],
        show=Show.FACTS,
        facet=Facet("predmety", "Предмет", 10),
        ask=Ask(Question.FITS),
    )
    grades: Grades | None = declare(
        None,
        label="Классы",
        help="С какого по какой.",
        example={"min": 5, "max": 7},
        show=Show.BRIEF,
        worth=2,
        ask=Ask(Question.FITS, "Кому"),
    )
    competences: tuple[Competence, ...] = declare(
        (),
        label="Что развивает",
        help="Компетенции из словаря (номинации конкурса).",
        example=["критическое мышление и проблематизация"],
        show=Show.FACTS,
        facet=Facet("kompetencii", "Что развивает"),
        ask=Ask(Question.FITS),
    )
    problem: Text | None = declare(
        None,
        label="Проблема",
        help="Что не получалось до этого.",
        example="Учат читать только на литературе.",
        show=Show.SECTION,
        worth=3,
        ask=False,
    )
    idea: Text | None = declare(
        None,
        label="Идея",
        help="В чём замысел, двумя-тремя фразами.",
        example="Одна карта на всех предметах.",
        show=Show.SECTION,
        worth=3,
        ask=Ask(Question.FITS, "В чём идея"),
    )
    methods: tuple[Words, ...] = declare(
        (),
        label="Приёмы",
        help="Названия приёмов.",
        example=["вопрос на полях", "карта без имени"],
        show=Show.FACTS,
        worth=2,
        ask=False,
    )
    results: tuple[Result, ...] = declare(
        (),
        label="Результаты",
        help="Что изменилось: показатель, было, стало, чем подтверждено.",
        example=[{"what": "Находят неявное", "unit": "%", "before": 41, "after": 63}],
        show=Show.SECTION,
        worth=5,
        ask=Ask(Question.WORKS, empty="итоги не указаны"),
    )
    results_note: Words | None = declare(
        None,
        label="На ком измеряли",
        help="Сколько человек, кто и когда.",
        example="112 учеников 5–6 классов, сентябрь 2024 – май 2025 года",
        show=Show.SECTION,
        worth=2,
        ask=False,
    )
    resources: Resources | None = declare(
        None,
        label="Ресурсы",
        help="Что понадобится.",
        example={"equipment": "принтер"},
        show=Show.BRIEF,
        worth=3,
    )
    duration: Duration | None = declare(
        None,
        label="Сколько времени",
        help="Минуты на один раз, сколько раз, всего часов.",
        example={"session_minutes": 10, "times": 2, "per": "week"},
        show=Show.BRIEF,
        worth=4,
        ask=Ask(Question.COSTS),
    )
    group: GroupSize | None = declare(
        None,
        label="Размер группы",
        help="От и до.",
        example={"min": 20, "max": 30, "note": "класс"},
        show=Show.FACTS,
        worth=2,
        ask=Ask(Question.FITS, "Группа"),
    )
    conditions: tuple[Words, ...] = declare(
        (),
        label="Условия переноса",
        help="Получится, если… – каждое условие отдельно.",
        example=["карту ведут хотя бы три учителя одной параллели"],
        show=Show.SECTION,
        worth=4,
        ask=Ask(Question.TAKES, "Получится, если"),
    )
    risks: tuple[Risk, ...] = declare(
        (),
        label="Риски",
        help="Что может пойти не так и что делать.",
        example=[{"risk": "Карта превращается в проверочную", "remedy": "Не ставьте отметок."}],
        show=Show.SECTION,
        worth=3,
        ask=Ask(Question.TAKES, "Что может пойти не так"),
    )
    transfer: tuple[Transfer, ...] = declare(
        (),
        label="Кто уже повторил",
        help="Организации, которые повторили практику.",
        example=[{"organisation": "shkola-primer-4", "since": "2023-09"}],
        show=Show.SECTION,
        worth=3,
        ask=Ask(Question.WORKS, "Кто повторил", empty="пока никто не сообщил"),
    )

    @property
    def evidence(self) -> int:
        """Described results count for one, a number for two, a repetition elsewhere for three."""
        if not self.results:
            return 0
        if not any(result.measured for result in self.results):
            return 1
        return 3 if self.transfer else 2

    @property
    def hours(self) -> float | None:
        """The stated total, or one session."""
        if self.duration is None:
            return None
        return self.duration.hours or (self.duration.session_minutes or 0) / 60 or None
