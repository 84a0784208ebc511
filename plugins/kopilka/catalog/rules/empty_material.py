"""A material can be opened: it has a file or an address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.catalog.look import at_key
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.labels import label_of

EMPTY_MATERIAL = Code(
    "K416",
    "empty-material",
    Severity.WARNING,
    "Материал нельзя открыть",
    "Название без файла и без адреса только дразнит: коллега нажмёт и ничего не получит.",
    "materials:\n  - title: Набор карт\n    kind: документ",
    "materials:\n  - title: Набор карт\n    file: nabor-kart.docx\n    kind: документ",
)
CODES = (EMPTY_MATERIAL,)

SHAPES = (("url", "file"),)


def check(entry: Entry, path: Path, part: Any, around: Surroundings) -> Iterable[Diagnostic]:  # noqa: ARG001
    """A part that may have a file or an address and has neither."""
    if part.url or part.file:
        return ()
    message = f"поле {label_of(type(entry.record), path)}: нет ни файла, ни адреса"
    hint = "Положите файл рядом с записью и впишите его имя в file или дайте ссылку в url."
    return (at_key(entry, EMPTY_MATERIAL, path, message, hint=hint),)
