"""What may be wrong with a link that is told only by asking its site."""

from __future__ import annotations

from kopilka.diagnostics import Code, Severity

DEAD_LINK = Code(
    "K420",
    "dead-link",
    Severity.WARNING,
    "Страницы по ссылке нет",
    "Сайты переезжают и закрываются. Читатель увидит «страница не найдена» и дальше искать не станет.",
    "url: https://example.org/staraya-stranica",
    "url: https://example.org/novaya-stranica",
)
NO_SITE = Code(
    "K421",
    "no-such-site",
    Severity.WARNING,
    "Сайта по ссылке нет",
    "Такого имени в интернете больше нет: его не продлили или в адресе опечатка. Брошенные имена покупают, и "
    "однажды по старой ссылке откроется что угодно.",
    "url: https://shkola-primer-4.example/karty",
    "file: karty.docx",
)
MOVED_LINK = Code(
    "K422",
    "moved-link",
    Severity.ADVICE,
    "Страница переехала",
    "Сайт сам говорит новый адрес. Переадресация живёт не вечно: впишите новый, пока он известен.",
    "url: http://example.org/karty",
    "url: https://example.org/materialy/karty",
)
SILENT_LINK = Code(
    "K423",
    "silent-link",
    Severity.ADVICE,
    "Сайт по ссылке не отвечает",
    "Может быть, он отдыхает, а может, его больше нет. Если молчит и через неделю, ссылку пора менять.",
    "url: https://example.org/ochen-medlennyj-sajt",
    "url: https://example.org/karty",
)
CLOSED_LINK = Code(
    "K424",
    "closed-link",
    Severity.ADVICE,
    "Страница открывается не всем",
    "Сайт просит войти или не пускает программы. Читатель без пароля увидит то же самое.",
    "url: https://example.org/lichnyj-kabinet/karty",
    "file: karty.docx",
)
UNASKED_LINK = Code(
    "K425",
    "unasked-link",
    Severity.ADVICE,
    "Эту ссылку проверка не открывает",
    "За именем сайта стоит адрес внутренней сети или необычный порт. Читателю из другой школы он не "
    "откроется, а "
    "проверка туда не ходит, чтобы через чужую запись нельзя было заглянуть в вашу сеть. Разрешает это "
    "настройка "
    "checks.links.private.",
    "url: https://portal.primer.example:8022/karty",
    "url: https://primer.example/karty",
)
LINK_CODES = (DEAD_LINK, NO_SITE, MOVED_LINK, SILENT_LINK, CLOSED_LINK, UNASKED_LINK)
