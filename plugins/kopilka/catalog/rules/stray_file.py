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
    owned = {path[: -len(".md")] for paths in around.records.values() for path in paths}
    told: set[str] = set()
    for path in around.files:
        parents = [str(parent) for parent in PurePosixPath(path).parents]
        if not owned.isdisjoint(parents):
            continue
        folder = parents[0]
        if folder not in told:
            told.add(folder)
            yield STRAY_FILE.at(path, Span(), _message(path, folder), hint=_hint(folder, around))


def _message(path: str, folder: str) -> str:
    return f"файл {quote(PurePosixPath(path).name)} не принадлежит ни одной записи: записи {folder}.md нет"


def _hint(folder: str, around: Surroundings) -> str:
    near = suggest(PurePosixPath(folder).name, around.records)
    if near:
        return f"Возможно, это файлы записи {quote(near)}: переименуйте папку."
    return "Переложите файл в папку с именем записи или удалите."
