"""The parts that the manifest of a collection is made of: people, numbers, texts, sections."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from kopilka.records.dates import PartialDate
from kopilka.records.fields import Model, declare
from kopilka.records.isbn import Isbn
from kopilka.records.parts import Person
from kopilka.records.quantities import Text, Words
from kopilka.records.references import Address, RecordRef, Slug, Theme
from kopilka.records.status import Status

Order = Literal["title", "newest", "organisation"]

LongText = Annotated[str, StringConstraints(min_length=1, max_length=60_000)]
"""A text of the editors in the dialect of records: paragraphs, lists, links."""


class Contributor(Person):
    """Somebody whom the imprint names: a compiler, an editor, a reviewer; the name needs a consent."""

    degree: Words | None = declare(
        None,
        label="Учёная степень и звание",
        help="Как в документах, с малой буквы.",
        example="кандидат педагогических наук, доцент",
    )


class Recommendation(Model):
    """Who recommended the edition for print, and by which decision."""

    council: Words = declare(
        label="Кем",
        help="Орган, который рекомендовал к изданию, в творительном падеже.",
        example="учёным советом Методического центра-примера",
    )
    protocol: Words | None = declare(
        None, label="Протокол", help="Номер протокола, без знака №.", example="5"
    )
    date: PartialDate | None = declare(None, label="Дата", help="День заседания.", example="2025-08-28")


class Isbns(Model):
    """An ISBN for each format: the printed and each electronic one have their own (ГОСТ Р 7.0.53)."""

    print: Isbn | None = declare(
        None, label="Печатная книга", help="13 цифр с дефисами.", example="978-5-00000-000-7"
    )
    pdf: Isbn | None = declare(
        None, label="Книга в PDF", help="Свой, не тот, что у печатной.", example="978-5-00000-001-4"
    )
    epub: Isbn | None = declare(
        None, label="Книга в EPUB", help="Свой, не тот, что у остальных.", example="978-5-00000-002-1"
    )


class EditorialText(Model):
    """A text of the editors: in the manifest, or in a Markdown file beside it."""

    title: Words | None = declare(
        None,
        label="Заголовок",
        help="Пусто – «Предисловие», «Послесловие», «Приложение».",
        example="От составителей",
    )
    text: LongText | None = declare(
        None,
        label="Текст",
        help="Абзацы через пустую строку. Длинный текст удобнее держать в файле.",
        example="Десять описаний из школ, где чтению и счёту учат не только на литературе и математике.",
    )
    file: Address | None = declare(
        None,
        label="Файл",
        help="Файл .md в папке сборника рядом с этим файлом; вместо поля «Текст».",
        example="predislovie.md",
    )


class Query(Model):
    """Which records a section takes by itself; everything named must hold."""

    kind: Slug | None = declare(
        None, label="Вид записи", help="practice, case, site, network.", example="practice"
    )
    themes: tuple[Theme, ...] = declare(
        (),
        label="Темы",
        help="Запись подходит, если у неё есть хотя бы одна.",
        example=["читательская грамотность"],
    )
    status: tuple[Status, ...] = declare(
        (Status.APPROVED, Status.PUBLISHED),
        label="Статус",
        help="Какие записи брать; обычно одобренные и опубликованные.",
        example=["published"],
        min_length=1,
    )
    year: int | None = declare(
        None, label="Год", help="Записи, добавленные в банк в этом году.", example=2025, ge=1990, le=2100
    )
    order: Order = declare(
        "title",
        label="Порядок",
        help="title – по названию, newest – сначала новые, organisation – по организации.",
        example="title",
    )
    without: tuple[RecordRef, ...] = declare(
        (), label="Кроме", help="Идентификаторы записей, которые не нужны.", example=["laboratoriya-voprosov"]
    )


class SectionSpec(Model):
    """A part of the collection: records named one by one, then those that the query finds."""

    title: Words | None = declare(
        None, label="Название раздела", help="Пусто, если раздел один.", example="Читаем"
    )
    lead: Text | None = declare(
        None,
        label="Вводный абзац",
        help="Что объединяет записи раздела.",
        example="Как учить понимать прочитанное на любом предмете.",
    )
    records: tuple[RecordRef, ...] = declare(
        (),
        label="Записи",
        help="Идентификаторы записей по порядку.",
        example=["chitatelskie-karty"],
    )
    query: Query | None = declare(
        None,
        label="Отбор",
        help="Какие записи взять ещё; те, что уже названы в сборнике, второй раз не войдут.",
        example={"kind": "practice", "themes": ["читательская грамотность"]},
    )


class ArticleOverride(Model):
    """What an article of the collection has otherwise than its record."""

    record: RecordRef = declare(
        label="Запись", help="Идентификатор записи из сборника.", example="chitatelskie-karty"
    )
    title: Words | None = declare(
        None, label="Заглавие статьи", help="Вместо названия записи.", example="Читательские карты"
    )
    authors: tuple[Person, ...] = declare(
        (),
        label="Авторы статьи",
        help="Вместо авторов записи; имя – только вместе с согласием.",
        example=[{"position": "учитель русского языка"}],
    )
    cut: tuple[Words, ...] = declare(
        (),
        label="Не печатать",
        help="Заголовки разделов и названия полей записи, которые в книгу не войдут.",
        example=["Риски", "Материалы"],
    )
