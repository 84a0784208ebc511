"""Amounts that can be compared and filtered: time, groups, school years, money, results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import StringConstraints

from kopilka.records.fields import Model, declare
from kopilka.records.references import Address
from kopilka.russian import NBSP, Forms, count, decimal, group_digits

Words = Annotated[str, StringConstraints(min_length=1, max_length=300)]
"""A short piece of plain text: a phrase, a line of a list."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
"""A paragraph or several; emphasis and links as in the body of a record."""

MINUTES: Forms = ("минута", "минуты", "минут")
HOURS: Forms = ("час", "часа", "часов")
PEOPLE: Forms = ("человек", "человека", "человек")
TIMES: Forms = ("раз", "раза", "раз")

Per = Literal["lesson", "day", "week", "month", "quarter", "half-year", "year", "once"]

_PER = {
    "lesson": "на каждом уроке",
    "day": "в день",
    "week": "в неделю",
    "month": "в месяц",
    "quarter": "в четверть",
    "half-year": "в полугодие",
    "year": "в год",
    "once": "один раз",
}
_OFTEN = frozenset(_PER) - {"lesson", "once"}
"""Where a number of times makes sense: «2 раза в неделю», not «2 раза на каждом уроке»."""

Unit = Literal["lesson", "day", "week", "month", "quarter", "half-year", "year"]
_UNITS: dict[str, Forms] = {
    "lesson": ("урок", "урока", "уроков"),
    "day": ("день", "дня", "дней"),
    "week": ("неделя", "недели", "недель"),
    "month": ("месяц", "месяца", "месяцев"),
    "quarter": ("четверть", "четверти", "четвертей"),
    "half-year": ("полугодие", "полугодия", "полугодий"),
    "year": ("учебный год", "учебных года", "учебных лет"),
}


def choice_words(values: tuple[str, ...]) -> Mapping[str, str]:
    """What a reader sees for each of the values that a field may have; empty where they speak themselves."""
    if values == get_args(Unit):
        return {value: forms[2] for value, forms in _UNITS.items()}
    return _PER if values == get_args(Per) else {}


class Span(Model):
    """How long it all lasts: a number of lessons, weeks, months."""

    value: int = declare(label="Сколько", help="Число.", example=9, ge=1, le=1000)
    unit: Unit = declare(
        label="Чего", help="lesson, day, week, month, quarter, half-year, year.", example="month"
    )

    @property
    def words(self) -> str:
        """«9 месяцев»."""
        return count(self.value, _UNITS[self.unit])


class Duration(Model):
    """How much of a teacher's time it takes."""

    session_minutes: int | None = declare(
        None, label="Одно занятие, минут", help="Сколько минут занимает один раз.", example=10, ge=1, le=1440
    )
    times: int | None = declare(
        None, label="Сколько раз", help="Вместе с полем «В какой срок».", example=2, ge=1, le=365
    )
    per: Per | None = declare(
        None,
        label="В какой срок",
        help="lesson, day, week, month, quarter, half-year, year или once.",
        example="week",
    )
    hours: float | None = declare(None, label="Всего часов", help="Если известно.", example=24, gt=0, le=2000)
    span: Span | None = declare(
        None, label="Сколько длится", help="Число и единица.", example={"value": 9, "unit": "month"}
    )
    note: Words | None = declare(
        None,
        label="Пояснение",
        help="То, что числами не скажешь.",
        example="дольше всего делается первая карта",
    )

    @property
    def words(self) -> str:
        """«10 минут 2 раза в неделю, всего 24 часа, 9 месяцев»; «40 минут, 8 раз»."""
        total = hours_words(self.hours)
        parts = [
            self._session,
            f"всего {total}" if total and self._session else total,
            self.span.words if self.span else "",
        ]
        return ", ".join(part for part in parts if part)

    @property
    def _session(self) -> str:
        minutes = minutes_words(self.session_minutes)
        if self.per is None:
            times = count(self.times, TIMES) if self.times else ""
            return ", ".join(part for part in (minutes, times) if part)
        often = _PER[self.per]
        if self.times and self.per in _OFTEN:
            often = f"{count(self.times, TIMES)} {often}"
        return f"{minutes} {often}".strip()


def minutes_words(minutes: int | None) -> str:
    """«40 минут», «1 час 20 минут», empty for none."""
    if not minutes:
        return ""
    whole, rest = divmod(minutes, 60)
    parts = (count(whole, HOURS) if whole else "", count(rest, MINUTES) if rest else "")
    return " ".join(part for part in parts if part)


def hours_words(hours: float | None) -> str:
    """«24 часа», «1,5 часа», empty for none."""
    if not hours:
        return ""
    rounded = round(hours, 2)
    if rounded == int(rounded):
        return count(int(rounded), HOURS)
    return f"{decimal(rounded)}{NBSP}часа"


