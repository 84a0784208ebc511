"""The fields of a form, worked out from the model of a record: what is asked, and with what control."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from kopilka.catalog.graph import Registry
from kopilka.records.base import Record
from kopilka.records.dates import PartialDate
from kopilka.records.fields import Declaration, Show, declarations
from kopilka.records.labels import inner_model
from kopilka.records.quantities import choice_words
from kopilka.records.references import OrganisationMark, RecordMark, TermOf
from kopilka.russian import capitalise, fold_label

FORM_VERSION = "1"
RICH_FROM = 1000
"""Texts that may be longer than this are written as the body is: with emphasis, lists and links."""
_NAME_LIMIT = 64
"""Word refuses longer tags and titles of controls."""
_EXPLAINED = re.compile(r"([\w-]+) – ([^,.;]+)")
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


class Control(StrEnum):
    """What a field is filled in with."""

    LINE = "line"
    TEXT = "text"  # several lines without markup
    RICH = "rich"
    NUMBER = "number"
    DATE = "date"
    DAY = "day"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    LINES = "lines"  # short texts, a line each
    RICHES = "riches"
    GROUP = "group"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a field may have: what the record says and what a reader sees."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form; `path` are the names that lead to it, the fields of a list's parts among them.

    `open` says that other values than the choices may be written; `dated` that «да» and «нет» may stand for a
    date; `number` is the type of a number.
    """

    path: tuple[str, ...]
    labels: tuple[str, ...]
    declared: Declaration
    required: bool
    control: Control
    choices: tuple[Choice, ...] = ()
    open: bool = False
    dated: bool = False
    whole: bool = False
    default: Any = None
    fields: tuple[FormField, ...] = ()

    @property
    def name(self) -> str:
        """The key in the record."""
        return self.path[-1]

    @property
    def tag(self) -> str:
        """The dotted path."""
        return ".".join(self.path)

    @property
    def label(self) -> str:
        """What people call it."""
        return self.declared.label

    @property
    def leaves(self) -> tuple[FormField, ...]:
        """The fields inside that hold values, groups opened; of a list of parts its columns."""
        if self.control is Control.GROUP:
            return tuple(leaf for field in self.fields for leaf in field.leaves)
        return (self,)

    @property
    def columns(self) -> tuple[FormField, ...]:
        """The columns of a list of parts."""
        return tuple(leaf for field in self.fields for leaf in field.leaves)

    def choice(self, written: str) -> Choice | None:
        """The choice written as its value or its label."""
        folded = fold_label(written)
        return next((item for item in self.choices if folded in {fold_label(item.label), item.value}), None)


def is_asked(declared: Declaration) -> bool:
    """Whether people are asked for a field; the bank keeps its own for itself: status, days, marks."""
    if declared.show in {Show.HIDDEN, Show.FOOT}:
        return False
    return not (declared.show is Show.HEAD and declared.worth == 0)


def fields_of(model: type[Record], registry: Registry | None = None) -> tuple[FormField, ...]:
    """The fields that a form of the kind asks for, in the order of the model."""
    return tuple(_fields(model, (), (), registry or Registry(), in_rows=False))


def _fields(
    model: type[BaseModel],
    path: tuple[str, ...],
    labels: tuple[str, ...],
    registry: Registry,
    *,
    in_rows: bool,
) -> Iterator[FormField]:
    for name, declared in declarations(model).items():
        if not is_asked(declared):
            continue
        info = model.model_fields[name]
        annotation: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        field = FormField(
            (*path, name), (*labels, declared.label), declared, info.is_required(), Control.LINE
        )
        if not info.is_required():
            field = replace(field, default=info.get_default(call_default_factory=True))
        made = _with_control(field, annotation, registry, in_rows=in_rows)
        if made is not None:
            yield made


def _with_control(
    field: FormField, annotation: Any, registry: Registry, *, in_rows: bool
) -> FormField | None:
    """The field with its control; None for a list of parts inside a part of a list, too deep for a form."""
    inner = inner_model(annotation)
    many = _item_of(annotation)
    if inner is not None:
        if many is not None and in_rows:
            return None
        rows = in_rows or many is not None
        fields = tuple(_fields(inner, field.path, field.labels, registry, in_rows=rows))
        return replace(field, control=Control.GROUP if many is None else Control.ROWS, fields=fields)
    if many is not None:
        return _list(field, many, registry)
    return _single(field, annotation, registry)


