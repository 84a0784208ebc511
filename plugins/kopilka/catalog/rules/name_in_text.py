"""People are named in the fields for people, where their consents are; elsewhere by position."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_text
from kopilka.catalog.parts import find_shaped
from kopilka.catalog.people import NamedPerson, people_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.parts import Person
from kopilka.russian import quote

NAME_IN_TEXT = Code(
    "K618",
    "name-in-text",
    Severity.ADVICE,
    "Человек назван в тексте",
    "У имени в тексте нет согласия, и отозвать его нельзя: пришлось бы искать по всем файлам. Имя пишут "
    "один раз, в поле "
    "«Авторы», вместе с согласием. Учёных и писателей это не касается.",
    "Методику предложила учитель Примерова Мария Ивановна.",
    "Методику предложила учитель биологии.",
)
NAME_AS_POSITION = Code(
    "K619",
    "name-as-position",
    Severity.ERROR,
    "Имя вместо должности",
    "Должность показывают всегда, согласия на неё не нужно. Имя в этом поле попадёт на страницу без "
    "всякого согласия.",
    "authors:\n  - position: учитель биологии Примерова М. И.",
    "authors:\n  - position: учитель биологии",
)
CODES = (NAME_IN_TEXT, NAME_AS_POSITION)

_POSITIONS = frozenset(
    {"position", "role", "lead", "manager", "who", "responsible", "co_responsible", "degree", "work"}
)
_KEY = re.compile(r"([a-z_]+):(?=\s)")


def check(entry: Entry, around: Surroundings) -> Iterator[Diagnostic]:
    """Full names and initials of people who are not authorities and have not agreed to be named here."""
    people = people_of(entry)
    if not people:
        return
    agreed = _agreed(entry, around)
    for person in people:
        key = _key_before(entry.front, person.offset) if person.offset < len(entry.front) else ""
        if key == "name" or any(person.surname in name for name in agreed):
            continue
        if key in _POSITIONS:
            message = f"имя {quote(person.text)} стоит там, где нужна должность"
            hint = "Оставьте должность; имя – в поле name вместе с согласием."
            yield _tell(entry, NAME_AS_POSITION, person, message, hint)
        elif person.sure:
            message = f"похоже, здесь имя человека: {person.text}"
            hint = "Назовите должность; имя – в поле «Авторы» вместе с согласием."
            yield _tell(entry, NAME_IN_TEXT, person, message, hint)


def _agreed(entry: Entry, around: Surroundings) -> list[str]:
    persons: Iterator[Person] = (person for _, person in find_shaped(entry.record, "name", "consent"))
    return [name for person in persons if (name := person.public_name(around.today))]


def _key_before(front: str, offset: int) -> str:
    """The key under which a place of the front matter stands."""
    keys = _KEY.findall(front, max(offset - 4000, 0), offset)
    return str(keys[-1]) if keys else ""


def _tell(entry: Entry, code: Code, person: NamedPerson, message: str, hint: str) -> Diagnostic:
    return at_text(entry, code, person.offset, len(person.text), " ".join(message.split()), hint=hint)
