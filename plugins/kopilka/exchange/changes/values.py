"""A value of a record in words, as a reader of the site would see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kopilka.exchange.changes.side import Side
from kopilka.records.labels import inner_model
from kopilka.records.meaning_troubles import word_of
from kopilka.records.parts import Person
from kopilka.records.references import Mark, OrganisationMark, PartyMark, RecordMark, TermOf, marks_of
from kopilka.records.status import Status
from kopilka.russian import capitalise, decimal, quote

NOTHING = "пусто"
_NAME = "name"
_CONSENT = "consent"
NO_NAME = "имя не показываем"


@dataclass(frozen=True, slots=True)
class Words:
    """Puts values into words with the help of the state that they stand in."""

    side: Side

    def of(self, value: Any, annotation: Any) -> str:
        """The words of one value; a part of a record is «label: value; label: value»."""
        if isinstance(value, (list, tuple)):
            return ", ".join(self.of(item, item_type(annotation)) for item in value) or NOTHING
        if isinstance(value, Mapping):
            return self._part(value, inner_model(annotation))
        return self._plain(value, annotation)

    def _part(self, value: Mapping[str, Any], model: type[BaseModel] | None) -> str:
        fields = model.model_fields if model else {}
        told = hide_name(value, model)
        pieces = [
            f"{label(fields.get(key), key)}: {self.of(item, typed(fields.get(key)))}"
            for key, item in told.items()
            if not is_empty(item)
        ]
        return "; ".join(pieces) or NOTHING

    def _plain(self, value: Any, annotation: Any) -> str:
        if value is None or value == "":
            return NOTHING
        if isinstance(value, bool):
            return "да" if value else "нет"
        if isinstance(value, float):
            return decimal(value)
        text = str(value)
        if annotation is Status and text in set(Status):
            return Status(text).label
        if _is_choice(annotation):
            return word_of(text)
        mark = next((mark for _, mark in marks_of(annotation)), None)
        return self._marked(text, mark)

    def _marked(self, text: str, mark: Mark | None) -> str:
        registry = self.side.registry
        if isinstance(mark, TermOf):
            vocabulary = registry.vocabularies.get(mark.id)
            found = vocabulary.find(text) if vocabulary else None
            return registry.term_label(mark.id, found) if found else text
        if isinstance(mark, (OrganisationMark, PartyMark)):
            organisation = registry.organisations.get(text)
            return organisation.short if organisation else text
        if isinstance(mark, RecordMark):
            title = self.side.title_of(text)
            return quote(title) if title else text
        return text


def _is_choice(annotation: Any) -> bool:
    """Whether a field takes one of our own words: «week», «children»."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _is_choice(parts[0])
    return origin is Literal or (origin in {Union, UnionType} and any(map(_is_choice, parts)))


def hide_name(value: Mapping[str, Any], model: type[BaseModel] | None) -> Mapping[str, Any]:
    """A person's name without a consent is repeated nowhere."""
    hidden = model is not None and issubclass(model, Person) and value.get(_NAME) and not value.get(_CONSENT)
    return {**value, _NAME: NO_NAME} if hidden else value


def is_empty(value: Any) -> bool:
    """Whether nothing is written there."""
    return value is None or value in ("", [], {}, ())


def label(info: FieldInfo | None, key: str) -> str:
    """The name of a field for people; an unknown one is shown as it is written."""
    return capitalise(info.title or key) if info else key


def typed(info: FieldInfo | None) -> Any:
    """The whole annotation of a field, with its marks."""
    if info is None:
        return None
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def item_type(annotation: Any) -> Any:
    """The type of an item of a list; the annotation itself where it is no list."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return item_type(parts[0])
    if origin in {Union, UnionType}:
        return next((item_type(part) for part in parts if part is not NoneType), annotation)
    return parts[0] if origin is tuple and parts else annotation


def names_of(items: Sequence[Any]) -> Iterator[str]:
    """Short names of parts, by their first text that is no number."""
    for item in items:
        texts = (value for key, value in item.items() if isinstance(value, str) and key not in {_NAME, "no"})
        yield next(texts, "") if isinstance(item, Mapping) else str(item)
