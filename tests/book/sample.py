"""A book made by hand with every part that a book may have, and its files."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from tests.book.blocks import HOSTILE, blocks_of, paragraph, text

from kopilka.book.docx import write_docx
from kopilka.book.epub import write_epub
from kopilka.book.tree import (
    Items,
    Link,
    Paragraph,
    place_ids,
)
from kopilka.book.volume import (
    Article,
    Author,
    Book,
    Chapter,
    Imprint,
    Index,
    IndexEntry,
    Pages,
    Picture,
    Section,
)
from kopilka.records.collection import Collection

DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120" viewBox="0 0 240 120">'
    b'<rect width="240" height="120" fill="#eef3f8"/><path d="M10 110 80 60l60 30 90-80" fill="none"'
    b' stroke="#1d4e89" stroke-width="4"/></svg>'
)


COLLECTION = Collection.model_validate(
    {
        "title": "Читаем, считаем, сомневаемся",
        "subtitle": "Практики функциональной грамотности",
        "issue": "2",
        "year": 2025,
        "place": "Примерск",
        "publisher": "Методический центр-пример",
        "founder": ["Методический центр-пример"],
        "isbn": {"print": "978-5-00000-000-7", "epub": "978-5-00000-002-1"},
        "annotation": (
            "Описания из школ, где чтению и счёту учат не только на литературе и математике. В каждом – ход "
            "работы, приёмы, измеренный результат и честный список того, что не получилось."
        ),
        "age": "12+",
        "sections": [{"title": "Читаем", "records": ["chitatelskie-karty"]}],
        "date": "2025-09-01",
        "demo": True,
    }
)


def _article(id_: str, title: str, *, name: str | None = None) -> Article:
    return Article(
        id=id_,
        path=f"practices/{id_}.md",
        kind="Практика",
        title=title,
        authors=(
            Author(name, "учитель русского языка", "Школа-пример № 1"),
            Author(None, "методист", "Методический центр-пример"),
        ),
        organisations=(("Школа-пример № 1", "Примерск"), ("Методический центр-пример", "")),
        summary="Пять вопросов к тексту, которые дети задают сами. Подходит любому предмету.",
        keywords=("чтение", "вопросы к тексту", "5\u20137 классы"),
        blocks=blocks_of(id_),
        references=(
            Items(
                (
                    (paragraph("Примерова М. И. О чтении. Примерск, 2020. 40 с."),),
                    (Paragraph((Link("https://example.org/", text("https://example.org/")),)),),
                ),
                start=1,
            ),
        ),
        url=f"https://example.org/bank/praktiki/{id_}/",
        demo=True,
    )


SECTIONS = (
    Section(
        "razdel-1",
        "Читаем",
        "Как учить понимать прочитанное на любом предмете.",
        (
            _article("chitatelskie-karty", "Читательские карты: десять минут осмысленного чтения",
                     name="Примерова Мария Ивановна"),
            _article("laboratoriya-voprosov", "Лаборатория вопросов: как учить спрашивать"),
        ),
    ),
    Section("razdel-2", "Считаем", "", (_article("smeta-prazdnika", f"Смета праздника {HOSTILE}"),)),
)  # fmt: skip

BOOK = Book(
    id="chitaem",
    collection=COLLECTION,
    root=Path(),
    sections=SECTIONS,
    front=(Chapter("predislovie", "Предисловие", (paragraph("Три года мы собирали эти описания."),)),),
    back=(Chapter("prilozhenie-1", "Приложение. Бланк карты", (paragraph("Пять строк для вопросов."),)),),
    indexes=(
        Index(
            "ukazatel-authors",
            "Указатель авторов",
            (IndexEntry("Примерова М. И.", ("chitatelskie-karty",)),),
        ),
        Index(
            "ukazatel-subjects",
            "Предметный указатель",
            (
                IndexEntry("вопросы к тексту", ("chitatelskie-karty", "laboratoriya-voprosov")),
                IndexEntry("чтение", ("smeta-prazdnika",)),
            ),
        ),
    ),
    abbreviations=(("ФГОС", "Федеральный государственный образовательный стандарт"),),
    contributors=(Author("Примерова Мария Ивановна", "учитель русского языка", "Школа-пример № 1"),),
)

IMPRINT = Imprint(
    title_page={
        "founder": ("Методический центр-пример",),
        "title": ("Читаем, считаем, сомневаемся",),
        "subtitle": ("Практики функциональной грамотности", "Сборник методических материалов", "Выпуск 2"),
        "output": ("Примерск", "Методический центр-пример", "2025"),
    },
    verso={
        "indexes": ("УДК 37.022", "ББК 74.202"),
        "people": ("Составитель: методист центра",),
        "record": ("Читаем, считаем, сомневаемся : практики. – Примерск, 2025. – 24 с.",),
        "annotation": (COLLECTION.annotation or "", "12+"),
        "isbn": ("ISBN 978-5-00000-002-1 (EPUB)",),
        "rights": ("© Методический центр-пример, 2025", "Лицензия CC BY 4.0"),
    },
    last_page={
        "purpose": ("Научно-методическое издание", "Электронное издание"),
        "title": ("Читаем, считаем, сомневаемся",),
        "release": ("Дата выхода: 01.09.2025. Усл. печ. л. 1,40.",),
        "publisher": ("Методический центр-пример", "000000, г. Примерск, ул. Примерная, д. 1"),
    },
)


def _starts() -> tuple[tuple[int, str], ...]:
    """One place for every page; page 9 has none, as a page in the middle of a long table."""
    first = SECTIONS[0].articles[0]
    inside = [id_ for id_, _ in place_ids(first.id, first.blocks)]
    return (
        (3, "predislovie"), (5, "razdel-1"), (6, first.id), (7, inside[4]), (8, inside[7]), (10, inside[10]),
        (12, "laboratoriya-voprosov"), (16, "razdel-2"), (17, "smeta-prazdnika"), (20, "prilozhenie-1"),
        (21, "ukazatel-authors"), (22, "ukazatel-subjects"),
    )  # fmt: skip


PAGES = Pages(
    count=24,
    first={
        "predislovie": 3, "razdel-1": 5, "chitatelskie-karty": 6, "laboratoriya-voprosov": 12, "razdel-2": 16,
        "smeta-prazdnika": 17, "prilozhenie-1": 20, "ukazatel-authors": 21, "ukazatel-subjects": 22,
    },
    last={"predislovie": 3, "chitatelskie-karty": 11, "laboratoriya-voprosov": 15, "smeta-prazdnika": 19},
    starts=_starts(),
)  # fmt: skip


def _png(width: int, height: int) -> bytes:
    made = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(made, "PNG")
    return made.getvalue()


PICTURES: Mapping[str, Picture] = {
    "practices/karty/karta.png": Picture(_png(800, 500), "image/png", 800, 500),
    "practices/karty/grafik.svg": Picture(DRAWING, "image/svg+xml", 240, 120),
}
COVER = _png(400, 568)
MOMENT = datetime(2025, 9, 1, tzinfo=UTC)


def made_epub(book: Book = BOOK, *, cover: bytes | None = COVER) -> bytes:
    """The sample book, or another of the same pages, as EPUB."""
    return write_epub(book, PAGES, IMPRINT, PICTURES, cover=cover, modified=MOMENT)


def made_docx(book: Book = BOOK) -> bytes:
    """The sample book, or another of the same pages, as DOCX."""
    return write_docx(book, PAGES, IMPRINT, PICTURES, modified=MOMENT)
