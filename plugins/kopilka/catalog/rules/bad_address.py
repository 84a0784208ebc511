"""Addresses lead where a browser can go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.addresses import Address
from kopilka.catalog.check import Surroundings, Written
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.addresses import Sort, meant_web
from kopilka.russian import quote

BAD_ADDRESS = Code(
    "K413",
    "bad-address",
    Severity.ERROR,
    "По такому адресу не перейти",
    "Со страницы можно перейти на сайт (https://…), написать письмо (mailto:…) или открыть файл рядом с "
    "записью. "
    "Остального браузер не поймёт или не разрешит.",
    "url: http:/example.org/karty",
    "url: https://example.org/karty",
)
CODES = (BAD_ADDRESS,)

_FINE = re.compile(r"https?://[^\s/?#@:\\]+(?:[:/?#][^\s\\<>]*)?\Z")
_ON_A_COMPUTER = re.compile(r"[A-Za-z]:[\\/]|\\\\|file:", re.IGNORECASE)


def check(written: Written, address: Address, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Slips in addresses of the web, schemes that a page cannot follow, addresses in place of files."""
    if address.sort is Sort.WEB:
        if _FINE.match(address.text) is None or address.path[-1:] == ("file",):
            yield _bad_web(written, address)
    elif address.sort is Sort.WRONG and not _ON_A_COMPUTER.match(address.text):
        yield _wrong(written, address)
    elif address.sort is Sort.FILE and address.has_bare_space:
        hint = f"Возьмите имя в угловые скобки: (<{address.text}>)."
        yield address.at(written, BAD_ADDRESS, f"в адресе {quote(address.text)} пробел", hint=hint)


def _bad_web(written: Written, address: Address) -> Diagnostic:
    if address.path[-1:] == ("file",):
        message = f"{quote(address.text)} – это адрес, а не файл рядом с записью"
        return address.at(written, BAD_ADDRESS, message, hint="Перенесите его в поле url.")
    if re.search(r"\s", address.text):
        message, hint = (
            f"в адресе {quote(address.text)} пробел",
            "Уберите пробел или напишите вместо него %20.",
        )
    else:
        message, hint = f"адрес {quote(address.text)} записан с ошибкой", "Скопируйте его из строки браузера."
    return address.at(written, BAD_ADDRESS, message, hint=hint)


def _wrong(written: Written, address: Address) -> Diagnostic:
    better = meant_web(address.text)
    if better:
        return address.at(
            written,
            BAD_ADDRESS,
            f"адрес {quote(address.text)} записан с ошибкой",
            hint=f"Нужно так: {better}",
        )
    if "@" in address.text and ":" not in address.text:
        message = f"{quote(address.text)} – это почта"
        return address.at(written, BAD_ADDRESS, message, hint=f"Нужно так: mailto:{address.text}")
    scheme = address.text.partition(":")[0].lower()
    message = f"по адресу {quote(address.text)} со страницы не перейти"
    hint = (
        "Проверьте адрес почты."
        if scheme == "mailto"
        else "Можно https://…, mailto:… или имя файла рядом с записью."
    )
    return address.at(written, BAD_ADDRESS, message, hint=hint)
