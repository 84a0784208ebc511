"""The permanent codes of slips in the punctuation of YAML, one for each cause that people meet."""

from __future__ import annotations

from kopilka.diagnostics import Code, Severity

COLON_IN_VALUE = Code(
    "K130",
    "colon-in-value",
    Severity.ERROR,
    "Двоеточие внутри значения",
    "Двоеточие с пробелом отделяет имя поля от значения. Второе на той же строке сбивает программу: она ищет "
    "за ним "
    "ещё одно значение.",
    "title: Школа наставника: первый год",
    'title: "Школа наставника: первый год"',
)
TAB = Code(
    "K131",
    "tab-in-indent",
    Severity.ERROR,
    "Отступ клавишей Tab",
    "Отступ показывает, что к чему относится. Табуляция в разных программах разной ширины, поэтому отступы "
    "делают "
    "только пробелами.",
    "period:\n\tstart: 2023-09",
    "period:\n  start: 2023-09",
)
UNCLOSED_QUOTE = Code(
    "K132",
    "unclosed-quote",
    Severity.ERROR,
    "Кавычка не закрыта",
    "Если значение началось с кавычки, программа читает всё подряд до следующей такой же и глотает соседние "
    "поля.",
    'title: "Школа наставника\nstatus: draft',
    'title: "Школа наставника"\nstatus: draft',
)
NO_COLON = Code(
    "K133",
    "no-colon",
    Severity.ERROR,
    "Строка без двоеточия",
    "В шапке каждая строка – поле (имя, двоеточие, пробел, значение), пункт списка или продолжение с "
    "отступом.",
    "title Школа наставника\nstatus: draft",
    "title: Школа наставника\nstatus: draft",
)
RESERVED_START = Code(
    "K134",
    "reserved-first-character",
    Severity.ERROR,
    "Значение начинается с особого знака",
    "Знаки * & ! @ % ` [ "
    "{ > | в начале значения для программы – команды. Чтобы они остались текстом, нужны кавычки.",
    "title: *Новое* о наставничестве",
    'title: "*Новое* о наставничестве"',
)
SHIFTED_INDENT = Code(
    "K135",
    "shifted-indent",
    Severity.ERROR,
    "Сбился отступ",
    "Отступ показывает, какое поле внутри какого. Поля одного уровня начинаются с одной и той же позиции.",
    "period:\n  start: 2023-09\n end: 2024-05",
    "period:\n  start: 2023-09\n  end: 2024-05",
)
LIST_ITEM = Code(
    "K136",
    "misplaced-list-item",
    Severity.ERROR,
    "Пункт списка не на месте",
    "Чёрточки одного списка стоят строго друг под другом, каждая с новой строки. Иначе пункт приклеивается к "
    "соседнему "
    "значению.",
    "themes:\n  - наставничество\n    - адаптация",
    "themes:\n  - наставничество\n  - адаптация",
)
UNCLOSED_BRACKET = Code(
    "K137",
    "unclosed-bracket",
    Severity.ERROR,
    "Скобка без пары",
    "Список в квадратных скобках и набор в фигурных программа читает до закрывающей скобки, сколько бы "
    "строк ни прошло.",
    "keywords: [наставник, молодой педагог\nstatus: draft",
    "keywords: [наставник, молодой педагог]\nstatus: draft",
)
TEXT_AFTER_QUOTE = Code(
    "K138",
    "text-after-quote",
    Severity.ERROR,
    "Текст после закрывающей кавычки",
    "Значение, начатое с кавычки, кончается на закрывающей: продолжать его нельзя. Внутри текста удобнее "
    "«ёлочки», "
    "они программе не мешают.",
    'title: "Ступени" – школа наставника',
    "title: «Ступени» – школа наставника",
)
BACKSLASH = Code(
    "K139",
    "backslash-in-quotes",
    Severity.ERROR,
    "Обратная косая черта в кавычках",
    "В двойных кавычках «\\» начинает команду (\\n – новая строка). В одинарных он остаётся просто знаком.",
    'title: "Папка C:\\школа"',
    "title: 'Папка C:\\школа'",
)
NO_SPACE = Code(
    "K140",
    "no-space-after-mark",
    Severity.ERROR,
    "Нет пробела после двоеточия или чёрточки",
    "Поле – это имя, двоеточие и обычный пробел; пункт списка – чёрточка и пробел. Без пробела программа "
    "видит одно "
    "слово. Неразрывный пробел из Word за пробел не считается.",
    "title:Школа наставника\nthemes:\n  -наставничество",
    "title: Школа наставника\nthemes:\n  - наставничество",
)
UNREADABLE = Code(
    "K149",
    "unreadable-yaml",
    Severity.ERROR,
    "Не удалось разобрать написанное",
    "Программа дошла до этого места и не поняла, что дальше. Причина обычно здесь же или строкой выше.",
    "title: Школа наставника\n, status: draft",
    "title: Школа наставника\nstatus: draft",
)

SYNTAX_CODES: tuple[Code, ...] = (
    COLON_IN_VALUE,
    TAB,
    UNCLOSED_QUOTE,
    NO_COLON,
    RESERVED_START,
    SHIFTED_INDENT,
    LIST_ITEM,
    UNCLOSED_BRACKET,
    TEXT_AFTER_QUOTE,
    BACKSLASH,
    NO_SPACE,
    UNREADABLE,
)
