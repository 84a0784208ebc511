"""The permanent codes of problems found in the built site: 95x."""

from __future__ import annotations

from kopilka.diagnostics import Code, Severity

BROKEN_LINK = Code(
    "K950",
    "broken-link",
    Severity.ERROR,
    "Ссылка никуда не ведёт",
    "Читатель нажмёт и увидит «Такой страницы нет» или останется на месте.",
    '<a href="../chitatelskie-karti/">Читательские карты</a>',
    '<a href="../chitatelskie-karty/">Читательские карты</a>',
)
MISSING_PAGE = Code(
    "K951",
    "missing-page",
    Severity.ERROR,
    "Страницы нет в собранном сайте",
    "Она была в плане, но на диск не попала: значит, сборка прошла мимо плагина или другой плагин её убрал.",
    "plugins:\n  - macros",
    "plugins:\n  - kopilka\n  - macros",
)
EMPTY_PAGE = Code(
    "K952",
    "empty-page",
    Severity.ERROR,
    "Страница собрана пустой",
    "Рамка на месте, а содержания нет: шаблон темы не напечатал то, что дал плагин.",
    "{% block container %}{% endblock %}",
    "{% block container %}{{ super() }}{% endblock %}",
)
MISSING_FILE = Code(
    "K953",
    "missing-file",
    Severity.ERROR,
    "Файла нет в собранном сайте",
    "На него ведут ссылки со страниц, а скачать нечего.",
    "site/praktiki/karty/ (без karta.pdf)",
    "site/praktiki/karty/karta.pdf",
)
OUTSIDE_REQUEST = Code(
    "K955",
    "outside-request",
    Severity.WARNING,
    "Страница обращается к чужому сайту",
    "Чужой сервер узнает, кто и что читает, а без интернета на месте картинки будет дыра.",
    '<img src="https://example.org/foto.jpg" alt="Урок">',
    '<img src="foto.jpg" alt="Урок">',
)
PUBLIC_EDITOR = Code(
    "K956",
    "public-editor",
    Severity.WARNING,
    "Редактор выложен на открытый сайт",
    "На странице редактора входят в хранилище записей. С 1 декабря 2023 года российский сайт вправе пускать "
    "посетителей только по телефону, через Госуслуги, ЕБС или российскую систему входа (149-ФЗ, ст. 8, "
    "в редакции 406-ФЗ); вход через зарубежный GitHub или gitlab.com к ним не относится.",
    "editor:\n  public: true",
    "editor:\n  public: false  # и открывать редактор командой kopilka editor",
)

BUILD_CODES = (BROKEN_LINK, MISSING_PAGE, EMPTY_PAGE, MISSING_FILE, OUTSIDE_REQUEST, PUBLIC_EDITOR)
