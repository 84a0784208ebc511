"""Puts answers and rows together into the fields of one record; what does not fit stays as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from kopilka.exchange.intake.labels import fold
from kopilka.exchange.intake.outcome import Outcome
from kopilka.exchange.intake.paper import markdown, plain
from kopilka.exchange.intake.parts import FINISHERS
from kopilka.exchange.intake.privacy import REMOVED
from kopilka.exchange.intake.reading import Answer, GridRow, Leftover, Reading, Seen
from kopilka.exchange.intake.tables import numbers_field
from kopilka.exchange.intake.targets import BODY, Index, Path, is_list
from kopilka.exchange.intake.values import Tools, annotation_of, convert, with_address
from kopilka.records.labels import field_model
from kopilka.records.quantities import Text
from kopilka.russian import quote


@dataclass
class Made:
    """A record in the making: its data, the sections of its body, and everything to tell of it."""

    data: dict[str, Any] = field(default_factory=dict)
    body: dict[str, list[str]] = field(default_factory=dict)
    leftovers: list[Leftover] = field(default_factory=list)
    fields: list[Seen] = field(default_factory=list)
    asks: list[tuple[str, str]] = field(default_factory=list)


def assemble(reading: Reading, index: Index, tools: Tools, facts: Mapping[str, str]) -> Made:
    """The record that a reading makes; `facts` are what the name of the form tells."""
    made = Made(leftovers=list(reading.leftovers), asks=list(reading.asks))
    for path, answers in _by_path(reading.answers).items():
        if path[0] == BODY:
            _into_body(made, path[1], answers)
        else:
            _into_field(made, index, tools, path, answers)
    for path, rows in _rows_by_path(reading.rows).items():
        _into_rows(made, index, tools, path, rows)
    for name, said in facts.items():
        if name in index.model.model_fields and name not in made.data:
            _put(made.data, (name,), convert(annotation_of(index.model, name), said, tools, name).value)
    _title(made, reading)
    return made


def _by_path(answers: Iterable[Answer]) -> dict[Path, list[Answer]]:
    found: dict[Path, list[Answer]] = {}
    for answer in answers:
        found.setdefault(answer.path, []).append(answer)
    return found


def _rows_by_path(rows: Iterable[GridRow]) -> dict[Path, list[GridRow]]:
    found: dict[Path, list[GridRow]] = {}
    for row in rows:
        found.setdefault(row.path, []).append(row)
    return found


def _into_body(made: Made, section: str, answers: list[Answer]) -> None:
    for answer in answers:
        made.body.setdefault(section, []).append(markdown(answer.text))
        if plain(answer.text).strip():
            made.fields.append(Seen(answer.label, answer.place, answer.path, answer.how, answer.score))


def _into_field(made: Made, index: Index, tools: Tools, path: Path, answers: list[Answer]) -> None:
    owner = _owner(index.model, path)
    annotation = annotation_of(owner, path[-1]) if owner else str
    joins = is_list(annotation) or _is_text(annotation)
    for group in [answers] if joins else [[answer] for answer in answers]:
        first = group[0]
        text = ("\n" if is_list(annotation) else "\n\n").join(answer.text for answer in group)
        if not joins and _has(made.data, path):
            made.leftovers.append(Leftover(first.label, first.text, first.place))
            if plain(first.text).strip() != str(_get(made.data, path)):
                more = "; если в файле две записи, разделите его" if path == ("title",) else ""
                said = f"второй ответ на {quote(index.label(path))}: взят первый{more}"
                made.asks.append((first.place, said))
            continue
        outcome = convert(annotation, text, tools, ".".join(path))
        _take(made, path, outcome, group)


def _take(made: Made, path: Path, outcome: Outcome, group: list[Answer]) -> None:
    first = group[0]
    made.asks += [(first.place, ask) for ask in outcome.asks]
    if outcome.value is not None:
        _put(made.data, path, outcome.value)
        made.fields += [
            Seen(item.label, item.place, path, item.how, item.score, plain(item.text)) for item in group
        ]
    if outcome.left:
        made.leftovers.append(Leftover(first.label, outcome.left, first.place))
        if outcome.value is None and not outcome.asks:
            made.asks.append((first.place, f"не разобрать значение поля {quote(first.label)}"))


def _into_rows(made: Made, index: Index, tools: Tools, path: Path, rows: list[GridRow]) -> None:
    model = index.targets[path].rows
    if model is None:
        return
    found = [item for row in rows if (item := _row(made, model, tools, row))]
    before = _get(made.data, path) or []
    if found:
        _put(made.data, path, [*before, *found])
        said = "\n".join(" | ".join(plain(text) for text in row.cells.values()) for row in rows)
        made.fields.append(Seen(index.label(path), rows[0].place, path, text=said))


def _row(made: Made, model: type[BaseModel], tools: Tools, row: GridRow) -> dict[str, Any]:
    item: dict[str, Any] = {}
    if row.number and (name := numbers_field(model)):
        item[name] = row.number
    for name in tools.aliases.merged.get(row.path[-1], ()):
        if row.section and name in model.model_fields:
            outcome = convert(annotation_of(model, name), _bare(row.section), tools, f"{row.path[-1]}.{name}")
            _put(item, (name,), outcome.value)
    for path, text in row.cells.items():
        owner = _owner(model, path)
        annotation = annotation_of(owner, path[-1]) if owner else str
        outcome = convert(annotation, text, tools, ".".join((*row.path, *path)))
        _put(item, path, outcome.value)
        made.asks += [(row.place, ask) for ask in outcome.asks]
        if outcome.left:
            made.leftovers.append(Leftover(row.labels.get(path, ""), outcome.left, row.place))
    item = with_address(model, item)
    finish = FINISHERS.get(model)
    return finish(item) if finish else item


def _bare(section: str) -> str:
    """«1. Разработка моделей» without its number."""
    head, _, rest = section.partition(" ")
    return rest if head.rstrip(".)").replace(".", "").isdigit() and rest else section


def _is_text(annotation: Any) -> bool:
    return annotation == Text or Text in getattr(annotation, "__args__", ())


def _owner(model: type[BaseModel], path: Path) -> type[BaseModel] | None:

    owner: type[BaseModel] | None = model
    for step in path[:-1]:
        owner = field_model(owner.model_fields[step]) if owner else None
    return owner if owner and path and path[-1] in owner.model_fields else None


def _put(data: dict[str, Any], path: Path, value: Any) -> None:
    if value is None or not path:
        return
    for step in path[:-1]:
        data = data.setdefault(step, {})
    data[path[-1]] = value


def _get(data: Mapping[str, Any], path: Path) -> Any:
    value: Any = data
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _has(data: Mapping[str, Any], path: Path) -> bool:
    return _get(data, path) is not None


def _title(made: Made, reading: Reading) -> None:
    """A document without a label for its title is called by its first heading."""
    for number, seen in enumerate(reading.titles):
        words = REMOVED.sub("", seen.label).strip()
        if "title" in made.data or number or not words:
            if fold(words) != fold(str(made.data.get("title", ""))):
                made.leftovers.append(Leftover("", seen.label, seen.place))
            continue
        made.data["title"] = words
        made.fields.append(Seen(seen.label, seen.place, ("title",), "guess", 70))