def _list(field: FormField, item: Any, registry: Registry) -> FormField:
    single = _single(field, item, registry)
    if single.control is Control.CHOICE:
        return replace(single, control=Control.CHOICES)
    control = Control.RICHES if single.control is Control.RICH else Control.LINES
    return replace(single, control=control)


def _single(field: FormField, annotation: Any, registry: Registry) -> FormField:  # noqa: PLR0911 - a type a line
    types, marks = set[Any](), list[Any]()
    _collect(annotation, types, marks)
    literals = [value for kind in types if get_origin(kind) is Literal for value in get_args(kind)]
    if literals:
        return replace(field, control=Control.CHOICE, choices=_literals(tuple(literals), field.declared.help))
    for mark in marks:
        if isinstance(mark, TermOf):
            return replace(field, control=Control.CHOICE, choices=_terms(registry, mark.id))
        if isinstance(mark, OrganisationMark):
            return replace(field, control=Control.CHOICE, choices=_organisations(registry), open=True)
        if isinstance(mark, RecordMark):
            return field
    if PartialDate in types:
        is_day = bool(_FULL_DAY.match(str(field.declared.example))) and bool not in types
        return replace(field, control=Control.DAY if is_day else Control.DATE, dated=bool in types)
    if bool in types:
        return replace(field, control=Control.FLAG)
    if types & {int, float}:
        return replace(field, control=Control.NUMBER, whole=float not in types)
    return replace(field, control=_text_control(marks))


def _text_control(marks: list[Any]) -> Control:
    longest = next((most for mark in marks if (most := getattr(mark, "max_length", None))), 0)
    if longest > RICH_FROM:
        return Control.RICH
    return Control.TEXT if longest > 300 else Control.LINE


def _collect(annotation: Any, types: set[Any], marks: list[Any]) -> None:
    """The plain types inside an annotation and all that is said about them."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks.extend(parts[1:])
        _collect(parts[0], types, marks)
    elif origin in {Union, UnionType}:
        for part in parts:
            _collect(part, types, marks)
    elif annotation is not NoneType:
        types.add(annotation)


def _item_of(annotation: Any) -> Any:
    """What a list holds; None for what is no list."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in {tuple, list}:
        return parts[0]
    if origin is Annotated:
        return _item_of(parts[0])
    if origin in {Union, UnionType}:
        return next((item for part in parts if (item := _item_of(part)) is not None), None)
    return None


def _literals(values: tuple[str, ...], explained: str) -> tuple[Choice, ...]:
    words = {**dict(_EXPLAINED.findall(explained)), **choice_words(values)}
    return tuple(Choice(value, words.get(value, value)) for value in values)


def _terms(registry: Registry, vocabulary: str) -> tuple[Choice, ...]:
    found = registry.vocabularies.get(vocabulary)
    return (
        tuple(Choice(term.label, term.label) for term in found.terms if not term.replaced_by) if found else ()
    )


def _organisations(registry: Registry) -> tuple[Choice, ...]:
    """Organisations by their short names; of namesakes each says where it is."""
    items = sorted(registry.organisations.values(), key=lambda item: fold_label(item.short))
    names = [fold_label(item.short) for item in items]
    return tuple(
        Choice(
            item.id,
            item.short if names.count(name) == 1 else f"{item.short} ({item.municipality or item.id})",
        )
        for item, name in zip(items, names, strict=True)
    )


def aliases_of(fields: tuple[FormField, ...]) -> Mapping[str, str]:
    """The title of the control of each field by its tag: labels, short enough for Word, none twice."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for field in every_field(fields):
        name = shorten(": ".join(capitalise(label) for label in field.labels), _NAME_LIMIT)
        number = 2
        while name in taken:
            ending = f" ({number})"
            name, number = f"{name[: _NAME_LIMIT - len(ending)]}{ending}", number + 1
        taken.add(name)
        found[field.tag] = name
    return found


def every_field(fields: tuple[FormField, ...]) -> Iterator[FormField]:
    """All fields with those inside, outer ones first."""
    for field in fields:
        yield field
        yield from every_field(field.fields)


def shorten(text: str, most: int) -> str:
    """The text, or its beginning with «…»."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
