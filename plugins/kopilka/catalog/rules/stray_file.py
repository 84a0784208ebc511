"""Files in the folders of records belong to some record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Catalog
from kopilka.diagnostics import Code, Diagnostic, Severity, Span
from kopilka.records.suggest import suggest
from kopilka.russian import quote

STRAY_FILE = Code(
    "K412",
    "stray-file",
    Severity.WARNING,
    "Файл лежит не у записи",
    "Файлы записи лежат в папке с её именем. Папка без записи остаётся, когда запись переименовали или "
    "удалили, "
    "и на сайт из неё ничего не попадёт.",
    "practices/karta.svg",
    "practices/chitatelskie-karty/karta.svg",
)
CODES = (STRAY_FILE,)


def check(catalog: Catalog, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Each folder without its record once, and each file that lies in no record's folder."""
    if not around.files:
        return
    records = [PurePosixPath(path) for paths in around.records.values() for path in paths]
    owned, shelves = {str(path.with_suffix("")) for path in records}, {str(path.parent) for path in records}
    told: set[str] = set()
    for path in around.files:
        parents = [str(parent) for parent in PurePosixPath(path).parents]
        folder = parents[0]
        if folder in shelves:
            message = "файл лежит среди записей, а не в папке одной из них"
            yield STRAY_FILE.at(path, Span(), message, hint="Переложите его в папку с именем записи.")
        elif owned.isdisjoint(parents) and folder not in told:
            told.add(folder)
            message = f"папка {folder} ничья: записи {folder}.md нет"
            yield STRAY_FILE.at(path, Span(), message, hint=_hint(folder, around))


def _hint(folder: str, around: Surroundings) -> str:
    near = suggest(PurePosixPath(folder).name, around.records)
    if near:
        return f"Возможно, это файлы записи {quote(near)}: переименуйте папку."
    return "Переложите файлы в папку с именем записи или удалите."
