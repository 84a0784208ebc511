"""Links do not run scripts and do not carry files inside themselves."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.addresses import Address
from kopilka.catalog.check import Surroundings, Written
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.addresses import Sort
from kopilka.russian import quote

DANGEROUS_LINK = Code(
    "K521",
    "dangerous-link",
    Severity.ERROR,
    "Ссылка запускает программу",
    "Адрес javascript: выполняет чужой код у читателя, data: прячет в ссылку целый файл. На страницу такие "
    "адреса не попадут.",
    "[Открыть тренажёр](javascript:start())",
    "[Открыть тренажёр](https://example.org/trenazhyor)",
)
CODES = (DANGEROUS_LINK,)


def check(written: Written, address: Address, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Addresses of fields, links and pictures."""
    if address.sort is Sort.DANGEROUS:
        scheme = "".join(address.text.partition(":")[0].split()).lower()
        file = "Сохраните это файлом рядом с записью и дайте его имя."
        hint = file if scheme == "data" else "Дайте обычный адрес: https://…"
        message = f"адрес {quote(scheme + ':…')} на страницу не попадёт"
        yield address.at(written, DANGEROUS_LINK, message, hint=hint)
