"""Finds things of one sort in a record by ways worked out once for its model.

References, dates, people, amounts.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from kopilka.catalog.check import Path, Surroundings
from kopilka.catalog.graph import Entry
from kopilka.diagnostics import Diagnostic
from kopilka.records.references import Mark

Part = TypeVar("Part", bound=BaseModel)

Shape = tuple[str, ...]
"""Names of fields that a part must have: everything with `start` and `end` is a span."""

Sought = Shape | type[Mark]
"""What to look for: parts of a shape, or texts with a mark."""

PartRule = Callable[[Entry, Path, Any, Surroundings], Iterable[Diagnostic]]
"""Looks at one part or one marked text of a record.

Called for thousands, so it answers `()` as soon as it can.
"""


class _Step(NamedTuple):
    """A field on the way: whether it is a list, who looks at what lies here, and the way further."""

    name: str
    many: bool
    rules: tuple[Any, ...]
    inner: tuple[_Step, ...]


class Survey:
    """One walk through a record for many rules."""

    def __init__(self, rules: Iterable[tuple[Sought, PartRule]]) -> None:
        """Each rule with what it looks at."""
        self._rules = tuple(rules)
        self._plans: dict[type[BaseModel], tuple[_Step, ...]] = {}

    def check(self, entry: Entry, around: Surroundings) -> list[Diagnostic]:
        """Everything that the rules find in the parts of a record."""
        found: list[Diagnostic] = []
        model = type(entry.record)
        steps = self._plans.get(model)
        if steps is None:
            steps = self._plans.setdefault(model, _steps(model, self._rules))
        _visit(entry, entry.record, steps, (), around, found)
        return found


def _visit(  # noqa: PLR0913, PLR0917 - the innermost loop of the check, walked by hand
    entry: Entry,
    value: Any,
    steps: tuple[_Step, ...],
    path: Path,
    around: Surroundings,
    found: list[Diagnostic],
) -> None:
    fields = value.__dict__
    for name, many, rules, inner in steps:
        item = fields[name]
        if not item:
            continue
        place: Path = (*path, name)
        for number, one in enumerate(item) if many else ((0, item),):
            here = (*place, number) if many else place
            for rule in rules:
                problems = rule(entry, here, one, around)
                if problems:
                    found.extend(problems)
            if inner:
                _visit(entry, one, inner, here, around, found)


def find_marked(record: BaseModel, kind: type[Mark]) -> list[tuple[Path, str]]:
    """All texts of a record marked as `kind`, with their paths: `("transfer", 0, "organisation")`."""
    return _find(record, kind)


def find_shaped(record: BaseModel, *names: str) -> list[tuple[Path, Any]]:
    """All parts of a record that have these fields, with their paths: `("stages", 0)`."""
    return _find(record, names)


def field_of(record: BaseModel, name: str) -> Any:
    """The value of a field that only some kinds have; an empty tuple where there is none."""
    return record.__dict__.get(name, ())


def _find(record: BaseModel, sought: Any) -> list[tuple[Path, Any]]:
    found: list[tuple[Path, Any]] = []
    steps = _steps_to(type(record), sought)
    if steps:
        _collect(record, steps, (), found)
    return found


def _collect(value: Any, steps: tuple[_Step, ...], path: Path, found: list[tuple[Path, Any]]) -> None:
    for name, many, here, inner in steps:
        item = getattr(value, name)
        if not item:
            continue
        for number, one in enumerate(item) if many else ((None, item),):
            place: Path = (*path, name) if number is None else (*path, name, number)
            if here:
                found.append((place, one))
            if inner:
                _collect(one, inner, place, found)


@lru_cache(maxsize=512)
def _steps_to(model: type[BaseModel], sought: Hashable) -> tuple[_Step, ...]:
    return _steps(model, ((sought, None),))


def _steps(model: type[BaseModel], rules: tuple[tuple[Any, Any], ...]) -> tuple[_Step, ...]:
    """The ways from a model to everything sought; ways that lead nowhere are left out."""
    steps = []
    for name, info in model.model_fields.items():
        written = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        many, marks, inner = _look(written)
        here = tuple(rule for sought, rule in rules if _fits(sought, marks, inner))
        ways = _steps(inner, rules) if inner else ()
        if here or ways:
            steps.append(_Step(name, many, here, ways))
    return tuple(steps)


def _fits(sought: Any, marks: tuple[Any, ...], inner: type[BaseModel] | None) -> bool:
    if isinstance(sought, type):
        return any(isinstance(mark, sought) for mark in marks)
    return inner is not None and all(name in inner.model_fields for name in sought)


def _look(annotation: Any) -> tuple[bool, tuple[Any, ...], type[BaseModel] | None]:
    """Whether an annotation is a list, the marks on what it holds, and the model it holds."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        many, marks, inner = _look(parts[0])
        return many, (*marks, *parts[1:]), inner
    if origin is tuple:
        return True, *_look(parts[0])[1:]
    if origin in {Union, UnionType}:
        looked = [_look(part) for part in parts if part is not NoneType]
        marks = tuple(mark for item in looked for mark in item[1])
        return any(item[0] for item in looked), marks, next((item[2] for item in looked if item[2]), None)
    model = annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
    return False, (), model
