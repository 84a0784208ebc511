"""Whose a picture is, who is seen on it, and who allowed to show it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from kopilka.records.dates import PartialDate
from kopilka.records.fields import Model, Show, declare
from kopilka.records.licences import PictureTerms, terms_words
from kopilka.records.parts import Permission
from kopilka.records.quantities import Words
from kopilka.records.references import PictureRef

People = Literal["none", "adults", "children"]
Use = Literal["site", "print", "offline"]


class PictureConsent(Permission):
    """A consent of those who are seen, for a child of the parents (ГК РФ, ст. 152.1; СК РФ, ст. 64)."""

    date: PartialDate = declare(
        label="Дата согласия", help="Когда подписано.", example="2025-09-01", show=Show.ASKED
    )
    basis: Words = declare(
        label="Основание",
        help="Какой документ и где хранится; без имён.",
        example="согласия родителей 5 «А», хранятся в школе, № 14–38",
        show=Show.ASKED,
    )
    scope: tuple[Use, ...] = declare(
        ("site",),
        label="Где можно показать",
        help="site – на сайте, print – в печати, offline – в копии сайта для флешки.",
        example=["site", "print", "offline"],
        show=Show.ASKED,
    )
    until: PartialDate | None = declare(
        None, label="Действует до", help="Пусто – бессрочно.", example="2028-09-01", show=Show.ASKED
    )

    def covers(self, use: Use, day: dt.date) -> bool:
        """Whether the picture may be shown so on the given day."""
        return use in self.scope and self.date.first <= day and (self.until is None or day <= self.until.last)


class Picture(Model):
    """What has to be known of a picture before it is published; one row may speak for all of a record."""

    file: PictureRef | None = declare(
        None,
        label="Файл",
        help="Имя файла. Пусто – все картинки записи, у которых нет своей строки.",
        example="karta.svg",
    )
    source: Words | None = declare(
        None,
        label="Чья картинка",
        help="Кто снял или нарисовал, откуда взята. Это подпись под картинкой.",
        example="рисунок авторов практики",
    )
    licence: PictureTerms | None = declare(
        None,
        label="На каких условиях",
        help="Открытая лицензия; public-domain – общественное достояние; permission – с разрешения автора.",
        example="CC-BY-4.0",
    )
    people: People | None = declare(
        None,
        label="Кто виден",
        help="none – никого, adults – взрослые, children – дети.",
        example="none",
        show=Show.ASKED,
    )
    consent: PictureConsent | None = declare(
        None,
        label="Согласие на снимок",
        help="Тех, кого видно; за детей – родителей.",
        example={"date": "2025-09-01", "basis": "согласия родителей 5 «А», хранятся в школе, № 14–38"},
        show=Show.ASKED,
    )

    @property
    def credit(self) -> str:
        """«рисунок авторов практики, CC BY 4.0»; empty where nothing is told."""
        told = (self.source, terms_words(self.licence) if self.licence else None)
        return ", ".join(words for words in told if words)

    def may_be_shown(self, use: Use, day: dt.date) -> bool:
        """Whether nobody who is seen forbids it: a child needs a consent, and a given one has its limits."""
        if self.consent is None:
            return self.people != "children"
        return self.people in {None, "none"} or self.consent.covers(use, day)


def picture_row(rows: tuple[Picture, ...], file: str) -> Picture | None:
    """What is told of a file of a record: its own row, else the row that speaks for all."""
    common = None
    for row in rows:
        if row.file == file:
            return row
        if row.file is None:
            common = common or row
    return common
