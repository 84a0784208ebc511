# ruff: noqa: E501 - the labels are as long as the forms have them
"""Descriptions written as running text, with what people put among it."""

from __future__ import annotations

from tests.exchange.intake.paper_maker import Sheet, photo


def practice_headings() -> bytes:
    """A practice as headings and text, with lists, bold, a link's text and brackets that Markdown reads."""
    return (
        Sheet()
        .head("Словарный круг: десять слов без зубрёжки", 1)
        .text("**Вид практики:** педагогическая")
        .text("**Организация:** Школа-пример № 1")
        .text("**Ключевые слова:** словарь, круг, игра")
        .head("Введение", 2)
        .text("Словарный запас *не растёт* от диктантов <b>сам</b>.")
        .head("Ход работы", 2)
        .text("Дети садятся в круг.")
        .items("первый называет слово", "второй – его соседа")
        .head("Методические приёмы и находки", 2)
        .items("мяч", "карточка", numbered=True)
        .head("Полученные результаты", 2)
        .text("Новых слов в сочинениях: было 3, стало 9.")
        .head("Благодарности коллегам", 2)
        .text("Спасибо библиотеке.")
        .head("Выводы", 2)
        .text("Круг можно вести **в любом** классе.")
        .bytes()
    )


def tracked_changes() -> bytes:
    """Changes that nobody accepted: what is inserted stays, what is deleted goes."""
    return (
        Sheet()
        .head("Описание практики", 0)
        .text("**Название практики:** Читаем вслух всей школой по пятницам")
        .raw(
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Основная идея: </w:t></w:r>"
            '<w:del w:id="1" w:author="a"><w:r><w:delText>зачёркнутое </w:delText></w:r></w:del>'
            '<w:ins w:id="2" w:author="a"><w:r><w:t>вставленное чтение</w:t></w:r></w:ins></w:p>'
        )
        .text("**Проблема:** читают молча")
        .bytes()
    )


def check_boxes() -> bytes:
    """Content controls: a check box, a drop-down, a plain text."""
    box = (
        "<w:p><w:r><w:t>Согласие на публикацию получено: </w:t></w:r><w:sdt><w:sdtPr>"
        '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="1"/>'
        "</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    choice = (
        "<w:p><w:r><w:t>Вид практики: </w:t></w:r><w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>управленческая</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    return (
        Sheet()
        .head("Карточка практики", 0)
        .text("**Название практики:** Планёрка на ходу: совещание за восемь минут")
        .raw(box)
        .raw(choice)
        .bytes()
    )


def pictures() -> bytes:
    """A photograph with GPS, twice, among the text."""
    return (
        Sheet()
        .head("Описание практики", 0)
        .text("**Название практики:** Сад на подоконнике: наблюдаем всю зиму")
        .text("**Основная идея:** Каждый класс растит лук.")
        .text(
            "Подробности урока видны на снимках ниже, их сделали сами дети во время зимних наблюдений за ростками лука."
        )
        .picture(photo())
        .picture(photo())
        .bytes()
    )


def private_data() -> bytes:
    """Names, phones, a СНИЛС and a pupil in running text."""
    return (
        Sheet()
        .head("Описание практики", 0)
        .text("**Название практики:** Дневник наблюдений за погодой в классе")
        .text("**Автор:** Кузнецова Ольга Петровна, воспитатель, тел. 8 905 123-45-67")
        .text("**Проблема:** Ученик 5 класса Пётр Иванов не вёл дневник. СНИЛС 112-233-445 95.")
        .text("Пишите на kuznetsova@gmail.com; работали по Выготскому Льву Семёновичу.")
        .bytes()
    )


def loose_lines() -> bytes:
    """Everything in one paragraph with line breaks, as from an e-mail."""
    return (
        Sheet()
        .text("Карточка практики", bold=True)
        .text(
            "Название: Тихий час чтения в детском саду\nОсновная идея: Воспитатель читает вслух\nПредмет: чтение\nПогода: ясная"
        )
        .text("До встречи!")
        .bytes()
    )


def header_footer() -> bytes:
    """A page header that says something."""
    sheet = (
        Sheet()
        .head("Описание практики", 0)
        .text("**Название практики:** Музыка на перемене: плейлист класса")
    )
    sheet.text("**Основная идея:** Каждый день музыку выбирает другой ученик.")
    sheet.doc.sections[0].header.paragraphs[0].text = "Конкурс «Росток-2025», шифр работы Б17"
    return sheet.bytes()


def strange_kind() -> bytes:
    """A document that is no application at all."""
    return Sheet().text("Уважаемые коллеги! Совещание переносится на среду.").bytes()
