"""Every file that a record names lies beside it."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.addresses import Address, files_beside, fold_name, folder_of, is_file
from kopilka.catalog.check import Surroundings, Written
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.suggest import suggest
from kopilka.russian import quote

MISSING_ATTACHMENT = Code(
    "K407",
    "missing-attachment",
    Severity.ERROR,
    "Файла рядом с записью нет",
    "Файлы записи лежат в папке с её именем: для practices/karty.md это practices/karty/. Имена "
    "сравниваются до буквы: "
    "«Карта.svg» и «карта.svg» – разные файлы.",
    "materials:\n  - title: Набор карт\n    file: Karty.docx\n    kind: документ",
    "materials:\n  - title: Набор карт\n    file: karty.docx\n    kind: документ",
)
CODES = (MISSING_ATTACHMENT,)


def check(written: Written, address: Address, around: Surroundings) -> Iterator[Diagnostic]:
    """Files of fields, pictures and links of the body."""
    if not is_file(address) or f"{folder_of(written)}{address.name}" in around.files:
        return
    if not (address.in_body and address.has_bare_space):  # no link at all, another rule tells
        yield _missing(written, address, around)


def _missing(written: Written, address: Address, around: Surroundings) -> Diagnostic:
    name, beside, folder = address.name, files_beside(written, around), folder_of(written)
    if not name.strip():
        return address.at(written, MISSING_ATTACHMENT, "адрес пустой", hint="Впишите адрес или имя файла.")
    tail = name.removeprefix("./").removeprefix(folder).removeprefix(f"{written.id}/")
    same = [item for item in beside if fold_name(item) == fold_name(name)]
    if same:
        hint = f"Есть {quote(same[0])}: имя должно совпадать до буквы, большие и малые различаются."
    elif tail != name and f"{folder}{tail}" in around.files:
        hint = f"Папку указывать не нужно: {tail}"
    elif near := suggest(name, beside):
        hint = f"Возможно, вы имели в виду {quote(near)}."
    else:
        hint = f"Положите файл в папку {folder} или исправьте имя."
    return address.at(written, MISSING_ATTACHMENT, f"файла {quote(name)} нет в папке {folder}", hint=hint)
