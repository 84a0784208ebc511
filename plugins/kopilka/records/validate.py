"""From what people wrote to a model, or to diagnostics in words they understand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kopilka.diagnostics import Diagnostic, Span
from kopilka.records import field_codes as codes
from kopilka.records.explain import explain
from kopilka.records.finding import Finding
from kopilka.records.labels import field_at, label_of, model_at, model_expected
from kopilka.records.registry import Vocabulary
from kopilka.records.source import Source
from kopilka.records.spans import Spans, locate
from kopilka.records.suggest import suggest
from kopilka.russian import fold_label, quote

M = TypeVar("M", bound=BaseModel)
Loc = tuple[str | int, ...]
Vocabularies = Mapping[str, Vocabulary]

_MANY_FIELDS = 12
"""A list of more fields than that is not a hint but a page."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Finds spans in one file; the file is composed again only here, when there is something to point at."""

    source: Source
    spans: Spans

    def of(self, error: ErrorDetails) -> Span:
        loc = error["loc"]
        if error["type"] == "extra_forbidden":
            return self.spans.key(loc)
        if error["type"] == "missing":
            return self.spans.key(loc[:-1])
        return self.spans.value(loc)


def validate(
    data: Any, model: type[M], source: Source, *, vocabularies: Vocabularies, whole: bool = False
) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """A model made of plain data, or everything wrong with it.

    `whole` says that the file is YAML from its first line (a register) and not a Markdown record.
    """
    try:
        return model.model_validate(data, context={"vocabularies": vocabularies}), ()
    except ValidationError as error:
        problems = error.errors(include_url=False)
    place = _Place(source, locate(source, whole=whole))
    return None, tuple(_diagnose(problems, model, place, vocabularies))


def _diagnose(
    problems: list[ErrorDetails], model: type[BaseModel], place: _Place, vocabularies: Vocabularies
) -> list[Diagnostic]:
    misspelt = _misspelt(problems, model)
    meant = set(misspelt.values())
    inner = {problem["loc"][:length] for problem in problems for length in range(1, len(problem["loc"]))}
    return [
        _diagnostic(problem, model, place, vocabularies, misspelt.get(problem["loc"]))
        for problem in problems
        if not (problem["type"] == "missing" and problem["loc"] in meant)
        and not (
            problem["type"] == "too_short" and problem["loc"] in inner
        )  # its items are wrong, not too few
    ]


def _misspelt(problems: list[ErrorDetails], model: type[BaseModel]) -> dict[Loc, Loc]:
    """Unknown keys with the known key each was meant to be; a missing key beside it is preferred."""
    found: dict[Loc, Loc] = {}
    for problem in problems:
        if problem["type"] != "extra_forbidden":
            continue
        loc = problem["loc"]
        missing = [p["loc"] for p in problems if p["type"] == "missing" and p["loc"][:-1] == loc[:-1]]
        meant = _meant_key(str(loc[-1]), model_at(model, loc), [str(m[-1]) for m in missing])
        if meant:
            found[loc] = (*loc[:-1], meant)
    return found


def _meant_key(written: str, owner: type[BaseModel] | None, missing: list[str]) -> str | None:
    if owner is None:
        return None
    labels = {fold_label(info.title or name): name for name, info in owner.model_fields.items()}
    if fold_label(written) in labels:
        return labels[fold_label(written)]
    near = suggest(written, missing) or suggest(written, owner.model_fields)
    by_label = suggest(written, labels)
    return near or (labels[by_label] if by_label else None)


def _diagnostic(
    problem: ErrorDetails,
    model: type[BaseModel],
    place: _Place,
    vocabularies: Vocabularies,
    meant: Loc | None,
) -> Diagnostic:
    span = place.of(problem)
    loc = problem["loc"]
    if problem["type"] == "extra_forbidden":
        hint = (
            f"Возможно, вы имели в виду {quote(str(meant[-1]))}."
            if meant
            else _known_keys(model_at(model, loc))
        )
        return codes.UNKNOWN.at(place.source.path, span, f"поля {quote(str(loc[-1]))} нет", hint=hint)
    explained = explain(problem["type"], _finding(problem, model, vocabularies))
    return explained.code.at(place.source.path, span, explained.message, hint=explained.hint)


def _finding(problem: ErrorDetails, model: type[BaseModel], vocabularies: Vocabularies) -> Finding:
    loc = problem["loc"]
    info = field_at(model, loc)
    expected = model_expected(model, loc)
    return Finding(
        label_of(model, loc),
        problem.get("input"),
        problem.get("ctx", {}),
        vocabularies,
        key=str(loc[-1]) if info else "",
        info=info,
        parts=tuple(expected.model_fields) if expected else (),
    )


def _known_keys(owner: type[BaseModel] | None) -> str:
    if owner is None:
        return "Уберите его или проверьте отступ."
    if len(owner.model_fields) > _MANY_FIELDS:
        return "У записей этого вида такого поля нет. Проверьте написание и отступ; все поля – в справочнике."
    return f"Здесь бывают поля: {', '.join(owner.model_fields)}."
