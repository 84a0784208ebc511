"""The permanent codes of problems found in single fields: 2xx form, 3xx vocabulary terms, 70x dates."""

from __future__ import annotations

from kopilka.diagnostics import Code, Severity

FILE_NAME = Code(
    "K199",
    "file-name",
    Severity.ERROR,
    "Имя файла не годится в идентификаторы",
    "Имя файла становится адресом страницы и стоит в ссылках других записей: "
    "оно должно читаться везде и не меняться.",
    "practices/Читательские карты.md",
    "practices/chitatelskie-karty.md",
)
MISSING = Code(
    "K201",
    "missing-field",
    Severity.ERROR,
    "Не заполнено обязательное поле",
    "Без этого поля запись не показать в каталоге или не найти: "
    "оно стоит в карточке, в фильтрах или в подписи.",
    "title: Читательские карты на любом уроке\nstatus: draft",
    "title: Читательские карты на любом уроке\nsummary: >-\n"
    "  Короткая карта с тремя вопросами помогает …\nstatus: draft",
)
UNKNOWN = Code(
    "K202",
    "unknown-field",
    Severity.ERROR,
    "Такого поля нет",
    "Значение под неизвестным именем нигде не появится: ни на странице, ни в поиске. "
    "Чаще всего это опечатка.",
    "sumary: Короткая карта с тремя вопросами …",
    "summary: Короткая карта с тремя вопросами …",
)
TOO_SHORT = Code(
    "K203",
    "too-short",
    Severity.ERROR,
    "Слишком короткий текст",
    "По такому тексту коллега не поймёт, подойдёт ли ему практика.",
    "summary: Карты для чтения.",
    "summary: >-\n  Короткая карта с тремя вопросами помогает пятиклассникам искать в тексте\n"
    "  не только факты, но и смысл. Учителя договариваются о вопросах и меняют только текст.",
)
TOO_LONG = Code(
    "K204",
    "too-long",
    Severity.ERROR,
    "Слишком длинный текст",
    "Длинный текст не поместится в карточку и строку поиска. Подробности лучше оставить для тела записи.",
    "keywords:\n  - чтение и понимание самых разных текстов на всех предметах во всех классах основной школы",
    "keywords:\n  - смысловое чтение",
)
WRONG_TYPE = Code(
    "K205",
    "wrong-type",
    Severity.ERROR,
    "Значение не того вида",
    "Поле ждёт другого: числа, текста, списка или нескольких подписанных значений.",
    "levels: основное общее образование",
    "levels:\n  - основное общее образование",
)
WRONG_VALUE = Code(
    "K206",
    "wrong-value",
    Severity.ERROR,
    "Значения нет среди допустимых",
    "Поле принимает одно из нескольких слов: по ним строятся фильтры и подписи.",
    "status: publish",
    "status: published",
)
OUT_OF_RANGE = Code(
    "K207",
    "out-of-range",
    Severity.ERROR,
    "Число вне допустимых пределов",
    "Скорее всего, опечатка или другая единица: например, минуты вместо часов.",
    "grades: {min: 5, max: 70}",
    "grades: {min: 5, max: 7}",
)
LIST_LENGTH = Code(
    "K208",
    "list-length",
    Severity.ERROR,
    "В списке слишком мало или слишком много значений",
    "Слишком короткий список не помогает искать, слишком длинный ничего не различает.",
    "keywords: [чтение]",
    "keywords: [смысловое чтение, карта, вопросы к тексту]",
)
WRONG_FORM = Code(
    "K209",
    "wrong-form",
    Severity.ERROR,
    "Значение записано не по форме",
    "Программа ждёт определённой записи, чтобы сравнивать и сортировать.",
    "start: в 10 утра",
    "start: '10:00'",
)
UNKNOWN_TERM = Code(
    "K301",
    "unknown-term",
    Severity.ERROR,
    "Слова нет в словаре",
    "Одинаковые слова держат каталог вместе: запись с новым словом не попадёт ни в один фильтр. "
    "Если слово действительно нужно, его добавляют в registry/vocabularies.",
    "themes:\n  - наставничесво",
    "themes:\n  - наставничество",
)
RETIRED_TERM = Code(
    "K302",
    "retired-term",
    Severity.WARNING,
    "Слово выведено из словаря",
    "Для этого понятия теперь есть другое слово; старое скоро исчезнет из фильтров.",
    "deficits: [ИКТ старое]",
    "deficits: [цифровые]",
)
DATE_FORM = Code(
    "K701",
    "date-form",
    Severity.ERROR,
    "Дата записана не так",
    "Дату пишут от большего к меньшему: год, год-месяц или год-месяц-день. "
    "Так её поймёт и человек, и программа.",
    "created: 01.09.2024",
    "created: 2024-09-01",
)
DATE_CALENDAR = Code(
    "K702",
    "date-not-in-calendar",
    Severity.ERROR,
    "Такого дня нет в календаре",
    "Месяцев двенадцать, а в феврале не бывает тридцатого числа: где-то опечатка.",
    "created: 2024-02-30",
    "created: 2024-02-29",
)
DATE_YEAR = Code(
    "K703",
    "date-year",
    Severity.ERROR,
    "Год вне разумных пределов",
    "Банк хранит опыт от 1900 до 2100 года; другой год – опечатка.",
    "created: 2204-09-01",
    "created: 2024-09-01",
)

FIELD_CODES = (
    FILE_NAME,
    MISSING,
    UNKNOWN,
    TOO_SHORT,
    TOO_LONG,
    WRONG_TYPE,
    WRONG_VALUE,
    OUT_OF_RANGE,
    LIST_LENGTH,
    WRONG_FORM,
    UNKNOWN_TERM,
    RETIRED_TERM,
    DATE_FORM,
    DATE_CALENDAR,
    DATE_YEAR,
)
