"""Pictures lie beside the record, not on somebody else's site."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.addresses import Address, folder_of
from kopilka.catalog.check import Surroundings, Written
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.addresses import Sort
from kopilka.russian import quote

REMOTE_IMAGE = Code(
    "K526",
    "remote-image",
    Severity.WARNING,
    "Картинка лежит на чужом сайте",
    "Чужой сайт узнает, кто читает страницу; сегодня картинка есть, завтра её нет, а без интернета её не "
    "видно никогда.",
    "![Доска с картами](https://example.org/doska.jpg)",
    "![Доска с картами](doska.jpg)",
)
CODES = (REMOTE_IMAGE,)


def check(written: Written, address: Address, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Pictures of the body with an address of the web."""
    if address.image and address.sort is Sort.WEB:
        hint = (
            f"Сохраните её в папку {folder_of(written)} и напишите только имя файла. "
            "Проверьте, что её можно перепечатать."
        )
        yield address.at(written, REMOTE_IMAGE, f"{quote(address.text)} лежит на чужом сайте", hint=hint)
