"""Checks of the registers that no single field shows: ids and labels met twice, references to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel

from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.records.registry import GlossaryFile, OrganisationsFile, Vocabulary
from kopilka.records.source import Source
from kopilka.records.spans import Path, locate
from kopilka.records.suggest import suggest
from kopilka.russian import fold_label, quote

DUPLICATE = Code(
    "K303",
    "duplicate-entry",
    Severity.ERROR,
    "В реестре два одинаковых идентификатора или названия",
    "По идентификатору записи ссылаются на реестр: если их два, неизвестно, на какой.",
    "- id: shkola-376\n- id: shkola-376",
    "- id: shkola-376\n- id: shkola-544",
)
DANGLING = Code(
    "K304",
    "dangling-entry",
    Severity.ERROR,
    "Реестр ссылается на то, чего в нём нет",
    "Ссылка «шире», «заменён на», «входит в» или «см. также» должна вести к существующей строке реестра.",
    "parent: soft-skils",
    "parent: soft-skills",
)
REGISTRY_CODES = (DUPLICATE, DANGLING)

Found = tuple[Source, Path, str]
"""A value with its place: the file, the path to it and what is written there."""


def check_registers(files: Sequence[tuple[Source, BaseModel]]) -> Iterator[Diagnostic]:
    """Everything wrong between the rows of the registers."""
    vocabularies = [(source, value) for source, value in files if isinstance(value, Vocabulary)]
    organisations = [(source, value) for source, value in files if isinstance(value, OrganisationsFile)]
    glossary = [(source, value) for source, value in files if isinstance(value, GlossaryFile)]
    yield from _duplicates((source, ("id",), value.id) for source, value in vocabularies)
    for source, vocabulary in vocabularies:
        yield from _check_terms(source, vocabulary)
    yield from _check_rows(
        [
            (s, ("organisations", i), row.id, (row.parent,))
            for s, v in organisations
            for i, row in enumerate(v.organisations)
        ],
        ("parent",),
    )
    yield from _check_rows(
        [(s, ("entries", i), row.id, row.see) for s, v in glossary for i, row in enumerate(v.entries)],
        ("see",),
    )


def _check_terms(source: Source, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    terms = list(enumerate(vocabulary.terms))
    yield from _duplicates((source, ("terms", index, "id"), term.id) for index, term in terms)
    yield from _duplicates(
        (source, ("terms", index, "label"), fold_label(term.label)) for index, term in terms
    )
    for index, term in terms:
        for name, target in (("parent", term.parent), ("replaced_by", term.replaced_by)):
            if target and target not in vocabulary.by_id:
                yield _dangling((source, ("terms", index, name), target), vocabulary.by_id)


def _check_rows(
    rows: list[tuple[Source, Path, str, Iterable[str | None]]], field: tuple[str]
) -> Iterator[Diagnostic]:
    known = {id_ for _, _, id_, _ in rows}
    yield from _duplicates((source, (*path, "id"), id_) for source, path, id_, _ in rows)
    for source, path, _, targets in rows:
        for target in targets:
            if target and target not in known:
                yield _dangling((source, (*path, *field), target), known)


def _duplicates(values: Iterable[Found]) -> Iterator[Diagnostic]:
    seen: dict[str, Found] = {}
    for source, path, text in values:
        first = seen.setdefault(text, (source, path, text))
        if first[1] == path and first[0] is source:
            continue
        line = locate(first[0], whole=True).value(first[1]).line
        span = locate(source, whole=True).value(path)
        message = f"{quote(text)} уже есть: {first[0].path}, строка {line}"
        yield DUPLICATE.at(source.path, span, message, hint="Оставьте одно или дайте другое имя.")


def _dangling(found: Found, known: Iterable[str]) -> Diagnostic:
    source, path, text = found
    near = suggest(text, known)
    hint = f"Возможно, вы имели в виду {quote(near)}." if near else "Проверьте написание или добавьте строку."
    return DANGLING.at(
        source.path, locate(source, whole=True).value(path), f"{quote(text)} нет в этом реестре", hint=hint
    )
