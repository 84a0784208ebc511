"""The register of certificates of publication: what each one says, so that the site can confirm it."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated

from pydantic import StringConstraints

from kopilka.records.dates import PartialDate
from kopilka.records.fields import Model, declare
from kopilka.records.quantities import Words
from kopilka.records.references import RecordRef, Slug
from kopilka.russian import fold_label

Number = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{3,6}$")]
"""The year of issue and the number within it: 2026-001."""


class Certificate(Model):
    """A certificate that was issued. It holds no name: only what tells whether a name is the right one."""

    number: Number = declare(label="Номер", help="Год и номер по порядку.", example="2026-001")
    date: PartialDate = declare(label="Дата выдачи", help="День.", example="2026-11-22")
    record: RecordRef = declare(label="Запись", help="Идентификатор записи.", example="chitatelskie-karty")
    title: Words = declare(
        label="Работа", help="Название в день выдачи.", example="Читательские карты на любом уроке"
    )
    organisation: Words = declare(label="Организация", help="Как в справке.", example="Школа-пример № 1")
    author: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")] | None = declare(
        None,
        label="Отпечаток имени",
        help="Пишет программа: по нему узнаёт автора среди авторов записи. Само имя здесь не хранится.",
        example="0f1e2d3c4b5a6978",
    )
    collection: Slug | None = declare(
        None, label="Сборник", help="Идентификатор; пусто – банк.", example="chitaem-schitaem-somnevaemsya"
    )
    published: Annotated[str, StringConstraints(min_length=1, max_length=1000)] = declare(
        label="Где опубликовано",
        help="Описание места публикации, как в справке.",
        example="Читаем, считаем, сомневаемся. – Примерск, 2026. – С. 6–12",
    )

    def is_for(self, name: str) -> bool:
        """Whether the certificate was issued to the person of this name."""
        return self.author == fingerprint(self.number, name)


class CertificatesFile(Model):
    """The register of certificates."""

    certificates: tuple[Certificate, ...] = declare(label="Справки", help="Список.", example=[])


def fingerprint(number: str, name: str) -> str:
    """What is left of a name in the register: it tells the person among known ones, and names nobody."""
    return sha256(f"{number}:{fold_label(name)}".encode()).hexdigest()[:16]


def next_number(issued: tuple[Certificate, ...], year: int) -> str:
    """The number of the next certificate of a year."""
    taken = [int(item.number.partition("-")[2]) for item in issued if item.number.startswith(f"{year}-")]
    return f"{year}-{max(taken, default=0) + 1:03}"
