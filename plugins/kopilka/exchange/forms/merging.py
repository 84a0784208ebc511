"""New values put into a record's file: everything else in it stays, comments too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any

from kopilka.exchange.forms.fields import Control, FormField
from kopilka.exchange.forms.layout import at
from kopilka.exchange.writing.body import tidy_body
from kopilka.exchange.writing.emit import emit
from kopilka.exchange.writing.shape import arrange
from kopilka.records.comments import Comments, find_comments
from kopilka.records.fences import find_header, header_sheet
from kopilka.records.fields import Model
from kopilka.records.source import Source

Path = tuple[str | int, ...]
_Map = Mapping[int, int]


class Merger:
    """The header of one record, changed value by value."""

    def __init__(self, source: Source, model: type[Model], data: Mapping[str, Any]) -> None:
        self._model = model
        self.data: dict[str, Any] = deepcopy(dict(data))
        header = find_header(source.text)
        self._comments = find_comments(header_sheet(source, header)) if header else Comments()

    def put(self, field: FormField, before: Any, after: Any) -> None:
        """Puts the value of a field in place of the one before; both as a form reads them."""
        written = at(self.data, field.path)
        if isinstance(after, list) and isinstance(written, list) and isinstance(before, list):
            after = self._merged(field, written, before, after)
        holder = self.data
        for step in field.path[:-1]:
            inner = holder.get(step)
            if not isinstance(inner, dict):
                inner = holder[step] = {}
            holder = inner
        if after is not None or field.path in self._comments.places:
            holder[field.name] = after
        else:
            holder.pop(field.name, None)
            self._drop_empty(field.path[:-1])

    def text(self, body: str) -> str:
        """The whole file."""
        fields = arrange(self.data, self._model, kept=self._comments.places)
        tidy = tidy_body(body)
        header = f"---\n{emit(fields, self._comments)}---\n"
        return f"{header}\n{tidy}" if tidy else header

    def _drop_empty(self, path: tuple[str, ...]) -> None:
        """Groups that have nothing left in them."""
        for depth in range(len(path), 0, -1):
            if at(self.data, path[:depth]) == {}:
                at(self.data, path[: depth - 1]).pop(path[depth - 1])

    def _merged(self, field: FormField, written: list[Any], before: list[Any], after: list[Any]) -> list[Any]:
        """The items of a list with what the form does not ask for; comments go along with their items."""
        if len(written) != len(before):
            return after
        moved: dict[int, int] = {}
        made: list[Any] = []
        for old, new in _pairs(before, after):
            if new is None:
                continue
            item = after[new]
            if old is not None:
                moved[old] = new
                item = (
                    written[old]
                    if before[old] == item
                    else _with_unasked(field, written[old], before[old], item)
                )
            made.append(item)
        self._comments = _moved(self._comments, field.path, moved)
        return made


def _pairs(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[int | None, int | None]]:
    """The items before and after, each with the one that it was or became."""
    matcher = SequenceMatcher(None, [*map(repr, before)], [*map(repr, after)], autojunk=False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        for step in range(max(end - start, new_end - new_start)):
            old = start + step if start + step < end else None
            yield old, new_start + step if new_start + step < new_end else None


def _with_unasked(field: FormField, written: Any, before: Any, after: Any) -> Any:
    """A changed part with the fields that no form shows.

    They stay only beside what they were given for: a consent is no consent of another person.
    """
    if field.control is not Control.ROWS or not isinstance(written, dict):
        return after
    return _overlaid(field.fields, field.columns, len(field.path), written, before, after)


def _overlaid(  # noqa: PLR0913, PLR0917 - one row in three versions, and its fields
    fields: Sequence[FormField],
    columns: Sequence[FormField],
    depth: int,
    written: Any,
    before: Any,
    after: Any,
) -> dict[str, Any]:
    same = next(
        (
            _is_same(column.path[depth:], before, after)
            for column in columns
            if _has(column.path[depth:], before, after)
        ),
        False,
    )
    asked = {field.name: field for field in fields}
    made = {key: value for key, value in written.items() if key not in asked and same}
    for name, field in asked.items():
        inner, held = after.get(name), written.get(name)
        if field.control is Control.GROUP and isinstance(inner, dict) and isinstance(held, dict):
            made[name] = _overlaid(
                field.fields, field.columns, len(field.path), held, before.get(name, {}), inner
            )
        elif inner is not None:
            made[name] = held if inner == before.get(name) else inner
    return made


def _has(path: Sequence[str], before: Any, after: Any) -> bool:
    return at(before, path) is not None or at(after, path) is not None


def _is_same(path: Sequence[str], before: Any, after: Any) -> bool:
    return bool(at(before, path) == at(after, path))


def _moved(comments: Comments, path: tuple[str, ...], moved: _Map) -> Comments:
    """Comments with the new numbers of their items."""

    def renamed(place: Path) -> Path | None:
        depth = len(path)
        if place[:depth] != path or len(place) == depth:
            return place
        new = moved.get(int(place[depth]))
        return None if new is None else (*path, new, *place[depth + 1 :])

    def changed(held: Mapping[Path, Any]) -> dict[Path, Any]:
        return {new: value for place, value in held.items() if (new := renamed(place)) is not None}

    return Comments(changed(comments.above), changed(comments.beside), changed(comments.below))
