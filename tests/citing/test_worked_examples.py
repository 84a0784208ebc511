"""Every kind of source against an example worked by hand from the standards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kopilka.citing import (
    Article,
    Book,
    Carrier,
    Issue,
    Network,
    Site,
    Source,
    bibtex_of,
    describe,
    read_name,
    refer,
)

AUTHORS = tuple(
    read_name(name)
    for name in (
        "Агапова Анна Викторовна",
        "Ракин Егор Сергеевич",
        "Ёлкина Яна Юрьевна",
        "Дойл, Артур Конан",
        "де Сент-Экзюпери Антуан",
    )
)
COLLECTION = Book(
    title="Банк образовательных практик",
    subtitle=("Сборник методических материалов",),
    issue=Issue(word="Выпуск", number="3"),
    organisation="Институт развития образования Энского края",
    compilers=AUTHORS[:2],
    editors=(read_name("Верещагин Игорь Глебович"),),
    place="Энск",
    publisher="ИРО",
    year=2025,
    pages=108,
    isbns={"978-5-00000-000-7": ""},
)
BOOK = Book(title="Урок чтения", authors=AUTHORS[:1], place="Москва", publisher="Школа", year=2024, pages=64)
SEEN = date(2025, 5, 15)
SITE = Site(
    title="Копилка",
    kind="Банк практик",
    organisation="ИРО Энского края",
    place="Энск",
    since=2023,
    network=Network(url="https://example.org/bank/", visited=SEEN),
)
PAGE = Article(
    id="masterskaya",
    title="Читательская мастерская",
    authors=AUTHORS[:1],
    organisation="Школа-пример № 1",
    host=SITE,
    year=2025,
    network=Network(url="https://example.org/bank/r000/", visited=SEEN),
)
ARTICLE = replace(PAGE, host=COLLECTION, network=None, year=None, organisation="", first=6, last=12)


def by(count: int) -> Book:
    """The book by so many authors."""
    return replace(BOOK, authors=AUTHORS[:count])


DESCRIPTIONS: dict[str, tuple[Source, str]] = {
    "collection with compilers, an editor and an issue": (
        COLLECTION,
        (
            "Банк образовательных практик : сборник методических материалов. Выпуск 3 / Институт "
            "развития образования Энского края ; составители: А. В. Агапова, Е. С. Ракин ; "
            "ответственный редактор И. Г. Верещагин. – Энск : ИРО, 2025. – 108 с. – ISBN "
            "978-5-00000-000-7. – Текст : непосредственный."
        ),
    ),
    "one author": (
        by(1),
        (
            "Агапова, А. В. Урок чтения / А. В. Агапова. – Москва : Школа, 2024. – 64 с. – Текст : "
            "непосредственный."
        ),
    ),
    "two authors": (
        by(2),
        (
            "Агапова, А. В. Урок чтения / А. В. Агапова, Е. С. Ракин. – Москва : Школа, 2024. – 64 с."
            " – Текст : непосредственный."
        ),
    ),
    "three authors, ё": (
        by(3),
        (
            "Агапова, А. В. Урок чтения / А. В. Агапова, Е. С. Ракин, Я. Ю. Ёлкина. – Москва : Школа,"
            " 2024. – 64 с. – Текст : непосредственный."
        ),
    ),
    "four authors, a foreign name": (
        by(4),
        (
            "Урок чтения / А. В. Агапова, Е. С. Ракин, Я. Ю. Ёлкина, А. К. Дойл. – Москва : Школа, "
            "2024. – 64 с. – Текст : непосредственный."
        ),
    ),
    "five authors and more": (
        by(5),
        (
            "Урок чтения / А. В. Агапова, Е. С. Ракин, Я. Ю. Ёлкина [и др.]. – Москва : Школа, 2024. "
            "– 64 с. – Текст : непосредственный."
        ),
    ),
    "no place": (
        replace(BOOK, place=""),
        (
            "Агапова, А. В. Урок чтения / А. В. Агапова. – [Б. м.] : Школа, 2024. – 64 с. – Текст : "
            "непосредственный."
        ),
    ),
    "no place, no publisher, no pages": (
        replace(BOOK, place="", publisher="", pages=None),
        "Агапова, А. В. Урок чтения / А. В. Агапова. – 2024. – Текст : непосредственный.",
    ),
    "no year": (
        replace(BOOK, year=None),
        "Агапова, А. В. Урок чтения / А. В. Агапова. – Москва : Школа. – 64 с. – Текст : непосредственный.",
    ),
    "second edition, a foreign author of one name": (
        replace(BOOK, authors=(read_name("Конфуций"),), edition="2-е изд., испр."),
        (
            "Конфуций. Урок чтения / Конфуций. – 2-е изд., испр. – Москва : Школа, 2024. – 64 с. – "
            "Текст : непосредственный."
        ),
    ),
    "electronic edition in the network": (
        replace(
            COLLECTION,
            compilers=AUTHORS[:1],
            editors=(),
            organisation="",
            isbns={"978-5-00000-001-4": "PDF", "978-5-00000-002-1": "EPUB"},
            carrier=Carrier.ELECTRONIC,
            network=Network(url="https://example.org/s/", visited=SEEN, doi="https://doi.org/10.1234/abc"),
        ),
        (
            "Банк образовательных практик : сборник методических материалов. Выпуск 3 / составитель "
            "А. В. Агапова. – Энск : ИРО, 2025. – 108 с. – ISBN 978-5-00000-001-4 (PDF). – ISBN "
            "978-5-00000-002-1 (EPUB). – URL: https://example.org/s/ (дата обращения: 15.05.2025). – "
            "DOI 10.1234/abc. – Текст : электронный."
        ),
    ),
    "article of a collection": (
        ARTICLE,
        (
            "Агапова, А. В. Читательская мастерская / А. В. Агапова. – Текст : непосредственный // "
            "Банк образовательных практик : сборник методических материалов. Выпуск 3 / Институт "
            "развития образования Энского края ; составители: А. В. Агапова, Е. С. Ракин ; "
            "ответственный редактор И. Г. Верещагин. – Энск : ИРО, 2025. – С. 6–12."
        ),
    ),
    "article of one page by an organisation": (
        replace(ARTICLE, authors=(), organisation="Школа-пример № 1", last=6, host=replace(BOOK, authors=())),
        (
            "Читательская мастерская / Школа-пример № 1. – Текст : непосредственный // Урок чтения. –"
            " Москва : Школа, 2024. – С. 6."
        ),
    ),
    "site": (
        SITE,
        (
            "Копилка : банк практик : [сайт] / ИРО Энского края. – Энск, 2023 – . – URL: "
            "https://example.org/bank/ (дата обращения: 15.05.2025). – Текст : электронный."
        ),
    ),
    "record of the bank": (
        PAGE,
        (
            "Агапова, А. В. Читательская мастерская / А. В. Агапова ; Школа-пример № 1. – Текст : "
            "электронный // Копилка : банк практик : [сайт]. – Энск, 2025. – URL: "
            "https://example.org/bank/r000/ (дата обращения: 15.05.2025)."
        ),
    ),
    "record without authors, place and address": (
        replace(PAGE, authors=(), host=replace(SITE, place=""), network=None),
        (
            "Читательская мастерская / Школа-пример № 1. – Текст : электронный // Копилка : банк "
            "практик : [сайт]. – 2025."
        ),
    ),
}

REFERENCES: dict[str, tuple[Source, str]] = {
    "collection": (
        replace(COLLECTION, editors=()),
        (
            "Банк образовательных практик : сборник методических материалов. Вып. 3 / сост. А. В. "
            "Агапова, Е. С. Ракин. Энск : ИРО, 2025. 108 с."
        ),
    ),
    "one author, Moscow": (by(1), "Агапова А. В. Урок чтения. М. : Школа, 2024. 64 с."),
    "three authors": (
        by(3),
        "Агапова А. В., Ракин Е. С., Ёлкина Я. Ю. Урок чтения. М. : Школа, 2024. 64 с.",
    ),
    "four authors": (by(4), "Урок чтения / А. В. Агапова [и др.]. М. : Школа, 2024. 64 с."),
    "no place": (replace(BOOK, place=""), "Агапова А. В. Урок чтения. [Б. м.] : Школа, 2024. 64 с."),
    "no year": (replace(BOOK, year=None), "Агапова А. В. Урок чтения. М. : Школа. 64 с."),
    "article of a collection": (
        ARTICLE,
        (
            "Агапова А. В. Читательская мастерская // Банк образовательных практик : сборник "
            "методических материалов. Энск : ИРО, 2025. Вып. 3. С. 6–12."
        ),
    ),
    "site": (
        SITE,
        "Копилка : банк практик : [сайт]. URL: https://example.org/bank/ (дата обращения: 15.05.2025).",
    ),
    "record, its year alone known": (
        PAGE,
        (
            "Агапова А. В. Читательская мастерская // Копилка : банк практик : [сайт]. 2025. URL: "
            "https://example.org/bank/r000/ (дата обращения: 15.05.2025)."
        ),
    ),
    "record with the day of its publication (7.0.108-2022)": (
        replace(
            PAGE,
            authors=(),
            network=Network(url="https://example.org/r/", visited=SEEN, published=date(2025, 6, 2)),
        ),
        (
            "Читательская мастерская / Школа-пример № 1 // Копилка : банк практик : [сайт]. Дата "
            "публикации: 02.06.2025. URL: https://example.org/r/ (дата обращения: 15.05.2025)."
        ),
    ),
}


@pytest.mark.parametrize(("source", "expected"), DESCRIPTIONS.values(), ids=DESCRIPTIONS)
def test_a_description_reads_as_worked_by_hand(source: Source, expected: str) -> None:
    """ГОСТ Р 7.0.100-2018."""
    assert describe(source).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(("source", "expected"), REFERENCES.values(), ids=REFERENCES)
def test_a_reference_reads_as_worked_by_hand(source: Source, expected: str) -> None:
    """ГОСТ Р 7.0.5-2008 and 7.0.108-2022."""
    assert refer(source).replace("\u00a0", " ") == expected


def test_initials_and_pages_are_not_torn_from_their_words() -> None:
    """A line never ends between «А.» and «В.», «С.» and «6»."""
    words = describe(ARTICLE)
    assert "А.\u00a0В.\u00a0Агапова" in words
    assert "С.\u00a06–12" in words


def test_a_host_with_several_editors_names_them_in_the_plural() -> None:
    """«ответственные редакторы: …»."""
    words = describe(replace(COLLECTION, editors=AUTHORS[:2])).replace("\u00a0", " ")
    assert "ответственные редакторы: А. В. Агапова, Е. С. Ракин." in words


def test_bibtex_tells_a_page_of_a_site_from_an_article() -> None:
    """`@online` with its address, `@incollection` with its pages; braces cannot break either."""
    page = bibtex_of(replace(PAGE, title="Скобки {и\\n}"))
    assert page.startswith("@online{masterskaya,\n")
    assert "title        = {Скобки (и/n)}" in page
    article = bibtex_of(ARTICLE)
    assert article.startswith("@incollection{masterskaya,\n")
    assert "pages        = {6--12}" in article
