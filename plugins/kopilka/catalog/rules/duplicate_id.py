"""Two records do not share an id."""

from __future__ import annotations

from collections.abc import Iterator

from kopilka.catalog.check import Surroundings
from kopilka.catalog.graph import Catalog
from kopilka.diagnostics import Code, Diagnostic, Severity, Span
from kopilka.russian import quote

DUPLICATE_ID = Code(
    "K406",
    "duplicate-id",
    Severity.ERROR,
    "Два файла с одним именем",
    "Имя файла – идентификатор записи во всём банке, а не только в папке. Из двух одноимённых в каталог "
    "попадёт одна, "
    "и неизвестно, к какой ведут ссылки.",
    "practices/chitaem-medlenno.md\nsites/chitaem-medlenno.md",
    "practices/chitaem-medlenno.md\nsites/chitaem-medlenno-stazhirovka.md",
)
CODES = (DUPLICATE_ID,)


def check(catalog: Catalog, around: Surroundings) -> Iterator[Diagnostic]:  # noqa: ARG001 - the form of a rule
    """Every file after the first of its name, with that first one named."""
    for id_, paths in around.records.items():
        for path in paths[1:]:
            message = f"идентификатор {quote(id_)} уже занят: {paths[0]}"
            hint = "Переименуйте один из файлов и поправьте ссылки на него."
            yield DUPLICATE_ID.at(path, Span(), message, hint=hint)
