"""The glossary and the reference: what words mean, what fields are for, what the checks say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pydantic import BaseModel

from kopilka.diagnostics import Code
from kopilka.records.collection import Collection
from kopilka.records.fields import Declaration, Show, declarations
from kopilka.records.labels import inner_model
from kopilka.records.registry import GlossaryEntry
from kopilka.russian import sort_key
from kopilka.site import addresses
from kopilka.site.drawing import Drawing
from kopilka.site.pages import Page

SHOWN = {
    Show.HEAD: "вверху страницы",
    Show.BRIEF: "в кратких ответах под заголовком",
    Show.FACTS: "в сведениях сбоку",
    Show.SECTION: "отдельным разделом",
    Show.FOOT: "внизу страницы",
    Show.ASKED: "в форме спрашивается, на странице не показывается",
    Show.HIDDEN: "не показывается",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries of the glossary that begin with one letter."""

    letter: str
    anchor: str
    entries: tuple[GlossaryEntry, ...]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field in the reference."""

    name: str
    declared: Declaration
    required: bool
    inner: tuple[FieldRow, ...]

    @property
    def shown(self) -> str:
        """Where the value stands on the page."""
        return SHOWN[self.declared.show]


def register_pages(drawing: Drawing, codes: Sequence[Code]) -> Iterator[Page]:
    """The glossary, and the reference with its parts."""
    yield _glossary(drawing)
    yield _simple(drawing, addresses.REFERENCE, "Справка", "reference.html", codes=codes)
    yield _simple(drawing, addresses.CODES, "Что говорит проверка", "codes.html", codes=codes)
    for code in codes:
        yield _simple(drawing, addresses.of_code(code.id), f"{code.id}: {code.title}", "code.html", code=code)
    for model in drawing.view.catalog.kinds:
        title = f"Поля записи «{model.kind.label}»"
        path = addresses.of_fields(model.kind)
        yield _simple(drawing, path, title, "fields.html", kind=model.kind, rows=field_rows(model))
    rows = field_rows(Collection)
    yield _simple(drawing, addresses.COLLECTION_FIELDS, "Поля сборника", "fields.html", kind=None, rows=rows)
    for vocabulary in drawing.view.registry.vocabularies.values():
        path = addresses.of_vocabulary(vocabulary.id)
        title = f"Словарь «{vocabulary.label}»"
        yield _simple(drawing, path, title, "vocabulary.html", vocabulary=vocabulary)


def _simple(drawing: Drawing, path: str, title: str, template: str, **context: object) -> Page:
    key = (template, id(drawing.view.registry), tuple(str(value) for value in context.values()))
    draw = partial(drawing.page, template, title=title, **context)
    return Page(path=path, title=title, description=f"{title}: справка банка.", key=key, draw=draw)


def _glossary(drawing: Drawing) -> Page:
    groups: dict[str, list[GlossaryEntry]] = defaultdict(list)
    entries = sorted(drawing.view.registry.glossary, key=lambda entry: sort_key(entry.term))
    for entry in entries:
        groups[entry.term.lstrip("«„")[:1].upper().replace("Ё", "Е")].append(entry)
    letters = [
        Letter(letter, f"bukva-{number}", tuple(found))
        for number, (letter, found) in enumerate(groups.items(), 1)
    ]
    return Page(
        path=addresses.GLOSSARY,
        title="Словарь",
        description="Слова и сокращения, которые встречаются в записях банка.",
        key=tuple(entries),
        draw=partial(
            drawing.page, "glossary.html", letters=letters, by_id={entry.id: entry for entry in entries}
        ),
    )


def field_rows(model: type[BaseModel]) -> tuple[FieldRow, ...]:
    """Every field of a kind or of a manifest, with the fields inside it."""
    return _rows(model, depth=3)


def _rows(model: type[BaseModel], depth: int) -> tuple[FieldRow, ...]:
    if depth == 0:
        return ()
    return tuple(
        FieldRow(
            name,
            declared,
            info.is_required(),
            _inside(info.annotation, depth),
        )
        for (name, declared), info in zip(
            declarations(model).items(), model.model_fields.values(), strict=True
        )
    )


def _inside(annotation: Any, depth: int) -> tuple[FieldRow, ...]:
    inner = inner_model(annotation)
    return _rows(inner, depth - 1) if inner else ()
