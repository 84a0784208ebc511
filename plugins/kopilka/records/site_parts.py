"""The parts that a site is made of: its status, programme, staff, scenario, intakes."""

from __future__ import annotations

from datetime import date
from typing import Literal

from kopilka.records.dates import PartialDate
from kopilka.records.fields import Ask, Model, Question, declare
from kopilka.records.parts import Clock, Person, RoadMapRow, SchoolYear
from kopilka.records.quantities import Text, Words
from kopilka.records.references import Address, Recognition
from kopilka.russian import NBSP, Forms, count

PLACES: Forms = ("место", "места", "мест")


class GrantedStatus(Model):
    """The status of a site: who gave it, by which document, from when to when."""

    level: Recognition = declare(
        label="Уровень", help="Муниципальный, региональный…", example="муниципальный"
    )
    by: Words = declare(
        label="Кем присвоен", help="Орган или совет.", example="методический совет Примерного района"
    )
    document: Words | None = declare(
        None, label="Документ", help="Вид, номер и дата.", example="протокол № 3 от 10.06.2025"
    )
    start: PartialDate = declare(label="С", help="Начало действия.", example="2025-09-01")
    end: PartialDate | None = declare(
        None, label="По", help="Окончание; пусто – бессрочно.", example="2026-08-31"
    )


class Experience(Model):
    """A line of the table «Опыт по теме за последние 5 лет»."""

    project: Words = declare(label="Проект", help="Название работы.", example="Читательские карты")
    years: Words = declare(label="Годы", help="Когда.", example="2023–2025")
    work: Text = declare(
        label="Виды работ", help="Что делали.", example="повторили практику Школы-примера № 1"
    )


class Programme(Model):
    """The programme of an internship, part 3 of the application form."""

    title: Words | None = declare(
        None,
        label="Название программы",
        help="Если отличается от названия площадки.",
        example="Читаем медленно",
        ask=False,
    )
    relevance: Text | None = declare(
        None,
        label="Почему это нужно",
        help="Актуальность.",
        example="Треть шестиклассников не видит неявного.",
        ask=False,
    )
    consumers: Text | None = declare(
        None,
        label="Основные потребители",
        help="Для кого.",
        example="Учителя 5–9 классов",
        ask=Ask(Question.FITS, "Кого ждут"),
    )
    difficulties: Text | None = declare(
        None,
        label="Какие трудности решает",
        help="Профессиональные трудности.",
        example="Работа с текстом на своём предмете",
        ask=False,
    )
    immersion: Text | None = declare(
        None,
        label="Как погружаются",
        help="Способы включения стажёров.",
        example="Наблюдают уроки и пробуют сами",
        ask=False,
    )
    hours: float | None = declare(
        None,
        label="Академических часов",
        help="Объём программы.",
        example=16,
        gt=0,
        le=1000,
        ask=Ask(Question.COSTS, "Сколько времени"),
    )
    mode: Words | None = declare(
        None,
        label="Форма",
        help="Очно, дистанционно, группой, командой.",
        example="очно, командой школы",
        ask=Ask(Question.COSTS, "Форма"),
    )
    results: Text | None = declare(
        None,
        label="Планируемые результаты",
        help="Что будет уметь стажёр.",
        example="Составляет карту к своему тексту",
        ask=Ask(Question.WORKS, "Чего ждут"),
    )
    methods: Text | None = declare(
        None,
        label="Как к ним приходят",
        help="Пути достижения.",
        example="Наблюдение, мастерская, проба",
        ask=False,
    )
    demand: Text | None = declare(
        None,
        label="Прогноз востребованности",
        help="Сколько человек ждут.",
        example="До 48 человек в год",
        ask=False,
    )
    measuring: Text | None = declare(
        None,
        label="Как узнают, что помогло",
        help="Подходы к измерению.",
        example="Три карты через четверть",
        ask=Ask(Question.WORKS, "Как узнают, что помогло"),
    )
    takeaway: Text | None = declare(
        None,
        label="С чем уедете",
        help="Что стажёр увозит.",
        example="Три карты к своим урокам",
        ask=Ask(Question.TAKES, "С чем уедете"),
    )


