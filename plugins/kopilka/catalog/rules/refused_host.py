"""Links lead to sites that open for everybody and keep their data in the country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text, signs_of, text_of
from kopilka.catalog.rules.foreign_form import is_foreign_form
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import join_words, quote

REFUSED_HOST = Code(
    "K419",
    "refused-host",
    Severity.WARNING,
    "Ссылка на сервис, который банк не принимает",
    "Зарубежные облака и доски открываются не у всех, закрывают доступ без предупреждения и узнают, кто "
    "пришёл. Что банк не принимает и что советует взамен, перечислено в настройках checks.hosts.",
    "materials:\n  - title: Карты\n    kind: документ\n    url: https://docs.google.com/document/d/primer",
    "materials:\n  - title: Карты\n    kind: документ\n    file: karty.docx",
)
CODES = (REFUSED_HOST,)


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:
    """Addresses anywhere in the file; forms are told of by a rule of their own."""
    hosts = around.checks.hosts
    if not hosts.refused or not signs_of(written).have(b"://"):
        return
    for match in _pattern(hosts.refused).finditer(text_of(written)):
        if is_foreign_form(match[0]):
            continue
        what = f"или возьмите {join_words(hosts.advised, last='или')}" if hosts.advised else ""
        hint = f"Положите файл рядом с записью {what}".rstrip() + "."
        message = f"ссылка ведёт на {quote(match['host'].lower())}, этот сервис банк не принимает"
        yield at_text(written, REFUSED_HOST, match.start(), len(match[0]), message, hint=hint)


@lru_cache(maxsize=8)
def _pattern(hosts: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, hosts))
    return re.compile(
        rf"https?://(?:[\w-]+\.){{0,5}}(?P<host>(?i:{names}))(?![\w.-])[^\s<>()\"'\]]{{0,2000}}"
    )
