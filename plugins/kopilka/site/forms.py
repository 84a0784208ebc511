"""A kind's form for the browser, made from the declarations alone: what to ask, in what order and limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from kopilka.catalog.readiness import OPTIONAL_WORTH, SECTION_WORTH
from kopilka.records.base import Record
from kopilka.records.dates import PartialDate
from kopilka.records.fields import Ask, Declaration, Question, Show, declaration
from kopilka.records.labels import field_model
from kopilka.records.licences import LICENCES
from kopilka.records.meaning_troubles import word_of
from kopilka.records.parts import Consent, Permission
from kopilka.records.references import (
    AddressMark,
    OrganisationMark,
    PartyMark,
    PictureMark,
    RecordMark,
    TermOf,
    routes,
)

Shape = dict[str, Any]
"""What a place holds: `type` and its limits; a list has `item`, a part has `fields`. Ready for JSON."""

_LIMITS = ("min_length", "max_length", "pattern", "ge", "gt", "le", "lt")
_MARKS = {
    OrganisationMark: "organisation",
    RecordMark: "record",
    PartyMark: "party",
    AddressMark: "address",
    PictureMark: "address",
}
_PLAIN = {bool: "truth", int: "integer", float: "number", str: "text", PartialDate: "date"}

_GROUPS = (
    ("korotko", "Коротко"),
    ("komu", "Кому и с чем поможет"),
    ("rasskaz", "Рассказ"),
    ("resursy", "Ресурсы и время"),
    ("rezultaty", "Результаты"),
    ("usloviya", "Условия и материалы"),
    ("lyudi", "Люди и согласия"),
    ("ostalnoe", "Остальное"),
    ("kartinki", "Картинки и файлы"),
)
_BY_QUESTION = {
    Question.FITS: "komu",
    Question.COSTS: "resursy",
    Question.WORKS: "rezultaty",
    Question.TAKES: "usloviya",
}
_TEXT_GROUP = "rasskaz"
_FILE_GROUP = "kartinki"


def form_of(model: type[Record], folder: str) -> dict[str, Any]:
    """The type `FormModel` of assets/js/form.d.ts; `folder` is where the bank keeps records of the kind."""
    kind = model.kind
    fields = [_field(name, info) for name, info in model.model_fields.items()]
    return {
        "kind": kind.id,
        "label": kind.label,
        "slug": kind.slug,
        "icon": kind.icon,
        "folder": folder,
        "fields": fields,
        "groups": _groups(model),
        "texts": [
            {
                "title": section.title,
                "help": section.help,
                "required": section.required,
                "worth": SECTION_WORTH if section.required else OPTIONAL_WORTH,
            }
            for section in kind.sections
        ],
        "bodyTitle": kind.body_title,
        "bodyWorth": 0 if kind.sections else SECTION_WORTH,
    }


def is_own_work(declared: Declaration) -> bool:
    """Whether a field is the bank's own work, which an author is not asked about."""
    return declared.show is Show.HIDDEN or (declared.worth == 0 and declared.show in {Show.HEAD, Show.FOOT})


def _groups(model: type[Record]) -> list[dict[str, Any]]:
    members: dict[str, list[str]] = {slug: [] for slug, _ in _GROUPS}
    for name, info in model.model_fields.items():
        if not is_own_work(declaration(info)):
            members[_group_of(info)].append(name)
    marks = {_TEXT_GROUP: {"text": True}, _FILE_GROUP: {"files": True}}
    return [
        {"slug": slug, "title": title, "fields": members[slug], **marks.get(slug, {})}
        for slug, title in _GROUPS
        if slug in marks or members[slug]
    ]


def _group_of(info: FieldInfo) -> str:
    """The section of the form, told from where a field is shown and what it answers."""
    declared, part = declaration(info), field_model(info)
    if part is not None and _picture_named(part) is not None:
        return _FILE_GROUP
    if part is not None and _holds_consent(part):
        return "lyudi"
    if declared.show is Show.HEAD or (info.is_required() and declared.ask is False and part is None):
        return "korotko" if declared.show is not Show.SECTION else _TEXT_GROUP
    question = _question_of(declared, part)
    if question is not None:
        return _BY_QUESTION[question]
    return _TEXT_GROUP if declared.show is Show.SECTION else "ostalnoe"


