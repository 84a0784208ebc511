"""Readers of parts that people write in one phrase: a person, a group, a sum, school years, a result."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from kopilka.exchange.intake.amounts import numbers, period_in, tidy
from kopilka.exchange.intake.outcome import Outcome
from kopilka.exchange.intake.paper import plain
from kopilka.exchange.intake.phrases import split_address
from kopilka.exchange.intake.privacy import NAME, REMOVED, scrub
from kopilka.exchange.intake.values import Tools, one_line
from kopilka.records.dates import Period
from kopilka.records.parts import Material, Person
from kopilka.records.quantities import Duration, Grades, GroupSize, Money, Result
from kopilka.records.site_parts import Step

_PARTS = re.compile(r"[,;\n]")
_WAS = re.compile(r"\bбыло\b[^\d]{0,20}(\d+(?:[.,]\d+)?)", re.IGNORECASE)
_NOW = re.compile(r"\bстало\b[^\d]{0,20}(\d+(?:[.,]\d+)?)", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\bс\s+(\d+(?:[.,]\d+)?)\s*(%|балл\w*)?\s+до\s+(\d+(?:[.,]\d+)?)\s*(%|балл\w*)?", re.IGNORECASE
)
_MINUTES = re.compile(r"(\d+)\s*мин")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:.](\d{2})(?!\d)")
_HOURS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:\w+\s+)?ч(?:ас|\.|\b)")
_TIMES = re.compile(r"(\d+)\s*раза?\s*(?:в|за)\s*(день|недел|месяц|четверт|полугод|год)")
_PER = {
    "день": "day",
    "недел": "week",
    "месяц": "month",
    "четверт": "quarter",
    "полугод": "half-year",
    "год": "year",
}


def read_period(text: str, tools: Tools) -> Outcome:  # noqa: ARG001 - the form of a reader
    """«2023–2025 гг.», «с сентября 2023 года»."""
    found = period_in(plain(text))
    return Outcome(found) if found else Outcome(None, text)


def read_person(text: str, tools: Tools) -> Outcome:  # noqa: ARG001
    """The position alone: a name needs a consent that a form does not hold."""
    scrubbed = scrub(plain(text), person=True)
    pieces = [REMOVED.sub("", piece).strip(" :–-()") for piece in _PARTS.split(scrubbed.text)]
    position = ", ".join(piece for piece in pieces if any(sign.isalpha() for sign in piece))
    if not position:
        return Outcome(None, "", ("назван человек без должности: впишите должность",))
    removed = NAME in scrubbed.text
    asks = ("взята должность без имени; имя можно вписать вместе с согласием",) if removed else ()
    return Outcome({"position": position[:1].lower() + position[1:]}, asks=asks)


def read_group(text: str, tools: Tools) -> Outcome:  # noqa: ARG001
    """«20–30 человек», «до 12», «группа 25 человек»."""
    words = plain(text).strip()
    found = [int(number) for number in numbers(words) if number == int(number)]
    if not 1 <= len(found) <= 2:
        return Outcome(None, text)
    if len(found) == 2:
        return Outcome({"min": min(found), "max": max(found)})
    if re.search(r"\bот\b|не менее|больше", words.lower()):
        return Outcome({"min": found[0]})
    if re.search(r"\bдо\b|не более", words.lower()):
        return Outcome({"max": found[0]})
    return Outcome({"min": found[0], "max": found[0]})


def read_grades(text: str, tools: Tools) -> Outcome:  # noqa: ARG001
    """«5–7 классы», «5, 6, 7»; ages are no classes."""
    words = plain(text).lower()
    found = [
        int(number) for number in numbers(words.replace("-", " ").replace("–", " ")) if 1 <= number <= 11
    ]
    if not found or re.search(r"\bлет\b|возраст", words):
        return Outcome(None, text)
    return Outcome({"min": min(found), "max": max(found)})


def read_money(text: str, tools: Tools) -> Outcome:  # noqa: ARG001
    """«бесплатно», «300 рублей»."""
    words = plain(text).lower()
    found = numbers(words)
    if not found and re.search(r"бесплатн|не требу|без оплаты|без затрат", words):
        return Outcome({"roubles": 0})
    if len(found) != 1 or "тыс" in words or "млн" in words:
        return Outcome(None, text)
    return Outcome({"roubles": int(found[0])})


def read_duration(text: str, tools: Tools) -> Outcome:  # noqa: ARG001
    """«10 минут 2 раза в неделю, всего 24 часа»; what numbers do not say is a note."""
    words = plain(text).lower()
    minutes, hours, times = _MINUTES.search(words), _HOURS.search(words), _TIMES.search(words)
    made: dict[str, Any] = {}
    if minutes:
        made["session_minutes"] = int(minutes[1])
    if times:
        made |= {"times": int(times[1]), "per": _PER[times[2]]}
    if hours:
        made["hours"] = tidy(float(hours[1].replace(",", ".")))
    return Outcome({**made, "note": one_line(plain(text))})


def read_result(text: str, tools: Tools) -> Outcome:  # noqa: ARG001
    """«Находят неявное: было 41 %, стало 63 %», «выросло с 41 до 63 %»."""
    words = one_line(plain(text))
    was, now, between = _WAS.search(words), _NOW.search(words), _FROM_TO.search(words)
    made: dict[str, Any] = {"what": words}
    if was and now:
        made |= {"before": _figure(was[1]), "after": _figure(now[1])}
        made["what"] = words[: was.start()].strip(" ,;:–-(") or words
    elif between:
        made |= {"before": _figure(between[1]), "after": _figure(between[3])}
    if "before" in made and "%" in words:
        made["unit"] = "%"
    if "before" in made and made["what"] != words:
        rest = words[now.end() if now else 0 :].strip(" %.;,()")
        made |= {"evidence": rest} if any(sign.isalpha() for sign in rest) else {}
    return Outcome(made)


def _figure(text: str) -> int | float:
    return tidy(float(text.replace(",", ".")))


def read_material(text: str, tools: Tools) -> Outcome:  # noqa: ARG001
    """A title, with its address where there is one."""
    title, address = split_address(one_line(plain(text)))
    return Outcome({"title": title, "url": address} if address else {"title": title})


def read_step(item: dict[str, Any]) -> dict[str, Any]:
    """The hour of a row as a clock has it: «9.00–9.15» is an hour and minutes, «15 мин» minutes alone."""
    said = str(item.get("start", ""))
    hours = [(int(hour), int(minute)) for hour, minute in _CLOCK.findall(said)]
    minutes = _MINUTES.search(said)
    if len(hours) > 2 or any(hour > 23 or minute > 59 for hour, minute in hours) or not (hours or minutes):
        return item
    made = {name: value for name, value in item.items() if name != "start"}
    if hours:
        made["start"] = f"{hours[0][0]:02}:{hours[0][1]:02}"
    starts = [60 * hour + minute for hour, minute in hours]
    lasts = starts[1] - starts[0] if len(starts) > 1 else int(minutes[1]) if minutes else 0
    return {"minutes": lasts, **made} if lasts > 0 else made


READERS: dict[type[BaseModel], Callable[[str, Tools], Outcome]] = {
    Period: read_period,
    Person: read_person,
    GroupSize: read_group,
    Grades: read_grades,
    Money: read_money,
    Duration: read_duration,
    Result: read_result,
    Material: read_material,
}
"""By the type of a part, whatever kind of record holds it."""
FINISHERS: dict[type[BaseModel], Callable[[dict[str, Any]], dict[str, Any]]] = {Step: read_step}
"""What a row of a table still needs when all its cells are read."""
