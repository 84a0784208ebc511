"""The manifest of a сборник: what the edition is, who made it, and which records are its articles."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from kopilka.records.base import Licence
from kopilka.records.collection_parts import (
    ArticleOverride,
    Contributor,
    EditorialText,
    Isbns,
    Recommendation,
    SectionSpec,
)
from kopilka.records.dates import PartialDate
from kopilka.records.fields import Model, Show, declare
from kopilka.records.paper import Paper
from kopilka.records.quantities import Words
from kopilka.records.references import Party
from kopilka.records.written import like

Purpose = Literal[
    "научное издание",
    "научно-методическое издание",
    "научно-практическое издание",
    "учебно-методическое издание",
    "производственно-практическое издание",
    "справочное издание",
    "научно-популярное издание",
]
"""What an edition is for (ГОСТ Р 7.0.60-2020); the imprint that it owes depends on it."""

AgeMark = Literal["0+", "6+", "12+", "16+", "18+"]
IndexKind = Literal["authors", "subjects", "organisations"]

Udc = Annotated[str, like(r"\d[\w.:/+()\[\]\"'=*\- ]{0,60}", "'37.022'")]
Bbk = Annotated[str, like(r"[\dА-Я][\w.:+()\-;,/ ]{0,60}", "'74.202'")]
AuthorMark = Annotated[str, like(r"[А-ЯЁA-Z][- ]?\d{1,4}", "Ч-69")]
Commit = Annotated[str, like(r"[0-9a-f]{7,40}", "'a1b2c3d', от 7 до 40 знаков")]


class Collection(Model):
    """«Сборник». Its id is the name of its file: `registry/collections/ID.yml`."""

    title: Annotated[str, StringConstraints(min_length=5, max_length=200)] = declare(
        label="Заглавие",
        help="О чём книга. Одного слова «Сборник» мало: по ГОСТ Р 7.0.4 заглавие отличает книгу от других.",
        example="Читаем, считаем, сомневаемся",
        show=Show.HEAD,
    )
    subtitle: Words | None = declare(
        None,
        label="Подзаголовок",
        help="Поясняет заглавие.",
        example="Практики функциональной грамотности",
        show=Show.HEAD,
    )
    kind: Words = declare(
        "сборник методических материалов",
        label="Вид издания",
        help="Как на титульном листе, с малой буквы.",
        example="сборник методических материалов",
        show=Show.FACTS,
    )
    purpose: Purpose | None = declare(
        None,
        label="Целевое назначение",
        help=(
            "Научное, научно-методическое, научно-практическое, учебно-методическое, "
            "производственно-практическое, справочное или научно-популярное издание: от этого зависит, "
            "какие сведения обязательны."
        ),
        example="научно-методическое издание",
        show=Show.FACTS,
    )
    readers: Words | None = declare(
        None,
        label="Кому адресован",
        help="Строка, которая начинается со слова «для».",
        example="для учителей, методистов и руководителей школ",
        show=Show.FACTS,
    )
    issue: Annotated[str, StringConstraints(min_length=1, max_length=40)] | None = declare(
        None, label="Выпуск", help="Номер, если сборник выходит не впервые.", example="2", show=Show.HEAD
    )
    year: int = declare(label="Год", help="Год выхода.", example=2025, show=Show.HEAD, ge=1990, le=2100)
    place: Words | None = declare(
        None, label="Место издания", help="Город, без «г.».", example="Примерск", show=Show.FACTS
    )
    publisher: Party | None = declare(
        None,
        label="Издатель",
        help="Идентификатор из реестра организаций или название, как в уставе.",
        example="Методический центр-пример",
        show=Show.FACTS,
    )
    publisher_address: Words | None = declare(
        None,
        label="Адрес издателя",
        help="Юридический адрес: индекс, город, улица, дом.",
        example="000000, г. Примерск, ул. Примерная, д. 1",
        show=Show.FACTS,
    )
    printer: Words | None = declare(
        None,
        label="Типография",
        help="Название и адрес; для электронного издания не нужна.",
        example="Типография-пример, 000000, г. Примерск, ул. Печатная, д. 2",
        show=Show.FACTS,
    )
    founder: tuple[Party, ...] = declare(
        (),
        label="Учредитель",
        help="Чьё имя стоит вверху титульного листа: идентификаторы из реестра или названия.",
        example=["Методический центр-пример"],
        show=Show.HEAD,
    )
    compilers: tuple[Contributor, ...] = declare(
        (),
        label="Составители",
        help="Должность обязательна; имя – только вместе с согласием.",
        example=[{"position": "методист"}],
        show=Show.FACTS,
    )
    responsible_editor: Contributor | None = declare(
        None,
        label="Ответственный редактор",
        help="Кто отвечает за содержание; имя – только вместе с согласием.",
        example={"position": "заместитель директора"},
        show=Show.FACTS,
    )
    board: tuple[Contributor, ...] = declare(
        (),
        label="Редакционная коллегия",
        help="Все, кроме ответственного редактора.",
        example=[{"position": "старший методист"}],
        show=Show.FACTS,
    )
    reviewers: tuple[Contributor, ...] = declare(
        (),
        label="Рецензенты",
        help="Со степенью и должностью.",
        example=[{"position": "доцент кафедры педагогики", "degree": "кандидат педагогических наук"}],
        show=Show.FACTS,
    )
    recommended: Recommendation | None = declare(
        None,
        label="Рекомендован",
        help="Кем и каким решением рекомендован к изданию.",
        example={
            "council": "учёным советом Методического центра-примера",
            "protocol": "5",
            "date": "2025-08-28",
        },
        show=Show.FACTS,
    )
    udc: Udc | None = declare(
        None, label="УДК", help="Индекс по таблицам УДК, в кавычках.", example="37.022", show=Show.FACTS
    )
    bbk: Bbk | None = declare(
        None, label="ББК", help="Индекс по таблицам ББК, в кавычках.", example="74.202", show=Show.FACTS
    )
    author_mark: AuthorMark | None = declare(
        None, label="Авторский знак", help="Буква и цифры по таблице.", example="Ч-69", show=Show.FACTS
    )
    isbn: Isbns | None = declare(
        None,
        label="Номера ISBN",
        help="У печатной книги и у каждого электронного формата – свой.",
        example={"print": "978-5-00000-000-7"},
        show=Show.FACTS,
    )
    holders: tuple[Party, ...] = declare(
        (),
        label="Правообладатель",
        help="Кто стоит после знака ©; пусто – издатель.",
        example=["Методический центр-пример"],
        show=Show.FACTS,
    )
    licence: Licence | None = declare(
        None,
        label="Условия использования",
        help="Открытая лицензия, например CC-BY-4.0. Пусто – как у всего банка.",
        example="CC-BY-4.0",
        show=Show.FACTS,
    )
    annotation: Annotated[str, StringConstraints(min_length=100, max_length=1500)] | None = declare(
        None,
        label="Аннотация",
        help="От 100 до 1500 знаков, лучше около 500: о чём книга и что в ней нового.",
        example=(
            "Десять описаний из школ, где чтению и счёту учат не только на литературе и математике. "
            "В каждом – ход работы, приёмы, измеренный результат и честный список того, что не получилось."
        ),
        show=Show.HEAD,
    )
    age: AgeMark | None = declare(
        None, label="Знак возраста", help="0+, 6+, 12+, 16+ или 18+.", example="12+", show=Show.FACTS
    )
    foreword: EditorialText | None = declare(
        None, label="Предисловие", help="Текст или файл.", example={"file": "predislovie.md"}
    )
    sections: tuple[SectionSpec, ...] = declare(
        label="Разделы",
        help="Что вошло и в каком порядке.",
        example=[{"title": "Читаем", "records": ["chitatelskie-karty"]}],
        min_length=1,
    )
    articles: tuple[ArticleOverride, ...] = declare(
        (),
        label="Поправки к статьям",
        help="Чем статья отличается от записи: заглавие, авторы, что не печатать.",
        example=[{"record": "chitatelskie-karty", "title": "Читательские карты"}],
        show=Show.HIDDEN,
    )
    afterword: EditorialText | None = declare(
        None, label="Послесловие", help="Текст или файл.", example={"file": "posleslovie.md"}
    )
    appendices: tuple[EditorialText, ...] = declare(
        (),
        label="Приложения",
        help="Тексты или файлы; у каждого свой заголовок.",
        example=[{"title": "Бланк карты", "file": "blank-karty.md"}],
    )
    indexes: tuple[IndexKind, ...] = declare(
        ("authors", "subjects", "organisations"),
        label="Указатели",
        help="authors – авторы, subjects – предметный, organisations – организации; [] – без указателей.",
        example=["authors", "organisations"],
        show=Show.HIDDEN,
    )
    paper: Paper = declare(
        "60×84/16",
        label="Формат бумаги",
        help="60×84/16 – книжка А5, 60×84/8 – А4; ещё 60×90/16, 70×90/16, 70×100/16, 84×108/32.",
        example="60×84/16",
        show=Show.HIDDEN,
    )
    print_run: int | None = declare(
        None,
        label="Тираж",
        help="Сколько экземпляров печатают.",
        example=100,
        show=Show.FACTS,
        ge=1,
        le=1_000_000,
    )
    edition: int = declare(
        1,
        label="Номер издания",
        help="1 – первое; 2 – второе, исправленное.",
        example=1,
        show=Show.FACTS,
        ge=1,
        le=99,
    )
    date: PartialDate | None = declare(
        None,
        label="Дата выпуска",
        help="День подписания в печать, у электронного издания – день выхода.",
        example="2025-09-01",
        show=Show.FACTS,
    )
    commit: Commit | None = declare(
        None,
        label="Состояние банка",
        help="Коммит, на котором сборник заморожен: повторная сборка даст ту же книгу. В кавычках.",
        example="a1b2c3d",
        show=Show.FACTS,
    )
    demo: bool = declare(
        default=False,
        label="Сборник-пример",
        help="true, если сборник придуман для примера; тогда в него входят и записи-примеры.",
        example=False,
        show=Show.HEAD,
    )
