"""The data of a record in the order of its model, every value in the form its field asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from kopilka.records.dates import PartialDate
from kopilka.records.fields import Model
from kopilka.records.labels import field_model, inner_model
from kopilka.records.scalars import is_real_date

Path = tuple[str | int, ...]
_EMPTY: tuple[Any, ...] = (None, "", [], {})
_PLAIN = (str, int, float, bool)


def arrange(data: Mapping[str, Any], model: type[BaseModel], *, kept: frozenset[Path]) -> dict[str, Any]:
    """The same values in canonical order and form; `kept` are paths that stay even with nothing in them.

    Left out is only what says nothing: an optional field written with the very emptiness it has without.
    """
    return _mapping(data, model, kept, ())


def without_empty(data: Mapping[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """The data without empty optional fields and empty items of lists, as forms and tables bring them."""
    found: dict[str, Any] = {}
    for name, value in data.items():
        info = model.model_fields.get(name)
        held = _without_empty(value, field_model(info) if info else None)
        if held not in _EMPTY:
            found[name] = held
        elif info is not None and info.is_required():
            found[name] = None
    return found


def _without_empty(value: Any, model: type[BaseModel] | None) -> Any:
    if isinstance(value, (list, tuple)):
        items = (_without_empty(item, model) for item in value)
        return [item for item in items if item not in _EMPTY]
    if isinstance(value, Mapping) and model is not None:
        held = without_empty(value, model)
        return held if any(part is not None for part in held.values()) else {}
    return value.strip() if isinstance(value, str) else value


def _mapping(
    data: Mapping[str, Any], model: type[BaseModel] | None, kept: frozenset[Path], path: Path
) -> dict[str, Any]:
    fields = _fields(model) if model is not None else {}
    found: dict[str, Any] = {}
    for name, field in fields.items():
        if name in data:
            place = (*path, name) if kept else path
            value = _value(data[name], field, kept, place)
            if not (field.is_idle(value) and place not in kept):
                found[name] = value
    for name, value in data.items():
        if name not in fields:
            found[name] = _value(value, _UNKNOWN, kept, (*path, name) if kept else path)
    return found


def _value(value: Any, field: _Field, kept: frozenset[Path], path: Path) -> Any:
    if isinstance(value, str):
        return field.write(value)
    if isinstance(value, (list, tuple)):
        item = field.item or _UNKNOWN
        return [
            _value(held, item, kept, (*path, number) if kept else path) for number, held in enumerate(value)
        ]
    if isinstance(value, Mapping):
        return _mapping(value, field.model, kept, path)
    return field.write(value)


class _Field:
    """What a place of a model holds."""

    __slots__ = ("empty", "item", "model", "write")

    def __init__(self, annotation: Any, *, empty: Any = ...) -> None:
        self.empty = empty
        self.model = inner_model(annotation)
        inside = _item_of(annotation)
        self.item = _Field(inside) if inside is not None else None
        self.write: Callable[[Any], Any] = _undated if self.model or inside else _writer(annotation)

    def is_idle(self, value: Any) -> bool:
        """Whether the value says the same as no field at all."""
        return (value is None and self.empty is None) or (value == [] and self.empty == ())


@lru_cache(maxsize=128)
def _fields(model: type[BaseModel]) -> dict[str, _Field]:
    """The fields of a model, in order."""
    return {
        name: _Field(
            Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation,
            empty=... if info.is_required() else info.get_default(call_default_factory=True),
        )
        for name, info in model.model_fields.items()
    }


def _item_of(annotation: Any) -> Any:
    """What a list holds; None for what is no list."""
    for part in _parts(annotation):
        if get_origin(part) in {tuple, list} and get_args(part):
            return get_args(part)[0]
    return None


def _parts(annotation: Any) -> Iterator[Any]:
    """The alternatives of an annotation without their marks, «nothing» apart."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _parts(get_args(annotation)[0])
    elif origin in {Union, UnionType}:
        for part in get_args(annotation):
            yield from _parts(part)
    elif annotation is not NoneType:
        yield annotation


def _writer(annotation: Any) -> Callable[[Any], Any]:
    """What turns a value into the form of its field: a number into a number, a date into a date."""
    is_text = str in _parts(annotation)
    adapter: TypeAdapter[Any] = TypeAdapter(annotation, config=Model.model_config if is_text else None)

    def write(value: Any) -> Any:
        if is_text and isinstance(value, str):
            return value.strip()
        if isinstance(value, date):
            value = f"{value:%Y-%m-%d}"
        if value is None:
            return None
        try:
            meant = adapter.validate_python(value)
        except ValidationError:
            return value if is_text else _undated(value)
        if isinstance(meant, Enum):
            meant = meant.value
        return meant if _is_same(value, meant) else _undated(value)

    return write


def _is_same(value: Any, meant: Any) -> bool:
    """Whether only the form is another: a number for a text of digits, digits as text, a word for «yes»."""
    if isinstance(meant, str):
        return meant == str(value)
    if isinstance(meant, (int, float)) and isinstance(value, (int, float)):
        return value == meant
    return isinstance(meant, (PartialDate, *_PLAIN))


def _undated(value: Any) -> Any:
    """A value whose field does not say what it is: a day of the calendar stays one."""
    if isinstance(value, date):
        return PartialDate(value.year, value.month, value.day)
    if isinstance(value, str) and len(value) == 10 and value[:4].isdecimal() and is_real_date(value):
        return PartialDate(int(value[:4]), int(value[5:7]), int(value[8:]))
    return value


_UNKNOWN = _Field(Any)
