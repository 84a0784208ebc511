"""The permanent codes of what a collection lacks before it can go to print: K920–K939."""

from __future__ import annotations

from kopilka.diagnostics import Code, Severity

IMPRINT_GAP = Code(
    "K920",
    "imprint-gap",
    Severity.ERROR,
    "В выходных сведениях нет обязательного",
    "Без этих сведений книгу не примут ни типография, ни библиотека: их состав для каждого вида издания "
    "задаёт ГОСТ Р 7.0.4-2020.",
    "purpose: научно-методическое издание\nisbn: {pdf: 978-5-00000-001-4}",
    "purpose: научно-методическое издание\nisbn: {print: 978-5-00000-000-7, pdf: 978-5-00000-001-4}",
)
IMPRINT_ADVICE = Code(
    "K921",
    "imprint-advice",
    Severity.WARNING,
    "Выходные сведения можно дополнить",
    "Книгу напечатают и без этого, но так сведения полнее и понятнее тому, кто её ищет.",
    "year: 2025",
    "year: 2025\nage: 12+",
)
NOT_APPROVED = Code(
    "K922",
    "article-not-approved",
    Severity.ERROR,
    "Запись сборника не одобрена",
    "В книгу входит то, что прошло экспертизу: исправить напечатанное уже нельзя.",
    "status: content_review",
    "status: approved",
)
DEMO_ARTICLE = Code(
    "K923",
    "demo-article",
    Severity.ERROR,
    "Придуманная запись в настоящем сборнике",
    "Запись-пример показывает, как заполнять поля. Читатель книги примет её за чужой опыт.",
    "sections: [{records: [chitatelskie-karty]}]",
    "sections: [{records: [laboratoriya-osmyslennogo-chteniya]}]",
)
UNREADABLE = Code(
    "K924",
    "unreadable-article",
    Severity.ERROR,
    "Запись сборника не читается",
    "В файле записи ошибка, поэтому в книгу она не попадёт. Где ошибка, сказано рядом.",
    "title: Карты\nsummary: Короткая карта\n status: approved",
    "title: Карты\nsummary: Короткая карта\nstatus: approved",
)
NAMELESS = Code(
    "K925",
    "nameless-article",
    Severity.ADVICE,
    "В книге не будет имени автора",
    "Имя печатают только с письменного согласия человека. Спросите согласие сейчас: в напечатанную книгу имя "
    "уже не вписать.",
    "authors: [{position: учитель биологии}]",
    "authors:\n  - name: Примерова Мария Ивановна\n    position: учитель биологии\n"
    "    consent: {date: 2025-09-01, basis: согласие № 12}",
)
VOLUME = Code(
    "K926",
    "article-volume-in-book",
    Severity.WARNING,
    "Статья короче или длиннее принятого",
    "Статья сборника – от 4 до 7 страниц по 1800 знаков. Короткая не расскажет, как повторить опыт, длинную "
    "не дочитают. Пределы меняет настройка checks.limits.",
    "## Введение\n\n(во всей записи 3000 знаков)",
    "## Введение\n\n(во всей записи 9000 знаков)",
)
COARSE_PICTURE = Code(
    "K927",
    "coarse-picture",
    Severity.WARNING,
    "Картинка слишком грубая для печати",
    "На экране она выглядит хорошо, а на бумаге станет видно точки: типография печатает втрое мельче, чем "
    "светит монитор.",
    "![Доска после урока](doska-640x480.jpg)",
    "![Доска после урока](doska-2400x1800.jpg)",
)
PICTURE_CONSENT = Code(
    "K928",
    "picture-not-for-print",
    Severity.ERROR,
    "Снимок нельзя печатать",
    "Те, кто виден на снимке, разрешили показать его на сайте, но не в книге. В книге на его месте останется "
    "только подпись.",
    "pictures:\n  - file: krug.jpg\n    people: children\n"
    "    consent: {date: 2025-09-01, basis: согласия родителей, scope: [site]}",
    "pictures:\n  - file: krug.jpg\n    people: children\n"
    "    consent: {date: 2025-09-01, basis: согласия родителей, scope: [site, print]}",
)
WIDE_TABLE = Code(
    "K929",
    "wide-table",
    Severity.WARNING,
    "Таблица не помещается в ширину страницы",
    "Слова в узких столбцах переносятся по слогам, и таблицу нельзя прочесть.",
    "| № | Мероприятие | Ответственный | Соответственный | Срок | Результат | Отметка | Примечание |",
    "| Мероприятие | Кто и когда | Результат |",
)
OUTSIDE_LINK = Code(
    "K930",
    "link-outside-book",
    Severity.ADVICE,
    "Ссылка ведёт на запись, которой в книге нет",
    "В книге на её месте будет адрес страницы на сайте. Если сайта у банка нет, останутся одни слова.",
    "Подробнее – в записи [«Текст недели»](tekst-nedeli.md).",
    "Подробнее – в статье [«Читательские карты»](chitatelskie-karty.md).",
)
UNSOURCED_QUOTE = Code(
    "K931",
    "quotation-without-source",
    Severity.WARNING,
    "Цитата без источника",
    "Чужие слова печатают с именем того, кто их сказал, и указанием, где (ГК РФ, ст. 1274).",
    "> Чтение – это диалог.",
    "> Чтение – это диалог.\n>\n> – М. М. Бахтин. Эстетика словесного творчества",
)
MISSING_GLYPH = Code(
    "K932",
    "missing-glyph",
    Severity.ERROR,
    "Знака нет ни в одном шрифте книги",
    "На его месте в книге будет пустой квадрат. Чаще всего это смайлик или знак из чужого шрифта.",
    "Итоги урока: 👍",
    "Итоги урока: хорошо",
)
EMPTY_BOOK = Code(
    "K933",
    "empty-book",
    Severity.ERROR,
    "В сборнике нет ни одной статьи",
    "Печатать нечего: ни одна запись в книгу не вошла.",
    "sections: [{query: {kind: practice, year: 1990}}]",
    "sections: [{query: {kind: practice}}]",
)
DAMAGED_PICTURE = Code(
    "K934",
    "damaged-picture",
    Severity.ERROR,
    "Картинка повреждена",
    "Файл назван картинкой, но открыть его не удалось: ни на сайте, ни в книге её не увидят.",
    "![Схема урока](shema-oborvana-pri-otpravke.png)",
    "![Схема урока](shema.png)",
)
UNSETTABLE = Code(
    "K935",
    "unsettable-text",
    Severity.ERROR,
    "Текст не набирается",
    "Программа набора не справилась с этим местом, и без него книга не соберётся. Обычно дело в таблице или "
    "в разметке, которую вставили из другой программы.",
    "| Неделя | Что делаем |\n| - | - |\n| 1 | (таблица, вставленная из редактора вместе с его метками) |",
    "| Неделя | Что делаем |\n| - | - |\n| 1 | знакомимся с картой |",
)
PRINT_CODES = (
    IMPRINT_GAP,
    IMPRINT_ADVICE,
    NOT_APPROVED,
    DEMO_ARTICLE,
    UNREADABLE,
    NAMELESS,
    VOLUME,
    COARSE_PICTURE,
    PICTURE_CONSENT,
    WIDE_TABLE,
    OUTSIDE_LINK,
    UNSOURCED_QUOTE,
    MISSING_GLYPH,
    EMPTY_BOOK,
    DAMAGED_PICTURE,
    UNSETTABLE,
)
