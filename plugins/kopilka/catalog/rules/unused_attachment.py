"""Files that lie beside records are named in them."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.addresses import files_beside, files_named, fold_name, folder_of
from kopilka.catalog.check import Surroundings, Written
from kopilka.diagnostics import Code, Diagnostic, Severity, Span

UNUSED_ATTACHMENT = Code(
    "K411",
    "unused-attachment",
    Severity.ADVICE,
    "Файл никто не упоминает",
    "Читатель его не найдёт: на странице появляется только то, что названо в записи.",
    "practices/karty/                  # папка записи practices/karty.md\n  nabor-kart.docx                "
    "# в записи о нём ни слова",
    "materials:\n  - title: Набор карт\n    file: nabor-kart.docx\n    kind: документ",
)
CODES = (UNUSED_ATTACHMENT,)


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:
    """Files of the record's folder that no field and no link names.

    A record with wrong fields is not judged.
    """
    beside = files_beside(written, around)
    if not beside or written.record is None:
        return
    named = {fold_name(name) for name in files_named(written)}
    for name in beside:
        if fold_name(name) not in named:
            hint = f"Добавьте его в материалы записи {written.path} или удалите."
            yield UNUSED_ATTACHMENT.at(
                folder_of(written) + name, Span(), "файл никто не упоминает", hint=hint
            )