def _question_of(declared: Declaration, part: type[BaseModel] | None) -> Question | None:
    if isinstance(declared.ask, Ask):
        return declared.ask.question
    if declared.ask is None and part is not None:
        inner = (declaration(info).ask for info in part.model_fields.values())
        return next((ask.question for ask in inner if isinstance(ask, Ask)), None)
    return None


def _holds_consent(part: type[BaseModel]) -> bool:
    inner = [model for info in part.model_fields.values() if (model := field_model(info))]
    return any(issubclass(model, Permission) or _holds_consent(model) for model in inner)


def _picture_named(part: type[BaseModel]) -> str | None:
    """The field of a part that names a picture: such a part tells of a picture shown elsewhere."""
    named = (route.steps for route in routes(part) if isinstance(route.mark, PictureMark))
    return next((steps[0] for steps in named if len(steps) == 1), None)


def _field(name: str, info: FieldInfo, *, inner: bool = False) -> dict[str, Any]:
    declared = declaration(info)
    field = {
        "key": name,
        "label": declared.label,
        "help": declared.help,
        "example": declared.example,
        "required": info.is_required(),
        "worth": declared.worth,
        "shape": shape_of(info.annotation, tuple(info.metadata)),
    }
    if not info.is_required() and info.default == ():
        field["idle"] = True
    if isinstance(info.default, tuple) and info.default:
        field["usual"] = list(info.default)
    return field | ({"own": True} if not inner and is_own_work(declared) else {})


def shape_of(annotation: Any, marks: tuple[Any, ...] = ()) -> Shape:
    """What a place of a model holds, with its limits; raises `TypeError` for what no form can ask."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(parts[0], (*parts[1:], *marks))
    if origin in {Union, UnionType}:
        return _union_of([part for part in parts if part is not NoneType], marks)
    if origin in {tuple, list}:
        return {"type": "list", "item": shape_of(parts[0]), **dict(_limits(marks))}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _part_of(annotation)
    if origin is Literal or (isinstance(annotation, type) and issubclass(annotation, Enum)):
        return _choice_of(parts or tuple(item.value for item in annotation))
    if annotation not in _PLAIN:
        raise TypeError(f"no form for {annotation!r}")
    return _plain_of(annotation, marks)


def _union_of(parts: list[Any], marks: tuple[Any, ...]) -> Shape:
    if set(parts) == {PartialDate, bool}:
        return {"type": "done"}
    return shape_of(parts[0], marks)


def _plain_of(annotation: Any, marks: tuple[Any, ...]) -> Shape:
    for mark in marks:
        if isinstance(mark, TermOf):
            return {"type": "term", "vocabulary": mark.id}
    kinds = (_MARKS[type(mark)] for mark in marks if type(mark) in _MARKS)
    return {"type": next(kinds, _PLAIN[annotation]), **dict(_limits(marks))}


def _choice_of(values: tuple[str, ...]) -> Shape:
    return {"type": "choice", "choices": [[value, _choice_words(value)] for value in values]}


def _choice_words(value: str) -> str:
    if value in LICENCES:
        name, words = LICENCES[value]
        return f"{name}: {words}"
    return word_of(value)


def _part_of(model: type[BaseModel]) -> Shape:
    fields = [_field(name, info, inner=True) for name, info in model.model_fields.items()]
    shape: Shape = {"type": "part", "fields": fields}
    consents = [name for name, info in model.model_fields.items() if field_model(info) is Consent]
    if consents:
        usual = list(Consent.model_fields["scope"].default)
        shape["consent"] = {"field": consents[0], "covers": list(_covered(model)), "usual": usual}
    if (picture := _picture_named(model)) is not None:
        shape["picture"] = picture
    return shape


def _covered(model: type[BaseModel]) -> Iterator[str]:
    """The optional fields that may be shown only under a consent to just that."""
    scope = get_args(get_args(Consent.model_fields["scope"].annotation)[0])
    fields: Mapping[str, FieldInfo] = model.model_fields
    yield from (name for name in scope if name in fields and not fields[name].is_required())


def _limits(marks: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    for mark in marks:
        if isinstance(mark, StringConstraints) or type(mark).__module__ == "annotated_types":
            for name in _LIMITS:
                if (value := getattr(mark, name, None)) is not None:
                    yield name, str(getattr(value, "pattern", value)) if name == "pattern" else value
        elif general := getattr(mark, "pattern", None):
            yield "pattern", str(general)
