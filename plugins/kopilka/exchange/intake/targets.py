"""Which field a label means: the models' own labels, the aliases, and a near likeness for misprints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from rapidfuzz import fuzz, process

from kopilka.exchange.intake.aliases import Aliases
from kopilka.exchange.intake.labels import MOST_LABEL, fold
from kopilka.records.base import Record
from kopilka.records.fields import declaration
from kopilka.records.labels import field_model

Path = tuple[str, ...]
How = Literal["label", "alias", "guess"]

BODY = "#"
SURE, LIKELY, GAP = 93, 78, 12
"""A likeness from `SURE` on is a misprint; one from `LIKELY` on counts when the next field is far behind."""

_SHORT = 5
"""So short a label must be written as it is: too many words are like it."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place in a record that a label may name; `rows` is the model of its rows when it is a table."""

    path: Path
    label: str
    info: FieldInfo
    rows: type[BaseModel] | None = None
    part: type[BaseModel] | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """The target that a label names, how that is known, and how surely (100 is certain)."""

    path: Path
    how: How
    score: int = 100


def targets_of(model: type[BaseModel], prefix: Path = ()) -> Iterator[Target]:
    """The fields of a model and of the parts that it holds one of."""
    for name, info in model.model_fields.items():
        inner = field_model(info)
        listed = is_list(info.annotation)
        path = (*prefix, name)
        yield Target(
            path, declaration(info).label, info, inner if listed else None, None if listed else inner
        )
        if inner and not listed and len(path) < 3:
            yield from targets_of(inner, path)


def is_list(annotation: Any) -> bool:
    """Whether a field holds many values."""
    if get_origin(annotation) is tuple:
        return True
    return any(is_list(part) for part in get_args(annotation) if get_origin(annotation) is not tuple)


@dataclass(frozen=True)
class Names:
    """Folded labels and the paths that they name; of several the first stays."""

    known: dict[str, Match] = field(default_factory=dict)

    def add(self, label: str, path: Path, how: How) -> None:
        """Adds a label, unless it names something already."""
        folded = fold(label)
        if folded:
            self.known.setdefault(folded, Match(path, how))

    def find(self, label: str, *, guess: bool = True) -> Match | None:
        """The path that a label names; with `guess` also a near one."""
        if len(label) > MOST_LABEL:
            return None
        folded = fold(label)
        exact = self.known.get(folded)
        if exact or not guess or len(folded) < _SHORT:
            return exact
        return self._near(folded)

    def nearest(self, label: str) -> Path | None:
        """The path of the likest label, for the report of a label that nothing was found for."""
        found = process.extractOne(
            fold(label), self.known.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=60
        )
        return self.known[found[0]].path if found else None

    def _near(self, folded: str) -> Match | None:
        found = process.extract(
            folded, self.known.keys(), scorer=fuzz.ratio, limit=6, score_cutoff=LIKELY - GAP
        )
        if not found:
            return None
        best = self.known[found[0][0]]
        score = int(found[0][1])
        rival = next((other for name, other, _ in found if self.known[name].path != best.path), 0)
        if score >= SURE or (score >= LIKELY and score - rival >= GAP):
            return Match(best.path, "guess", score)
        return None


@dataclass(frozen=True)
class Index:
    """Everything that the labels of a document may name, for one kind of record."""

    model: type[Record]
    targets: Mapping[Path, Target]
    top: Names
    inside: Mapping[Path, Names]
    columns: Mapping[Path, Names]
    starts: tuple[tuple[str, Path], ...]

    def find(self, label: str, within: Path = (), *, guess: bool = True) -> Match | None:
        """The target of a label; under a heading that names a part, the part's own fields come first."""
        inner = self.inside.get(within)
        exact = (inner and inner.find(label, guess=False)) or self.top.find(label, guess=False)
        if exact or not guess:
            return exact
        return (inner and inner.find(label)) or self.top.find(label)

    def label(self, path: Path) -> str:
        """What a path is called in Russian."""
        if not path:
            return ""
        if path[0] == BODY:
            return path[1] or self.model.kind.body_title
        if path in self.targets:
            return self.targets[path].label
        owner, column = self.targets[path[:1]], path[1:]
        inner = owner.rows
        for step in column:
            info = inner.model_fields[step] if inner else owner.info
            inner = field_model(info)
        return f"{owner.label}: {info.title}" if column else owner.label


def make_index(model: type[Record], aliases: Aliases) -> Index:
    """The index of a kind; labels of the models go before aliases, top fields before those of parts."""
    targets = {target.path: target for target in targets_of(model)}
    given = [(name, as_path(path)) for name, path in aliases.of(model.kind.id)]
    given = [(name, path) for name, path in given if path[0] == BODY or path[0] in model.model_fields]
    whole = [(name, path) for name, path in given if path in targets or path[0] == BODY]
    top = _top(model, targets, [(name, path) for name, path in whole if not name.endswith("…")])
    starts = tuple((fold(name[:-1]), path) for name, path in whole if name.endswith("…"))
    parts = [path for path, target in targets.items() if target.part]
    grids = {path: target.rows for path, target in targets.items() if target.rows}
    columns = {path: _columns(rows, path, given) for path, rows in grids.items() if rows}
    return Index(
        model, targets, top, {path: _inside(path, targets, whole) for path in parts}, columns, starts
    )


def as_path(written: str) -> Path:
    """`programme.hours` as a path; `#Выводы` is a section of the body, `#` the body itself."""
    return (BODY, written[1:]) if written.startswith(BODY) else tuple(written.split("."))


def _top(model: type[Record], targets: Mapping[Path, Target], aliases: Iterable[tuple[str, Path]]) -> Names:
    names = Names()
    for target in targets.values():
        if len(target.path) == 1:
            names.add(target.label, target.path, "label")
    names.add(model.kind.body_title, (BODY, ""), "label")
    for section in model.kind.sections:
        names.add(section.title, (BODY, section.title), "label")
    for name, path in aliases:
        names.add(name, path, "alias")
    for label, paths in _by_label(targets).items():
        if len(paths) == 1 and len(label) >= 2 * _SHORT:
            names.add(label, paths[0], "label")
    for target in targets.values():
        if len(target.path) > 1:
            names.add(f"{targets[target.path[:-1]].label} {target.label}", target.path, "label")
    return names


def _by_label(targets: Mapping[Path, Target]) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for target in targets.values():
        if len(target.path) > 1:
            found.setdefault(fold(target.label), []).append(target.path)
    return found


def _inside(part: Path, targets: Mapping[Path, Target], aliases: Iterable[tuple[str, Path]]) -> Names:
    names = Names()
    for path, target in targets.items():
        if len(path) > len(part) and path[: len(part)] == part:
            names.add(target.label, path, "label")
    for name, path in aliases:
        if len(path) > len(part) and path[: len(part)] == part:
            names.add(name, path, "alias")
    return names


def _columns(rows: type[BaseModel], path: Path, aliases: Iterable[tuple[str, Path]]) -> Names:
    """Labels of the columns of a table: the row's own fields, and those of a part inside of a row."""
    names = Names()
    for name, info in rows.model_fields.items():
        names.add(declaration(info).label, (name,), "label")
    for name, other in aliases:
        if len(other) == 2 and other[0] == path[0] and len(path) == 1:
            names.add(name, other[1:], "alias")
    return names
