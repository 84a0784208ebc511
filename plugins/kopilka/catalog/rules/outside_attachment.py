"""A record takes files from its own folder only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.addresses import Address, folder_of
from kopilka.catalog.check import Surroundings, Written
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.addresses import Sort
from kopilka.russian import quote

OUTSIDE_ATTACHMENT = Code(
    "K408",
    "outside-attachment",
    Severity.ERROR,
    "Адрес ведёт за пределы папки записи",
    "Запись берёт файлы только из своей папки: чужие могут переехать, а путь на вашем компьютере есть "
    "только у вас.",
    "![План кабинета](../obshchee/plan.png)",
    "![План кабинета](plan.png)",
)
CODES = (OUTSIDE_ATTACHMENT,)

_ON_A_COMPUTER = re.compile(r"[A-Za-z]:[\\/]|\\\\|file:", re.IGNORECASE)


def check(written: Written, address: Address, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Addresses with «..», from the root of the site, from the disk of a computer."""
    on_disk = _ON_A_COMPUTER.match(address.text) is not None
    if not on_disk and address.sort is not Sort.OUTSIDE:
        return
    what = "это путь на вашем компьютере" if on_disk else "этот путь ведёт за пределы папки записи"
    hint = (
        f"Положите файл в папку {folder_of(written)} и напишите только его имя. "
        "Запись указывают так: imya-zapisi.md."
    )
    yield address.at(written, OUTSIDE_ATTACHMENT, f"{quote(address.text)} – {what}", hint=hint)
