"""What a place inside a record is called in Russian: «Результаты», 2-я строка, «Единица»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kopilka.russian import quote


def label_of(model: type[BaseModel], loc: Sequence[str | int]) -> str:
    """The name of a place for a message; keys that the model does not know are shown as they are."""
    words: list[str] = []
    current: type[BaseModel] | None = model
    for step in loc:
        if isinstance(step, int):
            words.append(f"{step + 1}-я строка")
        elif current is not None and step in current.model_fields:
            info = current.model_fields[step]
            words.append(quote(info.title or step))
            current = field_model(info)
        else:
            words.append(quote(step))
            current = None
    return ", ".join(words)


def field_model(info: FieldInfo) -> type[BaseModel] | None:
    """The model that a field holds, alone, optional or in a list; None for a plain value."""
    annotation: Any = info.annotation
    return inner_model(annotation)


@lru_cache(maxsize=512)
def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation; None when there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {Union, UnionType, tuple, Annotated}:
        for part in get_args(annotation):
            if part is not NoneType and (found := inner_model(part)):
                return found
    return None


def model_at(model: type[BaseModel], loc: Sequence[str | int]) -> type[BaseModel] | None:
    """The model whose field the last step of `loc` names."""
    current: type[BaseModel] | None = model
    for step in loc[:-1]:
        if isinstance(step, int) or current is None:
            continue
        info = current.model_fields.get(step)
        current = field_model(info) if info else None
    return current


def field_at(model: type[BaseModel], loc: Sequence[str | int]) -> FieldInfo | None:
    """The declaration of the field that `loc` names; None for an item of a list and for unknown keys."""
    owner = model_at(model, loc)
    return owner.model_fields.get(str(loc[-1])) if owner and loc and isinstance(loc[-1], str) else None


def model_expected(model: type[BaseModel], loc: Sequence[str | int]) -> type[BaseModel] | None:
    """The model that is expected at `loc` itself; None for plain values."""
    names = [step for step in loc if isinstance(step, str)]
    owner = model_at(model, names)
    info = owner.model_fields.get(names[-1]) if owner and names else None
    annotation: Any = info.annotation if info else None
    return inner_model(annotation)
