"""Texts of the front matter link to the web only."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.addresses import Address
from kopilka.catalog.check import Surroundings, Written
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.addresses import Sort
from kopilka.russian import quote

LINK_IN_FIELD = Code(
    "K527",
    "link-in-field",
    Severity.WARNING,
    "Ссылка на запись или файл внутри поля",
    "В полях шапки работают только ссылки https://…: текст поля показывают и в карточке, и в списке, "
    "откуда до файла "
    "не дотянуться. На записи ссылаются полем «Связанные записи», на файлы – полем «Материалы».",
    "idea: Продолжение [«Лаборатории вопросов»](laboratoriya-voprosov.md).",
    "idea: Продолжение «Лаборатории вопросов».\nrelated:\n  - laboratoriya-voprosov",
)
CODES = (LINK_IN_FIELD,)


def check(written: Written, address: Address, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Relative links in Markdown of the front matter."""
    relative = address.sort in {Sort.FILE, Sort.RECORD, Sort.OUTSIDE}
    if relative and not address.path and not address.in_body:
        message = f"{quote(address.text)} из поля шапки не откроется"
        hint = "Назовите запись в related, файл – в materials, а здесь оставьте слова."
        yield address.at(written, LINK_IN_FIELD, message, hint=hint)
