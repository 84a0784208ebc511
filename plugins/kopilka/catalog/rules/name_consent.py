"""A name is published under a consent that is given, covers it, and has not ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_path
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of
from kopilka.records.parts import Consent, Person
from kopilka.russian import short_date

NO_CONSENT = Code(
    "K601",
    "name-without-consent",
    Severity.ERROR,
    "Имя без согласия",
    "Имя педагога в открытом доступе – распространение персональных данных: на него нужно отдельное "
    "письменное согласие "
    "(152-ФЗ, ст. 10.1). Без согласия на странице будет только должность, а имя всё равно останется в файле.",
    "authors:\n  - name: Примерова Мария Ивановна\n    position: учитель биологии",
    "authors:\n  - name: Примерова Мария Ивановна\n    position: учитель биологии\n    consent:\n      "
    "date: 2025-09-01\n"
    "      basis: согласие на распространение, хранится в школе, № 12",
)
CONSENT_ENDED = Code(
    "K602",
    "consent-ended",
    Severity.ERROR,
    "Срок согласия истёк",
    "После окончания срока показывать имя нельзя.",
    "consent:\n  date: 2022-09-01\n  basis: согласие № 12\n  until: 2025-09-01",
    "consent:\n  date: 2025-09-01\n  basis: согласие № 31\n  until: 2028-09-01",
)
CONSENT_SCOPE = Code(
    "K603",
    "consent-without-name",
    Severity.ERROR,
    "Согласие не на имя",
    "Человек согласился на публикацию чего-то другого, например фотографии: имя этим согласием не прикрыто.",
    "consent:\n  date: 2025-09-01\n  basis: согласие № 12\n  scope: [photo]",
    "consent:\n  date: 2025-09-01\n  basis: согласие № 12\n  scope: [name, position, photo]",
)
CONSENT_DATE = Code(
    "K604",
    "consent-in-future",
    Severity.ERROR,
    "Согласие из будущего",
    "Согласие, которое ещё не подписано, ничего не разрешает.",
    "consent:\n  date: 2027-09-01\n  basis: согласие № 12",
    "consent:\n  date: 2025-09-01\n  basis: согласие № 12",
)
CODES = (NO_CONSENT, CONSENT_ENDED, CONSENT_SCOPE, CONSENT_DATE)


SHAPES = (("name", "position", "consent"),)


def check(entry: Entry, path: Path, person: Person, around: Surroundings) -> Iterable[Diagnostic]:
    """A person of a record that is public or about to be."""
    if not person.name or not entry.record.status.about_to_be_public:
        return ()
    label = f"поле {label_of(type(entry.record), path)}"
    return tuple(
        at_path(entry, trouble.code, (*path, *trouble.path), f"{label}: {trouble.message}", hint=trouble.hint)
        for trouble in troubles_of(person, around.today)
    )


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a name may not be published; `path` leads from the person to the place."""

    code: Code
    path: Path
    message: str
    hint: str


def troubles_of(person: Person, day: date) -> Iterator[Trouble]:
    """Everything that forbids to publish the name of a person on that day; nothing for one without a name."""
    if person.name and person.consent is None:
        hint = "Добавьте consent с датой и основанием или оставьте только должность."
        yield Trouble(NO_CONSENT, ("name",), "имя без согласия на публикацию", hint)
    elif person.name and person.consent is not None:
        yield from _judge(person.consent, day)


def _judge(consent: Consent, day: date) -> Iterator[Trouble]:
    if "name" not in consent.scope:
        hint = "Возьмите согласие и на имя или уберите поле name."
        yield Trouble(CONSENT_SCOPE, ("consent", "scope"), "согласие не на имя", hint)
    if consent.until is not None and consent.until.last < day:
        message = f"срок согласия истёк {short_date(consent.until.last)}"
        hint = "Возьмите новое согласие или уберите имя."
        yield Trouble(CONSENT_ENDED, ("consent", "until"), message, hint)
    if consent.date.first > day:
        message = f"согласие датировано будущим, {consent.date.words}"
        hint = "Проверьте дату; пока её нет, уберите имя."
        yield Trouble(CONSENT_DATE, ("consent", "date"), message, hint)
