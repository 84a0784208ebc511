"""Finds things of one sort in a record by routes worked out once for its model: terms, references, dates, stages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from kopilka.catalog.check import Path
from kopilka.records.references import Mark

Part = TypeVar("Part", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class _Step:
    """A field on the way: whether it is a list, whether what is sought lies here, and the way further."""

    name: str
    many: bool
    here: bool
    inner: tuple[_Step, ...]


_Test = Callable[[Any], bool]


def find_marked(record: BaseModel, kind: type[Mark]) -> list[tuple[Path, str]]:
    """All texts of a record marked as `kind`, with their paths: `("transfer", 0, "organisation")`."""
    found: list[tuple[Path, str]] = []
    _walk(record, _marked_steps(type(record), kind), (), found)
    return found


def find_parts(record: BaseModel, kind: type[Part]) -> list[tuple[Path, Part]]:
    """All parts of a record that are a `kind`, with their paths: `("stages", 0)`."""
    found: list[tuple[Path, Part]] = []
    _walk(record, _part_steps(type(record), kind), (), found)
    return found


def find_with_fields(record: BaseModel, names: tuple[str, ...]) -> list[tuple[Path, Any]]:
    """All parts of a record that have all these fields: every span has `start` and `end`."""
    found: list[tuple[Path, Any]] = []
    _walk(record, _shaped_steps(type(record), names), (), found)
    return found


def _walk(value: Any, steps: tuple[_Step, ...], path: Path, found: list[tuple[Path, Any]]) -> None:
    for step in steps:
        inner = getattr(value, step.name)
        if not inner:
            continue
        if step.many:
            for index, item in enumerate(inner):
                if step.here:
                    found.append(((*path, step.name, index), item))
                if step.inner:
                    _walk(item, step.inner, (*path, step.name, index), found)
        else:
            if step.here:
                found.append(((*path, step.name), inner))
            if step.inner:
                _walk(inner, step.inner, (*path, step.name), found)


@lru_cache(maxsize=512)
def _marked_steps(model: type[BaseModel], kind: type[Mark]) -> tuple[_Step, ...]:
    return _steps(model, lambda annotation: any(isinstance(item, kind) for item in getattr(annotation, "__metadata__", ())))


@lru_cache(maxsize=512)
def _part_steps(model: type[BaseModel], kind: type[BaseModel]) -> tuple[_Step, ...]:
    return _steps(model, lambda annotation: isinstance(annotation, type) and issubclass(annotation, kind))


@lru_cache(maxsize=512)
def _shaped_steps(model: type[BaseModel], names: tuple[str, ...]) -> tuple[_Step, ...]:
    def has_fields(annotation: Any) -> bool:
        return _is_model(annotation) and all(name in annotation.model_fields for name in names)

    return _steps(model, has_fields)


def _steps(model: type[BaseModel], test: _Test) -> tuple[_Step, ...]:
    """The ways from a model to everything that passes the test; ways that lead nowhere are left out."""
    steps = []
    for name, info in model.model_fields.items():
        written = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        many, here, inner = _look(written, test)
        ways = _steps(inner, test) if inner else ()
        if here or ways:
            steps.append(_Step(name, many, here, ways))
    return tuple(steps)


def _look(annotation: Any, test: _Test) -> tuple[bool, bool, type[BaseModel] | None]:
    """Whether an annotation is a list, whether it passes the test, and the model it holds."""
    many, here, inner = False, test(annotation), annotation if _is_model(annotation) else None
    for part in _insides(annotation):
        deeper = _look(part, test)
        many, here, inner = many or deeper[0], here or deeper[1], inner or deeper[2]
    return many or get_origin(annotation) is tuple, here, inner


def _insides(annotation: Any) -> tuple[Any, ...]:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return parts[:1]
    if origin in {Union, UnionType}:
        return tuple(part for part in parts if part is not NoneType)
    return parts[:1] if origin is tuple else ()


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