class StaffMember(Model):
    """A line of the staff table: shown by position; the name needs a consent."""

    person: Person = declare(
        label="Кто", help="Должность; имя – с согласием.", example={"position": "методист школы"}
    )
    degree: Words | None = declare(
        None, label="Степень, звание, категория", help="Если есть.", example="высшая категория"
    )
    work: Text = declare(label="Что делает в программе", help="Работа в программе.", example="входная проба")


class Video(Model):
    """A video announcement, three minutes at most."""

    title: Words = declare(label="Название", help="Как подписать.", example="Видеоанонс")
    url: Address | None = declare(
        None, label="Адрес", help="Ссылка на российскую площадку.", example="https://example.org/video"
    )
    file: Address | None = declare(None, label="Файл", help="Имя файла рядом с записью.", example="anons.mp4")
    seconds: int = declare(label="Секунд", help="Не больше 180.", example=160, ge=1, le=180)
    subtitles: bool = declare(default=False, label="Есть субтитры", help="true или false.", example=True)


class Step(Model):
    """A step of the scenario of immersion."""

    day: int = declare(default=1, label="День", help="Какой по счёту день.", example=2, ge=1, le=60)
    start: Clock | None = declare(None, label="Начало", help="Время в кавычках: '10:00'.", example="10:00")
    minutes: int | None = declare(None, label="Минут", help="Сколько длится.", example=45, ge=1, le=1440)
    title: Words = declare(label="Шаг", help="Название.", example="Урок биологии в 6 классе")
    content: Text | None = declare(
        None, label="Что происходит", help="Что делает стажёр.", example="Наблюдаем с картой наблюдателя."
    )
    place: Words | None = declare(None, label="Где", help="Место.", example="кабинет 21")
    lead: Words | None = declare(None, label="Кто ведёт", help="Должность.", example="учитель биологии")


class Intake(Model):
    """A group of trainees: when it meets, how many places, until when to apply."""

    start: PartialDate = declare(label="Начало", help="Первый день.", example="2026-12-01")
    end: PartialDate | None = declare(None, label="Окончание", help="Последний день.", example="2026-12-03")
    places: int | None = declare(None, label="Мест", help="Всего мест.", example=12, ge=1, le=10_000)
    taken: int | None = declare(None, label="Занято", help="Сколько уже занято.", example=7, ge=0, le=10_000)
    apply_from: PartialDate | None = declare(
        None, label="Заявки с", help="Когда откроется.", example="2026-11-01"
    )
    apply_until: PartialDate | None = declare(
        None, label="Заявки до", help="Последний день.", example="2026-11-28"
    )
    url: Address | None = declare(
        None,
        label="Куда подать заявку",
        help="Адрес формы или почты организации.",
        example="https://example.org/zayavka",
    )

    @property
    def left(self) -> int | None:
        """Free places, when both numbers are known."""
        return (
            max(self.places - self.taken, 0) if self.places is not None and self.taken is not None else None
        )

    @property
    def places_words(self) -> str:
        """«осталось 5 мест из 12», «12 мест»."""
        if self.places is None:
            return ""
        if self.left is None:
            return count(self.places, PLACES)
        return f"осталось {count(self.left, PLACES)} из{NBSP}{self.places}"

    @property
    def days_to_apply(self) -> tuple[date | None, date] | None:
        """The first day to apply, None where it is not told, and the last; None when no place is left."""
        if self.left == 0:
            return None
        return self.apply_from.first if self.apply_from else None, (self.apply_until or self.start).last

    def is_open(self, today: date) -> bool:
        """Whether one can apply on that day."""
        days = self.days_to_apply
        return days is not None and (days[0] is None or days[0] <= today) and today <= days[1]


class Trained(Model):
    """How many people were trained in a school year."""

    year: SchoolYear = declare(label="Учебный год", help="Так: '2024/25'.", example="2024/25")
    number: int = declare(label="Человек", help="Сколько обучено.", example=31, ge=0, le=100_000)


class BaseSiteRow(RoadMapRow):
    """A row of a base site's road map: the part is one of the three that the form fixes."""

    part: Literal["models", "meetings", "publications"] = declare(
        label="Часть",
        help=(
            "models – разработка и апробация моделей, meetings – мероприятия, publications – обобщение опыта."
        ),
        example="meetings",
    )
