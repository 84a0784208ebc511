"""Values that point at something else: a term, an organisation, another record, a file or an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True)
class TermOf:
    """Marks a text as a term of the vocabulary `id`; people may write the term's id, label or synonym."""

    id: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Turns what was written into the term's id."""
        return core_schema.with_info_plain_validator_function(
            self._validate,
            serialization=core_schema.to_string_ser_schema(),
            metadata={"pydantic_js_updates": {"type": "string", "x-vocabulary": self.id}},
        )

    def _validate(self, value: Any, info: ValidationInfo) -> str:
        vocabulary = (info.context or {}).get("vocabularies", {}).get(self.id)
        found = vocabulary.find(value) if vocabulary is not None and isinstance(value, str) else None
        if found is None:
            raise PydanticCustomError(
                "unknown_term", "unknown term", {"vocabulary": self.id, "written": value}
            )
        return str(found)


@dataclass(frozen=True, slots=True)
class OrganisationMark:
    """Marks a text as the id of an organisation of the register."""


@dataclass(frozen=True, slots=True)
class RecordMark:
    """Marks a text as the id of a record."""


@dataclass(frozen=True, slots=True)
class PartyMark:
    """Marks a text that names who answers: free words, or the id of an organisation."""


@dataclass(frozen=True, slots=True)
class AddressMark:
    """Marks a text as an address: http(s), mailto, or a file beside the record."""


@dataclass(frozen=True, slots=True)
class PictureMark:
    """Marks a text as the name of a picture that the record shows elsewhere: in its text or its materials."""


def _slug(value: Any) -> str:
    if not isinstance(value, str) or not SLUG.match(value.strip()):
        raise PydanticCustomError("slug_form", "not an id", {"written": value})
    return value.strip()


def _party(value: str) -> str:
    if not 1 <= len(value) <= 200:
        raise PydanticCustomError("party_length", "too long", {"written": value})
    return value


Slug = Annotated[str, BeforeValidator(_slug)]
"""An id: small Latin letters, digits and hyphens."""

OrganisationRef = Annotated[str, OrganisationMark()]
RecordRef = Annotated[str, RecordMark()]
Party = Annotated[str, AfterValidator(_party), PartyMark()]
Address = Annotated[str, AddressMark()]
PictureRef = Annotated[str, PictureMark()]

Level = Annotated[str, TermOf("level")]
Audience = Annotated[str, TermOf("audience")]
Theme = Annotated[str, TermOf("theme")]
Deficit = Annotated[str, TermOf("deficit")]
Competence = Annotated[str, TermOf("competence")]
Subject = Annotated[str, TermOf("subject")]
Recognition = Annotated[str, TermOf("recognition")]
FederalProject = Annotated[str, TermOf("federal-project")]
Personalisation = Annotated[str, TermOf("personalisation")]
PracticeType = Annotated[str, TermOf("practice-type")]
SiteType = Annotated[str, TermOf("site-type")]
PartnerRole = Annotated[str, TermOf("partner-role")]
LearningForm = Annotated[str, TermOf("learning-form")]
MaterialKind = Annotated[str, TermOf("attachment-kind")]
OrganisationType = Annotated[str, TermOf("organisation-type")]

Mark = TermOf | OrganisationMark | RecordMark | PartyMark | AddressMark | PictureMark
Path = tuple[str | int, ...]

_EACH = "*"
"""Stands in a `Route` for every item of a list."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where in a model a marked value lives: the names to follow, `*` for each item of a list, the mark."""

    steps: tuple[str, ...]
    mark: Mark


@lru_cache(maxsize=64)
def routes(model: type[BaseModel]) -> tuple[Route, ...]:
    """Every marked place of a model, found once from its annotations."""
    return tuple(
        Route((name, *steps), mark)
        for name, info in model.model_fields.items()
        for steps, mark in marks_of(
            Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        )
    )


def marks_of(annotation: Any) -> Iterator[tuple[tuple[str, ...], Mark]]:
    """The marks of an annotation, each with the names to follow to its value."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from (((), item) for item in parts[1:] if isinstance(item, Mark))
        yield from marks_of(parts[0])
    elif origin in {Union, UnionType}:
        for part in parts:
            if part is not NoneType:
                yield from marks_of(part)
    elif origin is tuple:
        yield from (((_EACH, *steps), mark) for steps, mark in marks_of(parts[0]))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from ((route.steps, route.mark) for route in routes(annotation))


def values_at(value: Any, steps: tuple[str, ...], path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The marked texts that a route leads to, each with its own path."""
    for number, step in enumerate(steps):
        if value is None:
            return
        if step == _EACH:
            for index, item in enumerate(value):
                yield from values_at(item, steps[number + 1 :], (*path, index))
            return
        value, path = getattr(value, step), (*path, step)
    if value is not None:
        yield path, value


def marked(value: BaseModel, kind: type[Mark]) -> Iterator[tuple[Path, str]]:
    """All texts of a model marked as `kind`, with their paths: `("transfer", 0, "organisation")`."""
    for route in _routes_by_mark(type(value)).get(kind, ()):
        yield from values_at(value, route.steps)


@lru_cache(maxsize=64)
def _routes_by_mark(model: type[BaseModel]) -> dict[type[Mark], list[Route]]:
    found: dict[type[Mark], list[Route]] = {}
    for route in routes(model):
        found.setdefault(type(route.mark), []).append(route)
    return found