class GroupSize(Model):
    """How many people take part at a time."""

    min: int | None = declare(
        None, label="От", help="Наименьшее число участников.", example=20, ge=1, le=10_000
    )
    max: int | None = declare(
        None, label="До", help="Наибольшее число участников.", example=30, ge=1, le=10_000
    )
    note: Words | None = declare(None, label="Кто это", help="Класс, пара, команда школы.", example="класс")

    @property
    def words(self) -> str:
        """«класс, 20–30 человек»."""
        return ", ".join(part for part in (self.note or "", range_words(self.min, self.max, PEOPLE)) if part)


def range_words(low: int | None, high: int | None, forms: Forms) -> str:
    """«20–30 человек», «от 5 человек», «до 12 человек»."""
    if low and high and low != high:
        first, last = sorted((low, high))
        return f"{group_digits(first)}\u2060–\u2060{count(last, forms)}"
    if low and high:
        return count(low, forms)
    if low or high:
        return f"{'от' if low else 'до'}{NBSP}{_genitive(low or high or 0, forms)}"
    return ""


def _genitive(number: int, forms: Forms) -> str:
    """The count after «от», «до», «из»: от 1 человека, до 21 часа, от 2 часов."""
    single = number % 10 == 1 and number % 100 != 11
    return f"{group_digits(number)}{NBSP}{forms[1] if single else forms[2]}"


class Grades(Model):
    """School years the practice was tried in."""

    min: int = declare(label="С какого класса", help="Число от 1 до 11.", example=5, ge=1, le=11)
    max: int = declare(label="По какой класс", help="Число от 1 до 11.", example=7, ge=1, le=11)

    @property
    def words(self) -> str:
        """«5–7 классы», «9 класс»."""
        first, last = sorted((self.min, self.max))
        if first == last:
            return f"{first}{NBSP}класс"
        return f"{first}\u2060–\u2060{last}{NBSP}классы"


class Money(Model):
    """A sum in roubles."""

    roubles: int = declare(
        label="Рублей", help="Целое число; 0 – бесплатно.", example=300, ge=0, le=100_000_000
    )
    per: Words | None = declare(
        None, label="На что", help="На класс в четверть, на участника.", example="на класс в четверть"
    )
    approximate: bool = declare(
        default=False, label="Примерно", help="true, если сумма примерная.", example=True
    )

    @property
    def words(self) -> str:
        """«≈ 300 ₽ на класс в четверть», «бесплатно»."""
        if self.roubles == 0:
            return "бесплатно"
        start = f"≈{NBSP}" if self.approximate else ""
        return f"{start}{group_digits(self.roubles)}{NBSP}₽ {self.per or ''}".strip()


class Result(Model):
    """One thing that changed: what, by which measure, from what to what, and how it is known."""

    what: Words = declare(
        label="Что изменилось",
        help="Одной фразой, как показатель.",
        example="Находят в тексте то, что сказано неявно",
    )
    measure: Words | None = declare(
        None,
        label="Чем измеряли",
        help="Диагностика, контрольная, опрос.",
        example="диагностика читательской грамотности",
    )
    unit: Words | None = declare(None, label="Единица", help="%, балл, человек.", example="%")
    before: float | None = declare(None, label="Было", help="Число до начала.", example=41)
    after: float | None = declare(None, label="Стало", help="Число после.", example=63)
    out_of: float | None = declare(
        None, label="Из скольких", help="Если считали людей: 9 из 14.", example=112, gt=0
    )
    less_is_better: bool = declare(
        default=False, label="Чем меньше, тем лучше", help="true для ошибок, отказов.", example=False
    )
    evidence: Words | None = declare(
        None,
        label="Чем подтверждено",
        help="Документ, срез, журнал.",
        example="справка по итогам диагностики",
    )
    evidence_url: Address | None = declare(
        None,
        label="Ссылка на подтверждение",
        help="Адрес или имя файла рядом с записью.",
        example="spravka.pdf",
    )

    @property
    def note(self) -> str:
        """What the number is a share of, and which way is better; empty when there is nothing to say."""
        share = f"из{NBSP}{decimal(self.out_of)}" if self.out_of and self.unit == "%" else ""
        return "; ".join(part for part in (share, "чем меньше, тем лучше" * self.less_is_better) if part)

    @property
    def proof(self) -> str:
        """How the change is known: by what it was measured, and what shows it."""
        return "; ".join(part for part in (self.measure, self.evidence) if part)

    def amount(self, number: float | None) -> str:
        """A number of this result in words, «9 из 14 человек»; empty for one that was not measured."""
        if number is None:
            return ""
        words = decimal(number)
        if self.out_of and self.unit != "%":
            words = f"{words}{NBSP}из{NBSP}{decimal(self.out_of)}"
        return f"{words}{NBSP}{self.unit}" if self.unit else words

    @property
    def measured(self) -> bool:
        """Whether there is a number at all."""
        return self.after is not None
