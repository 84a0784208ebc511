"""How a field of a record is declared: once, with all that forms, pages, checks and the reference need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

_MARK = "x-kopilka"


class Show(StrEnum):
    """Where a field's value stands on the record's page."""

    HEAD = "head"  # title, lead, holder, kind line, banners
    BRIEF = "brief"  # the five cells under the title
    FACTS = "facts"  # the panel at the side: drawn from the declaration alone
    SECTION = "section"  # a section of its own in the kind's template
    FOOT = "foot"  # dates and citation at the bottom
    ASKED = "asked"  # for the bank's own work: forms ask for it, no page shows it
    HIDDEN = "hidden"  # for the bank's own work, never on a page

    @property
    def on_page(self) -> bool:
        """Whether readers see the field."""
        return self not in {Show.ASKED, Show.HIDDEN}


@dataclass(frozen=True, slots=True)
class Facet:
    """A field's values become lists of records: `slug/value/` in addresses, `label` above them.

    `rank` is the facet's place in the catalogue; those of one rank stand in the order they are declared.
    """

    slug: str
    label: str
    rank: int = 100


class Question(StrEnum):
    """What a reader asks of records that stand side by side; the order is that of the asking."""

    FITS = "fits"
    COSTS = "costs"
    WORKS = "works"
    TAKES = "takes"


@dataclass(frozen=True, slots=True)
class Ask:
    """A field answers a question when records are compared: fields of one label share a row.

    `label` is the short name of the row, the field's own when empty; `empty` stands where nothing is filled.
    `back` names a row of the records that the field points at: there it says who points at them.
    """

    question: Question
    label: str = ""
    empty: str = "не указано"
    back: str = ""
    back_empty: str = "не указано"


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a field says of itself besides its type."""

    label: str
    help: str
    example: Any
    show: Show
    facet: Facet | None
    worth: int
    ask: Ask | Literal[False] | None


class Model(BaseModel):
    """The base of everything people write: frozen, no unknown keys, spaces at the ends do not count."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        allow_inf_nan=False,
        coerce_numbers_to_str=True,  # `no: 1.1` is the number of a row as people write it, without quotes
    )

    def model_post_init(self, _context: object, /) -> None:
        """Objects with the same fields filled share the set of their names: it is a quarter of a record."""
        filled = self.model_fields_set
        object.__setattr__(self, "__pydantic_fields_set__", _FILLED.setdefault(frozenset(filled), filled))


_FILLED: dict[frozenset[str], set[str]] = {}
"""Sets of filled fields that have been met; nobody changes them, for the models are frozen."""


def declare(  # noqa: PLR0913 - a declaration is a list of facts; each is named at the call
    default: Any = ...,
    *,
    label: str,
    help: str,  # noqa: A002 - the word the forms use
    example: Any,
    show: Show = Show.SECTION,
    facet: Facet | None = None,
    worth: int = 1,
    ask: Ask | Literal[False] | None = None,
    **limits: Any,
) -> Any:
    """A pydantic field that carries its Russian label, help and example.

    `default` left out makes the field required; `limits` are pydantic's own (min_length, ge, …);
    `worth` is how much the filled field adds to the readiness of a record (0 – nothing, 5 – most);
    `ask` is the question it answers in a comparison, False where it is left out of one on purpose; a field
    that holds a model may leave the answer to the model's own fields.
    The label, help and example land in the JSON Schema as title, description and examples.
    """
    return Field(
        default,
        title=label,
        description=help,
        examples=[example],
        json_schema_extra={
            _MARK: {
                "show": show,
                "worth": worth,
                "facet": facet.slug if facet else None,
                "facet_label": facet.label if facet else None,
                "facet_rank": facet.rank if facet else None,
                "ask": dict[str, Any](asdict(ask)) if ask else bool(ask) if ask is not None else None,
            }
        },
        **limits,
    )


def declaration(info: FieldInfo) -> Declaration:
    """What `declare` put into a pydantic field; raises `KeyError` for a field declared without it."""
    extra = info.json_schema_extra
    if not isinstance(extra, dict) or _MARK not in extra:
        raise KeyError(info.title or "a field declared without its label")
    mark: Any = extra[_MARK]
    facet = Facet(mark["facet"], mark["facet_label"], mark["facet_rank"]) if mark["facet"] else None
    return Declaration(
        label=info.title or "",
        help=info.description or "",
        example=(info.examples or [None])[0],
        show=Show(mark["show"]),
        facet=facet,
        worth=mark["worth"],
        ask=Ask(**mark["ask"]) if mark["ask"] else mark["ask"],
    )


@lru_cache(maxsize=64)
def declarations(model: type[BaseModel]) -> Mapping[str, Declaration]:
    """All fields of a model in the order they are declared."""
    return {name: declaration(info) for name, info in model.model_fields.items()}
