"""Every node of the tree of a book, and a text that tries to do harm."""

from __future__ import annotations

from kopilka.book.tree import (
    Abbreviation,
    Block,
    Box,
    Break,
    Cell,
    Definitions,
    Divider,
    Figure,
    Footnote,
    Heading,
    Inline,
    Items,
    Link,
    Listing,
    Paragraph,
    Quote,
    Styled,
    Table,
    Text,
)

HOSTILE = (
    "<script>alert(1)</script> & \"кавычки\" ]]> <!ENTITY x SYSTEM 'file:///etc/passwd'>\x00\x08\ufffe &amp;"
)


def text(words: str) -> tuple[Inline, ...]:
    """Plain words."""
    return (Text(words),)


def paragraph(words: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(text(words))


def cell(words: str, *, header: bool = False, columns: int = 1) -> Cell:
    """A cell of plain words."""
    return Cell((paragraph(words),), header=header, columns=columns)


FILLER = (
    "Учитель раздаёт карты в начале урока и просит отметить место, где стало непонятно. Через пять минут "
    "пары сверяют отметки: одинаковые обсуждают вслух, разные – объясняют друг другу."
)


def _inlines() -> tuple[Inline, ...]:
    return (
        Text("Приём проверен на "),
        Styled("strong", text("трёх")),
        Text(" параллелях, "),
        Styled("emphasis", (Text("с поправкой "), Styled("strong", text("на возраст")))),
        Text(". Раньше делали "),
        Styled("strike", text("иначе")),
        Text(": H"),
        Styled("sub", text("2")),
        Text("O, м"),
        Styled("sup", text("2")),
        Text(", команда "),
        Styled("code", text("печать --все")),
        Text(". По "),
        Abbreviation("ФГОС", "Федеральный государственный образовательный стандарт"),
        Text(" это метапредметный результат."),
        Footnote(1, (paragraph("Измеряли анкетой из приложения, 5\u2060–\u20607 минут."),)),
        Break(),
        Text("См. "),
        Link("https://example.org/bank/?a=1&b=2", text("страницу банка")),
        Text(", "),
        Link("#laboratoriya-voprosov", text("соседнюю статью")),
        Text(" и "),
        Link("javascript:alert(1)", text("ссылку, которая никуда не ведёт")),
        Text("."),
    )


def blocks_of(owner: str) -> tuple[Block, ...]:
    """The text of an article with the id `owner`: every kind of block."""
    return (
        Heading(1, text("Зачем это нужно"), f"{owner}-zachem"),
        Paragraph(_inlines()),
        paragraph(FILLER),
        Heading(1, text("Ход работы"), f"{owner}-hod"),
        Items(
            (
                (paragraph("Раздать карты."), paragraph("Второй абзац того же пункта.")),
                (paragraph("Прочитать текст:"), Items(((paragraph("вслух;"),), (paragraph("про себя."),)))),
                (paragraph("Сверить отметки."),),
            ),
            start=3,
        ),
        Heading(2, text("Что понадобится"), f"{owner}-chto"),
        Definitions(
            (
                (text("Карта"), (paragraph("лист с пятью вопросами"),)),
                (text("Маркер"), (paragraph("любой, кроме красного"),)),
            )
        ),
        Table(
            f"{owner}-tablica",
            1,
            text("Этапы и время"),
            (3, 5, 1.5),
            ((cell("Этап", header=True), cell("Что делают", header=True), cell("Мин", header=True)),),
            (
                (cell("Начало", header=True), cell(FILLER), Cell((paragraph("5"),), align="end")),
                (cell("Чтение", header=True), cell(FILLER), Cell((paragraph("20"),), align="end")),
                (cell("Итого", header=True, columns=2), Cell((paragraph("25"),), align="end")),
            ),
        ),
        Box(
            "tip", "Совет", (paragraph("Не раздавайте все карты сразу."), Items(((paragraph("по одной;"),),)))
        ),
        Quote((paragraph("Мы спорили до звонка."), paragraph("Седьмой «Б»"))),
        Figure(
            f"{owner}-ris",
            1,
            "practices/karty/karta.png",
            "Карта с пятью вопросами",
            text("Карта чтения"),
            "Фото школы-примера",
        ),
        Divider(),
        Figure(
            f"{owner}-ris2", 2, "practices/karty/grafik.svg", "Рост числа верных ответов", text("Динамика")
        ),
        Listing("если непонятно:\n    спросить\n\tотступ"),
        Paragraph((Text(HOSTILE), Footnote(2, (paragraph(HOSTILE),)))),
    )
